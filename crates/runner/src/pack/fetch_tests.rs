//! Tests of fetching: from folders, and with stand-ins for the package clients, so that no network is needed.

use super::*;

const PAYLOAD: &[u8] = b"an archive";
const FILE: &str = "tool-1.0.0.tgz";

fn manifest(sha256: &str) -> Manifest {
    let text = format!(
        "name = \"toy\"\ntitle = \"Toy\"\nversion = \"1\"\nextensions = [\"toy\"]\nmultiplier = 1\nkind = \"clang\"\n\
         [[source]]\nclient = \"npm\"\npackage = \"tool\"\nversion = \"1.0.0\"\ndownload_bytes = 10\n\
         [[source.archives]]\nplatform = \"linux-x86_64\"\nfile = \"{FILE}\"\nsha256 = \"{sha256}\"\n"
    );
    Manifest::parse(&text, "toy").unwrap()
}

fn right() -> Manifest {
    manifest(&digest::copy(PAYLOAD, io::sink()).unwrap().sha256)
}

/// A client that runs `script` with the folder as `$1`.
fn script(script: &str) -> impl Fn(&Path) -> Vec<Call> + Sync + use<> {
    let script = script.to_owned();
    move |folder| {
        vec![
            Call { program: "assay-test-has-no-such-client", arguments: vec![] },
            Call { program: "sh", arguments: vec!["-c".into(), script.clone().into(), "sh".into(), folder.into()] },
        ]
    }
}

async fn fetch_by(
    calls: impl Fn(&Path) -> Vec<Call> + Sync,
    manifest: &Manifest,
    from: Option<&Path>,
    into: &Path,
) -> (Result<PathBuf, FetchError>, Vec<Progress>) {
    let mut seen = Vec::new();
    let result =
        fetch_on(("linux-x86_64", None), &calls, (manifest, &manifest.sources[0]), from, into, &mut |progress| {
            seen.push(progress);
        })
        .await;
    (result, seen)
}

