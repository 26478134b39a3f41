//! The shared libraries a program is loaded with: files a confined program must be allowed to read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The libraries of trusted programs or libraries, as the system's own `ldd` finds them, with those that they need in
/// turn. Empty where there is no `ldd`, or nothing to find. Blocks.
pub(crate) fn libraries_of<'a>(programs: impl IntoIterator<Item = &'a Path>) -> Vec<PathBuf> {
    let mut found = BTreeSet::new();
    for program in programs {
        let ldd = Command::new("ldd").arg(program).stdin(Stdio::null()).env("LC_ALL", "C").output();
        found.extend(ldd.iter().flat_map(|output| listed(&String::from_utf8_lossy(&output.stdout))));
    }
    found.into_iter().collect()
}

/// The paths in lines such as `libc.so.6 => /lib/libc.so.6 (0x7f…)` and `/lib64/ld-linux.so.2 (0x7f…)`.
fn listed(said: &str) -> Vec<PathBuf> {
    let path = |line: &str| {
        let named = line.rsplit_once("=>").map_or(line, |(_, path)| path);
        let path = named.rsplit_once(" (0x").map_or(named, |(path, _)| path).trim();
        path.starts_with('/').then(|| PathBuf::from(path))
    };
    said.lines().filter_map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_from_what_ldd_prints() {
        let said = "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f42)\n\
                    \tlibgone.so => not found\n\t/lib64/ld-linux-x86-64.so.2 (0x00007f43)\n";
        assert_eq!(listed(said), ["/lib/x86_64-linux-gnu/libm.so.6", "/lib64/ld-linux-x86-64.so.2"].map(PathBuf::from));
        assert_eq!(listed("\tstatically linked\n"), Vec::<PathBuf>::new());
    }
}
