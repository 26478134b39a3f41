//! Submissions that mean harm: each earns its one verdict, and none is felt by anyone else.

#[path = "../ground.rs"]
mod ground;

mod c;
mod python;
mod row;
mod table;
mod wat;
