//! Modules that are linked already, written into one: every item numbered anew, every import replaced by what it is.
//!
//! Two things are done on the way, because this is the one place that sees all modules. A variable that no function
//! sets is written as its value: shared libraries know the addresses of all their data and functions by such variables.
//! And a function that does nothing but call an entry of the table is replaced by the function that is there.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{Error as Reencoding, Reencode, utils};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, EntityType, ExportKind, ExportSection, FunctionSection, GlobalSection,
    ImportSection, Instruction, MemorySection, TableSection, TypeSection,
};
use wasmparser::{DataKind, ElementItems, ElementKind, FuncType, FunctionBody, Operator};

use super::component::{Component, Place};
use super::module::{Kind, Module, Name};
use super::{FlattenError, number, shape};

/// Writes the component's modules as one.
pub(super) fn merge(component: &Component<'_>) -> Result<Vec<u8>, FlattenError> {
    let mut linker = Linker::new(component)?;
    linker.find_constants()?;
    linker.number()?;
    linker.look_through_trampolines()?;
    linker.write()
}

/// Where an item stands in the merged module, by the instance and index it is known by.
type Numbers = BTreeMap<usize, Vec<u32>>;

struct Linker<'a> {
    component: &'a Component<'a>,
    /// The instances that are merged, in order.
    instances: Vec<(usize, &'a Module<'a>)>,
    types: Vec<FuncType>,
    hosts: Vec<(Name<'a>, u32)>,
    functions: Numbers,
    globals: Numbers,
    /// The values of variables that are never set, by where they are.
    constants: BTreeMap<Place<'a>, i32>,
    /// Values of the merged module's variables that are constants.
    values: BTreeMap<u32, i32>,
}

