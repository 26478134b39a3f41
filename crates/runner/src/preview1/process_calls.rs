//! Calls about the guest as a process: its arguments, its (empty) environment, randomness, and sockets it has not.

use super::abi::Errno;
use super::{Answer, Call};

pub(super) fn args_sizes_get(call: &mut Call<'_>, count: u32, size: u32) -> Answer {
    let arguments = &call.guest.preview1.arguments;
    let text: usize = arguments.iter().map(|argument| argument.len() + 1).sum();
    call.memory.write_u32(count, u32::try_from(arguments.len()).map_err(|_| Errno::FileTooBig)?)?;
    call.memory.write_u32(size, u32::try_from(text).map_err(|_| Errno::FileTooBig)?)?;
    Ok(())
}

pub(super) fn args_get(call: &mut Call<'_>, mut list: u32, mut text: u32) -> Answer {
    for argument in &call.guest.preview1.arguments {
        let length = u32::try_from(argument.len()).map_err(|_| Errno::Fault)?;
        let end = text.checked_add(length).ok_or(Errno::Fault)?;
        call.guest.console.owe(u64::from(length) + 5);
        call.memory.write_u32(list, text)?;
        call.memory.write(text, argument)?;
        call.memory.write(end, &[0])?;
        list = list.checked_add(4).ok_or(Errno::Fault)?;
        text = end.checked_add(1).ok_or(Errno::Fault)?;
    }
    Ok(())
}

pub(super) fn environ_sizes_get(call: &mut Call<'_>, count: u32, size: u32) -> Answer {
    call.memory.write_u32(count, 0)?;
    call.memory.write_u32(size, 0)?;
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "every call has the same shape")]
pub(super) fn environ_get(_call: &mut Call<'_>, _list: u32, _text: u32) -> Answer {
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
