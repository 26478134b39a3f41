//! Sources that are nested as deep as they may be, and what becomes of TypeScript.

use super::*;

/// Ways to nest a program: what stands before, in the middle and after, each as often as the level is deep.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("[", "1", "]"),
    ("(", "1", ")"),
    ("{", "", "}"),
    ("!", "1", ""),
    ("- ", "1", ""),
    ("typeof ", "1", ""),
    ("new ", "A", ""),
    ("await ", "1", ""),
    ("a=", "1", ""),
    ("a=>", "1", ""),
    ("a?b:", "1", ""),
    ("a?", "1", ":b"),
    ("1+", "1", ""),
    ("1**", "1", ""),
    ("a&&", "1", ""),
    ("a??", "1", ""),
    ("f(", "1", ")"),
    ("a[", "1", "]"),
    ("", "a", ".b"),
    ("", "a", "()"),
    ("", "a", "!"),
    ("", "a", "[0]"),
    ("", "a", " as any"),
    ("", "a", "``"),
    ("", "a", "?.b"),
    ("({a:", "1", "})"),
    ("{a:", "1", "}"),
    ("if(a)", ";", ""),
    ("if(a){}else ", ";", ""),
    ("while(a)", ";", ""),
    ("for(;;)", ";", ""),
    ("for(a of b)", ";", ""),
    ("do ", ";", " while(a)"),
    ("l:", ";", ""),
    ("try{", "", "}finally{}"),
    ("switch(a){case 1:", "", "}"),
    ("function f(){", "", "}"),
    ("(function(){", "", "})()"),
    ("(()=>{", "", "})()"),
    ("(a=", "1", ")=>1"),
    ("(", "a", ")=>1"),
    ("class A{m(){", "", "}}"),
    ("class A extends ", "B", "{}"),
    ("`${", "1", "}`"),
    ("let a:", "string", ";"),
    ("namespace A{", "", "}"),
    ("<any>", "1", ""),
    ("a<b>(", "1", ")"),
    ("a<", "1", ""),
    ("a<b<", "1", ""),
    ("f<(", "1", ">)"),
    ("(a:b<", "1", ">)=>1"),
    ("async(a=", "1", ")=>1"),
    ("[a=", "1", "]=b"),
    ("({a=", "1", "}=b)"),
    ("@a(", "1", ")class A{}"),
    ("import(", "1", ")"),
    ("yield ", "1", ""),
    ("throw ", "1", ""),
    ("/a/+", "1", ""),
    ("\";\"+", "1", ""),
    ("`;\n`+", "1", ""),
    ("/*;*/1+", "1", ""),
    ("//;\n1+", "1", ""),
    ("/`/+\";\"+", "1", ""),
];

/// The same within a type.
const TYPES: &[(&str, &str, &str)] = &[
    ("", "a", "[]"),
    ("", "a", "[0]"),
    ("(", "a", ")"),
    ("[", "a", "]"),
    ("a<", "b", ">"),
    ("{a:", "b", "}"),
    ("a|", "b", ""),
    ("a&", "b", ""),
    ("(a:b)=>", "c", ""),
    ("(a:", "b", ")=>c"),
    ("keyof ", "a", ""),
    ("a extends b?", "c", ":d"),
    ("a extends b?c:", "d", ""),
    ("`${", "a", "}`"),
    ("new()=>", "a", ""),
    ("infer ", "a", ""),
    ("typeof a<", "b", ">"),
    ("{[a in ", "b", "]:c}"),
    ("a is ", "b", ""),
];

fn nested((before, middle, after): (&str, &str, &str), levels: usize) -> String {
    format!("{}{middle}{}", before.repeat(levels), after.repeat(levels))
}

fn all(levels: usize) -> Vec<(String, String)> {
    let whole = FAMILIES.iter().map(|family| (format!("{family:?}"), nested(*family, levels)));
    let within = TYPES.iter().map(|family| (format!("type {family:?}"), format!("type A={}", nested(*family, levels))));
    whole.chain(within).collect()
}

#[test]
fn no_family_is_deeper_than_the_bound_says() {
    for (name, text) in all(1000) {
        assert!(nesting::bound(&text) >= 1000, "{name}: {}", nesting::bound(&text));
    }
}

#[tokio::test]
async fn the_deepest_files_fit_into_the_stack() {
    for (name, text) in all(1) {
        let levels = DEPTH / nesting::bound(&text).max(1);
        for levels in [20, levels] {
            let Some((_, text)) = all(levels).into_iter().find(|(other, _)| *other == name) else { panic!("{name}") };
            if nesting::bound(&text) > DEPTH {
                continue;
            }
            let answer = translate("deep.ts", text.as_bytes()).await;
            let said = answer.err().unwrap_or_default();
            assert!(!said.contains("could not be taken off"), "{name}: {said}");
        }
    }
}
