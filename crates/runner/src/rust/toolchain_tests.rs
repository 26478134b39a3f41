//! Which compiler is taken, and when it is asked: by scripts that answer like one and note every question.

use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use super::*;
use crate::pack::Store;

/// A folder with a `rustc` that answers like one, whose standard library lies in `library`.
fn pretend(library: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(root.path().join("bin")).unwrap();
    std::fs::create_dir_all(root.path().join("lib/rustlib")).unwrap();
    install(&root, "rustc 1.2.3", root.path().to_str().unwrap());
    if !library.is_empty() {
        add(&root, library);
    }
    root
}

/// Puts a `rustc` in place of what was there, with the answers it gives. It notes every question.
fn install(root: &TempDir, version: &str, sysroot: &str) {
    let (rustc, asked) = (root.path().join("bin/rustc"), root.path().join("asked"));
    let answers = format!("[ \"$1\" = --version ] && echo '{version}' || echo {sysroot}");
    let made = root.path().join("made");
    std::fs::write(&made, format!("#!/bin/sh\necho \"$1\" >> {}\n{answers}\n", asked.display())).unwrap();
    std::fs::set_permissions(&made, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::rename(made, rustc).unwrap();
}

fn add(root: &TempDir, library: &str) {
    let file = root.path().join("lib/rustlib").join(library);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, "").unwrap();
}

/// What it was asked since the last time.
fn asked(root: &TempDir) -> Vec<String> {
    let (path, mut asked) = (root.path().join("asked"), Vec::new());
    if let Ok(text) = std::fs::read_to_string(&path) {
        asked.extend(text.lines().map(ToOwned::to_owned));
        std::fs::remove_file(path).unwrap();
    }
    asked
}

fn found_by(roots: &[&TempDir], kept: &Store) -> Toolchain {
    let folders = roots.iter().map(|root| root.path().join("bin"));
    let known = Answers::new(kept.clone());
    let found = Toolchain::find(&std::env::join_paths(folders).unwrap(), &known).unwrap();
    known.keep();
    found
}

fn found(roots: &[&TempDir]) -> Toolchain {
    found_by(roots, &Store::open(tempfile::tempdir().unwrap().path().to_owned()))
}

const LIBRARY: &str = "wasm32-wasip1/lib/libstd-0123.rlib";
const BOTH: [&str; 2] = ["--print", "--version"];

#[test]
fn a_toolchain_with_the_target_is_taken_before_any_other_whatever_the_order() {
    let plain = pretend("");
    let target = pretend(LIBRARY);
    let sources = pretend("src/rust/library/std/Cargo.toml");
    std::fs::create_dir(sources.path().join("lib/rustlib/src/rust/library/vendor")).unwrap();
    std::fs::write(sources.path().join("bin/cargo"), "").unwrap();
    let toolchain = found(&[&plain, &sources, &target]);
    assert_eq!((toolchain.way, toolchain.sysroot.as_path()), (Way::Target, target.path()));
    assert_eq!(toolchain.version, "rustc 1.2.3");
    let toolchain = found(&[&plain, &sources]);
    assert_eq!(toolchain.sysroot, sources.path());
    assert!(matches!(toolchain.way, Way::Sources { cargo, .. } if cargo.starts_with(sources.path())));
}

#[test]
fn a_compiler_is_asked_once_though_its_folder_is_named_twice_and_by_a_link() {
    let root = pretend("");
    let (bin, link) = (root.path().join("bin"), root.path().join("link"));
    std::os::unix::fs::symlink(&bin, &link).unwrap();
    let named = [&bin, &link, &bin].map(Clone::clone).into_iter().chain([root.path().join("nowhere")]);
    assert_eq!(compilers(named), [bin.join("rustc")]);
}

#[test]
fn a_compiler_is_asked_by_the_first_start_alone_until_it_is_replaced() {
    let (home, root) = (tempfile::tempdir().unwrap(), pretend(LIBRARY));
    let start = || found_by(&[&root], &Store::open(home.path().to_owned()));
    let first = start();
    assert_eq!(asked(&root), BOTH);
    assert_eq!((start(), asked(&root)), (first.clone(), vec![]));
    install(&root, "rustc 1.2.4", root.path().to_str().unwrap());
    assert_eq!((start().version.as_str(), asked(&root)), ("rustc 1.2.4", BOTH.map(String::from).to_vec()));
    assert_eq!((start().version.as_str(), asked(&root)), ("rustc 1.2.4", vec![]));
    std::fs::write(root.path().join("lib/librustc_driver-1.so"), "").unwrap();
    assert_eq!((start().version.as_str(), asked(&root)), ("rustc 1.2.4", BOTH.map(String::from).to_vec()));
}

