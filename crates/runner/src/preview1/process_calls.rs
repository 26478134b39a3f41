//! Calls about the guest as a process: its arguments, its environment, randomness, and sockets it has not.

use super::abi::Errno;
use super::memory::Memory;
use super::{Answer, Call};

pub(super) fn args_sizes_get(call: &mut Call<'_>, count: u32, size: u32) -> Answer {
    write_sizes(&mut call.memory, &call.guest.preview1.arguments, count, size)
}

pub(super) fn args_get(call: &mut Call<'_>, list: u32, text: u32) -> Answer {
    let texts = &call.guest.preview1.arguments;
    call.guest.console.owe(units(texts));
    write_texts(&mut call.memory, texts, list, text)
}

pub(super) fn environ_sizes_get(call: &mut Call<'_>, count: u32, size: u32) -> Answer {
    write_sizes(&mut call.memory, &call.guest.preview1.environment, count, size)
}

pub(super) fn environ_get(call: &mut Call<'_>, list: u32, text: u32) -> Answer {
    let texts = &call.guest.preview1.environment;
    call.guest.console.owe(units(texts));
    write_texts(&mut call.memory, texts, list, text)
}

/// Writes how many texts there are, and their bytes with a zero after each.
fn write_sizes(memory: &mut Memory<'_>, texts: &[Vec<u8>], count: u32, size: u32) -> Answer {
    let bytes: usize = texts.iter().map(|text| text.len() + 1).sum();
    memory.write_u32(count, u32::try_from(texts.len()).map_err(|_| Errno::FileTooBig)?)?;
    memory.write_u32(size, u32::try_from(bytes).map_err(|_| Errno::FileTooBig)?)?;
    Ok(())
}

/// What writing texts is charged.
fn units(texts: &[Vec<u8>]) -> u64 {
    texts.iter().map(|text| text.len() as u64 + 5).sum()
}

/// Writes the texts one after the other, and a list of where each begins.
fn write_texts(memory: &mut Memory<'_>, texts: &[Vec<u8>], mut list: u32, mut at: u32) -> Answer {
    for text in texts {
        let end = at.checked_add(u32::try_from(text.len()).map_err(|_| Errno::Fault)?).ok_or(Errno::Fault)?;
        memory.write_u32(list, at)?;
        memory.write(at, text)?;
        memory.write(end, &[0])?;
        list = list.checked_add(4).ok_or(Errno::Fault)?;
        at = end.checked_add(1).ok_or(Errno::Fault)?;
    }
    Ok(())
}

pub(super) fn random_get(call: &mut Call<'_>, pointer: u32, length: u32) -> Answer {
    let bytes = call.memory.slice_mut(pointer, length)?;
    call.guest.console.owe(u64::from(length));
    call.guest.random.fill(bytes);
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "every call has the same shape")]
pub(super) fn sched_yield(_call: &mut Call<'_>) -> Answer {
    Ok(())
}

pub(super) fn proc_raise(_call: &mut Call<'_>, _signal: u32) -> Answer {
    Err(Errno::NoSuchCall.into())
}

fn not_a_socket(call: &Call<'_>, fd: u32) -> Answer {
    call.guest.preview1.descriptors.get(fd)?;
    Err(Errno::NotSocket.into())
}

pub(super) fn sock_accept(call: &mut Call<'_>, fd: u32, _flags: u32, _out: u32) -> Answer {
    not_a_socket(call, fd)
}

pub(super) fn sock_recv(
    call: &mut Call<'_>,
    fd: u32,
    _buffers: u32,
    _count: u32,
    _flags: u32,
    _size: u32,
    _out_flags: u32,
) -> Answer {
    not_a_socket(call, fd)
}

pub(super) fn sock_send(call: &mut Call<'_>, fd: u32, _buffers: u32, _count: u32, _flags: u32, _size: u32) -> Answer {
    not_a_socket(call, fd)
}

pub(super) fn sock_shutdown(call: &mut Call<'_>, fd: u32, _how: u32) -> Answer {
    not_a_socket(call, fd)
}
