//! What a component is made of, and what a name in one of its modules leads to.

use std::collections::BTreeMap;

use wasmparser::{
    CanonicalFunction, CanonicalOption, ComponentAlias, ComponentExternalKind, Instance as Written, Parser, Payload,
};

use super::module::{Kind, Module, Name};
use super::{FlattenError, number, shape};

/// Interfaces of the host begin so.
const HOST: &str = "wasi:";

/// The table by which a component's own functions reach those of the host before there is a memory to lower them with.
const SHIM_TABLE: &str = "$imports";

/// The most names that lead from one to the next.
const CHAIN: usize = 64;

#[derive(Default)]
pub(super) struct Component<'a> {
    pub(super) modules: Vec<Module<'a>>,
    pub(super) instances: Vec<Instance<'a>>,
    items: BTreeMap<Kind, Vec<Item<'a>>>,
    /// The core functions behind the component's own, by their indices; `None` for others.
    lifted: Vec<Option<Lifted>>,
    /// By name, the core functions behind the functions it exports.
    pub(super) exports: Vec<(&'a str, Lifted)>,
    /// What allocates parameters of exported functions, and results of imported ones.
    pub(super) export_realloc: Option<u32>,
    pub(super) import_realloc: Option<u32>,
}

pub(super) enum Instance<'a> {
    Module { module: usize, arguments: BTreeMap<&'a str, usize> },
    Items(BTreeMap<&'a str, (Kind, u32)>),
}

/// A core item of the component.
enum Item<'a> {
    Alias {
        instance: usize,
        name: &'a str,
    },
    /// A function of the host in the canonical ABI.
    Lowered,
}

/// The core functions behind a function of the component.
#[derive(Clone, Copy)]
pub(super) struct Lifted {
    pub(super) core: u32,
    /// What is called once the answer was read.
    pub(super) after: Option<u32>,
}

/// Where an item really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place<'a> {
    Host(Name<'a>),
    /// Among what the module of an instance defines, counted without its imports.
    Defined {
        instance: usize,
        index: u32,
    },
}

impl<'a> Component<'a> {
    pub(super) fn read(wasm: &'a [u8]) -> Result<Self, FlattenError> {
        let mut component = Self::default();
        // Payloads of what is nested come in between, and are read when their own turn has come.
        let mut depth = 0_u32;
        for payload in Parser::new(0).parse_all(wasm) {
            match (payload?, depth) {
                (Payload::ModuleSection { unchecked_range, .. }, 0) => {
                    let bytes = wasm.get(unchecked_range).ok_or_else(|| shape("a module is cut short"))?;
                    component.modules.push(Module::read(bytes)?);
                    depth = 1;
                }
                (Payload::ModuleSection { .. } | Payload::ComponentSection { .. }, _) => depth += 1,
                (Payload::End(_), inside) => depth = inside.saturating_sub(1),
                (payload, 0) => component.section(payload)?,
                _ => {}
            }
        }
        Ok(component)
    }

    fn section(&mut self, payload: Payload<'a>) -> Result<(), FlattenError> {
        match payload {
            Payload::InstanceSection(instances) => {
                for instance in instances {
                    self.instances.push(match instance? {
                        Written::Instantiate { module_index, args } => Instance::Module {
                            module: module_index as usize,
                            arguments: args.iter().map(|argument| (argument.name, argument.index as usize)).collect(),
                        },
                        Written::FromExports(exports) => {
                            let item = |export: &wasmparser::Export<'a>| {
                                Ok((export.name, (Kind::of(export.kind)?, export.index)))
                            };
                            Instance::Items(exports.iter().map(item).collect::<Result<_, FlattenError>>()?)
                        }
                    });
                }
            }
            Payload::ComponentAliasSection(aliases) => {
                for alias in aliases {
                    match alias? {
                        ComponentAlias::CoreInstanceExport { kind, instance_index, name } => {
                            let alias = Item::Alias { instance: instance_index as usize, name };
                            self.items.entry(Kind::of(kind)?).or_default().push(alias);
                        }
                        ComponentAlias::InstanceExport { kind: ComponentExternalKind::Func, .. } => {
                            self.lifted.push(None);
                        }
                        _ => {}
                    }
                }
            }
            Payload::ComponentCanonicalSection(functions) => {
                for function in functions {
                    self.canonical(function?);
                }
            }
            Payload::ComponentExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ComponentExternalKind::Func {
                        let lifted = self.lifted.get(export.index as usize).copied().flatten();
                        self.exports.extend(lifted.map(|lifted| (export.name.name, lifted)));
                        self.lifted.push(lifted);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn canonical(&mut self, function: CanonicalFunction) {
        let realloc = |options: &[CanonicalOption]| {
            options.iter().find_map(|option| match option {
                CanonicalOption::Realloc(function) => Some(*function),
                _ => None,
            })
        };
        match function {
            CanonicalFunction::Lift { core_func_index, options, .. } => {
                let after = options.iter().find_map(|option| match option {
                    CanonicalOption::PostReturn(function) => Some(*function),
                    _ => None,
                });
                self.lifted.push(Some(Lifted { core: core_func_index, after }));
                self.export_realloc = realloc(&options).or(self.export_realloc);
            }
            CanonicalFunction::Lower { options, .. } => {
                self.items.entry(Kind::Function).or_default().push(Item::Lowered);
                self.import_realloc = self.import_realloc.or(realloc(&options));
            }
            _ => self.items.entry(Kind::Function).or_default().push(Item::Lowered),
        }
    }

    /// The module an instance is of; `None` for the two that only pass on functions of the host.
    pub(super) fn module_of(&self, instance: usize) -> Option<&Module<'a>> {
        match self.instances.get(instance)? {
            Instance::Module { module, .. } => self.modules.get(*module).filter(|module| !is_shim(module)),
            Instance::Items(_) => None,
        }
    }

    /// Where an item of an instance's module is.
    pub(super) fn find(&self, instance: usize, kind: Kind, index: u32) -> Result<Place<'a>, FlattenError> {
        self.follow(instance, kind, index, CHAIN)
    }

