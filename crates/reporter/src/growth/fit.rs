//! The class that measurements fit, if they can tell one.
//!
//! Every curve of [`MODELS`] is fitted by least squares of relative errors. Its *score* is the number of bits it takes
//! to write the measurements down with it: half a bit per point for each halving of the mean squared error, above an
//! error that is not worth telling apart, and a charge for each factor. The curve with the least score wins, if
//! - the shape that names its class makes up a part worth mentioning of the cost at the largest size,
//! - no curve with fewer shapes, which it contains, fits nearly as well,
//! - curves of other classes fit worse by [`CLEARLY`].

use assay_challenge::GrowthClass;

use super::least_squares::solve;
use super::model::{MODELS, Model, Shape};
use super::{GrowthCandidate, GrowthFit, Undecided};
use crate::efficiency::{BITS, log2};

/// Fewer sizes say nothing.
pub(crate) const POINTS: usize = 5;

/// The largest size is at least so many times the smallest, unless growth is exponential.
const RANGE: u64 = 8;

/// The largest root mean square of relative errors at which a class is still said to fit.
const FITS: f64 = 0.12;

/// Bits by which a score must be less to decide.
const CLEARLY: f64 = 9.0;

/// What is measured.
pub(crate) struct Quantity {
    /// The relative error that is not worth telling apart.
    noise: f64,
    /// What is measured in steps of about this size.
    grain: f64,
    /// The least part of the whole, at the largest size, of the shape that names a class.
    share: f64,
    /// The same where another shape that grows is there besides.
    share_beside: f64,
    /// Whether classes are told apart that differ by a root or a logarithm only.
    fine: bool,
}

/// Units are exact, and tables that double or collectors that wake are the noise.
pub(crate) const COST: Quantity = Quantity { noise: 0.015, grain: 0.0, share: 0.03, share_beside: 0.15, fine: true };

/// Memory comes in pages, and is asked for in portions.
pub(crate) const MEMORY: Quantity =
    Quantity { noise: 0.03, grain: 65_536.0, share: 0.15, share_beside: 0.3, fine: false };

/// A curve with its factors.
#[derive(Clone, Debug)]
pub(crate) struct Curve {
    shapes: &'static [Shape],
    factors: [f64; 3],
}

impl Curve {
    /// What it says of a size.
    pub(crate) fn at(&self, size: u64) -> f64 {
        self.shapes.iter().zip(&self.factors).fold(
            0.0,
            |sum, (shape, factor)| {
                if *factor > 0.0 { sum + shape.at(size) * factor } else { sum }
            },
        )
    }
}

/// One curve fitted.
struct Fitted {
    model: Model,
    curve: Curve,
    mean_square: f64,
    score: f64,
}

impl Fitted {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a million")]
    fn candidate(&self) -> GrowthCandidate {
        let error_ppm = (self.mean_square.sqrt() * 1e6).round().clamp(0.0, 1e6) as u64;
        GrowthCandidate { class: self.model.class, error_ppm }
    }
}

