//! What a compiler made of source files, and how it is kept.

use assay_challenge::Compilation;
use bytes::Bytes;

/// What came of compiling: the messages, and the module if there is one.
pub(crate) struct Compiled {
    pub(crate) compilation: Compilation,
    pub(crate) module: Option<Bytes>,
}

impl Compiled {
    /// As it is kept in the cache: a header in JSON with its length before it, then the module.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let Compilation { ok, message, usage } = &self.compilation;
        let header = serde_json::json!({ "ok": ok, "message": message, "usage": usage }).to_string();
        let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
        bytes.extend_from_slice(header.as_bytes());
        bytes.extend_from_slice(self.module.as_deref().unwrap_or_default());
        bytes
    }

    /// From what `to_bytes` wrote; `None` if it is something else.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk()?;
        let (header, module) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        let mut header: serde_json::Value = serde_json::from_slice(header).ok()?;
        let compilation = Compilation {
            ok: header["ok"].as_bool()?,
            message: header["message"].as_str()?.to_owned(),
            usage: serde_json::from_value(header["usage"].take()).ok()?,
        };
        let module = compilation.ok.then(|| Bytes::copy_from_slice(module));
        Some(Self { compilation, module })
    }
}
