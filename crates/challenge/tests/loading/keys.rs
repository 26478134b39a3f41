//! What is wrong with `challenge.toml`, each with its line, key and what to do.

use crate::{Folder, HEAD, TOML, places};

/// One wrong file: what follows [`HEAD`], and the only problem: its line, key, and parts of its message and help.
type Row<'a> = (&'a str, usize, &'a str, &'a str, &'a str);

/// Loads each row's file in a challenge that is whole otherwise, and compares the problem that must be found.
fn compare(rows: &[Row<'_>]) {
    for (rest, line, key, message, help) in rows {
        let folder = Folder::new(&format!("{HEAD}{rest}"));
        folder.remove("data/secret/large");
        let found = folder.problems();
        assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(*line), Some(*key))], "{rest}\n{found:#?}");
        assert!(found[0].message.contains(message), "{rest}\n{found:#?}");
        assert!(found[0].help.contains(help), "{rest}\n{found:#?}");
    }
}

#[test]
fn unknown_keys_are_named_with_the_one_that_was_meant() {
    compare(&[
        ("tag = [\"x\"]", 3, "tag", "not a known key", "did you mean `tags`?"),
        ("colour = 1", 3, "colour", "not a known key", "known keys here: id, title, kind"),
        ("\"a b\" = 1", 3, "\"a b\"", "not a known key", "known keys"),
        ("[limit]\ntime = \"1s\"", 3, "limit", "not a known key", "did you mean `limits`?"),
        ("[limits]\ntimes = \"1s\"", 4, "limits.times", "not a known key", "did you mean `time`?"),
        (
            "[checker]\ncase_sensitiv = true",
            4,
            "checker.case_sensitiv",
            "not a known",
            "did you mean `case_sensitive`?",
        ),
        ("[scoring]\npoint = 1", 4, "scoring.point", "not a known key", "did you mean `points`?"),
        ("[groups.secret]\nwieght = 100", 4, "groups.secret.wieght", "not a known key", "did you mean `weight`?"),
    ]);
}

#[test]
fn values_of_another_type_are_named_with_what_to_write() {
    compare(&[
        ("tags = \"x\"", 3, "tags", "expected a sequence", "a list of texts"),
        ("tags = [\n  \"x\",\n  7,\n]", 5, "tags", "expected a string", "a list of texts"),
        ("kind = \"functions\"", 3, "kind", "unknown variant `functions`", "one of the known words"),
        ("difficulty = 3", 3, "difficulty", "", "one of the known words"),
        ("feedback = \"all\"", 3, "feedback", "unknown variant `all`", "one of the known words"),
        ("languages = [\"C++\"]", 3, "languages", "not a language's name", "a list of names"),
        ("limits = 1", 3, "limits", "an integer, not as a table", "write it as `[limits]`"),
        ("[checker]\ncase_sensitive = \"yes\"", 4, "checker.case_sensitive", "expected a boolean", "`true` or `false`"),
        ("[scoring]\npoints = -1", 4, "scoring.points", "expected u32", "a whole number"),
        ("[scoring]\nefficiency = []", 4, "scoring.efficiency", "an array", "write it as `[scoring.efficiency]`"),
        ("[groups]\nsecret = 1", 4, "groups.secret", "an integer", "write it as `[groups.secret]`"),
        ("[hints]\n\"secret/edge/01-zero\" = 1", 4, "hints.\"secret/edge/01-zero\"", "expected a string", "a text"),
    ]);
}

#[test]
fn growth_needs_sizes_in_order_and_an_input_that_names_the_size() {
    let sizes = "sizes = { from = 16, to = 1024 }";
    let growth = |rest: &str| format!("[growth]\ngenerator = \"generator/gen.py\"\n{rest}");
    for (rest, line, key, message, help) in [
        (sizes.to_owned(), 3, "growth.input", "is missing", "add `input = …`"),
        (format!("input = \"n=5\"\n{sizes}"), 5, "growth.input", "does not name the size", "write `{n}`"),
        ("input = \"{n}\"".to_owned(), 3, "growth.sizes", "is missing", "a range such as"),
        ("input = \"{n}\"\nsizes = [1, 2, 3]".to_owned(), 6, "growth.sizes", "gives 3 sizes", "a list such as"),
        ("input = \"{n}\"\nsizes = [1, 2, 3, 5, 4]".to_owned(), 6, "growth.sizes", "not in rising order", "a range"),
        ("input = \"{n}\"\nsizes = [0, 2, 3, 4, 5]".to_owned(), 6, "growth.sizes", "holds 0", "a range"),
        ("input = \"{n}\"\nsizes = { from = 8, to = 99, factor = 1 }".to_owned(), 6, "growth.sizes", "gives 1 s", ""),
        ("input = \"{n}\"\nsizes = 7".to_owned(), 6, "growth.sizes", "", "a range such as"),
        (format!("input = \"{{n}}\"\n{sizes}\nexpected = \"n!\""), 7, "growth.expected", "unknown variant", "n log n"),
        (format!("input = \"{{n}}\"\n{sizes}\nexpect = \"n\""), 7, "growth.expect", "not a known key", "`expected`?"),
    ] {
        compare(&[(&growth(&rest), line, key, message, help)]);
    }
}

