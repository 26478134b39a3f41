//! Order and ties; rankings of nothing, of hostile grades, and of more than a page holds.

use super::*;
use crate::sample;

fn graded(name: &str, points: u32, cost: u64) -> Grade {
    let mut grade = sample::grade();
    name.clone_into(&mut grade.submission.name);
    grade.score.points = Points::whole(points);
    grade.cases.truncate(2);
    grade.cases[1].cost = cost;
    grade
}

#[test]
fn more_points_then_less_cost_then_the_name_decides_and_ties_share_a_rank() {
    let ranking = rank(&[graded("z.py", 50, 5), graded("b.py", 80, 9), graded("a.py", 80, 9), graded("c.py", 80, 7)]);
    let order: Vec<_> = ranking.places.iter().map(|place| (place.rank, place.submission.as_str())).collect();
    assert_eq!(order, [(1, "c.py"), (2, "a.py"), (2, "b.py"), (4, "z.py")]);
}

#[test]
fn an_empty_ranking_renders_in_every_format() {
    for format in Format::ALL {
        assert!(rank(&[]).render(format, &RenderOptions::default(), |_| None).ends_with('\n'), "{format}");
    }
}

#[test]
fn nothing_hostile_survives_in_a_ranking() {
    let grades = [sample::filled(sample::HOSTILE), sample::grade()];
    let ranking = rank(&grades);
    let whole = |place: &Place| grades.get(place.index).cloned();
    let html = ranking.render(Format::Html, &RenderOptions::default(), whole);
    assert!(!html.contains("<img") && !html.contains("<script") && !html.contains('\x1b'));
    let text = ranking.render(Format::Text, &RenderOptions::default(), whole);
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    assert!(text.lines().all(|line| crate::render::columns(line) <= 80), "{text}");
}

#[test]
fn a_page_of_thousands_is_bounded_and_says_what_is_left_out() {
    let grades: Vec<Grade> = (0..3000).map(|n| graded(&format!("{n:04}.py"), n, 1 << (n % 40))).collect();
    let whole = |place: &Place| {
        let mut grade = sample::filled("long ");
        grade.submission.name.clone_from(&place.submission);
        grade.cases[0].message = "x".repeat(20_000);
        Some(grade)
    };
    let html = rank(&grades).render(Format::Html, &RenderOptions::default(), whole);
    assert!(html.len() < 8 << 20, "{}", html.len());
    assert_eq!(html.matches("<svg class=\"spread\"").count(), 3000);
    assert!(html.contains("submissions are not shown here"));
    let links = html.matches("<a href=\"#at-").count();
    assert!(links > 10 && links == html.matches("<details id=\"at-").count(), "{links}");
}

#[test]
fn a_grid_of_too_many_cells_shows_the_best_places_only() {
    let mut wide = sample::grade();
    let case = wide.cases[1].clone();
    wide.cases = (0..3000).map(|n| crate::CaseGrade { id: format!("secret/{n}"), ..case.clone() }).collect();
    let grades: Vec<Grade> = (0..40).map(|_| wide.clone()).collect();
    let html = rank(&grades).render(Format::Html, &RenderOptions::default(), |_| None);
    assert!(html.contains("Only the first 33 places are in this grid."));
    assert_eq!(html.matches("<td class=\"cell ").count(), 33 * 3000);
}

#[test]
fn costs_are_drawn_on_one_scale_with_their_numbers_beside() {
    let mut cheap = graded("a.py", 80, 1000);
    cheap.cases = [10, 1000, 1000, 1_000_000].map(|cost| crate::CaseGrade { cost, ..cheap.cases[1].clone() }).to_vec();
    let dear = graded("b.py", 80, 10_000_000_000);
    let html = rank(&[cheap, dear]).render(Format::Html, &RenderOptions::default(), |_| None);
    let words = "4 cases from 10, a quarter to 10, half to 1 000, three quarters to 1 000, all to 1 000 000";
    assert!(html.contains(words), "{html}");
    // From 10 to 10^10 there are nine decades over 214 points: 10^6 lies five ninths along.
    assert!(html.contains("<path d=\"M3 8H121\"/>") && html.contains("<path d=\"M217 8H217\"/>"), "{html}");
}

#[test]
fn a_ranking_counts_verdicts_and_a_grade_that_is_gone_keeps_its_place() {
    let ranking = rank(&[graded("a.py", 1, 1), graded("b.py", 2, 1)]);
    let text = ranking.render(Format::Text, &RenderOptions::default(), |_| None);
    assert!(text.contains("2 submissions: 2 WA\n"), "{text}");
    let html = ranking.render(Format::Html, &RenderOptions::default(), |_| None);
    assert!(html.contains("a.py") && !html.contains("<details id="), "{html}");
}

