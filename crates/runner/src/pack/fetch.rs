//! Bringing a language's archive to this computer, and trusting it only by its checksum.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::client::{self, Call};
use super::complaint::{Complaint, last_lines};
use super::digest::{self, Digested};
use super::file;
use super::file_error::FileError;
use super::manifest::Manifest;
use super::progress::Progress;
use super::source::{Archive, PackageClient, Source, host_platform};

/// Why a language's archive is not here.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The user's system has no such client.
    #[error(
        "fetching {package} needs {client}, and none was found (tried: {tried}). {}, then try again.\n{offline}",
        install(*client)
    )]
    ClientMissing {
        /// The client.
        client: PackageClient,
        /// The package wanted, with its version.
        package: String,
        /// The programs that were looked for.
        tried: String,
        /// How to do without.
        offline: String,
    },
    /// The client could not reach its registry.
    #[error(
        "{client} could not reach its registry to fetch {package}. Check the network, and the proxy or mirror {client} is set up to use.\nThe last it said:\n{said}\n{offline}"
    )]
    Unreachable {
        /// The client.
        client: PackageClient,
        /// The package wanted, with its version.
        package: String,
        /// The client's last lines, escaped.
        said: String,
        /// How to do without.
        offline: String,
    },
    /// The registry knows no such package, or nothing that fits this system.
    #[error(
        "{client} found no {package} for {platform}. A mirror may lag behind, and an old {client} may not know this kind of archive: update it and try again.\nThe last it said:\n{said}\n{offline}"
    )]
    NotFound {
        /// The client.
        client: PackageClient,
        /// The package wanted, with its version.
        package: String,
        /// This platform.
        platform: String,
        /// The client's last lines, escaped.
        said: String,
        /// How to do without.
        offline: String,
    },
    /// The client failed in another way.
    #[error("`{program}` failed to fetch {package} ({status}).\nThe last it said:\n{said}\n{offline}")]
    Client {
        /// The program that was run.
        program: &'static str,
        /// The package wanted, with its version.
        package: String,
        /// How it ended.
        status: String,
        /// The client's last lines, escaped.
        said: String,
        /// How to do without.
        offline: String,
    },
    /// The archive is not where it should be.
    #[error("there is no {file} in {}. {advice}", folder.display())]
    Archive {
        /// The archive's file name.
        file: String,
        /// Where it was looked for.
        folder: PathBuf,
        /// What to do.
        advice: String,
    },
    /// The archive is not the one this version of the program was made for.
    #[error(
        "{} is not the file it should be and was not used.\n  expected SHA-256 {expected}\n  but it has      {got}\nIt was damaged or changed on its way: fetch it again, and if that gives the same, ask who runs the mirror.",
        path.display()
    )]
    Checksum {
        /// The file that was checked.
        path: PathBuf,
        /// The manifest's digest.
        expected: String,
        /// The file's.
        got: String,
    },
    /// Nothing is published for this platform.
    #[error("{language} cannot be installed on {platform}: {package} is published for {known} only")]
    Platform {
        /// The language.
        language: String,
        /// This platform.
        platform: String,
        /// The package wanted, with its version.
        package: String,
        /// The platforms that have an archive.
        known: String,
    },
    /// The file system refused.
    #[error(transparent)]
    File(#[from] FileError),
}

fn install(client: PackageClient) -> &'static str {
    match client {
        PackageClient::Pip => "Install Python 3.9 or newer with pip (Debian: `apt install python3-pip`)",
        PackageClient::Npm => "Install Node.js, which brings npm (Debian: `apt install npm`)",
        PackageClient::Mvn => "Install Maven, which needs a JDK (Debian: `apt install maven`)",
        PackageClient::Cargo => "Install Rust 1.82 or newer, which brings cargo",
    }
}

