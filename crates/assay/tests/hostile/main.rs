//! Submissions that mean harm: each earns its one verdict, and none is felt by anyone else.

#[path = "../ground/mod.rs"]
mod ground;

mod c;
mod components;
mod go;
mod java;
mod javac;
mod javascript;
mod modules;
mod python;
mod row;
mod ruby;
mod rust;
mod table;
mod wat;
