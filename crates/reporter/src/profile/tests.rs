//! What stacks become: sums, bounds, and text that tools read.

use proptest::prelude::*;

use super::*;

fn profile(stacks: &[(&[&str], u64)]) -> Profile {
    let case = ProfiledCase { id: "secret/01-one".to_owned(), verdict: Verdict::AC, cost: 1000 };
    let stacks: Vec<(Vec<&str>, u64)> = stacks.iter().map(|(stack, units)| (stack.to_vec(), *units)).collect();
    Profile::new(case, FrameKind::Functions, &stacks)
}

#[test]
fn units_are_summed_up_the_tree_and_the_costlier_call_comes_first() {
    let profile = profile(&[(&["main", "read"], 10), (&["main"], 5), (&["main", "solve", "sort"], 70)]);
    let nodes: Vec<_> = profile.nodes.iter().map(|node| (node.depth, &*node.name, node.own, node.total)).collect();
    assert_eq!(nodes, [(0, "main", 5, 85), (1, "solve", 0, 70), (2, "sort", 70, 70), (1, "read", 10, 10)]);
    assert_eq!(profile.known, 85);
    assert_eq!(profile.folded(), "main 5\nmain;solve;sort 70\nmain;read 10\n");
}

#[test]
fn a_function_that_is_called_by_itself_counts_once() {
    let profile = profile(&[(&["main", "walk", "next", "walk"], 40), (&["main", "walk"], 20), (&["main", "next"], 1)]);
    let hot: Vec<_> = profile.hottest().into_iter().map(|frame| (frame.name, frame.own, frame.total)).collect();
    assert_eq!(hot, [("walk", 60, 60), ("next", 1, 41), ("main", 0, 61)]);
}

#[test]
fn a_tree_without_end_is_bounded_and_its_sums_stay() {
    let names: Vec<String> = (0..100_000).map(|number| format!("f{number}")).collect();
    let mut stacks: Vec<(Vec<&str>, u64)> = names.iter().map(|name| (vec!["main", name.as_str()], 3)).collect();
    stacks.push((vec!["deep"; 10_000], 9));
    let long = "x".repeat(1 << 20);
    stacks.push((vec![&long], 1_000_000));
    let case = ProfiledCase { id: "sample/1".to_owned(), verdict: Verdict::TLE, cost: 1 };
    let profile = Profile::new(case, FrameKind::Lines, &stacks);
    assert_eq!(profile.nodes.len(), 1500);
    assert_eq!(profile.known, 300_000 + 9 + 1_000_000);
    assert!(profile.nodes.iter().all(|node| node.name.chars().count() <= 201 && node.depth < 128));
    assert!(profile.folded().contains("main;(cheaper calls) "));
}

proptest! {
    #[test]
    fn folded_stacks_sum_to_what_is_known_in_any_order(
        stacks in prop::collection::vec((prop::collection::vec("[a-c;\n]", 0..5), 0_u64..1000), 0..40)
    ) {
        let case = || ProfiledCase { id: "secret/1".to_owned(), verdict: Verdict::AC, cost: 1 };
        let profile = Profile::new(case(), FrameKind::Lines, &stacks);
        let sum: u64 = profile.folded().lines().map(|line| line.rsplit(' ').next().unwrap().parse::<u64>().unwrap()).sum();
        prop_assert_eq!(sum, profile.known);
        let reversed: Vec<_> = stacks.into_iter().rev().collect();
        prop_assert_eq!(Profile::new(case(), FrameKind::Lines, &reversed), profile);
    }
}
