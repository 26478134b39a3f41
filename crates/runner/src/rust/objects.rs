//! The object files in the archives that rustc keeps crates in. Most of an archive is for the compiler; the linker,
//! which copies what it reads into its sandbox, is given the rest.

use bytes::Bytes;

const MAGIC: &[u8] = b"!<arch>\n";
const HEADER: usize = 60;

/// The archive is not one, or is cut short.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not an archive of objects, or is damaged at byte {0}")]
pub(crate) struct NotAnArchive(usize);

/// The members of a Unix archive by their names, as slices of it.
fn read_archive(archive: &Bytes) -> Result<Vec<(String, Bytes)>, NotAnArchive> {
    if !archive.starts_with(MAGIC) {
        return Err(NotAnArchive(0));
    }
    let (mut members, mut long_names, mut at) = (Vec::new(), Bytes::new(), MAGIC.len());
    while at < archive.len() {
        let damaged = NotAnArchive(at);
        let header = archive.get(at..at + HEADER).ok_or(damaged)?;
        let field = |from: usize, to: usize| std::str::from_utf8(&header[from..to]).unwrap_or_default().trim_end();
        let start = at + HEADER;
        let end = field(48, 58).parse().ok().and_then(|size: usize| start.checked_add(size));
        let end = end.filter(|end| *end <= archive.len()).ok_or(NotAnArchive(at))?;
        let content = archive.slice(start..end);
        match field(0, 16) {
            "/" | "/SYM64/" => {}
            "//" => long_names = content,
            name => members.push((full_name(name, &long_names).ok_or(NotAnArchive(at))?, content)),
        }
        at = end.next_multiple_of(2);
    }
    Ok(members)
}

/// A short name ends with `/`; a long one is `/` and where it begins in the list of names.
fn full_name(name: &str, long_names: &[u8]) -> Option<String> {
    let Some(place) = name.strip_prefix('/') else { return Some(name.trim_end_matches('/').to_owned()) };
    let rest = long_names.get(place.parse::<usize>().ok()?..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'\n'))?;
    Some(String::from_utf8_lossy(rest.get(..end)?).into_owned())
}

/// Whether a file of this name is an object.
pub(crate) fn is_object(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending == "o")
}

/// The objects among them.
pub(crate) fn objects_of(archive: &Bytes) -> Result<impl Iterator<Item = (String, Bytes)> + use<>, NotAnArchive> {
    Ok(read_archive(archive)?.into_iter().filter(|(name, _)| is_object(name)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(name: &str, content: &str) -> String {
        let padding = if content.len() % 2 == 1 { "\n" } else { "" };
        format!("{name:<16}{:<12}{:<6}{:<6}{:<8}{:<10}`\n{content}{padding}", 0, 0, 0, 644, content.len())
    }

    fn sample() -> String {
        let names = "a-name-that-is-long.o/\nanother-name-that-is-long/\n";
        let members = [
            member("/", "symbols"),
            member("//", names),
            member("lib.rmeta/", "meta"),
            member("/0", "first"),
            member("b.o/", ""),
            member("/23", "no object"),
        ];
        format!("!<arch>\n{}", members.concat())
    }

    #[test]
    fn objects_are_found_by_short_and_long_names() {
        let archive = Bytes::from(sample());
        let names: Vec<_> = read_archive(&archive).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["lib.rmeta", "a-name-that-is-long.o", "b.o", "another-name-that-is-long"]);
        let objects: Vec<_> = objects_of(&archive).unwrap().collect();
        assert_eq!(objects[0], ("a-name-that-is-long.o".to_owned(), Bytes::from_static(b"first")));
        assert_eq!(objects[1], ("b.o".to_owned(), Bytes::new()));
    }

    #[test]
    fn a_damaged_archive_is_refused_with_the_place() {
        let mut cut = sample();
        // The last member ends with a padding byte.
        cut.truncate(cut.len() - 2);
        assert!(read_archive(&Bytes::from(cut)).is_err());
        assert_eq!(read_archive(&Bytes::from_static(b"\0asm")), Err(NotAnArchive(0)));
        let lost = format!("!<arch>\n{}", member("/99", "x"));
        assert_eq!(read_archive(&Bytes::from(lost)), Err(NotAnArchive(8)));
    }

    proptest! {
        #[test]
        fn no_damage_makes_the_reader_panic(at in 0..600_usize, byte: u8, end in 0..600_usize) {
            let mut bytes = sample().into_bytes();
            if let Some(changed) = bytes.get_mut(at) {
                *changed = byte;
            }
            bytes.truncate(end);
            let _ = read_archive(&Bytes::from(bytes));
        }
    }
}
