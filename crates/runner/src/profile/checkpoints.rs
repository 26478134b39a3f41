//! More places where a module looks at its fuel, so that a sample falls into the function that spent the units.
//!
//! Compiled code looks where a function begins and where a loop does. What a function without loops costs would be found
//! by the loop that calls it. So an empty loop, which costs nothing, is put before everything that leaves a function or
//! enters another: the module costs exactly what it did, and what was spent since the last look was spent by the
//! function that looks.

use wasmparser::{BinaryReaderError, FunctionBody, Operator, Parser, Payload};

/// `loop end`, without parameters and results.
const LOOK: [u8; 3] = [0x03, 0x40, 0x0b];

const CODE_SECTION: u8 = 10;
const CUSTOM_SECTION: u8 = 0;

/// The module with more places to look, function by function the same. Of custom sections only the names are kept: what
/// others say of places in the code is no longer true.
pub(crate) fn add(module: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut out = module.get(..8).unwrap_or(module).to_vec();
    let (mut before, mut code) = (out.len(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionEntry(body) => {
                let body = with_looks(module, body)?;
                leb128(&mut code, body.len());
                code.extend_from_slice(&body);
                continue;
            }
            Payload::CodeSectionStart { count, range, .. } => {
                leb128(&mut code, *count as usize);
                before = range.end;
                if *count > 0 {
                    continue;
                }
            }
            _ => {}
        }
        flush(&mut out, &mut code);
        let Some((id, range)) = payload.as_section().filter(|(id, _)| *id != CODE_SECTION) else { continue };
        let names = matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        if id != CUSTOM_SECTION || names {
            out.extend_from_slice(module.get(before..range.end).unwrap_or_default());
        }
        before = range.end;
    }
    flush(&mut out, &mut code);
    Ok(out)
}

/// Writes the code section, once all its functions are there.
fn flush(out: &mut Vec<u8>, code: &mut Vec<u8>) {
    if !code.is_empty() {
        out.push(CODE_SECTION);
        leb128(out, code.len());
        out.append(code);
    }
}

fn with_looks(module: &[u8], body: &FunctionBody<'_>) -> Result<Vec<u8>, BinaryReaderError> {
    let range = body.range();
    let mut out = Vec::with_capacity(range.len() + range.len() / 4);
    let (mut copied, mut depth) = (range.start, 1_u32);
    for item in body.get_operators_reader()?.into_iter_with_offsets() {
        let (operator, offset) = item?;
        if looks_before(&operator, depth)? {
            out.extend_from_slice(module.get(copied..offset).unwrap_or_default());
            out.extend_from_slice(&LOOK);
            copied = offset;
        }
        match operator {
            Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
            Operator::End => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    out.extend_from_slice(module.get(copied..range.end).unwrap_or_default());
    Ok(out)
}

/// Whether an instruction leaves the function, enters another, or asks the engine for something. In the last case the
/// counter is in a register, and must not have run out when the host is asked.
fn looks_before(operator: &Operator<'_>, depth: u32) -> Result<bool, BinaryReaderError> {
    let leaves = |relative_depth: u32| relative_depth + 1 >= depth;
    Ok(match operator {
        Operator::Call { .. }
        | Operator::CallIndirect { .. }
        | Operator::ReturnCall { .. }
        | Operator::ReturnCallIndirect { .. }
        | Operator::Return
        | Operator::RefFunc { .. }
        | Operator::MemoryGrow { .. }
        | Operator::MemoryInit { .. }
        | Operator::MemoryCopy { .. }
        | Operator::MemoryFill { .. }
        | Operator::TableGrow { .. }
        | Operator::TableInit { .. }
        | Operator::TableCopy { .. }
        | Operator::TableFill { .. } => true,
        Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => leaves(*relative_depth),
        Operator::BrTable { targets } => {
            let mut any = leaves(targets.default());
            for target in targets.targets() {
                any |= leaves(target?);
            }
            any
        }
        Operator::End => depth == 1,
        _ => false,
    })
}

fn leb128(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"(module
        (import "a" "b" (func $import))
        (memory 1)
        (func $leaf (param i32) (result i32) (if (result i32) (local.get 0) (then (return (i32.const 1))) (else (i32.const 2))))
        (func $out (block (br_table 0 1 (i32.const 1))) (call $import) (drop (memory.grow (i32.const 0))))
        (@custom "metadata.code.branch_hint" "\00")
        (data (i32.const 0) "x"))"#;

    #[test]
    fn a_module_stays_valid_and_keeps_the_names_of_its_functions() {
        let module = wat::parse_str(TEXT).unwrap();
        let more = add(&module).unwrap();
        crate::meter::validate(&more).unwrap();
        let customs = Parser::new(0).parse_all(&more).filter_map(|payload| match payload.unwrap() {
            Payload::CustomSection(section) => Some(section.name().to_owned()),
            _ => None,
        });
        assert_eq!(customs.collect::<Vec<_>>(), ["name"]);
        // leaf: return, end; out: br_table, call, memory.grow, end.
        assert_eq!(more.windows(3).filter(|bytes| *bytes == LOOK).count(), 6);
    }

    #[test]
    fn bytes_that_are_no_module_are_an_error() {
        assert!(add(b"\0asm\x01\0\0\0\x0a\x05").is_err());
        assert!(add(b"").is_err());
    }
}