    /// Where a core item of the component is.
    pub(super) fn find_item(&self, kind: Kind, index: u32) -> Result<Place<'a>, FlattenError> {
        self.item(kind, index, CHAIN)
    }

    fn follow(&self, instance: usize, kind: Kind, index: u32, chain: usize) -> Result<Place<'a>, FlattenError> {
        let Some(Instance::Module { module, arguments }) = self.instances.get(instance) else {
            return Err(shape(format!("instance {instance} is no module's")));
        };
        let imports = self.modules.get(*module).map_or(&[][..], |module| module.imports(kind));
        match imports.get(index as usize) {
            Some(&name) if name.0.starts_with(HOST) => Ok(Place::Host(name)),
            Some(&(from, name)) => {
                let from = arguments.get(from).ok_or_else(|| shape(format!("no instance is given as {from}")))?;
                self.export(*from, kind, name, chain)
            }
            None => Ok(Place::Defined { instance, index: index - number(imports.len()) }),
        }
    }

    fn export(&self, instance: usize, kind: Kind, name: &str, chain: usize) -> Result<Place<'a>, FlattenError> {
        let none = || shape(format!("instance {instance} has no {name}"));
        let chain = chain.checked_sub(1).ok_or_else(|| shape(format!("{name} leads in circles")))?;
        match self.instances.get(instance).ok_or_else(none)? {
            Instance::Items(items) => {
                let (of, index) = items.get(name).filter(|(of, _)| *of == kind).ok_or_else(none)?;
                self.item(*of, *index, chain)
            }
            Instance::Module { module, .. } => {
                let module = self.modules.get(*module).ok_or_else(none)?;
                if is_shim(module) && kind == Kind::Function {
                    return self.behind_the_shim(name, chain);
                }
                let (of, index) = module.exports.get(name).filter(|(of, _)| *of == kind).ok_or_else(none)?;
                self.follow(instance, *of, *index, chain)
            }
        }
    }

    fn item(&self, kind: Kind, index: u32, chain: usize) -> Result<Place<'a>, FlattenError> {
        match self.items.get(&kind).and_then(|items| items.get(index as usize)) {
            Some(Item::Alias { instance, name }) => self.export(*instance, kind, name, chain),
            Some(Item::Lowered) => Err(shape("a function of the host is passed on under another name")),
            None => Err(shape(format!("there is no {kind:?} {index}"))),
        }
    }

    /// What the shim's table holds for one of its functions: what is put there has the function's name.
    fn behind_the_shim(&self, name: &str, chain: usize) -> Result<Place<'a>, FlattenError> {
        let filling = self.instances.iter().position(
            |instance| matches!(instance, Instance::Items(items) if items.contains_key(SHIM_TABLE) && items.contains_key(name)),
        );
        self.export(filling.ok_or_else(|| shape("a shim is never filled"))?, Kind::Function, name, chain)
    }
}

/// Whether a module is the one with the table of host functions, or the one that fills it.
fn is_shim(module: &Module<'_>) -> bool {
    module.exports.contains_key(SHIM_TABLE) || module.imports(Kind::Table).iter().any(|(_, name)| *name == SHIM_TABLE)
}
