//! Modules whose instances can be put back: which they are, and how that is written into them.
//!
//! What an instance is lies in its memory and in the variables its functions set. Both must be within reach of the host, so
//! they are exported, under names that only this file gives: a module that comes with such names loses them, and so
//! no submission can pass for what it is not.

use std::borrow::Cow;
use std::collections::BTreeSet;

use wasm_encoder::{Encode, ExportKind, ExportSection};
use wasmparser::{BinaryReaderError, Export, Operator, Parser, Payload, TypeRef, ValType};
use wasmtime::{Module, ModuleExport};

/// What the names that are given begin with.
const PREFIX: &str = "assay reuse ";

const MEMORY: &str = "assay reuse memory";

/// That modules are marked, and how, among what other things are made from: another form makes other things.
pub(crate) const FORM: (&str, &str) = ("form", "marked for reuse");

/// The most variables that are put back. Compilers make a handful.
const VARIABLES: usize = 1000;

const EXPORTS: u8 = 7;

/// Where in a module that can be put back its parts are.
pub(super) struct Parts {
    pub(super) memory: ModuleExport,
    /// The variables that any function sets.
    pub(super) variables: Vec<ModuleExport>,
}

impl Parts {
    /// The parts of a module that was marked so.
    pub(super) fn of(module: &Module) -> Option<Self> {
        let memory = module.get_export_index(MEMORY)?;
        let named = module.exports().map(|export| export.name()).filter(|name| name.starts_with(PREFIX));
        let variables = named.filter(|name| *name != MEMORY).filter_map(|name| module.get_export_index(name));
        Some(Self { memory, variables: variables.collect() })
    }
}

/// A valid module `wasm`, marked as one whose instances can be put back if they can.
pub(crate) fn mark(wasm: &[u8]) -> Result<Cow<'_, [u8]>, BinaryReaderError> {
    let found = Found::read(wasm)?;
    let forged = |export: &Export<'_>| export.name.starts_with(PREFIX);
    if !found.reusable() && !found.exports.iter().any(forged) {
        return Ok(Cow::Borrowed(wasm));
    }
    let mut exports = ExportSection::new();
    for export in found.exports.iter().filter(|export| !forged(export)) {
        exports.export(export.name, ExportKind::from(export.kind), export.index);
    }
    if found.reusable() {
        exports.export(MEMORY, ExportKind::Memory, 0);
        for variable in &found.set {
            exports.export(&format!("{PREFIX}variable {variable}"), ExportKind::Global, *variable);
        }
    }
    let mut marked = wasm.get(..8).unwrap_or(wasm).to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let Some((id, range)) = payload?.as_section() else { continue };
        marked.push(id);
        if id == EXPORTS {
            exports.encode(&mut marked);
        } else {
            wasm.get(range).unwrap_or_default().encode(&mut marked);
        }
    }
    Ok(Cow::Owned(marked))
}

/// What of a module decides it.
#[derive(Default)]
struct Found<'a> {
    exports: Vec<Export<'a>>,
    memories: usize,
    /// The numbers of the variables that hold numbers, and of those that any function sets.
    numbers: BTreeSet<u32>,
    set: BTreeSet<u32>,
    /// Whether it has what cannot be put back: a memory or variable of others, a table or segments that change.
    other: bool,
}

impl<'a> Found<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut found = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        found.other |= !matches!(import?.ty, TypeRef::Func(_));
                    }
                }
                Payload::MemorySection(memories) => found.memories = memories.count() as usize,
                Payload::GlobalSection(globals) => {
                    for (number, global) in (0..).zip(globals) {
                        if !matches!(global?.ty.content_type, ValType::Ref(_)) {
                            found.numbers.insert(number);
                        }
                    }
                }
                Payload::ExportSection(exports) => found.exports = exports.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader()? {
                        found.see(&operator?);
                    }
                }
                Payload::TagSection(_) => found.other = true,
                _ => {}
            }
        }
        Ok(found)
    }

    fn see(&mut self, operator: &Operator<'_>) {
        match operator {
            Operator::GlobalSet { global_index } => {
                self.set.insert(*global_index);
            }
            Operator::TableSet { .. }
            | Operator::TableGrow { .. }
            | Operator::TableFill { .. }
            | Operator::TableCopy { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. }
            | Operator::DataDrop { .. } => self.other = true,
            _ => {}
        }
    }

    fn reusable(&self) -> bool {
        let set = &self.set;
        !self.other && self.memories == 1 && set.len() <= VARIABLES && set.is_subset(&self.numbers)
    }
}

#[cfg(test)]
mod tests {
    use wasmtime::Engine;

    use super::*;

    fn marked(text: &str) -> Module {
        Module::new(&Engine::default(), mark(&wat::parse_str(text).unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn memory_and_the_variables_that_are_set_are_exported() {
        let module = marked(
            r#"(module (import "host" "f" (func)) (memory 2) (table 1 funcref) (data (i32.const 0) "x")
                (global i32 (i32.const 1)) (global $set (mut i64) (i64.const 1)) (global (mut i32) (i32.const 1))
                (func (export "_start") (global.set $set (i64.const 2)) (drop (memory.grow (i32.const 1)))))"#,
        );
        assert_eq!(Parts::of(&module).map(|parts| parts.variables.len()), Some(1));
        let names: Vec<_> = module.exports().map(|export| export.name().to_owned()).collect();
        assert_eq!(names, ["_start", "assay reuse memory", "assay reuse variable 1"]);
    }

    #[test]
    fn what_cannot_be_put_back_is_not_marked_though_it_says_so_itself() {
        for body in [
            "(table 1 funcref) (func (table.set (i32.const 0) (ref.null func)))",
            "(table 1 funcref) (func (drop (table.grow (ref.null func) (i32.const 1))))",
            "(table 1 funcref) (func (table.fill (i32.const 0) (ref.null func) (i32.const 1)))",
            "(table 1 funcref) (func (table.copy (i32.const 0) (i32.const 0) (i32.const 1)))",
            "(table 1 funcref) (elem $e func) (func (table.init $e (i32.const 0) (i32.const 0) (i32.const 0)))",
            "(elem $e func) (func (elem.drop $e))",
            "(data $d \"x\") (func (data.drop $d))",
            "(global $g (mut funcref) (ref.null func)) (func (global.set $g (ref.null func)))",
            "(memory 1)",
        ] {
            let forged = "(global $mine (export \"assay reuse variable 7\") i32 (i32.const 0))";
            let module = marked(&format!(
                "(module (memory (export \"assay reuse memory\") 1) {body} {forged} (func (export \"_start\")))"
            ));
            assert!(Parts::of(&module).is_none(), "{body}");
            assert_eq!(module.exports().map(|export| export.name()).collect::<Vec<_>>(), ["_start"], "{body}");
        }
        let many = |count: usize| {
            let variables = "(global (mut i32) (i32.const 0))".repeat(count);
            let sets = (0..count).fold(String::new(), |sets, n| sets + &format!("(global.set {n} (i32.const 1))"));
            Parts::of(&marked(&format!("(module (memory 1) {variables} (func {sets}) (func (export \"_start\")))")))
                .is_some()
        };
        assert!(many(VARIABLES) && !many(VARIABLES + 1));
        assert!(Parts::of(&marked("(module (func (export \"_start\")))")).is_none());
        assert!(Parts::of(&marked("(module (import \"a\" \"b\" (memory 1)))")).is_none());
    }
}
