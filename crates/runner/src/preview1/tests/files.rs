//! Files and folders: reading, writing, listing and renaming.

use std::sync::Arc;

use super::super::Tree;
use super::super::abi::{FLAG_APPEND, OPEN_DIRECTORY, OPEN_EXCLUSIVE, OPEN_TRUNCATE};
use super::*;

#[test]
fn a_folder_is_listed_in_the_order_of_bytes_and_its_cookies_last() {
    let mut sandbox =
        Sandbox::writing(1 << 20, vec![file("d/b", ""), file("d/B", ""), file("d/a/x", ""), file("d/!", "")]);
    let folder = sandbox.open_as("d", OPEN_DIRECTORY, RIGHT_READ, 0).unwrap();
    let all = sandbox.list(folder, 0, 4096).unwrap();
    let names: Vec<_> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, [".", "..", "!", "B", "a", "b"]);

    let first = sandbox.list(folder, 0, 80).unwrap();
    assert_eq!(first, all[..3]);
    sandbox.unlink("d/!").unwrap();
    assert_eq!(sandbox.list(folder, first[2].1, 4096).unwrap(), all[3..]);
    assert_eq!(sandbox.list(folder, 0, 4096).unwrap().len(), 5);
    assert_eq!(sandbox.list(folder, u64::MAX, 4096), Ok(Vec::new()));
    assert_eq!(sandbox.list(0, 0, 4096), refused(Errno::NotDirectory));
}

#[test]
fn what_is_written_is_read_back_and_handed_out() {
    let mut sandbox = Sandbox::writing(1 << 20, vec![file("input", "given"), file("feedback/", "")]);
    let fd = sandbox.create("feedback/score.txt").unwrap();
    assert_eq!(sandbox.write(fd, b"0.75"), Ok(4));
    assert_eq!(sandbox.read(fd, 10), Ok(String::new()));
    assert_eq!(sandbox.seek(fd, -3, 2), Ok(1));
    assert_eq!(sandbox.read(fd, 10).as_deref(), Ok(".75"));
    assert_eq!(sandbox.seek(fd, -1, 0), refused(Errno::Invalid));
    sandbox.close(fd).unwrap();
    sandbox.rename("feedback/score.txt", "feedback/points.txt").unwrap();
    assert_eq!(sandbox.open("feedback/score.txt"), refused(Errno::NotFound));
    let again = sandbox.open("/feedback/./points.txt").unwrap();
    assert_eq!(sandbox.read(again, 10).as_deref(), Ok("0.75"));
    assert_eq!(sandbox.written(), [("feedback/points.txt".to_owned(), "0.75".to_owned())]);
}

