//! The numbers of WASI preview 1: error codes, rights, flags and the layout of what is written to guest memory.

/// What a call answers when it cannot do its job; the numbers are the standard's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Errno {
    BadDescriptor = 8,
    Busy = 10,
    Exists = 20,
    Fault = 21,
    FileTooBig = 22,
    IllegalBytes = 25,
    Invalid = 28,
    IsDirectory = 31,
    TooManyDescriptors = 33,
    NameTooLong = 37,
    NotFound = 44,
    NoSpace = 51,
    NoSuchCall = 52,
    NotDirectory = 54,
    NotEmpty = 55,
    NotSocket = 57,
    NotSupported = 58,
    ReadOnly = 69,
    NotSeekable = 70,
    CrossDevice = 75,
}

pub(super) const RIGHT_READ: u64 = 1 << 1;
pub(super) const RIGHT_WRITE: u64 = 1 << 6;
/// Everything that can be done to a file, and nothing that is done to a folder or a socket.
pub(super) const RIGHTS_OF_FILES: u64 = 0x08e0_01ff;
/// Everything but sockets: what a folder hands on to what is opened in it.
pub(super) const RIGHTS_OF_FOLDERS: u64 = 0x0fff_ffff;

pub(super) const OPEN_CREATE: u32 = 1;
pub(super) const OPEN_DIRECTORY: u32 = 2;
pub(super) const OPEN_EXCLUSIVE: u32 = 4;
pub(super) const OPEN_TRUNCATE: u32 = 8;

pub(super) const FLAG_APPEND: u16 = 1;

/// What kind of thing a descriptor or a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum FileType {
    /// Neither file nor terminal, as a pipe is: the C library then buffers standard output in full.
    Unknown = 0,
    Directory = 3,
    Regular = 4,
}

/// `fdstat`: how a descriptor was opened.
pub(super) fn fdstat(kind: FileType, flags: u16, rights: u64, inheriting: u64) -> [u8; 24] {
    let mut bytes = [0; 24];
    bytes[0] = kind as u8;
    bytes[2..4].copy_from_slice(&flags.to_le_bytes());
    bytes[8..16].copy_from_slice(&rights.to_le_bytes());
    bytes[16..24].copy_from_slice(&inheriting.to_le_bytes());
    bytes
}

/// `filestat`: what is known of a file. The three times are the same.
pub(super) fn filestat(kind: FileType, inode: u64, size: u64, time_ns: u64) -> [u8; 64] {
    let mut bytes = [0; 64];
    bytes[0..8].copy_from_slice(&1_u64.to_le_bytes());
    bytes[8..16].copy_from_slice(&inode.to_le_bytes());
    bytes[16] = kind as u8;
    bytes[24..32].copy_from_slice(&1_u64.to_le_bytes());
    bytes[32..40].copy_from_slice(&size.to_le_bytes());
    for start in [40, 48, 56] {
        bytes[start..start + 8].copy_from_slice(&time_ns.to_le_bytes());
    }
    bytes
}

/// `dirent`: the head of one entry of a listing; the name follows it.
pub(super) fn dirent(next: u64, inode: u64, name_length: u32, kind: FileType) -> [u8; 24] {
    let mut bytes = [0; 24];
    bytes[0..8].copy_from_slice(&next.to_le_bytes());
    bytes[8..16].copy_from_slice(&inode.to_le_bytes());
    bytes[16..20].copy_from_slice(&name_length.to_le_bytes());
    bytes[20] = kind as u8;
    bytes
}
