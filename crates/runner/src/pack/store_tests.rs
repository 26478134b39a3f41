//! Tests of the store: what is kept is whole, made once, and survives damage and crashes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use super::*;

fn store() -> (tempfile::TempDir, Store) {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path().join("home"));
    (root, store)
}

async fn make_two(directory: PathBuf) -> Result<(), StoreError> {
    fs::create_dir(directory.join("lib")).unwrap();
    fs::write(directory.join("lib/small"), "small").unwrap();
    fs::write(directory.join("large"), vec![7; 5 * 1024 * 1024]).unwrap();
    Ok(())
}

async fn never(_: PathBuf) -> Result<(), StoreError> {
    panic!("a whole entry must not be made again");
}

fn workshop(store: &Store) -> PathBuf {
    store.root().join("packs/.making")
}

fn unfinished(store: &Store) -> usize {
    fs::read_dir(workshop(store)).unwrap().count()
}

/// Writes a file and gives it back the time it had, as silent damage does.
fn overwrite(path: &Path, bytes: &[u8], keep_time: bool) {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    fs::write(path, bytes).unwrap();
    let time = if keep_time { time } else { time + Duration::from_secs(2) };
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[tokio::test]
async fn an_entry_is_made_once_and_then_found() {
    let (_root, store) = store();
    assert_eq!(store.entry("packs", "c-1").unwrap(), None);
    let made = store.get_or_make("packs", "c-1", make_two).await.unwrap();
    assert!(made.made && made.damaged.is_none());
    let found = store.get_or_make("packs", "c-1", never).await.unwrap();
    assert_eq!(found, Entry { made: false, ..made });
    assert_eq!(store.entry("packs", "c-1").unwrap(), Some(found));
    assert!(store.size("packs").unwrap() > 5 * 1024 * 1024);
}

#[tokio::test]
async fn every_kind_of_damage_is_noticed_and_the_entry_remade() {
    type Damage = fn(&Path);
    let damages: [(Damage, &str); 8] = [
        (|e| fs::remove_file(e.join("lib/small")).unwrap(), "lib/small is missing"),
        (|e| overwrite(&e.join("lib/small"), b"smell", true), "lib/small has other bytes"),
        (|e| overwrite(&e.join("large"), &[7; 9], true), "large has another length"),
        (|e| overwrite(&e.join("large"), &vec![8; 5 * 1024 * 1024], false), "large has other bytes"),
        (|e| fs::remove_file(e.join("entry.json")).unwrap(), "entry.json is missing"),
        (|e| fs::write(e.join("entry.json"), "{\"files\": {\"lar").unwrap(), "entry.json cannot be read"),
        (|e| fs::remove_dir_all(e.join("lib")).unwrap(), "lib/small is missing"),
        (
            |e| {
                fs::remove_file(e.join("large")).unwrap();
                fs::create_dir(e.join("large")).unwrap();
            },
            "large is no longer a plain file",
        ),
    ];
    let (_root, store) = store();
    let entry = store.get_or_make("packs", "c", make_two).await.unwrap();
    for (damage, what) in damages {
        damage(&entry.path);
        assert_eq!(store.entry("packs", "c").unwrap(), None, "{what}");
        let remade = store.get_or_make("packs", "c", make_two).await.unwrap();
        assert_eq!((remade.made, remade.damaged.as_deref()), (true, Some(what)));
        store.get_or_make("packs", "c", never).await.unwrap();
    }
}

#[tokio::test]
async fn a_file_in_place_of_the_entry_is_damage_too() {
    let (_root, store) = store();
    store.put_file("packs", "c", b"x").unwrap();
    let remade = store.get_or_make("packs", "c", make_two).await.unwrap();
    assert_eq!(remade.damaged.as_deref(), Some("entry.json is missing"));
}

#[tokio::test]
async fn a_new_time_alone_is_no_damage_and_is_remembered() {
    let (_root, store) = store();
    let entry = store.get_or_make("packs", "c", make_two).await.unwrap();
    let (large, record) = (entry.path.join("large"), entry.path.join("entry.json"));
    let before = fs::read(&record).unwrap();
    File::options().write(true).open(&large).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    store.get_or_make("packs", "c", never).await.unwrap();
    let after = fs::read(&record).unwrap();
    assert_ne!(before, after);
    store.get_or_make("packs", "c", never).await.unwrap();
    assert_eq!(fs::read(&record).unwrap(), after);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_tasks_and_two_handles_make_an_entry_once() {
    let (root, store) = store();
    let other = Store::open(root.path().join("home"));
    let count = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..8)
        .map(|nth| {
            let (store, count) = (if nth % 2 == 0 { store.clone() } else { other.clone() }, Arc::clone(&count));
            tokio::spawn(async move {
                let make = |directory| async {
                    count.fetch_add(1, Ordering::SeqCst);
                    tokio::task::yield_now().await;
                    make_two(directory).await
                };
                store.get_or_make("packs", "c", make).await.unwrap().made
            })
        })
        .collect();
    let mut made = 0;
    for task in tasks {
        made += usize::from(task.await.unwrap());
    }
    assert_eq!((made, count.load(Ordering::SeqCst)), (1, 1));
}

#[tokio::test]
async fn a_maker_that_fails_leaves_nothing() {
    #[derive(Debug, thiserror::Error)]
    enum Failure {
        #[error(transparent)]
        Store(#[from] StoreError),
        #[error("cannot make it")]
        Make,
    }
    let (_root, store) = store();
    let fail = |directory: PathBuf| async move {
        fs::write(directory.join("half"), "half").unwrap();
        Err(Failure::Make)
    };
    assert!(matches!(store.get_or_make("packs", "c", fail).await, Err(Failure::Make)));
    assert_eq!(store.entry("packs", "c").unwrap(), None);
    assert_eq!(store.size("packs").unwrap(), 0);
    store.get_or_make("packs", "c", make_two).await.unwrap();
}

#[tokio::test]
async fn work_a_dropped_maker_left_is_never_taken_for_an_entry() {
    let (_root, store) = store();
    let started = Arc::new(tokio::sync::Notify::new());
    let (signal, at) = (Arc::clone(&started), store.clone());
    let task = tokio::spawn(async move {
        let make = |directory: PathBuf| async move {
            fs::write(directory.join("half"), "half").unwrap();
            signal.notify_one();
            std::future::pending::<Result<(), StoreError>>().await
        };
        at.get_or_make("packs", "c", make).await
    });
    started.notified().await;
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert_eq!(unfinished(&store), 1);
    let entry = store.get_or_make("packs", "c", make_two).await.unwrap();
    assert!(entry.made && !entry.path.join("half").exists());
    assert_eq!(unfinished(&store), 0);
}

#[tokio::test]
async fn what_crashed_makers_of_other_keys_left_is_swept_unless_one_still_works() {
    let (_root, store) = store();
    for key in ["dead", "alive"] {
        fs::create_dir_all(workshop(&store).join(format!("{key}.1/half"))).unwrap();
    }
    let other_process = lock_file(&store.place("packs", "alive").unwrap().lock).unwrap();
    other_process.lock().unwrap();
    store.get_or_make("packs", "c", make_two).await.unwrap();
    assert!(workshop(&store).join("alive.1/half").exists());
    assert_eq!(unfinished(&store), 1);
}

#[tokio::test]
async fn a_removed_entry_is_gone_and_can_be_made_again() {
    let (_root, store) = store();
    assert!(!store.remove("packs", "c").await.unwrap());
    store.get_or_make("packs", "c", make_two).await.unwrap();
    assert!(store.remove("packs", "c").await.unwrap());
    assert_eq!((store.entry("packs", "c").unwrap(), store.size("packs").unwrap()), (None, 0));
    assert!(store.get_or_make("packs", "c", make_two).await.unwrap().made);
}

#[tokio::test]
async fn a_store_that_cannot_be_written_says_where_and_what_to_do() {
    let root = tempfile::tempdir().unwrap();
    let blocked = root.path().join("file");
    fs::write(&blocked, "in the way").unwrap();
    let store = Store::open(blocked.clone());
    for text in [
        store.get_or_make("packs", "c", never).await.unwrap_err().to_string(),
        store.put_file("modules", "c", b"x").unwrap_err().to_string(),
    ] {
        assert!(text.contains(&blocked.display().to_string()) && text.contains("set ASSAY_HOME"), "{text}");
    }
    assert_eq!(store.get_file("modules", "c"), None);
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_cannot_be_kept() {
    let (_root, store) = store();
    let link = |directory: PathBuf| async move {
        std::os::unix::fs::symlink("/etc/passwd", directory.join("link")).unwrap();
        Ok::<(), StoreError>(())
    };
    assert!(matches!(store.get_or_make("packs", "c", link).await, Err(StoreError::Odd { .. })));
    assert_eq!(store.size("packs").unwrap(), 0);
}

#[tokio::test]
async fn names_that_could_leave_the_folder_are_refused() {
    let (root, store) = store();
    let long = "a".repeat(129);
    for key in ["", ".", "..", "../x", "a/b", "a\\b", "A", "é", "-x", "a.b", long.as_str()] {
        assert!(matches!(store.get_or_make("packs", key, never).await, Err(StoreError::Key { .. })), "{key}");
        assert!(matches!(store.remove(key, "a").await, Err(StoreError::Key { .. })), "{key}");
        assert!(matches!(store.size(key), Err(StoreError::Key { .. })), "{key}");
    }
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[tokio::test]
async fn what_one_account_made_another_may_read_as_far_as_its_mask_allows() {
    use std::os::unix::fs::PermissionsExt;
    let (root, store) = store();
    let plain = root.path().join("plain");
    fs::create_dir(&plain).unwrap();
    fs::write(plain.join("file"), "x").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    let entry = store.get_or_make("packs", "c", make_two).await.unwrap().path;
    store.put_file("modules", "m", b"x").unwrap();
    assert_eq!(mode(&entry), mode(&plain));
    assert_eq!(mode(&entry.join("entry.json")), mode(&plain.join("file")));
    assert_eq!(mode(&store.root().join("modules/m")), mode(&plain.join("file")));
}
