//! A guest whose every export passes its arguments on to the call of the same name, and the tests that drive it.

mod clock;
mod files;
mod hostile;
mod streams;

use std::fmt::Write;

use assay_challenge::Limits;
use bytes::Bytes;
use wasmtime::{Config, Engine, Instance, Linker, Module, Store, Val, ValType};

use super::abi::{Errno, OPEN_CREATE, RIGHT_READ, RIGHT_WRITE};
use super::{Preview1, add_to_linker};
use crate::guest::{Guest, meter_host_calls, spent};
use crate::run::Given;
use crate::stop::Stop;

const COST: u64 = 1 << 50;
/// Where answers and buffer descriptions go in the guest's memory, and where bytes go.
const OUT: u32 = 8;
const LIST: u32 = 64;
const PATH: u32 = 1024;
const DATA: u32 = 8192;
const PAGE: u32 = 65_536;
/// The descriptor of the root folder.
const ROOT: u32 = 3;

fn limits() -> Limits {
    Limits { cost: COST, memory: 1 << 24, stdout: 1000, stderr: 10, wall_ms: 60_000 }
}

fn file(path: &str, text: &'static str) -> (String, Bytes) {
    (path.to_owned(), Bytes::from_static(text.as_bytes()))
}

/// Runs a future that never waits for anything outside.
fn settle<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

fn store_and_linker(stdin: &'static str, preview1: Preview1) -> (Store<Guest>, Linker<Guest>) {
    let engine = Engine::new(Config::new().consume_fuel(true)).unwrap();
    let guest =
        Guest::new(Given { stdin: Bytes::from_static(stdin.as_bytes()), seed: 7, limits: &limits(), files: preview1 });
    let mut store = Store::new(&engine, guest);
    store.set_fuel(COST).unwrap();
    meter_host_calls(&mut store, COST);
    let mut linker = Linker::new(&engine);
    add_to_linker(&mut linker).unwrap();
    (store, linker)
}

/// What a call came to: the bytes or number asked for, or the guest's error code.
type Answer<T> = Result<T, i32>;

fn refused<T>(errno: Errno) -> Answer<T> {
    Err(i32::from(errno as u16))
}

struct Sandbox {
    store: Store<Guest>,
    instance: Instance,
}