#[test]
fn points_for_growth_fall_with_the_class_and_need_it_measured() {
    let scored = |rest: &str| {
        format!(
            "[growth]\ngenerator = \"generator/gen.py\"\ninput = \"{{n}}\"\nsizes = {{ from = 1, to = 99 }}\n[scoring.growth]\n{rest}"
        )
    };
    for (rest, line, key, message) in [
        ("share = 20", 7, "scoring.growth.marks", "is missing"),
        ("share = 0\nmarks = { n = 100 }", 8, "scoring.growth.share", "lies outside"),
        ("share = 20\nmarks = {}", 9, "scoring.growth.marks", "is empty"),
        ("share = 20\nmarks = { n = 101 }", 9, "scoring.growth.marks", "more than 100"),
        ("share = 20\nmarks = { n = 20, \"n^2\" = 30 }", 9, "scoring.growth.marks", "more for growing faster"),
    ] {
        compare(&[(&scored(rest), line, key, message, "")]);
    }
    compare(&[(
        "[scoring.growth]\nshare = 20\nmarks = { n = 100 }",
        3,
        "scoring.growth",
        "which is not measured",
        "add a table `[growth]`",
    )]);
}

#[test]
fn sizes_and_times_need_a_number_and_a_unit() {
    compare(&[
        ("[limits]\ntime = 2", 4, "limits.time", "integer `2`", "`\"1.5s\"`"),
        ("[limits]\ntime = \"2\"", 4, "limits.time", "has no unit", "`\"1.5s\"`"),
        ("[limits]\ntime = \"2 fortnights\"", 4, "limits.time", "`fortnights` is not a known unit", "`\"1.5s\"`"),
        ("[limits]\nwall = \"0s\"", 4, "limits.wall", "no time at all", "`\"1.5s\"`"),
        ("[limits]\nmemory = 256", 4, "limits.memory", "integer `256`", "`\"256 MiB\"`"),
        ("[limits]\noutput = \"99999999999 GiB\"", 4, "limits.output", "too large", "`\"256 MiB\"`"),
        ("[limits]\nmemory = \"0 B\"", 4, "limits.memory", "allows nothing", "`\"256 MiB\"`"),
    ]);
}

#[test]
fn values_out_of_range_are_named() {
    let efficiency = |share, full, zero| {
        format!(
            "[scoring.efficiency]\nshare = {share}\nfull = {full}\nzero = {zero}\n\
             references.python = \"submissions/accepted/solution.py\""
        )
    };
    for (rest, line, key) in [
        (efficiency("0", "1.5", "10.0"), 4, "scoring.efficiency.share"),
        (efficiency("100", "1.5", "10.0"), 4, "scoring.efficiency.share"),
        (efficiency("20", "0.5", "10.0"), 5, "scoring.efficiency.full"),
        (efficiency("20", "nan", "nan"), 5, "scoring.efficiency.full"),
        (efficiency("20", "10.0", "1.5"), 6, "scoring.efficiency.zero"),
        (efficiency("20", "2", "2"), 6, "scoring.efficiency.zero"),
        (efficiency("20", "2.0", "2.0001"), 6, "scoring.efficiency.zero"),
        (efficiency("20", "2.0", "inf"), 6, "scoring.efficiency.zero"),
    ] {
        let folder = Folder::new(&format!("{HEAD}{rest}"));
        folder.remove("data/secret/large");
        let found = folder.problems();
        assert_eq!(places(&found)[0], ("challenge.toml".to_owned(), Some(line), Some(key)), "{rest}\n{found:#?}");
    }
    compare(&[
        ("languages = []", 3, "languages", "allows no language", "leave it out"),
        ("languages = [\"c\", \"c\"]", 3, "languages", "names `c` twice", "once"),
        ("[limits.multipliers]\npython = -1.0", 4, "limits.multipliers.python", "outside 0.001 to 1000", "12.0"),
        ("[limits.multipliers]\nc = 1\nC = 1.0", 5, "limits.multipliers.C", "not a language's name", "lower-case"),
        ("[scoring]\npoints = 0", 4, "scoring.points", "outside 1 to 1000000", "100"),
        ("[checker]\nkind = \"numbers\"\nrelative = -1.0", 5, "checker.relative", "not a tolerance", "at least 0"),
        ("[groups.secret]\nweight = 50", 4, "groups.secret.weight", "is 50", "sum to 100"),
    ]);
}

