//! The store within its bound: what goes first, when it is looked at, and several processes at once.

use std::time::{Duration, SystemTime};

use super::*;

const KIB: usize = 1 << 10;

fn store(bound: u64) -> (tempfile::TempDir, Store) {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path().join("home")).bounded(bound);
    (root, store)
}

fn key(n: usize) -> String {
    format!("{n:04}")
}

fn age(store: &Store, kind: &str, key: &str, hours: u64) {
    let path = store.place(kind, key).unwrap().entry;
    let then = SystemTime::now() - Duration::from_secs(3600 * hours);
    File::options().append(true).open(path).unwrap().set_modified(then).unwrap();
}

fn bytes(store: &Store) -> u64 {
    store.usage().iter().map(|kind| kind.bytes).sum()
}

#[test]
fn the_store_stays_within_its_bound_whatever_is_written() {
    let (_root, store) = store(4 << 20);
    for n in 0..400 {
        store.put_file(if n % 2 == 0 { "native" } else { "made" }, &key(n), &vec![7; 40 * KIB]).unwrap();
        assert!(bytes(&store) <= 4 << 20, "{} after {n}", bytes(&store));
    }
    assert!(bytes(&store) > 2 << 20, "it is not emptied");
}

#[test]
fn what_was_used_longest_ago_goes_first_and_use_counts() {
    let (_root, store) = store(1 << 30);
    for n in 0..10 {
        store.put_file("made", &key(n), &vec![1; KIB - 32]).unwrap();
        age(&store, "made", &key(n), 100 - n as u64);
    }
    assert!(store.get_file("made", &key(0)).is_some());
    assert_eq!(store.shrink(4 << 10), (6, 6 << 10));
    let left: Vec<usize> = (0..10).filter(|n| store.get_file("made", &key(*n)).is_some()).collect();
    assert_eq!(left, [0, 7, 8, 9]);
}

#[test]
fn one_entry_that_would_push_out_the_others_is_not_kept() {
    let (_root, store) = store(1 << 20);
    store.put_file("made", "small", b"small").unwrap();
    store.put_file("made", "large", &vec![1; 200 * KIB]).unwrap();
    assert!(store.get_file("made", "large").is_none() && store.get_file("made", "small").is_some());
    let nothing = store.bounded(0);
    nothing.put_file("made", "none", b"").unwrap();
    assert!(nothing.get_file("made", "none").is_none());
}

#[test]
fn packs_and_unfinished_work_are_left_alone() {
    let (_root, store) = store(1 << 30);
    fs::create_dir_all(store.root().join("packs/python-1")).unwrap();
    fs::write(store.root().join("packs/python-1/file"), [0; 100]).unwrap();
    store.put_file("made", "a", b"a").unwrap();
    fs::write(store.root().join("made/.parts/half"), b"half").unwrap();
    assert_eq!(store.shrink(0), (1, 33));
    assert!(store.root().join("packs/python-1/file").exists() && store.root().join("made/.parts/half").exists());
    assert_eq!(store.folders("packs"), [("python-1".to_owned(), 100)]);
    let packs = KindUsage { kind: "packs".to_owned(), entries: 1, bytes: 100 };
    assert_eq!(store.usage(), [KindUsage { kind: "made".to_owned(), ..KindUsage::default() }, packs]);
}

#[test]
fn the_folder_is_looked_through_once_for_many_writes_of_any_process() {
    let (root, store) = store(64 << 20);
    // An eighth of 64 MiB is 128 grains of the journal: the first 127 small writes find room, the next one looks.
    for n in 0..127 {
        // A store opened anew stands for another process.
        let other = Store::open(root.path().join("home")).bounded(64 << 20);
        other.put_file("made", &key(n), b"x").unwrap();
    }
    let journal = store.root().join(JOURNAL);
    assert_eq!(fs::metadata(&journal).unwrap().len(), 127);
    store.put_file("made", "last", b"x").unwrap();
    assert_eq!(fs::metadata(&journal).unwrap().len(), 0);
}

#[test]
fn readers_and_writers_side_by_side_find_an_entry_whole_or_not_at_all() {
    let (_root, store) = store(256 << 10);
    std::thread::scope(|scope| {
        for thread in 0..4_usize {
            let store = store.clone();
            scope.spawn(move || {
                for n in 0..200 {
                    let (own, other) = ((thread * 50 + n) % 120, (n * 7) % 120);
                    store.put_file("made", &key(own), &vec![u8::try_from(own).unwrap(); 8 * KIB]).unwrap();
                    if let Some(found) = store.get_file("made", &key(other)) {
                        assert!(found.len() == 8 * KIB && found.iter().all(|byte| usize::from(*byte) == other));
                    }
                }
            });
        }
    });
    store.make_room();
    assert!(bytes(&store) <= 256 << 10);
}