#[test]
fn the_class_of_growth_stands_beside_each_and_a_dash_where_it_was_not_measured() {
    let mut without = graded("b.py", 1, 1);
    without.growth = None;
    let grades = [graded("a.py", 2, 1), without.clone()];
    let ranking = rank(&grades);
    let of = |ranking: &Ranking, format| {
        ranking.render(format, &RenderOptions::default(), |place| grades.get(place.index).cloned())
    };
    let text = of(&ranking, Format::Text);
    assert!(text.contains("  n²      2.4x ≤0.4x  WA\n") && text.contains("  –       2.4x ≤0.4x  WA\n"), "{text}");
    let markdown = of(&ranking, Format::Markdown);
    assert!(markdown.contains("| Growth |") && markdown.contains(" | n² |") && markdown.contains(" | – |"));
    let html = of(&ranking, Format::Html);
    assert!(
        html.contains("<th scope=\"col\">Growth</th>") && html.contains("<td>n²</td>") && html.contains("<td>–</td>")
    );
    assert_eq!(html.matches("reference n (python, submissions/accepted/solution.py)").count(), 1);
    assert!(of(&ranking, Format::Json).contains("\"growth\": \"n²\""));
    for format in [Format::Text, Format::Markdown, Format::Json] {
        assert!(!of(&rank(&[without.clone()]), format).to_lowercase().contains("growth"), "{format}");
    }
}

#[test]
fn where_a_cost_lies_between_tiers_stands_beside_each_in_every_format() {
    let mut without = graded("b.py", 1, 1);
    without.tiers = None;
    let grades = [graded("a.py", 2, 1), without.clone()];
    let of = |ranking: &Ranking, format| {
        ranking.render(format, &RenderOptions::default(), |place| grades.get(place.index).cloned())
    };
    let ranking = rank(&grades);
    let text = of(&ranking, Format::Text);
    assert!(text.contains("  2.4x ≤0.4x  WA\n") && text.contains("  –           WA\n"), "{text}");
    assert!(text.ends_with("\n  tiers: cost beside best, brute force\n"), "{text}");
    let markdown = of(&ranking, Format::Markdown);
    assert!(markdown.contains("| Tiers |\n") && markdown.contains(" | 2.4x ≤0.4x |\n"), "{markdown}");
    let words = "2.4x best, at most 0.4x brute force";
    let html = of(&ranking, Format::Html);
    assert!(html.contains("<th scope=\"col\">Between tiers</th>") && html.contains(&format!("<td>{words}</td>")));
    assert_eq!(html.matches(words).count(), 2, "in the table, and in the closer look");
    assert!(of(&ranking, Format::Json).contains("\"name\": \"brute force\""));
    for format in [Format::Junit, Format::Gradescope] {
        assert_eq!(of(&ranking, format).matches(words).count(), 1, "{format}");
    }
    for format in [Format::Text, Format::Markdown, Format::Json] {
        let shown = of(&rank(&[without.clone()]), format).to_lowercase();
        assert!(!shown.contains("tiers") && !shown.contains("brute force"), "{format}");
    }
}

#[test]
fn names_have_the_room_they_need_before_tiers_and_growth() {
    let of = |name: &str, width| {
        let options = RenderOptions { width, ..RenderOptions::default() };
        rank(&[graded(name, 2, 1)]).render(Format::Text, &options, |_| None)
    };
    for (length, head) in [(12, "time  growth  tiers"), (20, "time  growth"), (34, "time"), (60, "time")] {
        let name = "n".repeat(length);
        let text = of(&name, 80);
        assert!(text.lines().any(|line| line.trim_end().ends_with(head)), "{length}: {text}");
        assert!(text.lines().all(|line| crate::render::columns(line) <= 80), "{text}");
        assert_eq!(text.contains(&name), length < 60, "{text}");
        assert_eq!(text.contains("left out, so that names have room: "), !head.ends_with("tiers"), "{text}");
    }
    assert!(of(&"n".repeat(34), 80).contains("room: growth, tiers; a page in HTML has all\n"));
    assert!(of(&"n".repeat(60), 130).contains("time  growth  tiers"));
    assert!(of(&"n".repeat(60), 40).lines().all(|line| crate::render::columns(line) <= 40));
}