#[test]
fn tiers_that_make_no_scale_are_refused() {
    let tier = |name: &str, rest: &str| format!("[[scoring.tiers.solutions]]\nname = \"{name}\"\n{rest}\n");
    let right = "python = \"submissions/accepted/solution.py\"";
    let marked = |marks: u32| format!("marks = {marks}\n{right}");
    let many: String = (0..9).map(|number| tier(&number.to_string(), right)).collect();
    for (tiers, key, message) in [
        (tier("best", right), "scoring.tiers.solutions", "has 1 tiers, and 2 to 8 are needed"),
        (many, "scoring.tiers.solutions", "has 9 tiers, and 2 to 8 are needed"),
        (tier("a", right) + &tier("a", right), "scoring.tiers.solutions", "has two tiers of one name"),
        (tier("a", right) + &tier("b", ""), "scoring.tiers.solutions", "in the same languages for every tier"),
        (tier("a", &marked(50)) + &tier("b", right), "scoring.tiers.solutions", "gives marks of no points"),
        (
            "[scoring.tiers]\nshare = 20\n".to_owned() + &tier("a", &marked(50)) + &tier("b", right),
            "scoring.tiers.solutions",
            "does not give every tier its marks",
        ),
        (
            "[scoring.tiers]\nshare = 20\n".to_owned() + &tier("a", &marked(50)) + &tier("b", &marked(60)),
            "scoring.tiers.solutions",
            "gives more marks for a higher cost",
        ),
        (
            "[scoring.tiers]\nshare = 100\n".to_owned() + &tier("a", &marked(50)) + &tier("b", &marked(40)),
            "scoring.tiers.share",
            "lies outside 1 to 99 percent",
        ),
        (
            "[scoring.tiers]\nshare = 20\n".to_owned() + &tier("a", &marked(150)) + &tier("b", &marked(40)),
            "scoring.tiers.solutions[0].marks",
            "is more than 100 percent",
        ),
        (
            format!(
                "[scoring.tiers]\nshare = 20\n{}{}[scoring.efficiency]\nshare = 1\nfull = 1\nzero = 2\nreferences.{right}\n",
                tier("a", &marked(50)),
                tier("b", &marked(40))
            ),
            "scoring.tiers",
            "gives points for cost a second time",
        ),
    ] {
        let folder = Folder::new(&format!("{HEAD}{tiers}"));
        folder.remove("data/secret/large");
        let found = folder.problems();
        let (place, said) = (found[0].key.as_deref(), &found[0].message);
        assert!(found[0].line.is_some() && place == Some(key) && said.contains(message), "{tiers}\n{found:#?}");
    }
}

#[test]
fn what_is_missing_is_named_at_the_table_it_is_missing_from() {
    compare(&[
        ("[checker]\nkind = \"program\"", 3, "checker.source", "is missing", "checker/check.py"),
        ("[generator]\nsource = \"generator/gen.py\"", 3, "generator.answers", "is missing", "accepted solution"),
        (
            "[scoring.efficiency]\nshare = 1\nfull = 1\nzero = 2",
            3,
            "scoring.efficiency.references",
            "names no reference solution",
            "for each language",
        ),
    ]);
    for (toml, key) in [("title = \"Sum\"\n", "id"), ("id = \"sum\"\n", "title")] {
        let folder = Folder::new(toml);
        folder.remove("data/secret/large");
        let found = folder.problems();
        assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(1), Some(key))]);
        assert!(found[0].help.starts_with(&format!("add `{key} = …`")), "{found:#?}");
    }
}

