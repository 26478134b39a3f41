//! How a submission's cost and memory grow with the size of its input: the measurements, and the class they fit.
//!
//! The arithmetic of a fit is the same on every machine: it uses `+ - * /` and the square root of 64-bit floating-point
//! numbers in a fixed order, and logarithms from [`efficiency`](crate::efficiency) in fixed point.

mod fit;
mod least_squares;
mod model;
mod part;
#[cfg(test)]
mod tests;

use assay_challenge::{GrowthClass, Verdict};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fit::{COST, Curve, MEMORY, fit};

/// How cost and memory grew over a range of sizes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrowthGrade {
    /// What the submission used, the smallest size first. A size is here only if the run succeeded with a right answer.
    pub points: Vec<GrowthPoint>,
    /// Why there is nothing of larger sizes; absent if every size was run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<GrowthStop>,
    /// How cost grows.
    pub cost: GrowthFit,
    /// How memory grows.
    pub memory: GrowthFit,
    /// The challenge's own solution on the same inputs; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<GrowthReference>,
    /// From about which size on the submission costs more than twice as many times what the reference costs as it does
    /// at the smallest size, by the fitted curves; absent if it grows no faster, or if one of the two is undecided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts_at: Option<u64>,
}

/// What one run used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrowthPoint {
    /// The size of the input.
    pub size: u64,
    /// Units of cost.
    pub cost: u64,
    /// The most bytes of memory held at once.
    pub memory_bytes: u64,
}

/// The size at which measuring stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrowthStop {
    /// The smallest size that was run, or would have been, and is no point.
    pub size: u64,
    /// The verdict on that run; absent if it was stopped because measuring may cost no more in all.
    pub verdict: Option<Verdict>,
}

/// The class that measurements fit, with its support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrowthFit {
    /// The class; absent where the measurements cannot tell.
    pub class: Option<GrowthClass>,
    /// Why there is no class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undecided: Option<Undecided>,
    /// The class that fits best, decided or not; absent where there are too few points.
    pub best: Option<GrowthCandidate>,
    /// The other class that fits best.
    pub runner_up: Option<GrowthCandidate>,
    /// The smallest size measured; 0 if there is none.
    pub from: u64,
    /// The largest.
    pub to: u64,
    /// How many sizes were measured.
    pub points: u64,
}

/// How well a class fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrowthCandidate {
    /// The class.
    pub class: GrowthClass,
    /// The root of the mean squared relative error of its curve, in millionths.
    pub error_ppm: u64,
}

/// Why measurements do not tell a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Undecided {
    /// There are fewer than five sizes.
    FewPoints,
    /// The largest size is less than eight times the smallest.
    NarrowRange,
    /// No class comes close to the measurements.
    NoFit,
    /// Two classes fit about as well.
    TwoFit,
    /// It grows, but by too little to tell how.
    TooLittle,
    /// Without the largest size it would be another class.
    OnePoint,
    /// The larger sizes alone would be another class.
    Changing,
}

/// The challenge's own solution, measured in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GrowthReference {
    /// Its path inside the challenge; absent in a candidate's copy.
    pub program: Option<String>,
    /// The language it is written in.
    pub language: String,
    /// What it used.
    pub points: Vec<GrowthPoint>,
    /// How its cost grows.
    pub cost: GrowthFit,
    /// How its memory grows.
    pub memory: GrowthFit,
}

impl GrowthGrade {
    /// Fits what was measured. Points come in any order; of two with one size the first counts.
    pub fn of(points: Vec<GrowthPoint>, stopped: Option<GrowthStop>, reference: Option<GrowthReference>) -> Self {
        let points = in_order(points);
        let (cost, curve) = cost(&points);
        let parts_at = reference.as_ref().and_then(|reference| {
            let (theirs, their_curve) = self::cost(&reference.points);
            if cost.class? <= theirs.class? {
                return None;
            }
            let (from, to) = (cost.from.max(theirs.from), cost.to.max(theirs.to));
            part::size(&curve?, &their_curve?, from, to)
        });
        let memory = memory(&points);
        Self { points, stopped, cost, memory, reference, parts_at }
    }
}

impl GrowthReference {
    /// Fits what was measured of `program`.
    pub fn of(program: String, language: String, points: Vec<GrowthPoint>) -> Self {
        let points = in_order(points);
        let (cost, memory) = (cost(&points).0, memory(&points));
        Self { program: Some(program), language, points, cost, memory }
    }
}

impl GrowthFit {
    /// The class that counts where one must be named: the one decided on, or the slower growing of the two that fit best.
    pub fn at_best(&self) -> Option<GrowthClass> {
        let runner_up = self.runner_up.filter(|_| self.undecided == Some(Undecided::TwoFit));
        let best = self.best.map(|best| best.class);
        self.class.or_else(|| [best, runner_up.map(|other| other.class)].into_iter().flatten().min())
    }
}

fn in_order(mut points: Vec<GrowthPoint>) -> Vec<GrowthPoint> {
    points.sort_by_key(|point| point.size);
    points.dedup_by_key(|point| point.size);
    points
}

fn cost(points: &[GrowthPoint]) -> (GrowthFit, Option<Curve>) {
    let measured: Vec<(u64, u64)> = points.iter().map(|point| (point.size, point.cost)).collect();
    fit(&measured, &COST)
}

fn memory(points: &[GrowthPoint]) -> GrowthFit {
    let measured: Vec<(u64, u64)> = points.iter().map(|point| (point.size, point.memory_bytes)).collect();
    fit(&measured, &MEMORY).0
}
