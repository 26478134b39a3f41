//! What a misspelt name was probably meant to be, so that a problem can say it.

/// How many letters may be wrong for a name to count as misspelt.
const CLOSE: usize = 2;

/// The candidate that `word` most likely stands for, if one is close.
pub(crate) fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close = candidates.into_iter().filter(|candidate| candidate.len().abs_diff(word.len()) <= CLOSE);
    let ranked = close.map(|candidate| (distance(word, candidate), candidate));
    let (distance, candidate) = ranked.min()?;
    (distance <= CLOSE && distance < word.chars().count()).then_some(candidate)
}

/// How many letters must be changed, added or taken away to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn a_misspelt_word_finds_the_one_that_was_meant() {
        for (word, meant) in [
            ("titel", Some("title")),
            ("tags", Some("tags")),
            ("tag", Some("tags")),
            ("limts", Some("limits")),
            ("checker", None),
            ("xy", None),
            ("", None),
        ] {
            assert_eq!(closest(word, ["title", "tags", "limits"]), meant, "{word}");
        }
    }

    #[test]
    fn letters_are_counted_and_not_bytes() {
        assert_eq!(closest("grüße", ["grosse", "grüsse"]), Some("grüsse"));
    }
}
