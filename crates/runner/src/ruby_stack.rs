//! Room for deep recursion in the Ruby interpreter.
//!
//! The interpreter was built with Binaryen's Asyncify: to see the local variables of its C functions, its garbage
//! collector leaves all of them, writing their locals to a buffer of 24 KiB, and enters them again. Some sixty calls
//! through blocks fill that buffer, and then the interpreter traps. Here the two places that know the buffer are
//! changed in the module, whose bytes are pinned by the pack's checksum: it moves to where there is more room, and its
//! end is taken back to what was written, so that the collector looks at no more than that.

/// Bytes of the new buffer. What is written to it is less than the same calls take of the engine's stack.
pub(crate) const BUFFER_BYTES: u32 = 8 << 20;

/// Where the module keeps the buffer's two bounds, the old buffer, and its end.
const BOUNDS: u32 = 21_130_644;
const OLD: (u32, u32) = (BOUNDS + 8, 21_155_228);

/// The identifier of a module's section of code.
const CODE: u8 = 10;

/// `asyncify_start_unwind`, which comes before the function that is changed.
const START_UNWIND: &[u8] =
    b"\x41\x01\x24\x01\x20\x00\x24\x02\x23\x02\x28\x02\x00\x23\x02\x28\x02\x04\x4b\x04\x40\x00\x0b\x0b";

/// `asyncify_stop_unwind` without its size: no locals, state 0, and a trap if more was written than there is room.
const STOP_UNWIND: &[u8] = b"\x00\x41\x00\x24\x01\x23\x02\x28\x02\x00\x23\x02\x28\x02\x04\x4b\x04\x40\x00\x0b\x0b";

/// Moves the buffer of `module` to the [`BUFFER_BYTES`] at `place`.
pub(crate) fn widen(module: &[u8], place: u32) -> Result<Vec<u8>, String> {
    let end = place.checked_add(BUFFER_BYTES).ok_or("there is no room for the buffer")?;
    let moved = splice(module, &set_bounds(OLD.0, OLD.1), &set_bounds(place, end))?;

    let mut shrinking = STOP_UNWIND.strip_suffix(b"\x0b").unwrap_or(STOP_UNWIND).to_vec();
    shrinking.extend_from_slice(b"\x23\x02"); // the bounds in use
    push_constant(&mut shrinking, BOUNDS);
    shrinking.extend_from_slice(b"\x46\x04\x40"); // are they the collector's?
    shrinking.extend_from_slice(b"\x23\x02\x23\x02\x28\x02\x00\x36\x02\x04\x0b\x0b"); // then the end is what was reached
    splice(&moved, &after_start(STOP_UNWIND), &after_start(&shrinking))
}

/// The instructions by which the collector sets the bounds: the end, then the start.
fn set_bounds(start: u32, end: u32) -> Vec<u8> {
    let mut code = Vec::new();
    for (bound, value) in [(BOUNDS + 4, end), (BOUNDS, start)] {
        push_constant(&mut code, bound);
        push_constant(&mut code, value);
        code.extend_from_slice(b"\x36\x02\x00");
    }
    code
}

/// `START_UNWIND` and, with its size before it, the function that follows it.
fn after_start(function: &[u8]) -> Vec<u8> {
    let mut code = START_UNWIND.to_vec();
    push_unsigned(&mut code, function.len());
    code.extend_from_slice(function);
    code
}

/// Replaces what must be in the module's code exactly once.
fn splice(module: &[u8], from: &[u8], to: &[u8]) -> Result<Vec<u8>, String> {
    let unknown = || "the interpreter is not the one that is known".to_owned();
    let (header, code) = section(module).ok_or_else(unknown)?;
    let bytes = module.get(code.clone()).ok_or_else(unknown)?;
    let mut places = bytes.windows(from.len()).enumerate().filter(|(_, window)| *window == from);
    let (Some((at, _)), None) = (places.next(), places.next()) else { return Err(unknown()) };
    let mut changed = module[..header].to_vec();
    push_unsigned(&mut changed, bytes.len() - from.len() + to.len());
    changed.extend([&bytes[..at], to, &bytes[at + from.len()..], &module[code.end..]].concat());
    Ok(changed)
}

/// Where the size of the section of code is written, and the section's content.
fn section(module: &[u8]) -> Option<(usize, std::ops::Range<usize>)> {
    let mut at = 8;
    loop {
        let (id, header) = (*module.get(at)?, at + 1);
        let (mut size, mut start, mut shift) = (0_usize, header, 0);
        loop {
            let byte = *module.get(start)?;
            size |= usize::from(byte & 0x7f).checked_shl(shift)?;
            (start, shift) = (start + 1, shift + 7);
            if byte < 0x80 {
                break;
            }
        }
        let end = start.checked_add(size)?;
        if id == CODE {
            return Some((header, start..end));
        }
        at = end;
    }
}

fn push_unsigned(code: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        code.push(low_bits(value) | 0x80);
        value >>= 7;
    }
    code.push(low_bits(value));
}

/// `i32.const`, whose number is written with a sign: a next byte is needed while the seventh bit would be taken for it.
fn push_constant(code: &mut Vec<u8>, value: u32) {
    code.push(0x41);
    let mut value = value as usize;
    while value >= 0x40 {
        code.push(low_bits(value) | 0x80);
        value >>= 7;
    }
    code.push(low_bits(value));
}

fn low_bits(value: usize) -> u8 {
    value.to_le_bytes()[0] & 0x7f
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(code: &[&[u8]]) -> Vec<u8> {
        let content = code.concat();
        let mut module = b"\0asm\x01\0\0\0\x01\x01\x00\x0a".to_vec();
        push_unsigned(&mut module, content.len());
        module.extend(content);
        module.extend(b"\x0b\x01\x00");
        module
    }

    #[test]
    fn the_bounds_move_and_the_sections_stay_whole() {
        let before = module(&[&set_bounds(OLD.0, OLD.1), &after_start(STOP_UNWIND)]);
        let after = widen(&before, 70_000_000).unwrap();
        let (_, code) = section(&after).unwrap();
        assert!(after[code.clone()].starts_with(&set_bounds(70_000_000, 70_000_000 + BUFFER_BYTES)));
        assert!(after[code.clone()].ends_with(b"\x36\x02\x04\x0b\x0b"));
        assert_eq!(&after[code.end..], b"\x0b\x01\x00");
    }

    #[test]
    fn another_interpreter_is_refused() {
        assert!(widen(&module(&[&set_bounds(OLD.0, OLD.1)]), 70_000_000).is_err());
        let twice = [&set_bounds(OLD.0, OLD.1)[..], &set_bounds(OLD.0, OLD.1), &after_start(STOP_UNWIND)];
        assert!(widen(&module(&twice), 70_000_000).is_err());
        assert!(widen(b"\0asm\x01\0\0\0\x0a\xff", 0).is_err());
    }
}
