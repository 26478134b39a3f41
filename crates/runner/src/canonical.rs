//! Calls into an instance by the canonical ABI: parameters are copied to where the guest allocates them.

use wasmtime::{Instance, Memory, Store, TypedFunc, WasmParams, WasmResults};

use crate::guest::Guest;

/// What the guest allocates with: old pointer and size, alignment, size.
const ALLOCATE: &str = "cabi_realloc";

/// An instance that exports `memory` and `cabi_realloc`.
pub(crate) struct Canonical<'a> {
    instance: &'a Instance,
    memory: Memory,
    allocate: TypedFunc<(u32, u32, u32, u32), u32>,
}

impl<'a> Canonical<'a> {
    pub(crate) fn new(store: &mut Store<Guest>, instance: &'a Instance) -> wasmtime::Result<Self> {
        let memory = instance.get_memory(&mut *store, "memory");
        let memory = memory.ok_or_else(|| wasmtime::Error::msg("the module has no memory"))?;
        let allocate = instance.get_typed_func(store, ALLOCATE)?;
        Ok(Self { instance, memory, allocate })
    }

    pub(crate) async fn call<P: WasmParams + Sync, R: WasmResults + Sync>(
        &self,
        store: &mut Store<Guest>,
        name: &str,
        parameters: P,
    ) -> wasmtime::Result<R> {
        let function = self.instance.get_typed_func::<P, R>(&mut *store, name)?;
        function.call_async(store, parameters).await.map_err(|error| error.context(format!("in `{name}`")))
    }

    /// Calls a function that answers nothing, and what is to be called after it, so that the instance can be called again.
    pub(crate) async fn call_and_return<P: WasmParams + Sync>(
        &self,
        store: &mut Store<Guest>,
        name: &str,
        parameters: P,
    ) -> wasmtime::Result<()> {
        self.call::<P, ()>(store, name, parameters).await?;
        self.call(store, &format!("cabi_post_{name}"), ()).await
    }

    /// Room in the guest.
    pub(crate) async fn allocate(&self, store: &mut Store<Guest>, align: u32, length: u32) -> wasmtime::Result<u32> {
        self.allocate.call_async(store, (0, 0, align, length)).await
    }

    /// Copies bytes into the guest; returns where they are. The guest allocates for none too: it will free them.
    pub(crate) async fn bytes(&self, store: &mut Store<Guest>, align: u32, bytes: &[u8]) -> wasmtime::Result<u32> {
        let pointer = self.allocate(store, align, u32::try_from(bytes.len())?).await?;
        self.memory.write(store, pointer as usize, bytes)?;
        Ok(pointer)
    }

    /// Copies a string, or a list of bytes; returns its two words.
    pub(crate) async fn string(&self, store: &mut Store<Guest>, text: &[u8]) -> wasmtime::Result<(u32, u32)> {
        Ok((self.bytes(store, 1, text).await?, u32::try_from(text.len())?))
    }

    /// Copies a list of records of strings, each of `width` of them.
    pub(crate) async fn strings(
        &self,
        store: &mut Store<Guest>,
        width: usize,
        texts: &[&[u8]],
    ) -> wasmtime::Result<(u32, u32)> {
        let mut list = Vec::new();
        for text in texts {
            let (pointer, length) = self.string(store, text).await?;
            list.extend_from_slice(&pointer.to_le_bytes());
            list.extend_from_slice(&length.to_le_bytes());
        }
        Ok((self.bytes(store, 4, &list).await?, u32::try_from(texts.len() / width)?))
    }

    /// Reads `N` bytes of what a call answered.
    pub(crate) fn read<const N: usize>(&self, store: &mut Store<Guest>, at: u32) -> wasmtime::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.memory.read(store, at as usize, &mut bytes)?;
        Ok(bytes)
    }

    /// Reads a number of what a call answered.
    pub(crate) fn word(&self, store: &mut Store<Guest>, at: u32) -> wasmtime::Result<u32> {
        Ok(u32::from_le_bytes(self.read(store, at)?))
    }

    /// Reads the string, or list of bytes, whose two words are at `at`.
    pub(crate) fn list(&self, store: &mut Store<Guest>, at: u32) -> wasmtime::Result<Vec<u8>> {
        let (pointer, length) = (self.word(store, at)? as usize, self.word(store, at.saturating_add(4))? as usize);
        let bytes = self.memory.data(store).get(pointer..pointer.saturating_add(length));
        Ok(bytes.ok_or_else(|| wasmtime::Error::msg("what it answered is not in its memory"))?.to_vec())
    }
}
