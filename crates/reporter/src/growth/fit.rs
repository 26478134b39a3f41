//! The class that measurements fit, if they can tell one.
//!
//! Every curve of [`MODELS`] is fitted by least squares of relative errors, and counts only if the shape that names its
//! class makes up a part worth mentioning at the largest size. The one with the least *score* is taken: the bits it takes
//! to write the measurements down with it, half a bit a point for each halving of the mean squared error, and a charge
//! for each factor. Then it has to stand three tests.
//!
//! - A curve that is part of it, such as a constant and `n` of one with `n log n` besides, must fit far worse. Otherwise
//!   that part is all there is; and if it fits neither far worse nor nearly as well, nothing is decided.
//! - Curves of other classes must fit far worse too, or worse by more bits than programs of one class differ by.
//! - Without the largest size it must be the same class, or one of two that are close; and so for the larger half of the
//!   sizes.

use assay_challenge::GrowthClass;

use super::least_squares::solve;
use super::model::{MODELS, Model, Shape};
use super::{GrowthCandidate, GrowthFit, Undecided};
use crate::efficiency::{BITS, log2};

/// Fewer sizes say nothing.
pub(crate) const POINTS: usize = 5;

/// The largest root mean square of relative errors at which a class is still said to fit.
const FITS: f64 = 0.12;

/// How many bits curves of other classes must need more.
const CLEARLY: f64 = 9.0;

/// How many times the mean squared error a part of a curve must have to be not enough.
const FAR_WORSE: f64 = 16.0;

/// Up to how many times the part fits nearly as well.
const NEARLY: f64 = 4.0;

/// What is measured.
pub(crate) struct Quantity {
    /// The relative error that programs of a class have, because they do not do the same for each size.
    noise: f64,
    /// The relative error below which nothing is told apart.
    exact: f64,
    /// What is measured in steps of about this size.
    grain: f64,
    /// The least part of the whole, at the largest size, of the shape that names a class.
    share: f64,
    /// The same where another shape that grows is there besides.
    share_beside: f64,
    /// How much more there may be at the largest size where nothing is said to grow.
    flat: f64,
    /// Whether classes are told apart that differ by a root or a logarithm only.
    fine: bool,
    /// The largest size is at least so many times the smallest, unless growth is exponential.
    range: u64,
    /// Whether some of it is there from the start, so that nothing is seen of less.
    floor: bool,
}

impl Quantity {
    /// The points that say how it grows, and how far off a curve may be that fits them. Smallest sizes that took no more
    /// than was there tell nothing. Where too few others are left some of them count, if a curve that fits far better
    /// than usual shows that nothing else had been free.
    fn telling<'a>(&self, points: &'a [(u64, u64)]) -> (&'a [(u64, u64)], f64) {
        let ends = points.first().zip(points.last()).filter(|_| self.floor);
        let Some((&(_, floor), &(_, most))) = ends else { return (points, FITS) };
        let risen = points.iter().position(|point| point.1 > floor).unwrap_or(points.len());
        if risen == 1 {
            return (points, FITS);
        }
        let enough = |from: &usize| points.len() - from >= POINTS && self.is_wide(&points[*from..]);
        match (0..=risen).rev().find(enough) {
            Some(from) if from == risen => (&points[from..], FITS),
            Some(from) if risen < points.len() => {
                (&points[from..], self.noise * share(most.saturating_sub(floor), most))
            }
            _ => (points, FITS),
        }
    }

    /// Whether the largest size is far from the smallest.
    fn is_wide(&self, points: &[(u64, u64)]) -> bool {
        points.first().zip(points.last()).is_some_and(|(first, last)| last.0 / first.0.max(1) >= self.range)
    }
}

#[allow(clippy::cast_precision_loss, reason = "a relative error of 2^-52 is none")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Units are exact; tables that double, numbers that need another digit and collectors that wake are the noise.
pub(crate) const COST: Quantity = Quantity {
    noise: 0.025,
    exact: 0.004,
    grain: 0.0,
    share: 0.03,
    share_beside: 0.15,
    flat: 0.05,
    fine: true,
    range: 8,
    floor: false,
};

/// Memory comes in pages, is asked for in portions, and is not there to be seen where it fits into what was free.
pub(crate) const MEMORY: Quantity = Quantity {
    noise: 0.01,
    exact: 0.0015,
    grain: 65_536.0,
    share: 0.05,
    share_beside: 0.3,
    flat: 0.0,
    fine: false,
    range: 4,
    floor: true,
};

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
#[derive(Clone)]
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

/// What a set of points says of its class.
struct Choice {
    winner: Fitted,
    /// The curve of another class that fits best without containing the winner: such a one fits as well by leaving out
    /// the rest, which says nothing for its class.
    rival: Option<Fitted>,
    /// Whether the rival is too close.
    close: bool,
}

