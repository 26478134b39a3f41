//! Drives the built `assay` as people, scripts and backends do: arguments in, streams and exit code out.

mod bench;
mod cache;
mod errors;
mod grading;
mod help;
mod languages;
mod many;
mod profile;
mod setting;