fn never(_: &Path) -> Vec<Call> {
    panic!("the client must not be called");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn an_archive_in_a_folder_is_checked_and_copied_without_a_client() {
    let (from, into) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(from.path().join(FILE), PAYLOAD).unwrap();
    for given in [from.path().to_owned(), from.path().join(FILE)] {
        let (path, seen) = fetch_by(never, &right(), Some(&given), &into.path().join("deep")).await;
        assert_eq!(std::fs::read(path.unwrap()).unwrap(), PAYLOAD);
        assert_eq!(seen, [Progress::Checking { file: FILE.into() }]);
    }
    assert_eq!(names(&into.path().join("deep")), [FILE]);
}

#[tokio::test]
async fn a_folder_without_the_archive_is_named_with_the_file_and_the_command_that_fetches_it() {
    let (from, into) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let text = fetch_by(never, &right(), Some(from.path()), into.path()).await.0.unwrap_err().to_string();
    assert!(text.contains(FILE) && text.contains(&from.path().display().to_string()), "{text}");
    assert!(text.contains("`npm pack tool@1.0.0`"), "{text}");
}

#[tokio::test]
async fn a_wrong_checksum_shows_both_and_leaves_nothing_behind() {
    let (from, into) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(from.path().join(FILE), PAYLOAD).unwrap();
    let wrong = "0".repeat(64);
    let text = fetch_by(never, &manifest(&wrong), Some(from.path()), into.path()).await.0.unwrap_err().to_string();
    let got = digest::copy(PAYLOAD, io::sink()).unwrap().sha256;
    assert!(text.contains(&format!("expected SHA-256 {wrong}\n  but it has      {got}")), "{text}");
    assert!(text.contains(&from.path().join(FILE).display().to_string()), "{text}");
    assert!(names(into.path()).is_empty());
}

#[tokio::test]
async fn a_platform_without_an_archive_is_told_which_have_one() {
    let into = tempfile::tempdir().unwrap();
    let manifest = right();
    let wanted = (&manifest, &manifest.sources[0]);
    let error = fetch_on(("plan9-mips", None), &never, wanted, None, into.path(), &mut |_| ()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "Toy cannot be installed on plan9-mips: tool@1.0.0 is published for linux-x86_64 only"
    );
}

#[tokio::test]
async fn a_missing_client_is_named_with_how_to_install_it_and_how_to_do_without() {
    let into = tempfile::tempdir().unwrap();
    let calls =
        |_: &Path| ["no-such-client-a", "no-such-client-b"].map(|program| Call { program, arguments: vec![] }).to_vec();
    let text = fetch_by(calls, &right(), None, into.path()).await.0.unwrap_err().to_string();
    assert!(text.contains("needs npm, and none was found (tried: no-such-client-a, no-such-client-b)"), "{text}");
    assert!(text.contains("Install Node.js"), "{text}");
    assert!(text.contains("`assay languages install toy --from FOLDER`"), "{text}");
}

#[tokio::test]
async fn an_archive_that_is_already_there_is_used_only_if_whole() {
    let into = tempfile::tempdir().unwrap();
    std::fs::write(into.path().join(FILE), PAYLOAD).unwrap();
    assert!(fetch_by(never, &right(), None, into.path()).await.0.is_ok());
    std::fs::write(into.path().join(FILE), "half").unwrap();
    let none = |_: &Path| vec![];
    assert!(matches!(fetch_by(none, &right(), None, into.path()).await.0, Err(FetchError::ClientMissing { .. })));
}

#[cfg(unix)]
#[tokio::test]
async fn the_first_client_that_exists_fetches_and_only_the_archive_stays() {
    let into = tempfile::tempdir().unwrap();
    let calls = script(&format!("printf 'an archive' > \"$1/{FILE}\" && touch leftover"));
    let (path, seen) = fetch_by(calls, &right(), None, into.path()).await;
    assert_eq!(path.unwrap(), into.path().join(FILE));
    assert_eq!(names(into.path()), [FILE]);
    assert_eq!(seen[0], Progress::Fetching { package: "tool@1.0.0".into(), bytes: 0, bytes_total: 10 });
    assert!(seen.ends_with(&[Progress::Fetched { file: FILE.into() }, Progress::Checking { file: FILE.into() }]));
}

#[cfg(unix)]
#[tokio::test]
async fn a_client_that_fails_is_quoted_by_what_its_words_mean() {
    for (said, expected) in [
        ("npm error code EAI_AGAIN", "npm could not reach its registry to fetch tool@1.0.0"),
        ("npm error code E404", "npm found no tool@1.0.0 for linux-x86_64"),
        ("npm error code EWEIRD", "`sh` failed to fetch tool@1.0.0 (exit status: 7)"),
    ] {
        let into = tempfile::tempdir().unwrap();
        let calls = script(&format!("printf '%s\\033[31m\\n' '{said}' >&2; exit 7"));
        let text = fetch_by(calls, &right(), None, into.path()).await.0.unwrap_err().to_string();
        assert!(text.contains(expected), "{text}");
        assert!(text.contains(&format!("  {said}\\u{{1b}}[31m\n")), "{text}");
        assert!(text.contains("--from FOLDER"), "{text}");
        assert!(names(into.path()).is_empty());
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_client_that_brings_another_file_is_an_error_that_names_the_one_expected() {
    let into = tempfile::tempdir().unwrap();
    let text = fetch_by(script("touch other.tgz"), &right(), None, into.path()).await.0.unwrap_err().to_string();
    assert!(text.contains(FILE) && text.contains("brought another file"), "{text}");
}

#[test]
fn the_calls_name_the_exact_version_and_never_an_address() {
    let all = Manifest::bundled().unwrap();
    let shown = |manifest: &Manifest| -> Vec<String> {
        let calls = client::calls(&manifest.sources[0], Path::new("DIR"));
        calls.iter().map(|call| format!("{} {}", call.program, call.arguments.join(" ".as_ref()).display())).collect()
    };
    assert_eq!(
        shown(&all[0])[..2],
        ["python3 -m pip", "pip3"].map(|start| {
            format!("{start} download --no-deps --only-binary=:all: --disable-pip-version-check -d DIR componentize-py==0.25.1")
        })
    );
    assert!(
        shown(&all[1])[0].ends_with(" pack --ignore-scripts --pack-destination DIR @yowasp/clang@22.0.0-git20542-10")
    );
}
