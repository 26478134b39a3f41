//! Which records are used as keys of maps or items of sets, and so must be comparable in languages that say so.

use assay_challenge::{DataType, Function, Interface, Item};

/// Whether values of the record are keys of maps or items of sets somewhere in the interface.
pub(crate) fn is_key(interface: &Interface, record: &str) -> bool {
    let mut found = false;
    for data_type in types(interface) {
        visit(data_type, &mut |data_type| {
            let (DataType::Map(key, _) | DataType::Set(key)) = data_type else { return };
            found |= holds(interface, key, record, interface.records.len());
        });
    }
    found
}

/// Every type the interface names: of parameters, results and fields.
pub(crate) fn types(interface: &Interface) -> Vec<&DataType> {
    let functions: Vec<&Function> = match &interface.item {
        Item::Function(function) => vec![function],
        Item::Class(class) => std::iter::once(&class.constructor).chain(&class.methods).collect(),
    };
    let used = functions
        .into_iter()
        .flat_map(|function| function.parameters.iter().map(|parameter| &parameter.data_type).chain(&function.result));
    let fields = interface.records.iter().flat_map(|record| &record.fields).map(|field| &field.data_type);
    used.chain(fields).collect()
}

/// Calls `see` with the type and every type inside it.
pub(crate) fn visit<'a>(data_type: &'a DataType, see: &mut dyn FnMut(&'a DataType)) {
    match data_type {
        DataType::List(item) | DataType::Set(item) | DataType::Optional(item) => visit(item, see),
        DataType::Map(key, value) => {
            visit(key, see);
            visit(value, see);
        }
        DataType::Tuple(items) => items.iter().for_each(|item| visit(item, see)),
        _ => {}
    }
    see(data_type);
}

/// Whether a value of the type has a value of the record in it; `depth` bounds records that hold themselves.
fn holds(interface: &Interface, data_type: &DataType, record: &str, depth: usize) -> bool {
    let mut found = false;
    visit(data_type, &mut |data_type| {
        if let DataType::Record(name) = data_type {
            let fields = interface.record(name).map_or(&[][..], |record| &record.fields);
            found |= name == record
                || depth > 0 && fields.iter().any(|field| holds(interface, &field.data_type, record, depth - 1));
        }
    });
    found
}
