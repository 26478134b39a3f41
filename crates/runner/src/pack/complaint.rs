//! What a package client meant when it failed, as far as its words can be told apart.

use super::source::PackageClient;

/// How many of the client's last lines are shown.
const LINES: usize = 8;
/// How many characters of each.
const WIDTH: usize = 300;

/// A client's failure, sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complaint {
    /// The program is there, but the client is not.
    NoClient,
    /// The registry could not be reached.
    Unreachable,
    /// The registry has no such package, version, or archive for this platform.
    NotFound,
    /// Anything else.
    Other,
}

impl Complaint {
    /// Sorts what a client printed.
    pub(super) fn of(client: PackageClient, said: &str) -> Self {
        let has = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
        match client {
            PackageClient::Pip if has(&["No module named pip", "No module named 'pip'", "Python was not found"]) => {
                Self::NoClient
            }
            PackageClient::Pip if has(PIP_UNREACHABLE) => Self::Unreachable,
            PackageClient::Pip if has(&["No matching distribution found"]) => Self::NotFound,
            PackageClient::Npm if has(&["E404", "ETARGET", "notarget"]) => Self::NotFound,
            PackageClient::Npm if has(NPM_UNREACHABLE) => Self::Unreachable,
            PackageClient::Mvn if has(MVN_UNREACHABLE) => Self::Unreachable,
            PackageClient::Mvn if has(&["Could not find artifact"]) => Self::NotFound,
            PackageClient::Cargo if has(CARGO_UNREACHABLE) => Self::Unreachable,
            PackageClient::Cargo if has(&["could not find `"]) => Self::NotFound,
            PackageClient::Cargo if has(&["no such command: `info`"]) => Self::NoClient,
            PackageClient::Pip | PackageClient::Npm | PackageClient::Mvn | PackageClient::Cargo => Self::Other,
        }
    }
}

const PIP_UNREACHABLE: &[&str] = &[
    "after connection broken",
    "Max retries exceeded",
    "Could not fetch URL",
    "Connection error",
    "ConnectionError",
    "ReadTimeout",
    "ProxyError",
    "SSLError",
    "Temporary failure in name resolution",
];

const NPM_UNREACHABLE: &[&str] = &[
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ENETUNREACH",
    "EHOSTUNREACH",
    "ERR_SOCKET_TIMEOUT",
    "SELF_SIGNED_CERT",
    "UNABLE_TO_",
    "network request",
];

const CARGO_UNREACHABLE: &[&str] = &[
    "Could not resolve host",
    "Could not resolve proxy",
    "Couldn't connect to server",
    "Failed to connect to",
    "network failure",
    "spurious network error",
    "download of config.json failed",
];

const MVN_UNREACHABLE: &[&str] = &[
    "Unknown host",
    "Name or service not known",
    "Temporary failure in name resolution",
    "Connection refused",
    "Connection timed out",
    "Network is unreachable",
    "No route to host",
    "in offline mode",
];

/// The last lines of what a client printed, safe to show on a terminal: indented, bounded, nothing but text.
pub(super) fn last_lines(said: &str) -> String {
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let shown = lines.get(lines.len().saturating_sub(LINES)..).unwrap_or_default();
    if shown.is_empty() {
        return "  (it printed nothing)".to_owned();
    }
    shown.iter().map(|line| format!("  {}", escaped(line.trim_end()))).collect::<Vec<_>>().join("\n")
}

fn escaped(line: &str) -> String {
    let mut shown = String::new();
    for (nth, c) in line.chars().enumerate() {
        if nth == WIDTH {
            shown.push_str(" …");
            break;
        }
        if c.is_control() || turns_text_around(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clients_really_print_is_told_apart() {
        let broken = "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError'\n\
            ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)\n\
            ERROR: No matching distribution found for x==1";
        let absent = "ERROR: Could not find a version that satisfies the requirement x==9 (from versions: 0.1.0)\n\
            ERROR: No matching distribution found for x==9";
        let no_target = "npm error code ETARGET\nnpm error notarget No matching version found for x@9.";
        let refused = "npm error code ECONNREFUSED\nnpm error errno ECONNREFUSED";
        for (client, said, complaint) in [
            (PackageClient::Pip, broken, Complaint::Unreachable),
            (PackageClient::Pip, absent, Complaint::NotFound),
            (PackageClient::Pip, "/usr/bin/python3: No module named pip", Complaint::NoClient),
            (PackageClient::Pip, "ERROR: disk full", Complaint::Other),
            (PackageClient::Npm, no_target, Complaint::NotFound),
            (PackageClient::Npm, refused, Complaint::Unreachable),
            (PackageClient::Npm, "npm error code EACCES", Complaint::Other),
            (PackageClient::Mvn, "[ERROR] x: Could not find artifact a:b:jar:9 in mirror", Complaint::NotFound),
            (PackageClient::Mvn, "[ERROR] Could not transfer artifact: Connection refused", Complaint::Unreachable),
            (PackageClient::Mvn, "[ERROR] No space left on device", Complaint::Other),
            (PackageClient::Cargo, "error: could not find `x` in registry `y`", Complaint::NotFound),
            (
                PackageClient::Cargo,
                "[6] Couldn't resolve host name (Could not resolve host: x)",
                Complaint::Unreachable,
            ),
            (PackageClient::Cargo, "error: no such command: `info`", Complaint::NoClient),
            (PackageClient::Cargo, "error: failed to parse manifest", Complaint::Other),
        ] {
            assert_eq!(Complaint::of(client, said), complaint, "{said}");
        }
    }

    #[test]
    fn shown_lines_are_few_short_and_cannot_drive_a_terminal() {
        let said = format!("{}\u{1b}[2Jred\u{202e}\n\n{}\n", "first\n".repeat(20), "w".repeat(400));
        let shown = last_lines(&said);
        assert_eq!(shown.lines().count(), LINES);
        assert!(shown.contains("  \\u{1b}[2Jred\\u{202e}\n"), "{shown}");
        assert!(shown.ends_with(&format!("{} …", "w".repeat(WIDTH))), "{shown}");
        assert_eq!(last_lines(" \n"), "  (it printed nothing)");
    }
}
