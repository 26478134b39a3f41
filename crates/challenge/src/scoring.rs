//! How points are made: the declared share for efficiency and how groups add up.

use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{GrowthClass, Language, Tiers};

/// How a challenge gives points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoring {
    /// Points for a perfect submission, efficiency included.
    pub points: u32,
    /// The part of the points given for efficiency, if any.
    pub efficiency: Option<Efficiency>,
    /// The part of the points given for how cost grows, if any.
    pub growth: Option<GrowthScoring>,
    /// The setter's solutions that a cost is placed between, if there are any.
    pub tiers: Option<Tiers>,
}

impl Scoring {
    /// So many points, all of them for right answers.
    pub fn of_answers(points: u32) -> Self {
        Self { points, efficiency: None, growth: None, tiers: None }
    }
}

/// Points for the class that cost grows by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrowthScoring {
    /// Percent of the challenge's points, 1 to 99.
    pub share: u32,
    /// Percent of the share that each class earns, and those that grow slower than it.
    pub marks: BTreeMap<GrowthClass, u32>,
}

impl GrowthScoring {
    /// Percent of the share that `class` earns.
    pub fn marks(&self, class: GrowthClass) -> u32 {
        self.marks.range(class..).next().map_or(0, |(_, marks)| *marks)
    }
}

/// How a group's points follow from its members'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Aggregate {
    /// Members share the group's points by weight.
    #[default]
    Sum,
    /// The group earns the fraction its worst member earned: all or nothing for plain verdicts.
    Min,
}

/// Points for cost, compared with the setter's reference solution in the same language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Efficiency {
    /// Percent of the challenge's points, 1 to 99.
    pub share: u32,
    /// Cost over the reference's, in thousandths, up to which full marks are given.
    pub full: u32,
    /// Cost over the reference's, in thousandths, from which nothing is given; between, marks fall with the logarithm.
    pub zero: u32,
    /// The reference solution of each language.
    pub references: BTreeMap<Language, PathBuf>,
}