impl<'a> Linker<'a> {
    fn new(component: &'a Component<'a>) -> Result<Self, FlattenError> {
        let modules = (0..component.instances.len()).filter_map(|at| Some((at, component.module_of(at)?)));
        let instances: Vec<_> = modules.collect();
        let once: BTreeSet<_> = instances.iter().map(|(_, module)| std::ptr::from_ref(*module)).collect();
        if once.len() != instances.len() {
            return Err(shape("a module is instantiated twice"));
        }
        let count = |of: fn(&Module<'_>) -> usize| instances.iter().map(|(_, module)| of(module)).sum::<usize>();
        if (count(|module| module.tables.len()), count(|module| module.memories.len())) != (1, 1) {
            return Err(shape("it has not just one table and one memory"));
        }
        Ok(Self {
            component,
            instances,
            types: Vec::new(),
            hosts: Vec::new(),
            functions: Numbers::new(),
            globals: Numbers::new(),
            constants: BTreeMap::new(),
            values: BTreeMap::new(),
        })
    }

    /// Finds the variables that nothing sets, and their values.
    fn find_constants(&mut self) -> Result<(), FlattenError> {
        let mut set = BTreeSet::new();
        for (instance, module) in &self.instances {
            for body in &module.bodies {
                for operator in body.get_operators_reader()? {
                    match operator? {
                        Operator::GlobalSet { global_index } => {
                            set.insert(self.component.find(*instance, Kind::Global, global_index)?);
                        }
                        Operator::TableSet { .. }
                        | Operator::TableGrow { .. }
                        | Operator::TableFill { .. }
                        | Operator::TableCopy { .. }
                        | Operator::TableInit { .. } => return Err(shape("its table changes")),
                        _ => {}
                    }
                }
            }
        }
        for (instance, module) in &self.instances {
            for (index, global) in (0_u32..).zip(&module.globals) {
                let place = Place::Defined { instance: *instance, index };
                if let Operator::I32Const { value } = global.init_expr.get_operators_reader().read()?
                    && !set.contains(&place)
                {
                    self.constants.insert(place, value);
                }
            }
        }
        Ok(())
    }

    /// Gives every function and variable its number: what the host gives comes first.
    fn number(&mut self) -> Result<(), FlattenError> {
        let mut hosts: BTreeMap<Name<'a>, u32> = BTreeMap::new();
        for (instance, module) in self.instances.clone() {
            for index in 0..number(module.imports(Kind::Function).len()) {
                if let Place::Host(name) = self.component.find(instance, Kind::Function, index)?
                    && !hosts.contains_key(&name)
                {
                    hosts.insert(name, number(self.hosts.len()));
                    let of = self.type_number(module.function_type(index)?);
                    self.hosts.push((name, of));
                }
            }
        }
        let starts = |kind: Kind, from: usize| {
            let mut next = number(from);
            let mut starts = BTreeMap::new();
            for (instance, module) in &self.instances {
                starts.insert(*instance, next);
                next += number(module.count(kind) - module.imports(kind).len());
            }
            starts
        };
        for (kind, from) in [(Kind::Function, self.hosts.len()), (Kind::Global, 0)] {
            let starts = starts(kind, from);
            let mut numbers = Numbers::new();
            for (instance, module) in &self.instances {
                let mut own = Vec::with_capacity(module.count(kind));
                for index in 0..number(module.count(kind)) {
                    own.push(match self.component.find(*instance, kind, index)? {
                        Place::Host(name) => *hosts.get(&name).ok_or_else(|| shape("it imports a variable"))?,
                        place @ Place::Defined { instance, index } => {
                            let start = starts.get(&instance).ok_or_else(|| shape("an instance is left out"))?;
                            if let (Kind::Global, Some(value)) = (kind, self.constants.get(&place)) {
                                self.values.insert(start + index, *value);
                            }
                            start + index
                        }
                    });
                }
                numbers.insert(*instance, own);
            }
            match kind {
                Kind::Function => self.functions = numbers,
                _ => self.globals = numbers,
            }
        }
        Ok(())
    }

    fn type_number(&mut self, of: &FuncType) -> u32 {
        let known = self.types.iter().position(|known| known == of);
        number(known.unwrap_or_else(|| {
            self.types.push(of.clone());
            self.types.len() - 1
        }))
    }

    /// Replaces functions that only call an entry of the table by what is there.
    fn look_through_trampolines(&mut self) -> Result<(), FlattenError> {
        let mut table = BTreeMap::new();
        for (instance, module) in &self.instances {
            for segment in module.elements.clone().into_iter().flatten() {
                let segment = segment?;
                let ElementKind::Active { offset_expr, .. } = &segment.kind else { continue };
                let offset = self.value(*instance, &offset_expr.get_operators_reader().read()?)?;
                let ElementItems::Functions(functions) = segment.items else { continue };
                for (slot, function) in (offset..).zip(functions) {
                    table.insert(slot, (*instance, function?));
                }
            }
        }
        let mut replaced = BTreeMap::new();
        for (instance, module) in &self.instances {
            let imported = number(module.imports(Kind::Function).len());
            for (index, body) in (imported..).zip(&module.bodies) {
                let own = module.function_type(index)?;
                let Some(slot) = self.called_slot(*instance, own.params().len(), body)? else { continue };
                let Some((there, function)) = table.get(&slot) else { continue };
                let Some(target) = self.component.module_of(*there) else { continue };
                if target.function_type(*function)? == own {
                    replaced
                        .insert(self.functions[instance][index as usize], self.functions[there][*function as usize]);
                }
            }
        }
        let last = |mut number: u32| {
            // One may lead to the next; no more of them than there are.
            for _ in 0..replaced.len() {
                match replaced.get(&number) {
                    Some(next) => number = *next,
                    None => break,
                }
            }
            number
        };
        for numbers in self.functions.values_mut() {
            for number in numbers {
                *number = last(*number);
            }
        }
        Ok(())
    }

    /// The entry of the table a function calls with its own parameters, if that is all it does.
    fn called_slot(
        &self,
        instance: usize,
        parameters: usize,
        body: &FunctionBody<'a>,
    ) -> Result<Option<u32>, FlattenError> {
        let mut operators = body.get_operators_reader()?;
        for parameter in 0..number(parameters) {
            if !matches!(operators.read()?, Operator::LocalGet { local_index } if local_index == parameter) {
                return Ok(None);
            }
        }
        let slot = self.value(instance, &operators.read()?).ok();
        let calls = slot.is_some()
            && matches!(operators.read()?, Operator::CallIndirect { .. })
            && matches!(operators.read()?, Operator::End);
        Ok(slot.filter(|_| calls))
    }

    /// The value of a constant expression's one instruction.
    fn value(&self, instance: usize, operator: &Operator<'_>) -> Result<u32, FlattenError> {
        let value = match operator {
            Operator::I32Const { value } => Some(*value),
            Operator::GlobalGet { global_index } => {
                let place = self.component.find(instance, Kind::Global, *global_index)?;
                self.constants.get(&place).copied()
            }
            _ => None,
        };
        value.map(i32::cast_unsigned).ok_or_else(|| shape("a segment's place is not known"))
    }

    fn write(mut self) -> Result<Vec<u8>, FlattenError> {
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let (mut tables, mut memories, mut globals) = (TableSection::new(), MemorySection::new(), GlobalSection::new());
        let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
        for (instance, module) in self.instances.clone() {
            let types: Vec<u32> = module.types.iter().map(|of| self.type_number(of)).collect();
            for of in &module.functions[module.imports(Kind::Function).len()..] {
                functions.function(types[*of as usize]);
            }
            let numbers = (&self.functions[&instance], &self.globals[&instance]);
            let mut numbered =
                Numbered { types: &types, functions: numbers.0, globals: numbers.1, values: &self.values };
            for body in &module.bodies {
                utils::parse_function_body(&mut numbered, &mut code, body.clone())?;
            }
            for table in &module.tables {
                utils::parse_table(&mut numbered, &mut tables, table.clone())?;
            }
            for memory in &module.memories {
                memories.memory(numbered.memory_type(*memory)?);
            }
            for global in &module.globals {
                utils::parse_global(&mut numbered, &mut globals, global.clone())?;
            }
            for segment in module.elements.clone().into_iter().flatten() {
                utils::parse_element(&mut numbered, &mut elements, segment?)?;
            }
            for segment in module.data.clone().into_iter().flatten() {
                let segment = segment?;
                if !matches!(segment.kind, DataKind::Active { .. }) {
                    return Err(shape("it has data that is copied later"));
                }
                utils::parse_data(&mut numbered, &mut data, segment)?;
            }
        }
        let mut module = wasm_encoder::Module::new();
        let mut types = TypeSection::new();
        for of in &self.types {
            types.ty().func_type(&wasm_encoder::reencode::RoundtripReencoder.func_type(of.clone())?);
        }
        let mut imports = ImportSection::new();
        for ((interface, name), of) in &self.hosts {
            imports.import(interface, name, EntityType::Function(*of));
        }
        let exports = self.exports()?;
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&globals).section(&exports).section(&elements).section(&code).section(&data);
        Ok(module.finish())
    }

