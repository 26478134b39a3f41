//! What a confined child can do, and what it cannot, tried by one that is built to try (`probe.c`).

use std::fs;
use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::*;

const BOUNDS: Bounds = Bounds {
    cpu: Duration::from_secs(20),
    wall: Duration::from_mins(2),
    address_space: Some(1 << 30),
    file_bytes: 1 << 20,
    open_files: 64,
    output_bytes: 64 << 10,
};

/// The probe, compiled once.
fn probe() -> &'static Path {
    static PROBE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = PROBE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let (source, built) = (folder.path().join("probe.c"), folder.path().join("probe"));
        fs::write(&source, include_str!("probe.c")).unwrap();
        let compiled = std::process::Command::new("cc").arg("-o").args([&built, &source]).output().unwrap();
        assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
        (folder, built)
    });
    path
}

fn errand(arguments: &[&str]) -> Errand {
    Errand {
        program: probe().to_owned(),
        arguments: arguments.iter().map(OsString::from).collect(),
        environment: vec![("LANG", "C.UTF-8".into())],
        readable: libraries_of([probe()]),
        files: vec![("src/main.rs".to_owned(), Bytes::from_static(b"text"))],
        bounds: BOUNDS,
    }
}

fn kept_in() -> Confinement {
    Confinement::available(false).expect("this kernel confines")
}

async fn ended(errand: Errand) -> Ended {
    kept_in().run(errand).await.unwrap()
}

/// What the probe printed, if it ended well.
async fn said(arguments: &[&str]) -> String {
    let ended = ended(errand(arguments)).await;
    assert_eq!(ended.how, How::Exit(0), "{}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap()
}

#[tokio::test]
async fn a_child_reads_what_it_is_given_and_nothing_else() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    let secret = secret.path().to_str().unwrap();
    let around = format!("../../../../..{secret}");
    for (path, expected) in [
        ("src/main.rs", "done"),
        ("src", "done"),
        ("../made", "done"),
        ("/dev/null", "done"),
        ("..", "EACCES"),
        ("/", "EACCES"),
        (secret, "EACCES"),
        (&around, "EACCES"),
        ("/etc/passwd", "EACCES"),
        ("/etc/hostname", "EACCES"),
        ("/proc/self/environ", "EACCES"),
        ("/proc/1/status", "EACCES"),
        ("/proc/cpuinfo", "EACCES"),
        ("/dev/tty", "EACCES"),
        ("/usr/lib", "EACCES"),
    ] {
        assert_eq!(said(&["read", path]).await, format!("read {expected}\n"), "{path}");
    }
}

#[tokio::test]
async fn a_child_changes_nothing_outside_its_folder() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("there"), "kept").unwrap();
    let mut errand = errand(&["write", outside.path().to_str().unwrap()]);
    // Being allowed to read does not help.
    errand.readable.push(outside.path().to_owned());
    let ended = ended(errand).await;
    let said = String::from_utf8(ended.stdout).unwrap();
    let (outer, own) = said.split_once("folder").unwrap();
    let refused = |line: &str| line.ends_with(" EACCES") || line.ends_with(" EPERM") || line.ends_with(" EXDEV");
    assert!(outer.lines().count() == 8 && outer.lines().all(refused), "{said}");
    assert_eq!(own, " EEXIST\nown link EACCES\nown file done\nrename own done\n");
    assert_eq!(fs::read_to_string(outside.path().join("there")).unwrap(), "kept");
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
    assert_eq!(ended.made.keys().collect::<Vec<_>>(), ["renamed"]);
}

#[tokio::test]
async fn a_child_cannot_reach_any_network() {
    let folder = tempfile::tempdir().unwrap();
    let _local = UnixListener::bind(folder.path().join("socket")).unwrap();
    let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = tcp.local_addr().unwrap().port().to_string();
    let said = said(&["connect", folder.path().to_str().unwrap(), &port]).await;
    assert!(said.lines().count() == 7 && said.lines().all(|line| line.ends_with(" EPERM")), "{said}");
}

#[tokio::test]
async fn a_child_sees_only_the_variables_it_is_given() {
    let said = said(&["environment"]).await;
    let mut names: Vec<_> = said.lines().filter_map(|line| line.split_once('=')).collect();
    names.sort_unstable();
    assert_eq!(names, [("LANG", "C.UTF-8")]);
}

