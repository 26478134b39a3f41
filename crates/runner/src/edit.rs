//! A change to a source file of others, before anything is built from it.

/// A piece of a file that is replaced.
pub(crate) struct Edit {
    pub(crate) file: &'static str,
    pub(crate) find: &'static str,
    pub(crate) put: &'static str,
}

/// It is not the version that the edit was written for.
#[derive(Debug, thiserror::Error)]
#[error("{file} does not hold this exactly once, so it is of another version: {find}")]
pub(crate) struct NotThere {
    file: &'static str,
    find: String,
}

impl Edit {
    /// The file's text, changed; what is replaced must be in it exactly once.
    pub(crate) fn of(&self, text: &str) -> Result<String, NotThere> {
        let Self { file, find, put } = *self;
        match text.matches(find).count() {
            1 => Ok(text.replacen(find, put, 1)),
            _ => Err(NotThere { file, find: find.escape_debug().to_string() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_exactly_once_is_not_replaced() {
        let edit = Edit { file: "a.c", find: "one", put: "two" };
        assert_eq!(edit.of("one three").unwrap(), "two three");
        let error = edit.of("one one").unwrap_err().to_string();
        assert_eq!(error, "a.c does not hold this exactly once, so it is of another version: one");
        assert!(edit.of("").is_err());
    }
}