#[test]
fn who_only_looks_leaves_nothing_behind() {
    let (home, root) = (tempfile::tempdir().unwrap(), pretend(LIBRARY));
    let known = Answers::new(Store::open(home.path().to_owned()));
    for _ in 0..2 {
        Toolchain::find(root.path().join("bin").as_os_str(), &known).unwrap();
        assert_eq!((asked(&root).len(), std::fs::read_dir(home.path()).unwrap().count()), (2, 0));
    }
}

#[test]
fn a_target_that_is_added_or_removed_counts_from_the_next_start_though_nothing_is_asked() {
    let (home, root) = (tempfile::tempdir().unwrap(), pretend(LIBRARY));
    let path = root.path().join("bin");
    let start = || {
        let known = Answers::new(Store::open(home.path().to_owned()));
        let found = Toolchain::find(path.as_os_str(), &known);
        known.keep();
        found
    };
    let way = |toolchain: Result<Toolchain, String>| {
        toolchain.ok().filter(|found| found.sysroot == root.path()).map(|found| found.way)
    };
    assert_eq!((way(start()), asked(&root).len()), (Some(Way::Target), 2));
    std::fs::remove_file(root.path().join("lib/rustlib").join(LIBRARY)).unwrap();
    assert_eq!((way(start()), asked(&root)), (None, vec![]));
    add(&root, LIBRARY);
    assert_eq!((way(start()), asked(&root)), (Some(Way::Target), vec![]));
}

#[test]
fn what_stands_in_for_compilers_is_asked_each_time_and_those_it_names_are_not() {
    let (home, stable, nightly) = (tempfile::tempdir().unwrap(), pretend(LIBRARY), pretend(LIBRARY));
    install(&nightly, "rustc 1.3.0", nightly.path().to_str().unwrap());
    let proxy = tempfile::tempdir().unwrap();
    std::fs::create_dir(proxy.path().join("bin")).unwrap();
    let settings = proxy.path().join("settings");
    install(&proxy, "none of its own", &format!("\"$(cat {})\"", settings.display()));
    let start = |default: &TempDir| {
        std::fs::write(&settings, default.path().to_str().unwrap()).unwrap();
        let version = found_by(&[&proxy], &Store::open(home.path().to_owned())).version;
        (version, asked(&proxy).concat(), asked(&stable).concat() + &asked(&nightly).concat())
    };
    let told = |version: &str, own: &str| (version.to_owned(), "--print".to_owned(), own.to_owned());
    assert_eq!(start(&stable), told("rustc 1.2.3", "--version"));
    assert_eq!(start(&nightly), told("rustc 1.3.0", "--version"));
    assert_eq!(start(&stable), told("rustc 1.2.3", ""));
    assert_eq!(start(&nightly), told("rustc 1.3.0", ""));
}

#[test]
fn an_answer_that_is_damaged_or_names_another_compiler_or_cannot_be_kept_is_asked_again() {
    let (home, root, other) = (tempfile::tempdir().unwrap(), pretend(LIBRARY), pretend(LIBRARY));
    let kept = Store::open(home.path().to_owned());
    let first = found_by(&[&root], &kept);
    asked(&root);
    // The computer's own compiler is remembered too.
    let its = |path: &PathBuf| {
        let said = std::fs::read(path).unwrap_or_default();
        said.starts_with(b"rustc 1.2.3") || said.starts_with(root.path().as_os_str().as_encoded_bytes())
    };
    let files = std::fs::read_dir(home.path().join("tools")).unwrap().flatten().map(|item| item.path());
    let answers: Vec<PathBuf> = files.filter(its).collect();
    assert_eq!(answers.len(), BOTH.len());
    for path in &answers {
        std::fs::write(path, "rustc 6.6.6").unwrap();
    }
    assert_eq!((found_by(&[&root], &kept), asked(&root).len()), (first.clone(), 2));
    for path in &answers {
        let key = path.file_name().and_then(OsStr::to_str).unwrap();
        kept.put_file("tools", key, other.path().to_str().unwrap().as_bytes()).unwrap();
    }
    let (named, questions) = (found_by(&[&root], &kept), asked(&root));
    assert_eq!((named.sysroot, named.rustc, questions), (first.sysroot, first.rustc, vec!["--print".to_owned()]));
    let nothing = Store::open(home.path().join("other")).bounded(0);
    for _ in 0..2 {
        assert_eq!((found_by(&[&root], &nothing).version, asked(&root).len()), (first.version.clone(), 2));
    }
}

#[test]
fn the_crate_in_a_file_is_told_from_its_name() {
    assert_eq!(crate_of(Path::new("/x/libpanic_abort-0123.rlib")), "panic_abort");
    assert_eq!(crate_of(Path::new("/x/libc.a")), "");
}

#[test]
fn the_advice_names_both_ways() {
    assert!(ADVICE.contains("rustup target add wasm32-wasip1") && ADVICE.contains("rust-web-src"));
}