#[tokio::test]
async fn a_child_gets_at_no_other_process_and_at_nothing_of_the_kernels() {
    let said = said(&["others"]).await;
    for line in said.lines() {
        let expected = match line.split_once(' ').unwrap().0 {
            "getrlimit" => "done",
            "clone3" => "ENOSYS",
            _ => "EPERM",
        };
        assert!(line.ends_with(&format!(" {expected}")), "{line} is not {expected}");
    }
    assert!(said.lines().count() >= 15, "{said}");
}

#[tokio::test]
async fn each_limit_ends_a_child_and_is_named() {
    let bounds = Bounds { cpu: Duration::from_secs(1), ..BOUNDS };
    for (what, expected) in
        [("spin", How::CpuLimit), ("fill", How::FileLimit), ("print", How::OutputLimit), ("nonsense", How::Exit(3))]
    {
        let ended = ended(Errand { bounds, ..errand(&[what]) }).await;
        assert_eq!(ended.how, expected, "{what}");
        assert!(ended.stdout.len() <= BOUNDS.output_bytes);
    }
    assert_eq!(said(&["allocate"]).await, "allocate ENOMEM\n");
    let small = Bounds { file_bytes: 100_000, ..BOUNDS };
    let littered = ended(Errand { bounds: small, ..errand(&["litter"]) }).await;
    assert!(littered.how == How::FileLimit && littered.made.is_empty(), "many small files count together");
    let brief = Bounds { wall: Duration::from_millis(50), ..BOUNDS };
    let hung = ended(Errand { bounds: brief, ..errand(&["leave", "wait"]) }).await;
    assert_eq!(hung.how, How::WallLimit);
}

/// How many processes were started with this word among their arguments.
fn running(word: &str) -> usize {
    let holds = |folder: fs::DirEntry| {
        let line = fs::read(folder.path().join("cmdline")).unwrap_or_default();
        line.split(|byte| *byte == 0).any(|argument| argument == word.as_bytes())
    };
    fs::read_dir("/proc").unwrap().flatten().map(holds).filter(|holds| *holds).count()
}

async fn until(word: &str, count: usize) {
    let begun = Instant::now();
    while running(word) != count {
        assert!(begun.elapsed() < Duration::from_mins(1), "{} processes, not {count}", running(word));
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn dropping_the_future_ends_a_child_and_its_own_children_even_those_that_tried_to_leave() {
    let word = format!("waits-{}", std::process::id());
    let mut child = errand(&["leave", &word]);
    child.bounds.cpu = Duration::from_hours(1);
    let run = tokio::spawn(async move { kept_in().run(child).await.map(|_| ()) });
    until(&word, 2).await;
    run.abort();
    until(&word, 0).await;
}

#[tokio::test]
async fn a_child_that_ends_leaves_no_process_behind() {
    let word = format!("leaves-{}", std::process::id());
    assert_eq!(said(&["leave", &word]).await, "");
    until(&word, 0).await;
}

#[tokio::test]
async fn a_child_whose_future_is_dropped_before_it_starts_does_not_run_on() {
    let word = format!("waits-unstarted-{}", std::process::id());
    let run = tokio::spawn({
        let child = errand(&["leave", &word]);
        async move { kept_in().run(child).await.map(|_| ()) }
    });
    tokio::task::yield_now().await;
    run.abort();
    assert!(run.await.is_err());
    until(&word, 0).await;
}

#[tokio::test]
async fn an_unconfined_child_keeps_its_limits_and_its_empty_environment() {
    let waived = Confinement::Waived;
    assert_eq!((waived.word(), kept_in().word()), ("unconfined", "confined"));
    let ended = waived.run(errand(&["read", "/etc/passwd"])).await.unwrap();
    assert_eq!(ended.stdout, b"read done\n");
    let ended = waived.run(errand(&["environment"])).await.unwrap();
    assert_eq!(String::from_utf8(ended.stdout).unwrap().lines().count(), 1);
    let ended = waived.run(errand(&["fill"])).await.unwrap();
    assert_eq!(ended.how, How::FileLimit);
}

#[tokio::test]
async fn a_file_that_would_lie_outside_its_folder_is_refused() {
    for name in ["../x", "/x", "a/../../x", ""] {
        let files = vec![(name.to_owned(), Bytes::new())];
        let error = kept_in().run(Errand { files, ..errand(&["read", "x"]) }).await.unwrap_err();
        assert!(error.to_string().contains("not a relative path"), "{error}");
    }
}

#[tokio::test]
async fn a_program_that_is_not_there_is_an_error_that_names_it() {
    let error = kept_in().run(Errand { program: "/no/compiler".into(), ..errand(&[]) }).await.unwrap_err();
    assert!(error.to_string().contains("cannot start /no/compiler"), "{error}");
}