/// Brings one archive of a language into the folder `into` and says where it is.
///
/// With `from`, a folder of the user's that holds the archive (or the archive itself), nothing but that is read;
/// otherwise the user's own package client fetches it; cargo keeps what it fetches below `cargo_home`. An archive already
/// in `into` is used if it is whole. The file returned has the manifest's checksum.
pub(crate) async fn fetch(
    manifest: &Manifest,
    source: &Source,
    from: Option<&Path>,
    into: &Path,
    cargo_home: Option<&Path>,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<PathBuf, FetchError> {
    let calls = |folder: &Path| client::calls(source, folder);
    fetch_on((&host_platform(), cargo_home), &calls, (manifest, source), from, into, on_progress).await
}

async fn fetch_on(
    (platform, cargo_home): (&str, Option<&Path>),
    calls: &(dyn Fn(&Path) -> Vec<Call> + Sync),
    (manifest, source): (&Manifest, &Source),
    from: Option<&Path>,
    into: &Path,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<PathBuf, FetchError> {
    let archive = source.archive(platform).ok_or_else(|| no_archive(manifest, source, platform))?;
    let into = std::path::absolute(into).map_err(FileError::on("find", into))?;
    std::fs::create_dir_all(&into).map_err(FileError::on("create", &into))?;
    let target = into.join(&archive.file);
    if let Some(from) = from {
        let given = if from.is_dir() { from.join(&archive.file) } else { from.to_owned() };
        if !given.is_file() {
            return Err(FetchError::Archive {
                file: archive.file.clone(),
                folder: from.to_owned(),
                advice: format!("Fetch it elsewhere with `{}` and put it there.", client::by_hand(source)),
            });
        }
        return accept(archive, given, target, on_progress).await;
    }
    if target.is_file() && accept(archive, target.clone(), target.clone(), on_progress).await.is_ok() {
        return Ok(target);
    }
    let folder = tempfile::Builder::new()
        .prefix("fetch-")
        .tempdir_in(&into)
        .map_err(FileError::on("create a folder in", &into))?;
    call_first(&calls(folder.path()), platform, (manifest, source), folder.path(), on_progress).await?;
    let fetched = client::fetched(source, folder.path(), &archive.file, cargo_home);
    if !fetched.is_file() {
        return Err(FetchError::Archive {
            file: archive.file.clone(),
            folder: into,
            advice: format!(
                "{} brought another file, so its Python or system is not the one expected ({platform}). {}",
                source.client,
                offline(manifest, source, archive)
            ),
        });
    }
    on_progress(Progress::Fetched { file: archive.file.clone() });
    accept(archive, fetched, target, on_progress).await
}

/// Runs the first of the calls whose program exists.
async fn call_first(
    calls: &[Call],
    platform: &str,
    (manifest, source): (&Manifest, &Source),
    folder: &Path,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), FetchError> {
    let (client, package, bytes_total) = (source.client, client::requirement(source), source.download_bytes);
    let offline = source.archive(platform).map(|archive| offline(manifest, source, archive)).unwrap_or_default();
    on_progress(Progress::Fetching { package: package.clone(), bytes: 0, bytes_total });
    for call in calls {
        let grown = |bytes: u64| {
            on_progress(Progress::Fetching { package: package.clone(), bytes: bytes.min(bytes_total), bytes_total });
        };
        let answer = match client::run(call, folder, grown).await {
            Ok(answer) if answer.succeeded => return Ok(()),
            Ok(answer) => answer,
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            Err(e) => {
                let status = format!("it did not start: {e}");
                return Err(FetchError::Client {
                    program: call.program,
                    package,
                    status,
                    said: last_lines(""),
                    offline,
                });
            }
        };
        let (program, status, said) = (call.program, answer.status, last_lines(&answer.said));
        return Err(match Complaint::of(client, &answer.said) {
            Complaint::NoClient => continue,
            Complaint::Unreachable => FetchError::Unreachable { client, package, said, offline },
            Complaint::NotFound => {
                FetchError::NotFound { client, package, platform: platform.to_owned(), said, offline }
            }
            Complaint::Other => FetchError::Client { program, package, status, said, offline },
        });
    }
    let tried = calls.iter().map(|call| call.program).collect::<Vec<_>>().join(", ");
    Err(FetchError::ClientMissing { client, package, tried, offline })
}

/// Checks the file `given` against the manifest and leaves it as `target`, unless it is that already.
async fn accept(
    archive: &Archive,
    given: PathBuf,
    target: PathBuf,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<PathBuf, FetchError> {
    on_progress(Progress::Checking { file: archive.file.clone() });
    let expected = archive.sha256.clone();
    let path = target.clone();
    let checked = tokio::task::spawn_blocking(move || place(&given, &target, &expected)).await;
    checked.unwrap_or_else(|e| Err(FileError::on("check", &path)(io::Error::other(e)).into()))
}

fn place(given: &Path, target: &Path, expected: &str) -> Result<PathBuf, FetchError> {
    let same = |Digested { sha256: got, .. }| {
        if got == expected {
            Ok(())
        } else {
            Err(FetchError::Checksum { path: given.to_owned(), expected: expected.to_owned(), got })
        }
    };
    if given == target {
        same(digest::file(given).map_err(FileError::on("read", given))?)?;
        return Ok(target.to_owned());
    }
    // What is checked is the copy that will be used, so nothing can change in between.
    let folder = target.parent().unwrap_or(target);
    let copy = file::unfinished(folder).map_err(FileError::on("write in", folder))?;
    let original = File::open(given).map_err(FileError::on("read", given))?;
    same(digest::copy(original, copy.as_file()).map_err(FileError::on("copy to", target))?)?;
    copy.persist(target).map_err(|e| FileError::on("write", target)(e.error))?;
    Ok(target.to_owned())
}

fn offline(manifest: &Manifest, source: &Source, archive: &Archive) -> String {
    format!(
        "Without a network: fetch {} elsewhere (`{}`), bring it here, and run `assay languages install {} --from FOLDER`.",
        archive.file,
        client::by_hand(source),
        manifest.name
    )
}

fn no_archive(manifest: &Manifest, source: &Source, platform: &str) -> FetchError {
    let known: Vec<&str> = source.archives.iter().map(|archive| archive.platform.as_str()).collect();
    FetchError::Platform {
        language: manifest.title.clone(),
        platform: platform.to_owned(),
        package: client::requirement(source),
        known: known.join(", "),
    }
}

#[cfg(test)]
#[path = "fetch_tests.rs"]
mod tests;
