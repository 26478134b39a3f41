//! Whole grades: that they repeat, that every report shows the same, that they can be dropped and shared.

#[path = "../ground/mod.rs"]
mod ground;

mod determinism;
mod expectation;
mod growth;
mod profile;
mod reports;
mod sharing;
mod tiers;
