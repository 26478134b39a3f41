//! Runs one job in a fresh WebAssembly sandbox and says what happened. Has no word for right or wrong.

mod clang;
mod clock;
mod console;
mod engine;
mod guest;
mod job;
mod limiter;
mod meter;
mod prepare;
mod preview1;
mod preview2;
mod program;
mod python;
mod random;
mod run;
mod stop;

pub use engine::{Engine, EngineError};
pub use job::{Finished, Job};
pub use prepare::{COMPILE_LIMITS, MODULE_BYTES, Prepared, Source};
pub use program::{NotAProgram, Program};
pub use run::RunError;

#[doc(hidden)]
pub mod probe {
    use std::sync::Arc;
    use bytes::Bytes;
    use crate::*;
    pub async fn python(engine: &Engine, cwasm: &str, source: &str, stdin: &str) {
        let t = std::time::Instant::now();
        #[allow(unsafe_code)]
        let c = unsafe { wasmtime::component::Component::deserialize_file(engine.wasmtime(), cwasm).unwrap() };
        let i = Arc::new(program::Interpreter::new(engine, &c).unwrap());
        println!("load {:?}", t.elapsed());
        let src = Source { language: assay_challenge::Language::new("python").unwrap(), main: "solution.py".into(), files: vec![("solution.py".into(), Bytes::copy_from_slice(source.as_bytes()))] };
        let t = std::time::Instant::now();
        let p = python::prepare(engine, i, &src, &COMPILE_LIMITS).await.unwrap();
        println!("prepare {:?} {:?}", t.elapsed(), p.compilation);
        let Some(program) = p.program else { return };
        let limits = assay_challenge::Limits { cost: 1 << 38, memory: 512 << 20, stdout: 1 << 20, stderr: 1 << 16, wall_ms: 60000 };
        let job = Job { program, stdin: Bytes::copy_from_slice(stdin.as_bytes()), arguments: vec![], files: vec![], writable: None, seed: 1, limits };
        for k in 0..5 {
            let t = std::time::Instant::now();
            let f = engine.run(&job).await.unwrap();
            let e = t.elapsed();
            if k == 0 { println!("{}\n{}\n{:?}", String::from_utf8_lossy(&f.outcome.stdout.bytes), String::from_utf8_lossy(&f.outcome.stderr.bytes), f.outcome.end); }
            println!("{:?} {:?}", e, f.outcome.usage);
        }
    }
    pub fn aot(engine: &Engine, from: &str, to: &str) {
        let b = std::fs::read(from).unwrap();
        std::fs::write(to, engine.wasmtime().precompile_component(&b).unwrap()).unwrap();
    }
}
