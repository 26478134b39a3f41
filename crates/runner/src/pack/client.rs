//! Running the user's own package client as a child.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::{MissedTickBehavior, interval};

use super::source::{PackageClient, Source};

/// How often the growth of the download is looked at.
const TICK: Duration = Duration::from_millis(200);

/// One way to call a client, not yet tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) program: &'static str,
    pub(super) arguments: Vec<OsString>,
}

/// How a call ended.
pub(super) struct Answer {
    pub(super) succeeded: bool,
    /// The status, as the system describes it.
    pub(super) status: String,
    /// Everything it printed, standard output first.
    pub(super) said: String,
}

/// The ways to have `source` written into `folder`, in the order they are tried.
pub(super) fn calls(source: &Source, folder: &Path) -> Vec<Call> {
    let call = |program, before: &[&str], rest: &[&str]| {
        let mut arguments: Vec<OsString> = before.iter().chain(rest).map(OsString::from).collect();
        arguments.push(folder.into());
        arguments.push(requirement(source).into());
        Call { program, arguments }
    };
    match source.client {
        PackageClient::Pip => {
            let rest = ["download", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check", "-d"];
            let module = ["-m", "pip"];
            let mut calls = vec![
                call("python3", &module, &rest),
                call("pip3", &[], &rest),
                call("pip", &[], &rest),
                call("python", &module, &rest),
            ];
            if cfg!(windows) {
                calls.push(call("py", &module, &rest));
            }
            calls
        }
        PackageClient::Npm => {
            let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
            vec![call(program, &["pack"], &["--ignore-scripts", "--pack-destination"])]
        }
        PackageClient::Mvn => {
            let program = if cfg!(windows) { "mvn.cmd" } else { "mvn" };
            let mut output = OsString::from("-DoutputDirectory=");
            output.push(folder);
            let artifact = format!("-Dartifact={}", requirement(source));
            let arguments = ["-q", "-B", "dependency:copy", &artifact].map(OsString::from);
            vec![Call { program, arguments: arguments.into_iter().chain([output]).collect() }]
        }
        PackageClient::Cargo => {
            // What cargo shows of a package it fetches first, and that one package alone.
            let arguments = ["info", "--quiet", "--color=never", &requirement(source)].map(OsString::from);
            vec![Call { program: "cargo", arguments: arguments.into() }]
        }
    }
}

/// What a person types to fetch the archive by hand, on another computer for instance.
pub(super) fn by_hand(source: &Source) -> String {
    match source.client {
        PackageClient::Pip => format!("python3 -m pip download --no-deps {}", requirement(source)),
        PackageClient::Npm => format!("npm pack {}", requirement(source)),
        PackageClient::Mvn => format!("mvn dependency:copy -Dartifact={} -DoutputDirectory=.", requirement(source)),
        PackageClient::Cargo => {
            format!("cargo info {}`, which leaves it below `CARGO_HOME/registry/cache", requirement(source))
        }
    }
}

/// The package and its exact version in the client's notation.
pub(super) fn requirement(source: &Source) -> String {
    match source.client {
        PackageClient::Pip => format!("{}=={}", source.package, source.version),
        PackageClient::Npm | PackageClient::Cargo => format!("{}@{}", source.package, source.version),
        PackageClient::Mvn => format!("{}:{}", source.package, source.version),
    }
}

/// Where the archive is once a call has succeeded: in `folder`, but for clients that keep what they fetch elsewhere.
pub(super) fn fetched(source: &Source, folder: &Path, file: &str, cargo_home: Option<&Path>) -> PathBuf {
    let here = folder.join(file);
    if source.client != PackageClient::Cargo {
        return here;
    }
    let caches = cargo_home.and_then(|home| std::fs::read_dir(home.join("registry/cache")).ok());
    let kept = caches.into_iter().flatten().filter_map(Result::ok).map(|cache| cache.path().join(file));
    // One folder for each registry that was ever used; mirrors keep the same bytes, and the checksum tells.
    kept.filter(|path| path.is_file())
        .max_by_key(|path| path.metadata().and_then(|meta| meta.modified()).ok())
        .unwrap_or(here)
}

/// Runs one call to its end, reporting the size of `folder` as it grows. Dropping the future ends the child.
pub(super) async fn run(call: &Call, folder: &Path, mut grown: impl FnMut(u64) + Send) -> io::Result<Answer> {
    // The folder is also where it starts and puts what is temporary: a `pip` or `.npmrc` lying about where the
    // user happens to be is not picked up, growth can be seen, and one removal clears everything.
    let child = Command::new(call.program)
        .args(&call.arguments)
        .current_dir(folder)
        .envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, folder)))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let end = child.wait_with_output();
    tokio::pin!(end);
    let mut largest = 0;
    loop {
        tokio::select! {
            biased;
            output = &mut end => {
                let output = output?;
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                return Ok(Answer {
                    succeeded: output.status.success(),
                    status: output.status.to_string(),
                    said: format!("{}\n{}", text(&output.stdout), text(&output.stderr)),
                });
            }
            _ = ticks.tick() => {
                let size = size(folder).await;
                if size > largest {
                    largest = size;
                    grown(size);
                }
            }
        }
    }
}

async fn size(folder: &Path) -> u64 {
    let folder = folder.to_owned();
    tokio::task::spawn_blocking(move || folder_size(&folder).unwrap_or(0)).await.unwrap_or(0)
}

/// Bytes of all files in a folder and the folders in it; what vanishes meanwhile counts nothing.
pub(crate) fn folder_size(folder: &Path) -> io::Result<u64> {
    let mut sum: u64 = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let size = match entry.metadata() {
            Ok(meta) if meta.is_dir() => folder_size(&entry.path()).unwrap_or(0),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        };
        sum = sum.saturating_add(size);
    }
    Ok(sum)
}
