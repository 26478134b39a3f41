//! Runs one job in a fresh WebAssembly sandbox and says what happened. Has no word for right or wrong.

mod clock;
mod console;
mod guest;
mod limiter;
mod preview1;
mod random;
mod stop;