#[test]
fn a_changed_file_of_the_shared_tree_changes_for_this_guest_alone() {
    let tree = Arc::new(Tree::from_files([file("usr/lib/a", "shared"), file("usr/lib/b", "other")]));
    let preview1 =
        || Preview1::new(Vec::new(), Some(Arc::clone(&tree)), vec![file("usr/lib/c", "mine")]).writable(Some(2000));
    let (mut one, mut two) = (Sandbox::new("", preview1()), Sandbox::new("", preview1()));
    let fd = one.open_as("usr/lib/a", 0, RIGHT_READ | RIGHT_WRITE, FLAG_APPEND).unwrap();
    assert_eq!(one.write(fd, b"+"), Ok(1));
    one.seek(fd, 0, 0).unwrap();
    assert_eq!(one.read(fd, 10).as_deref(), Ok("shared+"));
    one.unlink("usr/lib/b").unwrap();
    assert_eq!(one.open("usr/lib/b"), refused(Errno::NotFound));
    one.rename("usr/lib/c", "c").unwrap();

    assert_eq!(one.written(), [("c", "mine"), ("usr/lib/a", "shared+")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    for (path, text) in [("usr/lib/a", "shared"), ("usr/lib/b", "other"), ("usr/lib/c", "mine")] {
        let fd = two.open(path).unwrap();
        assert_eq!(two.read(fd, 10).as_deref(), Ok(text));
    }
    assert!(two.written().is_empty());
}

#[test]
fn nothing_is_written_unless_it_was_allowed() {
    let mut sandbox = Sandbox::reading(vec![file("input", "given"), file("d/", "")]);
    assert_eq!(sandbox.create("new"), refused(Errno::ReadOnly));
    assert_eq!(sandbox.open_as("input", 0, RIGHT_WRITE, 0), refused(Errno::ReadOnly));
    assert_eq!(sandbox.open_as("input", OPEN_TRUNCATE, RIGHT_READ, 0), refused(Errno::ReadOnly));
    assert_eq!(sandbox.make_directory("new"), refused(Errno::ReadOnly));
    assert_eq!(sandbox.unlink("input"), refused(Errno::ReadOnly));
    assert_eq!(sandbox.rename("input", "output"), refused(Errno::ReadOnly));
    assert_eq!(sandbox.at_path("path_remove_directory", &[3], "d", &[]), refused(Errno::ReadOnly));
    let fd = sandbox.open_as("input", OPEN_CREATE, RIGHT_READ, 0).unwrap();
    assert_eq!(sandbox.write(fd, b"x"), refused(Errno::ReadOnly));
    assert_eq!(sandbox.call("fd_filestat_set_size", &[i64::from(fd), 0]), refused(Errno::ReadOnly));
    assert_eq!(sandbox.read(fd, 10).as_deref(), Ok("given"));
    assert!(sandbox.written().is_empty());
}

#[test]
fn no_path_leads_out_of_the_root() {
    let mut sandbox = Sandbox::reading(vec![file("etc/passwd", "inside"), file("d/e/x", "")]);
    for path in ["../../etc/passwd", "/../etc/passwd", "d/../../../etc/./passwd", "d/e/../../etc//passwd"] {
        let fd = sandbox.open(path).unwrap();
        assert_eq!(sandbox.read(fd, 10).as_deref(), Ok("inside"), "{path}");
    }
    assert_eq!(sandbox.open("none/../etc/passwd"), refused(Errno::NotFound));
    assert_eq!(sandbox.open("etc/passwd/../passwd"), refused(Errno::NotDirectory));
    assert_eq!(sandbox.open("etc/passwd/"), refused(Errno::NotDirectory));
    assert_eq!(sandbox.open(""), refused(Errno::NotFound));
    let link = [i64::from(DATA), 10, i64::from(OUT)];
    assert_eq!(sandbox.at_path("path_readlink", &[3], "etc/passwd", &link), refused(Errno::Invalid));
}

#[test]
fn a_stat_tells_kind_size_and_a_number_that_stays() {
    let mut sandbox = Sandbox::reading(vec![file("d/input", "given")]);
    let mut stat = |path: &str| {
        sandbox.at_path("path_filestat_get", &[3, 0], path, &[i64::from(DATA)]).unwrap();
        (sandbox.u64_at(DATA + 8), sandbox.get(DATA + 16, 1)[0], sandbox.u64_at(DATA + 32), sandbox.u64_at(DATA + 48))
    };
    let began = 1_767_225_600_000_000_000;
    assert_eq!(stat("."), (1, 3, 0, began));
    assert_eq!(stat("d"), (2, 3, 0, began));
    assert_eq!(stat("d/input"), (3, 4, 5, began));
    let fd = sandbox.open("d/input").unwrap();
    sandbox.call("fd_filestat_get", &[i64::from(fd), i64::from(DATA)]).unwrap();
    assert_eq!((sandbox.u64_at(DATA + 8), sandbox.u64_at(DATA + 32)), (3, 5));
}

#[test]
fn opening_follows_its_flags() {
    let mut sandbox = Sandbox::writing(1 << 20, vec![file("input", "given"), file("d/", "")]);
    assert_eq!(sandbox.open_as("input", OPEN_CREATE | OPEN_EXCLUSIVE, RIGHT_WRITE, 0), refused(Errno::Exists));
    assert_eq!(sandbox.open_as("input", OPEN_DIRECTORY, RIGHT_READ, 0), refused(Errno::NotDirectory));
    assert_eq!(sandbox.open_as("d", 0, RIGHT_WRITE, 0), refused(Errno::IsDirectory));
    assert_eq!(sandbox.open_as("new/", OPEN_CREATE, RIGHT_WRITE, 0), refused(Errno::Invalid));
    let fd = sandbox.open_as("input", OPEN_TRUNCATE, RIGHT_WRITE, 0).unwrap();
    assert_eq!(sandbox.read(fd, 1), refused(Errno::BadDescriptor));
    assert_eq!(sandbox.call("fd_allocate", &[i64::from(fd), 1, 2]), Ok(()));
    assert_eq!(sandbox.written(), [("input".to_owned(), "\0\0\0".to_owned())]);
}

#[test]
fn folders_are_made_moved_and_removed() {
    let mut sandbox = Sandbox::writing(1 << 20, vec![file("given/x", "")]);
    sandbox.make_directory("a").unwrap();
    sandbox.make_directory("a/b").unwrap();
    assert_eq!(sandbox.make_directory("a"), refused(Errno::Exists));
    let fd = sandbox.create("a/b/f").unwrap();
    sandbox.write(fd, b"1").unwrap();
    assert_eq!(sandbox.rename("a", "a/b/c"), refused(Errno::Invalid));
    assert_eq!(sandbox.rename("given", "taken"), refused(Errno::CrossDevice));
    assert_eq!(sandbox.rename("a", "given"), refused(Errno::NotEmpty));
    assert_eq!(sandbox.rename("a/b/f", "given"), refused(Errno::IsDirectory));
    assert_eq!(sandbox.rename("a", "given/x"), refused(Errno::NotDirectory));
    sandbox.rename("a/b", "given/b").unwrap();
    assert_eq!(sandbox.at_path("path_remove_directory", &[3], "given/b", &[]), refused(Errno::NotEmpty));
    sandbox.at_path("path_remove_directory", &[3], "a", &[]).unwrap();
    assert_eq!(sandbox.at_path("path_remove_directory", &[3], ".", &[]), refused(Errno::Busy));
    let up = sandbox.open("given/b/../x");
    assert!(up.is_ok());
    assert_eq!(sandbox.written(), [("given/b/f".to_owned(), "1".to_owned())]);
}

#[test]
fn a_file_without_a_name_lives_until_it_is_closed() {
    let mut sandbox = Sandbox::writing(2000, Vec::new());
    for round in 0..10 {
        let fd = sandbox.create("temporary").unwrap();
        assert_eq!(sandbox.write(fd, &[b'x'; 1000]), Ok(1000), "{round}");
        sandbox.unlink("temporary").unwrap();
        sandbox.seek(fd, 999, 0).unwrap();
        assert_eq!(sandbox.read(fd, 10).as_deref(), Ok("x"));
        assert_eq!(sandbox.store.data().preview1.layer.used, 1512);
        if round % 2 == 0 {
            sandbox.close(fd).unwrap();
        } else {
            let other = sandbox.open(".").unwrap();
            sandbox.call("fd_renumber", &[i64::from(other), i64::from(fd)]).unwrap();
            sandbox.close(fd).unwrap();
        }
        assert_eq!(sandbox.store.data().preview1.layer.used, 0);
    }
    assert!(sandbox.written().is_empty());
}

#[test]
fn positioned_reads_and_writes_leave_the_position_alone() {
    let mut sandbox = Sandbox::writing(1 << 20, Vec::new());
    let fd = sandbox.create("f").unwrap();
    sandbox.write(fd, b"0123456789").unwrap();
    sandbox.put(DATA, b"AB");
    sandbox.put_buffer(DATA, 2);
    let at = |offset: i64| [i64::from(fd), i64::from(LIST), 1, offset, i64::from(OUT)];
    sandbox.call("fd_pwrite", &at(4)).unwrap();
    sandbox.call("fd_pread", &at(3)).unwrap();
    assert_eq!(sandbox.get(DATA, 2), b"3A");
    sandbox.call("fd_tell", &[i64::from(fd), i64::from(OUT)]).unwrap();
    assert_eq!(sandbox.u64_at(OUT), 10);
    assert_eq!(sandbox.written()[0].1, "0123AB6789");
}
