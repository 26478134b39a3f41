//! TypeScript without its types: JavaScript to be run, and for each place in it the place it was written at.
//!
//! Types are not checked. This is the one step that reads a submission's source outside the sandbox. The parser is
//! memory-safe, but it calls itself for what is nested, so what it is given is bounded and it has a stack of its own.

use std::fmt::Write;
use std::path::Path;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CodegenReturn, CommentOptions};
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;
use oxc_transformer::{TransformOptions, Transformer};

mod nesting;
mod place;

use place::Places;

/// The most bytes of one file.
const FILE_BYTES: usize = 2 << 20;

/// How deep a file may be nested, by [`nesting::bound`], which never counts too little. What the parser has to try twice
/// takes it time that grows with the square of the depth: at this one, up to 3 s were measured.
const DEPTH: usize = 8_000;

/// Bytes of stack for the deepest file: what one level takes was measured below, and this is more than twice that.
const STACK: usize = 1 << 30;

/// JavaScript made of one file.
pub(crate) struct Translated {
    /// What is run.
    pub(crate) code: String,
    /// Four numbers on a line: line and column in `code`, line and column in the file, all from one.
    pub(crate) places: String,
}

/// Takes the types off a file. The error is for the one who wrote it: place, line and what is wrong.
pub(crate) async fn translate(name: &str, text: &[u8]) -> Result<Translated, String> {
    read(name, text, strip).await
}

/// Has `work` read the name and text of a file, on a stack that is large enough for any that is let through.
pub(crate) async fn read<T: Send + 'static>(
    name: &str,
    text: &[u8],
    work: impl FnOnce(&str, &str) -> Result<T, String> + Send + 'static,
) -> Result<T, String> {
    let Ok(text) = std::str::from_utf8(text) else {
        return Err(format!("{name}: it is not UTF-8\n"));
    };
    if text.len() > FILE_BYTES {
        return Err(format!("{name}: it has {} bytes; a file of TypeScript may have {FILE_BYTES}\n", text.len()));
    }
    if nesting::bound(text) > DEPTH {
        return Err(format!("{name}: it is nested too deeply\n"));
    }
    let (name, text) = (name.to_owned(), text.to_owned());
    let (send, receive) = tokio::sync::oneshot::channel();
    let work = move || {
        let _ = send.send(work(&name, &text));
    };
    let thread = std::thread::Builder::new().name("typescript".to_owned()).stack_size(STACK).spawn(work);
    match thread {
        Ok(_) => receive.await.unwrap_or_else(|_| Err("it could not be read\n".to_owned())),
        Err(error) => Err(format!("it could not be read: {error}\n")),
    }
}

fn strip(name: &str, text: &str) -> Result<Translated, String> {
    let places = Places::new(name, text);
    let allocator = Allocator::default();
    let kind = SourceType::ts();
    let options = ParseOptions { allow_return_outside_function: true, ..ParseOptions::default() };
    let parsed = Parser::new(&allocator, text, kind).with_options(options).parse();
    if !parsed.diagnostics.is_empty() {
        return Err(places.describe(parsed.diagnostics));
    }
    let mut program = parsed.program;
    let semantic = SemanticBuilder::new().with_check_syntax_error(true).with_enum_eval(true).build(&program);
    if !semantic.diagnostics.is_empty() {
        return Err(places.describe(semantic.diagnostics));
    }
    let scoping = semantic.semantic.into_scoping();
    let options = TransformOptions::default();
    let transformed = Transformer::new(&allocator, Path::new(name), &options).build_with_scoping(scoping, &mut program);
    if !transformed.diagnostics.is_empty() {
        return Err(places.describe(transformed.diagnostics));
    }
    let options = CodegenOptions {
        source_map_path: Some(name.into()),
        comments: CommentOptions::disabled(),
        ..CodegenOptions::default()
    };
    let CodegenReturn { code, map, .. } = Codegen::new().with_options(options).build(&program);
    let mut rows = String::new();
    if let Some(map) = map {
        for token in map.get_tokens() {
            let (line, column) = (token.get_src_line() + 1, token.get_src_col() + 1);
            let _ = writeln!(rows, "{} {} {line} {column}", token.get_dst_line() + 1, token.get_dst_col() + 1);
        }
    }
    Ok(Translated { code, places: rows })
}

#[cfg(test)]
#[path = "typescript/tests.rs"]
mod tests;
