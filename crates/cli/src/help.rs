//! The examples at the end of each command's `--help`.

pub(crate) const ASSAY: &str = "\
Examples:
  assay new rate-limiter                        start a challenge of your own
  assay verify challenges/*                     check challenges before they are used
  assay test challenges/lru-cache my.py         run the samples, as a candidate does
  assay grade challenges/lru-cache my.py        grade a submission

Exit codes:
  0    accepted, or all as expected
  1    not accepted, or not as expected
  2    the command line or a file named on it cannot be used
  3    the challenge is not valid
  4    a language pack is not to be had
  70   Assay itself failed
  130  stopped by Ctrl-C";

pub(crate) const GRADE: &str = "\
Examples:
  assay grade challenges/lru-cache solution.py
  assay grade challenges/lru-cache solution.cpp --output grade.json
  assay grade challenges/lru-cache solution.py --audience candidate --format html > report.html
  assay grade challenges/lru-cache inbox/*.py                       a ranking
  assay grade challenges/lru-cache inbox/ --store grades/           thousands, and on again after a stop
  assay grade challenges/lru-cache inbox/ --output comparison.html  all on one page
  assay grade challenges/lru-cache - --language python < code.txt   from standard input
  assay grade challenges/lru-cache project/                         a program of several files

A folder with a file called main.* or solution.*, or with one file alone, is one submission. Any other
folder is full of them: each file is one, and each folder in it; what is hidden is left out.

Exits with 0 if every submission is accepted, with 1 if one is not. One that cannot be graded does not
stop the others; it is named at the end.";

pub(crate) const TEST: &str = "\
Examples:
  assay test challenges/lru-cache solution.py
  assay test challenges/lru-cache solution.py --input mine.txt
  printf '2\\nGET 1\\n' | assay test challenges/lru-cache solution.py --input -

With --input, standard output is the program's own, byte for byte unless it goes to a terminal.
Nothing is judged then: exits with 0 if the program ended with 0.";

pub(crate) const PROFILE: &str = "\
Examples:
  assay profile challenges/lru-cache solution.c
  assay profile challenges/lru-cache solution.py --case sample/01-basics
  assay profile challenges/lru-cache solution.py --format html --output profile.html
  assay profile challenges/lru-cache solution.cpp --format folded > stacks.txt   for other tools

Compiled programs are told apart by function; Python, JavaScript, TypeScript and Ruby by line. Nothing is
timed: the same program and case give the same profile on every machine. Without --case, all cases are run
and the hidden one that cost most is profiled. It tells of hidden cases: it is not for candidates.";

pub(crate) const START: &str = "\
Examples:
  assay start challenges/ttl-cache --language go
  assay start challenges/ttl-cache --language cpp --into work

Works for challenges that ask for a function or class. Nothing is ever written over.";

pub(crate) const VERIFY: &str = "\
Examples:
  assay verify challenges/lru-cache
  assay verify challenges/* --format markdown >> \"$GITHUB_STEP_SUMMARY\"
  assay verify challenges/* --format json | jq '.[].warnings'

Exits with 0 only if every challenge is valid and every solution earns the verdict its folder names.";

pub(crate) const NEW: &str = "\
Examples:
  assay new challenges/rate-limiter
  assay new challenges/rate-limiter --title 'Rate limiter'";

pub(crate) const IMPORT: &str = "\
Examples:
  assay import exercism leap.json
  assay import exercism grains.json --property total --into challenges";

pub(crate) const EXERCISM: &str = "\
Examples:
  assay import exercism leap.json
  assay import exercism leap.json --into challenges
  assay import exercism grains.json --property total

FILE is canonical data, as Exercism publishes it for each exercise. Nothing is ever written over.
What comes out is valid and has no solutions yet: add some to submissions/ and run `assay verify`.";

pub(crate) const LANGUAGES: &str = "\
Examples:
  assay languages
  assay languages install python cpp
  assay languages install python --from /media/archives   without a network
  assay languages remove cpp
  assay languages --format json | jq -r '.[] | select(.ready) | .language'";

pub(crate) const INSTALL: &str = "\
Examples:
  assay languages install python cpp
  assay languages install python --from /media/archives   without a network";

pub(crate) const REMOVE: &str = "\
Examples:
  assay languages remove cpp";

pub(crate) const CACHE: &str = "\
Examples:
  assay cache
  assay cache prune                 to its bound; packs of other versions go too
  assay cache prune --to 500MB
  assay cache clear native made
  assay cache clear packs           languages are fetched again when they are used

What is kept besides packs stays within 2 GiB by itself, or within ASSAY_CACHE_SIZE, such as 10GB.
No grade depends on it.";

pub(crate) const REPORT: &str = "\
Examples:
  assay report grade.json
  assay report grade.json --output report.html
  assay report grade.json --audience candidate --format json > for-the-candidate.json
  assay report grade.json --format junit --output results.xml
  assay report grades/ --output comparison.html    a ranking of all that --store kept

Needs neither the challenge nor the submission. Exits with 0 whatever the verdict is.";

pub(crate) const REPLAY: &str = "\
Examples:
  assay replay grade.json challenges/lru-cache solution.py

Exits with 0 if the grade is the same, with 1 if it is not, and says which input has changed.";

pub(crate) const SCHEMA: &str = "\
Examples:
  assay schema challenge > challenge.schema.json   for completion in an editor
  assay schema grade > grade.schema.json           for reading grades in another program";

pub(crate) const COMPLETIONS: &str = "\
Examples:
  assay completions bash > ~/.local/share/bash-completion/completions/assay
  assay completions zsh > ~/.zfunc/_assay
  assay completions fish > ~/.config/fish/completions/assay.fish";
