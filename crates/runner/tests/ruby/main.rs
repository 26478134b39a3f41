//! Ruby in the sandbox: what its programs print, how they end, and that they do so again.

mod ends;
mod ground;
mod input;
mod library;