/// Fits `points`, of which no two have the same size, the smallest first.
pub(crate) fn fit(points: &[(u64, u64)], quantity: &Quantity) -> (GrowthFit, Option<Curve>) {
    let (from, to) = (points.first().map_or(0, |point| point.0), points.last().map_or(0, |point| point.0));
    let nothing =
        GrowthFit { class: None, undecided: None, best: None, runner_up: None, from, to, points: points.len() as u64 };
    if points.len() < POINTS {
        return (GrowthFit { undecided: Some(Undecided::FewPoints), ..nothing }, None);
    }
    let (points, fits) = quantity.telling(points);
    let from = points.first().map_or(from, |point| point.0);
    let nothing = GrowthFit { from, points: points.len() as u64, ..nothing };
    let Some(Choice { winner, rival, close }) = choose(points, quantity) else {
        return (GrowthFit { undecided: Some(Undecided::NoFit), ..nothing }, None);
    };
    let class = winner.model.class;
    let narrow = class != GrowthClass::Exponential && !quantity.is_wide(points);
    let without = choose(&points[..points.len() - 1], quantity);
    let large =
        points.len().checked_sub(POINTS).and_then(|fewer| choose(&points[fewer.min(points.len() / 2)..], quantity));
    let undecided = match () {
        () if winner.mean_square.sqrt() > FITS => Some(Undecided::NoFit),
        () if winner.mean_square.sqrt() > fits => Some(Undecided::TooLittle),
        () if narrow => Some(Undecided::NarrowRange),
        () if close => Some(Undecided::TwoFit),
        () if class == GrowthClass::Constant && rises(points, quantity) => Some(Undecided::TooLittle),
        () if !without.is_some_and(|without| without.names(class)) => Some(Undecided::OnePoint),
        () if !large.is_none_or(|large| large.names(class)) => Some(Undecided::Changing),
        () => None,
    };
    let fit = GrowthFit {
        class: undecided.is_none().then_some(class),
        undecided,
        best: Some(winner.candidate()),
        runner_up: rival.as_ref().map(Fitted::candidate),
        ..nothing
    };
    (fit, Some(winner.curve))
}

impl Choice {
    /// Whether a class is the winner's, or that of a rival that is close.
    fn names(&self, class: GrowthClass) -> bool {
        let rival = self.rival.as_ref().filter(|_| self.close);
        self.winner.model.class == class || rival.is_some_and(|rival| rival.model.class == class)
    }
}

/// Whether there is more at the largest size than at the smallest, by more than is ignored.
#[allow(clippy::cast_precision_loss, reason = "a relative error of 2^-52 is none")]
fn rises(points: &[(u64, u64)], quantity: &Quantity) -> bool {
    let ends = points.first().zip(points.last());
    ends.is_some_and(|(first, last)| last.1 as f64 > (1.0 + quantity.flat) * first.1 as f64)
}

fn choose(points: &[(u64, u64)], quantity: &Quantity) -> Option<Choice> {
    let fitted: Vec<Fitted> = MODELS.iter().filter_map(|model| fit_model(*model, points, quantity)).collect();
    let best = least(fitted.iter())?;
    let worse = |other: &Fitted, than: &Fitted, noise: f64| {
        (other.mean_square + noise * noise) / (than.mean_square + noise * noise)
    };
    let parts = fitted.iter().filter(|part| part.model.is_within(&best.model) && part.model.class != best.model.class);
    let parts = parts.filter(|part| part.mean_square.sqrt() < FITS);
    let simpler = least(parts.filter(|part| worse(part, best, quantity.exact) < FAR_WORSE));
    let half = simpler.is_some_and(|part| {
        part.mean_square.sqrt() > quantity.noise / 2.0 && worse(part, best, quantity.exact) > NEARLY
    });
    let winner = simpler.unwrap_or(best);
    let others = fitted.iter().filter(|other| other.model.class != winner.model.class);
    let rival = least(others.filter(|other| !winner.model.is_within(&other.model)));
    let rival = if half { Some(best) } else { rival };
    #[allow(clippy::cast_precision_loss, reason = "there are few points")]
    let bits_more = |rival: &Fitted| bits(worse(rival, winner, quantity.noise)) * points.len() as f64;
    let close = |rival: &Fitted| bits_more(rival) < CLEARLY && worse(rival, winner, quantity.exact) < FAR_WORSE;
    let close = half || rival.is_some_and(close);
    Some(Choice { winner: winner.clone(), rival: rival.cloned(), close })
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
    let score = count * bits(solution.mean_square + quantity.exact * quantity.exact) + free * bits(count);
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