impl Sandbox {
    fn new(stdin: &'static str, preview1: Preview1) -> Self {
        let (mut store, linker) = store_and_linker(stdin, preview1);
        let (mut imports, mut exports) = (String::new(), String::new());
        let known: Vec<_> = linker.iter(&mut store).map(|(_, name, call)| (name.to_owned(), call)).collect();
        for (name, call) in known {
            let ty = call.into_func().unwrap().ty(&store);
            let params: String = ty.params().flat_map(|param| [" ".to_owned(), param.to_string()]).collect();
            let result = if ty.results().len() == 0 { "" } else { "(result i32)" };
            let arguments: String = (0..ty.params().len()).fold(String::new(), |mut text, index| {
                write!(text, "(local.get {index})").unwrap();
                text
            });
            write!(imports, r#"(import "{}" "{name}" (func ${name} (param{params}) {result}))"#, super::MODULE)
                .unwrap();
            write!(exports, r#"(func (export "{name}") (param{params}) {result} (call ${name} {arguments}))"#).unwrap();
        }
        let text = format!(r#"(module {imports} (memory (export "memory") 1) {exports})"#);
        let module = Module::new(store.engine(), text).unwrap();
        let instance = settle(linker.instantiate_async(&mut store, &module)).unwrap();
        Self { store, instance }
    }

    /// What was spent so far.
    fn cost(&self) -> u64 {
        spent(self.store.data(), COST, self.store.get_fuel().unwrap())
    }

    /// A guest that may write `limit` bytes over `files`.
    fn writing(limit: u64, files: Vec<(String, Bytes)>) -> Self {
        Self::new("", Preview1::new(Vec::new(), None, files).writable(Some(limit)))
    }

    /// A guest that may only read `files`.
    fn reading(files: Vec<(String, Bytes)>) -> Self {
        Self::new("", Preview1::new(Vec::new(), None, files))
    }

    fn try_call(&mut self, name: &str, arguments: &[i64]) -> wasmtime::Result<i32> {
        let function = self.instance.get_func(&mut self.store, name).unwrap();
        let ty = function.ty(&self.store);
        assert_eq!(ty.params().len(), arguments.len(), "{name}");
        let typed = ty.params().zip(arguments).map(|(param, &value)| match param {
            ValType::I64 => Val::I64(value),
            _ => Val::I32(u32::try_from(value).unwrap().cast_signed()),
        });
        let typed: Vec<_> = typed.collect();
        let mut results = vec![Val::I32(0); ty.results().len()];
        settle(function.call_async(&mut self.store, &typed, &mut results))?;
        Ok(results.first().map_or(0, Val::unwrap_i32))
    }

    fn call(&mut self, name: &str, arguments: &[i64]) -> Answer<()> {
        match self.try_call(name, arguments).unwrap() {
            0 => Ok(()),
            errno => Err(errno),
        }
    }

    fn stop(&mut self, name: &str, arguments: &[i64]) -> Stop {
        self.try_call(name, arguments).unwrap_err().downcast().unwrap()
    }

    fn put(&mut self, pointer: u32, bytes: &[u8]) {
        let memory = self.instance.get_memory(&mut self.store, "memory").unwrap();
        memory.write(&mut self.store, pointer as usize, bytes).unwrap();
    }

    fn get(&mut self, pointer: u32, length: u32) -> Vec<u8> {
        let memory = self.instance.get_memory(&mut self.store, "memory").unwrap();
        memory.data(&self.store)[pointer as usize..][..length as usize].to_vec()
    }

    fn u32_at(&mut self, pointer: u32) -> u32 {
        super::memory::u32_at(&self.get(pointer, 4), 0)
    }

    fn u64_at(&mut self, pointer: u32) -> u64 {
        super::memory::u64_at(&self.get(pointer, 8), 0)
    }

    /// Describes one buffer at [`LIST`].
    fn put_buffer(&mut self, pointer: u32, length: u32) {
        self.put(LIST, &[pointer.to_le_bytes(), length.to_le_bytes()].concat());
    }

    /// Calls something whose second to fourth arguments are a path: `before`, the path, `after`.
    fn at_path(&mut self, name: &str, before: &[i64], path: &str, after: &[i64]) -> Answer<()> {
        self.put(PATH, path.as_bytes());
        let path = [i64::from(PATH), i64::try_from(path.len()).unwrap()];
        self.call(name, &[before, &path, after].concat())
    }

    fn open_as(&mut self, path: &str, how: u32, rights: u64, flags: u16) -> Answer<u32> {
        let after = [i64::from(how), rights.cast_signed(), 0, i64::from(flags), i64::from(OUT)];
        self.at_path("path_open", &[i64::from(ROOT), 0], path, &after)?;
        Ok(self.u32_at(OUT))
    }

    fn open(&mut self, path: &str) -> Answer<u32> {
        self.open_as(path, 0, RIGHT_READ, 0)
    }

    fn create(&mut self, path: &str) -> Answer<u32> {
        self.open_as(path, OPEN_CREATE, RIGHT_READ | RIGHT_WRITE, 0)
    }

    fn make_directory(&mut self, path: &str) -> Answer<()> {
        self.at_path("path_create_directory", &[i64::from(ROOT)], path, &[])
    }

    fn unlink(&mut self, path: &str) -> Answer<()> {
        self.at_path("path_unlink_file", &[i64::from(ROOT)], path, &[])
    }

    fn rename(&mut self, from: &str, to: &str) -> Answer<()> {
        let new = PATH + 512;
        self.put(new, to.as_bytes());
        let to = [i64::from(ROOT), i64::from(new), i64::try_from(to.len()).unwrap()];
        self.at_path("path_rename", &[i64::from(ROOT)], from, &to)
    }

    fn close(&mut self, fd: u32) -> Answer<()> {
        self.call("fd_close", &[i64::from(fd)])
    }

    fn write(&mut self, fd: u32, bytes: &[u8]) -> Answer<u32> {
        self.put(DATA, bytes);
        self.put_buffer(DATA, u32::try_from(bytes.len()).unwrap());
        self.call("fd_write", &[i64::from(fd), i64::from(LIST), 1, i64::from(OUT)])?;
        Ok(self.u32_at(OUT))
    }

    fn read(&mut self, fd: u32, most: u32) -> Answer<String> {
        self.put_buffer(DATA, most);
        self.call("fd_read", &[i64::from(fd), i64::from(LIST), 1, i64::from(OUT)])?;
        let length = self.u32_at(OUT);
        Ok(String::from_utf8(self.get(DATA, length)).unwrap())
    }

    /// The names in a folder from a cookie on, with the cookies that follow them, through a buffer of this size.
    fn list(&mut self, fd: u32, cookie: u64, room: u32) -> Answer<Vec<(String, u64)>> {
        let arguments = [fd, DATA, room].map(i64::from);
        self.call("fd_readdir", &[&arguments[..], &[cookie.cast_signed(), i64::from(OUT)]].concat())?;
        let (mut at, end) = (DATA, DATA + self.u32_at(OUT));
        let mut listed = Vec::new();
        while at + 24 <= end {
            let (next, length) = (self.u64_at(at), self.u32_at(at + 16));
            if at + 24 + length > end {
                break;
            }
            listed.push((String::from_utf8(self.get(at + 24, length)).unwrap(), next));
            at += 24 + length;
        }
        Ok(listed)
    }

    fn seek(&mut self, fd: u32, offset: i64, whence: u32) -> Answer<u64> {
        self.call("fd_seek", &[i64::from(fd), offset, i64::from(whence), i64::from(OUT)])?;
        Ok(self.u64_at(OUT))
    }

    fn written(&self) -> Vec<(String, String)> {
        let written = self.store.data().preview1.written();
        written.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes.to_vec()).unwrap())).collect()
    }
}