#[test]
fn settings_of_another_kind_of_checker_are_refused() {
    compare(&[
        ("[checker]\nkind = \"exact\"\nabsolute = 0.1", 5, "checker.absolute", "means nothing", "remove it"),
        ("[checker]\nkind = \"lines\"\ncase_sensitive = true", 5, "checker.case_sensitive", "means nothing", "remove"),
        ("[checker]\nsource = \"generator/gen.py\"", 4, "checker.source", "means nothing", "change `checker.kind`"),
        ("[checker]\nkind = \"numbres\"\nabsolute = 0.1", 4, "checker.kind", "unknown variant", "known words"),
    ]);
}

#[test]
fn an_id_must_be_the_folders_name() {
    for (id, message) in [
        ("other", "differs from the folder's name `sum`"),
        ("", "is empty"),
        ("Sum", "`Sum` is not an id"),
        ("../sum", "`../sum` is not an id"),
    ] {
        let folder = Folder::new(&format!("id = \"{id}\"\ntitle = \"Sum\""));
        folder.remove("data/secret/large");
        let found = folder.problems();
        assert_eq!(places(&found)[0], ("challenge.toml".to_owned(), Some(1), Some("id")));
        assert!(found[0].message.contains(message), "{found:#?}");
    }
}

#[test]
fn weights_are_stated_by_all_siblings_or_none_and_sum_to_a_hundred() {
    let found = Folder::new(&TOML.replace("weight = 60", "weight = 50")).problems();
    assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(10), Some("groups.\"secret/edge\".weight"))]);
    assert!(found[0].message.contains("sums to 90 over secret/edge, secret/large"), "{found:#?}");
    let found = Folder::new(&TOML.replace("weight = 60", "")).problems();
    assert_eq!(places(&found), [("challenge.toml".to_owned(), Some(13), Some("groups.\"secret/large\".weight"))]);
    assert!(found[0].message.contains("is missing"), "{found:#?}");
    let huge = TOML.replace("= 40", "= 4294967295").replace("= 60", "= 4294967295");
    assert!(Folder::new(&huge).problems()[0].message.contains("sums to 8589934590"));
}

#[test]
fn groups_and_hints_must_name_what_exists() {
    let toml = TOML.replace("secret/large", "secret/larg").replace("edge/01-zero", "edge/1-zero")
        + "\"secret/none/07-x\" = \"?\"\n\"sample/01-small\" = \"a sample may have one\"\n";
    let toml = toml.replace("weight = 40", "").replace("weight = 60", "");
    let found = Folder::new(&toml).problems();
    let place = |line, key| ("challenge.toml".to_owned(), Some(line), Some(key));
    assert_eq!(
        places(&found),
        [
            place(13, "groups.\"secret/larg\""),
            place(17, "hints.\"secret/edge/1-zero\""),
            place(18, "hints.\"secret/none/07-x\"")
        ]
    );
    assert_eq!(found[0].help, "did you mean `secret/large`?");
    assert_eq!(found[1].help, "did you mean `secret/edge/01-zero`?");
    assert!(found[2].help.contains("path below data"));
}

#[test]
fn a_text_that_is_not_toml_is_named_with_its_line() {
    for (toml, line) in [
        ("id = \"sum\"\ntitle = \"Sum", 2),
        ("id = \"sum\"\n\n[limits\ntime = \"1s\"", 3),
        ("id = \"sum\"\nid = \"sum\"\n", 2),
        ("id = \"sum\"\n= 3\n", 2),
    ] {
        let found = Folder::new(toml).problems();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0].line, found[0].key.as_deref()), (Some(line), None), "{toml}");
        assert!(found[0].help.contains("not TOML"));
    }
}

#[test]
fn many_problems_are_reported_at_once_and_read_well() {
    let toml = TOML.replace("title = \"Sum\"", "titel = \"Sum\"\nfeedback = 1").replace("weight = 60", "weight = 1");
    let folder = Folder::new(&toml);
    folder.write("data/secret/edge/02-lone.in", "");
    folder.remove("statement.md");
    let found = folder.problems();
    let place = |line, key| ("challenge.toml".to_owned(), Some(line), Some(key));
    let file = |path: &str| (path.to_owned(), None, None);
    assert_eq!(
        places(&found),
        [
            place(1, "title"),
            place(3, "feedback"),
            place(2, "titel"),
            file("statement.md"),
            place(11, "groups.\"secret/edge\".weight"),
            file("data/secret/edge/02-lone.in"),
        ]
    );
    let text = assay_challenge::load(&folder.root).unwrap_err().to_string();
    assert!(text.contains("challenge.toml:2: titel: is not a known key\n  did you mean `title`?\n"), "{text}");
    assert!(text.ends_with("02-lone.in: has no 02-lone.ans beside it\n  add the expected answer"), "{text}");
}
