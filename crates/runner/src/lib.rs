//! x

#[cfg_attr(not(test), expect(dead_code, reason = "the engine's configuration takes it up"))]
mod meter;
