//! One line of the table: a program, what it is given, and what must come of it in every language.

use assay::Verdict;

/// A program every language has, and what must come of it.
pub(crate) struct Row {
    /// The program's name: that of its file, without the ending.
    pub(crate) program: &'static str,
    /// Its standard input, made from a size.
    pub(crate) input: fn(u64) -> Vec<u8>,
    /// The run that is judged, and whose cost is documented.
    pub(crate) judged: Scale,
    /// The runs that are repeated to see that they cost the same: the same program on less.
    pub(crate) repeated: Scale,
    /// The judge's word.
    pub(crate) verdict: Verdict,
    /// Part of what the judge says of it.
    pub(crate) says: &'static str,
    /// What it prints.
    pub(crate) stdout: Output,
    /// What it writes to standard error.
    pub(crate) stderr: Errors,
    /// The languages that cannot have it, each with the reason.
    pub(crate) absent: &'static [(&'static str, &'static str)],
}

/// How much a run is given to do, and what it may use.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    /// The size its input is made from.
    pub(crate) n: u64,
    /// Virtual milliseconds, before the language's multiplier.
    pub(crate) time_ms: u64,
    /// Bytes of memory.
    pub(crate) memory: u64,
    /// Bytes of standard output.
    pub(crate) output: u64,
}

/// What a program prints.
#[derive(Clone, Copy)]
pub(crate) enum Output {
    /// Exactly this.
    Text(&'static str),
    /// Exactly what it read.
    Input,
    /// Exactly what is made from the input's size.
    Made(fn(u64) -> Vec<u8>),
    /// This line, over and over, up to the limit.
    Over(&'static str),
    /// So many numbers from 0 to 999999, which depend on the case and nothing else.
    Draws(usize),
}

/// What a program writes to standard error, or the compiler says of it.
#[derive(Clone, Copy)]
pub(crate) enum Errors {
    /// Exactly this.
    Text(&'static str),
    /// The place of the line marked HERE, as the language writes places, and this.
    Marked(&'static str),
    /// Whatever the language says of such an end.
    Any,
}

impl Default for Scale {
    /// What an ordinary challenge allows.
    fn default() -> Self {
        Self { n: 0, time_ms: 1000, memory: 256 << 20, output: 8 << 20 }
    }
}

/// A program that reads nothing and must be accepted for printing this.
pub(crate) fn row(program: &'static str, stdout: Output) -> Row {
    Row {
        program,
        input: |_| Vec::new(),
        judged: Scale::default(),
        repeated: Scale::default(),
        verdict: Verdict::AC,
        says: "",
        stdout,
        stderr: Errors::Text(""),
        absent: &[],
    }
}

impl Row {
    /// Reads this.
    pub(crate) fn reads(self, input: fn(u64) -> Vec<u8>) -> Self {
        Self { input, ..self }
    }

    /// Is judged on an input of the first size, and repeated on one of the second.
    pub(crate) fn sized(self, judged: u64, repeated: u64) -> Self {
        let judged = Scale { n: judged, ..self.judged };
        Self { judged, repeated: Scale { n: repeated, ..self.repeated }, ..self }
    }

    /// Goes to its limits: these when it is judged, those when it is repeated.
    pub(crate) fn within(self, judged: Scale, repeated: Scale) -> Self {
        Self { judged, repeated, ..self }
    }

    /// Fails, and the judge says so with these words.
    pub(crate) fn fails(self, verdict: Verdict, says: &'static str, stderr: Errors) -> Self {
        Self { verdict, says, stderr, ..self }
    }

    /// Is not to be had in these languages.
    pub(crate) fn absent(self, absent: &'static [(&'static str, &'static str)]) -> Self {
        Self { absent, ..self }
    }

    /// Why `language` does not have this program, if it is declared not to.
    pub(crate) fn absence(&self, language: &str) -> Option<&'static str> {
        self.absent.iter().find(|(name, _)| *name == language).map(|(_, reason)| *reason)
    }
}
