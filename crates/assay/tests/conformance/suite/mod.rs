//! The conformance suite: the same programs in every language, what each must do, and how one is run.
//!
//! The tests hold every language to it. The examples `conformance` and `calibrate` and the benches measure with it, so that
//! what is documented is what is tested.

pub(crate) mod languages;
pub(crate) mod row;
pub(crate) mod run;
pub(crate) mod table;