    fn exports(&self) -> Result<ExportSection, FlattenError> {
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        let mut functions = vec![
            ("cabi_realloc".to_owned(), self.component.export_realloc),
            ("import-realloc".to_owned(), self.component.import_realloc),
        ];
        for (name, lifted) in &self.component.exports {
            functions.push(((*name).to_owned(), Some(lifted.core)));
            functions.push((format!("cabi_post_{name}"), lifted.after));
        }
        for (name, function) in functions.into_iter().filter_map(|(name, function)| Some((name, function?))) {
            let Place::Defined { instance, index } = self.component.find_item(Kind::Function, function)? else {
                return Err(shape(format!("{name} is the host's")));
            };
            let imported = self.component.module_of(instance).map_or(0, |module| module.imports(Kind::Function).len());
            exports.export(&name, ExportKind::Func, self.functions[&instance][imported + index as usize]);
        }
        Ok(exports)
    }
}

/// One module's items by their numbers in the merged one.
struct Numbered<'a> {
    types: &'a [u32],
    functions: &'a [u32],
    globals: &'a [u32],
    values: &'a BTreeMap<u32, i32>,
}

impl Reencode for Numbered<'_> {
    type Error = std::convert::Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Reencoding> {
        Ok(self.types[index as usize])
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Reencoding> {
        Ok(self.functions[index as usize])
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Reencoding> {
        Ok(self.globals[index as usize])
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Reencoding> {
        if let Operator::GlobalGet { global_index } = operator
            && let Some(value) = self.values.get(&self.globals[global_index as usize])
        {
            return Ok(Instruction::I32Const(*value));
        }
        utils::instruction(self, operator)
    }
}
