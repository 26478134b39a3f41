//! One module of a component, its sections read and its items counted.

use std::collections::BTreeMap;

use wasmparser::{
    DataSectionReader, ElementSectionReader, ExternalKind, FuncType, FunctionBody, Global, MemoryType, Parser, Payload,
    Table, TypeRef,
};

use super::{FlattenError, shape};

/// What kinds of item modules share with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Function,
    Table,
    Memory,
    Global,
}

impl Kind {
    pub(super) fn of(kind: ExternalKind) -> Result<Self, FlattenError> {
        match kind {
            ExternalKind::Func | ExternalKind::FuncExact => Ok(Self::Function),
            ExternalKind::Table => Ok(Self::Table),
            ExternalKind::Memory => Ok(Self::Memory),
            ExternalKind::Global => Ok(Self::Global),
            ExternalKind::Tag => Err(shape("it has tags")),
        }
    }
}

/// Where an import is looked for: the name of an instance and a name in it.
pub(super) type Name<'a> = (&'a str, &'a str);

#[derive(Default)]
pub(super) struct Module<'a> {
    pub(super) types: Vec<FuncType>,
    /// Imports by kind, in their order; they come before what is defined.
    imports: BTreeMap<Kind, Vec<Name<'a>>>,
    /// The types of all functions, imports first.
    pub(super) functions: Vec<u32>,
    pub(super) tables: Vec<Table<'a>>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<Global<'a>>,
    pub(super) exports: BTreeMap<&'a str, (Kind, u32)>,
    pub(super) elements: Option<ElementSectionReader<'a>>,
    pub(super) data: Option<DataSectionReader<'a>>,
    pub(super) bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Module<'a> {
    pub(super) fn read(wasm: &'a [u8]) -> Result<Self, FlattenError> {
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(types) => {
                    let types: Result<Vec<_>, _> = types.into_iter_err_on_gc_types().collect();
                    module.types = types?;
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let kind = match import.ty {
                            TypeRef::Func(of) | TypeRef::FuncExact(of) => {
                                module.functions.push(of);
                                Kind::Function
                            }
                            TypeRef::Table(_) => Kind::Table,
                            TypeRef::Memory(_) => Kind::Memory,
                            TypeRef::Global(_) => Kind::Global,
                            TypeRef::Tag(_) => return Err(shape("it imports tags")),
                        };
                        module.imports.entry(kind).or_default().push((import.module, import.name));
                    }
                }
                Payload::FunctionSection(functions) => {
                    for of in functions {
                        module.functions.push(of?);
                    }
                }
                Payload::TableSection(tables) => module.tables = tables.into_iter().collect::<Result<_, _>>()?,
                Payload::MemorySection(memories) => module.memories = memories.into_iter().collect::<Result<_, _>>()?,
                Payload::GlobalSection(globals) => module.globals = globals.into_iter().collect::<Result<_, _>>()?,
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        module.exports.insert(export.name, (Kind::of(export.kind)?, export.index));
                    }
                }
                Payload::ElementSection(elements) => module.elements = Some(elements),
                Payload::DataSection(data) => module.data = Some(data),
                Payload::CodeSectionEntry(body) => module.bodies.push(body),
                Payload::StartSection { .. } => return Err(shape("a module of it starts by itself")),
                Payload::TagSection(_) => return Err(shape("a module of it has tags")),
                _ => {}
            }
        }
        Ok(module)
    }

    pub(super) fn imports(&self, kind: Kind) -> &[Name<'a>] {
        self.imports.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// How many items of a kind there are, imports included.
    pub(super) fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Function => self.functions.len(),
            Kind::Table => self.imports(kind).len() + self.tables.len(),
            Kind::Memory => self.imports(kind).len() + self.memories.len(),
            Kind::Global => self.imports(kind).len() + self.globals.len(),
        }
    }

    /// The type of a function, by its index.
    pub(super) fn function_type(&self, index: u32) -> Result<&FuncType, FlattenError> {
        let of = self.functions.get(index as usize).and_then(|of| self.types.get(*of as usize));
        of.ok_or_else(|| shape(format!("function {index} has no type")))
    }
}