/// Fits `points`, of which no two have the same size, the smallest first.
pub(crate) fn fit(points: &[(u64, u64)], quantity: &Quantity) -> (GrowthFit, Option<Curve>) {
    let (from, to) = (points.first().map_or(0, |point| point.0), points.last().map_or(0, |point| point.0));
    let nothing =
        GrowthFit { class: None, undecided: None, best: None, runner_up: None, from, to, points: points.len() as u64 };
    if points.len() < POINTS {
        return (GrowthFit { undecided: Some(Undecided::FewPoints), ..nothing }, None);
    }
    let fitted: Vec<Fitted> = MODELS.iter().filter_map(|model| fit_model(*model, points, quantity)).collect();
    let Some(best) = least(fitted.iter()) else {
        return (GrowthFit { undecided: Some(Undecided::NoFit), ..nothing }, None);
    };
    // What a part of the curve explains nearly as well needs no more than that part.
    let simpler =
        fitted.iter().filter(|part| part.model.is_within(&best.model) && part.model.class != best.model.class);
    let simpler = least(simpler.filter(|part| part.score < best.score + CLEARLY));
    let half = simpler.is_some_and(|part| part.score > best.score + CLEARLY / 2.0);
    let winner = simpler.unwrap_or(best);
    // A curve that contains the winner fits as well by leaving out the rest, which says nothing for its class.
    let others = fitted.iter().filter(|other| other.model.class != winner.model.class);
    let rivals = others.filter(|other| !winner.model.is_within(&other.model));
    let rival = if half { Some(best) } else { least(rivals) };
    let close = half || rival.is_some_and(|rival| rival.score < winner.score + CLEARLY);
    let narrow = winner.model.class != GrowthClass::Exponential && to / from.max(1) < RANGE;
    let undecided = match () {
        () if winner.mean_square.sqrt() > FITS => Some(Undecided::NoFit),
        () if narrow => Some(Undecided::NarrowRange),
        () if close => Some(Undecided::TwoFit),
        () => None,
    };
    let fit = GrowthFit {
        class: undecided.is_none().then_some(winner.model.class),
        undecided,
        best: Some(winner.candidate()),
        runner_up: rival.map(Fitted::candidate),
        ..nothing
    };
    (fit, Some(winner.curve.clone()))
}

fn least<'a>(fitted: impl Iterator<Item = &'a Fitted>) -> Option<&'a Fitted> {
    fitted.reduce(|best, other| if other.score < best.score { other } else { best })
}

/// The best curve of a model; `None` if its class has no part in it.
#[allow(clippy::cast_precision_loss, reason = "a relative error of 2^-52 is none")]
fn fit_model(model: Model, points: &[(u64, u64)], quantity: &Quantity) -> Option<Fitted> {
    use GrowthClass::{Linearithmic, Root};
    if !quantity.fine && matches!(model.class, Root | Linearithmic) {
        return None;
    }
    let largest = points.last()?.0;
    let tops: Vec<f64> = model.shapes.iter().map(|shape| shape.at(largest)).collect();
    if tops.iter().any(|top| !top.is_finite() || *top <= 0.0) {
        return None;
    }
    // Each shape is divided by its largest value, so that factors are of one magnitude.
    let column = |(shape, top): (&Shape, &f64)| {
        let relative = |(size, value): &(u64, u64)| shape.at(*size) / top / (*value as f64 + quantity.grain).max(1.0);
        points.iter().map(relative).collect::<Vec<f64>>()
    };
    let columns: Vec<Vec<f64>> = model.shapes.iter().zip(&tops).map(column).collect();
    let solution = solve(&columns);
    let whole = solution.factors.iter().fold(0.0, |sum, factor| sum + factor);
    let naming = solution.factors[model.shapes.len() - 1];
    let least = match model.shapes.len() {
        1 => 0.0,
        2 => quantity.share,
        _ => quantity.share_beside,
    };
    if whole <= 0.0 || naming < least * whole {
        return None;
    }
    let mut factors = solution.factors;
    factors.iter_mut().zip(&tops).for_each(|(factor, top)| *factor /= top);
    let count = points.len() as f64;
    let free = model.shapes.len() as f64 + if model.class == GrowthClass::Exponential { 1.0 } else { 0.0 };
    let noise = quantity.noise * quantity.noise;
    let score = count * bits(solution.mean_square + noise) + free * bits(count);
    let curve = Curve { shapes: model.shapes, factors };
    Some(Fitted { model, curve, mean_square: solution.mean_square, score })
}

/// The binary logarithm of a number between 2^-30 and 2^20, in steps of fixed point.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded")]
fn bits(x: f64) -> f64 {
    const POINT: u32 = 40;
    let fixed = (x.clamp(1e-9, 1e6) * (1_u64 << POINT) as f64) as u64;
    log2(fixed) as f64 / (1_u64 << BITS) as f64 - f64::from(POINT)
}
