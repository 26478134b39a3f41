//! What a sound challenge becomes.

use std::path::Path;

use assay_challenge::{Aggregate, Answer, Checker, Feedback, Input, Language, Members, Verdict, check_ids, load};

use crate::{Folder, HEAD, TOML};

#[test]
fn a_whole_challenge_loads_to_its_tree() {
    let folder = Folder::new(TOML);
    let loaded = load(&folder.root).unwrap();
    assert_eq!(
        loaded.cases().iter().map(|case| case.id.as_str()).collect::<Vec<_>>(),
        ["sample/01-small", "secret/edge/01-zero", "secret/large/01-many"]
    );
    let Members::Groups(groups) = &loaded.secret.members else { panic!("the hidden cases are in groups") };
    assert_eq!((groups[0].id.as_str(), groups[0].title.as_str(), groups[0].weight), ("secret/edge", "Edges", 40));
    assert_eq!((groups[1].id.as_str(), groups[1].title.as_str(), groups[1].weight), ("secret/large", "large", 60));
    assert_eq!((groups[0].aggregate, groups[1].aggregate), (Aggregate::Min, Aggregate::Sum));
    let cases = loaded.secret.cases();
    assert_eq!(cases[0].input, Input::File("data/secret/edge/01-zero.in".into()));
    assert_eq!(cases[0].answer, Answer::File("data/secret/edge/01-zero.ans".into()));
    assert_eq!(cases[0].hint.as_deref(), Some("Zero is a number."));
    assert_eq!(cases[1].input, Input::Generated("data/secret/large/01-many.gen".into()));
    assert_eq!(cases[1].answer, Answer::Computed);
    let solutions: Vec<_> = loaded.solutions.iter().map(|s| (s.path.as_path(), s.expected)).collect();
    let accepted = Path::new("submissions/accepted/solution.py");
    assert_eq!(solutions, [(accepted, Verdict::AC), (Path::new("submissions/wrong_answer/zero.py"), Verdict::WA)]);
    assert_eq!(loaded.generator.unwrap().answers, accepted);
    assert_eq!(loaded.hash.len(), 64);
}

#[test]
fn what_is_left_out_has_its_default() {
    let folder = Folder::new(HEAD);
    folder.remove("data/secret/large");
    let loaded = load(&folder.root).unwrap();
    let allowance = &loaded.allowance;
    assert_eq!((allowance.time_ms, allowance.memory, allowance.output), (300, 256 << 20, 8 << 20));
    assert_eq!((allowance.wall_ms, loaded.languages), (None, None));
    assert_eq!(loaded.checker, Checker::Tokens { case_sensitive: false });
    assert_eq!((loaded.scoring.points, loaded.scoring.efficiency), (100, None));
    assert_eq!(loaded.feedback, Feedback::Verdict);
    assert_eq!((loaded.secret.title.as_str(), loaded.secret.weight), ("secret", 1));
}

#[test]
fn what_is_stated_is_loaded() {
    let toml = format!(
        r#"{HEAD}languages = ["python", "c"]
feedback = "case-names"
[limits]
time = "1.5s"
memory = "64 MiB"
wall = "1 min"
multipliers = {{ python = 12.5 }}
[checker]
kind = "program"
source = "generator/gen.py"
arguments = ["strict"]
[scoring.efficiency]
share = 20
full = 1.5
zero = 10
[scoring.efficiency.references]
python = "submissions/accepted/several"
[groups.secret]
title = "All of it"
weight = 100
stop_at_failure = true
"#
    );
    let folder = Folder::new(&toml);
    folder.remove("data/secret/large");
    folder.write("submissions/accepted/several/main.py", "import rest");
    folder.write("submissions/accepted/several/rest/one.py", "print(3)");
    let loaded = load(&folder.root).unwrap_or_else(|problems| panic!("{problems}"));
    let python = Language::new("python").unwrap();
    let allowance = &loaded.allowance;
    assert_eq!((allowance.time_ms, allowance.memory, allowance.wall_ms), (1500, 64 << 20, Some(60_000)));
    assert_eq!(allowance.multipliers[&python], 12_500);
    let arguments = vec!["strict".to_owned()];
    assert_eq!(loaded.checker, Checker::Program { source: "generator/gen.py".into(), arguments });
    let efficiency = loaded.scoring.efficiency.unwrap();
    assert_eq!((efficiency.share, efficiency.full, efficiency.zero), (20, 1500, 10_000));
    assert_eq!(efficiency.references[&python], Path::new("submissions/accepted/several"));
    assert_eq!((loaded.secret.title.as_str(), loaded.secret.stop_at_failure), ("All of it", true));
    let solutions: Vec<_> = loaded.solutions.iter().map(|s| s.path.as_path()).collect();
    assert_eq!(solutions[0], Path::new("submissions/accepted/several"), "a folder is one solution");
    assert_eq!(solutions.len(), 3);
}

