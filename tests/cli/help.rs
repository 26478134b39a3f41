//! What the command says of itself.

use regex::Regex;

use crate::bench::Bench;

const COMMANDS: [&str; 11] =
    ["grade", "test", "verify", "new", "import", "languages", "cache", "report", "replay", "schema", "completions"];

#[test]
fn every_command_is_explained_with_examples_of_itself() {
    let bench = Bench::new();
    for command in COMMANDS {
        let said = bench.run(&[command, "--help"]).exits(0).stdout;
        let (_, examples) = said.split_once("Examples:\n").unwrap_or_else(|| panic!("{command} has no examples"));
        assert!(examples.contains(&format!("assay {command}")), "{examples}");
        assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
    }
    let said = bench.run(&["--help"]).exits(0).stdout;
    assert!(COMMANDS.iter().all(|command| said.contains(&format!("\n  {command} "))), "{said}");
    assert!(said.contains("Exit codes:"));
}

#[test]
fn every_command_in_the_examples_parses() {
    let bench = Bench::new();
    let example = Regex::new(r"(?m)^  (?:.*\| )?assay ([a-z]+)((?: -[^ ]*| [^ -<>|'][^ <>|']*)*)").expect("a pattern");
    for command in COMMANDS {
        let said = bench.run(&[command, "--help"]).stdout;
        for found in example.captures_iter(&said) {
            assert!(COMMANDS.contains(&&found[1]), "{}", &found[0]);
            // Options are known if asking for help beside them is no mistake.
            let options = found[2].split(' ').filter(|word| word.starts_with("--") && *word != "--");
            for option in options {
                assert!(said.contains(option), "{option} is not an option of {command}");
            }
        }
    }
}

#[test]
fn completions_are_there_for_the_usual_shells() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(bench.run(&["completions", shell]).exits(0).stdout.contains("replay"), "{shell}");
    }
}

#[test]
fn the_schemas_are_json_and_describe_what_is_asked_for() {
    let bench = Bench::new();
    for (which, key) in [("challenge", "limits"), ("grade", "receipt")] {
        let schema: serde_json::Value =
            serde_json::from_str(&bench.run(&["schema", which]).exits(0).stdout).expect("JSON");
        assert!(schema["properties"][key].is_object(), "{which}");
    }
}