#[test]
fn groups_without_weights_weigh_the_same_and_may_be_nested() {
    let folder = Folder::new(&TOML.replace("weight = 40", "").replace("weight = 60", ""));
    folder.write("data/secret/large/01-many.gen", "");
    folder.write("data/secret/deep/inner/02-b.in", "");
    folder.write("data/secret/deep/inner/02-b.ans", "");
    folder.write("data/secret/deep/inner/01-a.gen", "");
    let loaded = load(&folder.root).unwrap_or_else(|problems| panic!("{problems}"));
    let ids: Vec<_> = loaded.secret.cases().iter().map(|case| case.id.clone()).collect();
    assert_eq!(ids[..2], ["secret/deep/inner/01-a", "secret/deep/inner/02-b"]);
    let Members::Groups(groups) = &loaded.secret.members else { panic!("the hidden cases are in groups") };
    assert_eq!(groups.iter().map(|group| group.weight).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn the_hash_follows_everything_a_grade_depends_on_and_nothing_else() {
    let toml = format!("{TOML}[checker]\nkind = \"program\"\nsource = \"checker/check.py\"\n");
    let hash_after = |path: &str| {
        let folder = Folder::new(&toml);
        folder.write("checker/check.py", "");
        if path == "challenge.toml" {
            folder.write(path, format!("{toml}\n"));
        } else if !path.is_empty() {
            folder.write(path, "changed");
        }
        load(&folder.root).unwrap_or_else(|problems| panic!("{problems}")).hash
    };
    let before = hash_after("");
    for path in ["statement.md", "submissions/wrong_answer/zero.py", "notes.txt"] {
        assert_eq!(hash_after(path), before, "{path}");
    }
    for path in [
        "challenge.toml",
        "data/sample/01-small.ans",
        "data/secret/edge/01-zero.in",
        "data/secret/large/01-many.gen",
        "checker/check.py",
        "generator/gen.py",
        "submissions/accepted/solution.py",
    ] {
        assert_ne!(hash_after(path), before, "{path}");
    }
}

#[test]
fn the_hash_follows_accepted_solutions_where_growth_is_compared_with_one_of_them() {
    let growth = "[growth]\ninput = \"{n}\"\nsizes = { from = 16, to = 1024 }\n";
    let hash_with = |toml: &str, solution: &str| {
        let folder = Folder::new(toml);
        folder.write("submissions/accepted/other.c", solution);
        load(&folder.root).unwrap_or_else(|problems| panic!("{problems}")).hash
    };
    assert_eq!(hash_with(TOML, "one"), hash_with(TOML, "other"));
    let measured = format!("{TOML}{growth}");
    assert_ne!(hash_with(&measured, "one"), hash_with(&measured, "other"));
}

#[test]
fn the_hash_follows_the_names_of_cases_and_not_only_their_bytes() {
    let hash_with = |name: &str| {
        let folder = Folder::new(HEAD);
        folder.remove("data/secret/large");
        folder.write(&format!("data/secret/edge/{name}.in"), "");
        folder.write(&format!("data/secret/edge/{name}.ans"), "");
        load(&folder.root).unwrap().hash
    };
    assert_ne!(hash_with("02-a"), hash_with("02-b"));
}

#[test]
fn two_challenges_of_one_id_are_refused() {
    let (first, second) = (Folder::new(TOML), Folder::new(TOML));
    let both = [load(&first.root).unwrap(), load(&second.root).unwrap()];
    let problems = check_ids(&both).unwrap_err().0;
    assert_eq!((problems.len(), problems[0].key.as_deref()), (1, Some("id")));
    assert_eq!(problems[0].file, second.root.join("challenge.toml"));
    assert!(problems[0].message.contains(&first.root.display().to_string()));
    assert!(check_ids(&both[..1]).is_ok());
}

#[test]
fn every_bundled_challenge_loads() {
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../challenges")).unwrap();
    let loaded: Vec<_> = folders
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| load(&path).unwrap_or_else(|problems| panic!("{}:\n{problems}", path.display())))
        .collect();
    assert!(!loaded.is_empty());
    assert_eq!(check_ids(&loaded), Ok(()));
}

#[test]
fn the_published_schema_is_the_generated_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/challenge.schema.json");
    let generated = serde_json::to_string_pretty(&assay_challenge::challenge_schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == generated, "run the tests with UPDATE_SCHEMAS=1 and commit docs/challenge.schema.json");
}
