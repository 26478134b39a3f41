//! Where a cost lies between the setter's own solutions: in words, on a line of text, and as places of a drawing.

use super::amount::{hundredths, ratio};
use crate::efficiency::{along, log2};
use crate::{TierGrade, TiersGrade};

/// The most characters of a name in a line.
const NAME_CHARS: usize = 40;

/// `3.1x best, 0.4x brute force`, and from what each is known.
pub(crate) fn words(tiers: &TiersGrade) -> String {
    let words = tiers.tiers.iter().map(|tier| {
        // A tier that was stopped would have used more.
        let bound = if tier.stopped { "at most " } else { "" };
        format!("{bound}{} {}", fine_ratio(tier.ratio_milli), name(tier))
    });
    words.collect::<Vec<_>>().join(", ")
}

/// `3.1x ≤0.4x`: the same in little room, without the names.
pub(crate) fn short(tiers: &TiersGrade) -> String {
    let ratio = |tier: &TierGrade| format!("{}{}", if tier.stopped { "≤" } else { "" }, fine_ratio(tier.ratio_milli));
    tiers.tiers.iter().map(ratio).collect::<Vec<_>>().join(" ")
}

/// `best, brute force`: the names alone.
pub(crate) fn names(tiers: &TiersGrade) -> String {
    tiers.tiers.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A ratio, in hundredths where it is small.
pub(crate) fn fine_ratio(milli: u64) -> String {
    if milli < 100 { format!("{}x", hundredths(milli)) } else { ratio(milli) }
}

/// What the words are of.
pub(crate) fn caption(tiers: &TiersGrade) -> String {
    let cases = if tiers.cases == 1 { "one hidden case" } else { "hidden cases" };
    let count = if tiers.cases == 1 { String::new() } else { format!("{} ", tiers.cases) };
    format!("its cost on the {count}{cases} it got right, beside the challenge's own solutions")
}

/// A tier's name, cut.
pub(crate) fn name(tier: &TierGrade) -> String {
    super::escape::visible(&tier.name).chars().take(NAME_CHARS).collect()
}

/// Places from 0 to `width` on a logarithmic scale: of the submission, then of each tier in order.
pub(crate) fn places(tiers: &TiersGrade, width: u64) -> (u64, Vec<u64>) {
    let costs = || tiers.tiers.iter().map(|tier| tier.cost).chain([tiers.cost]);
    let ends = (log2(costs().min().unwrap_or(0)), log2(costs().max().unwrap_or(0)));
    let place = |cost: u64| along(cost, ends, width).unwrap_or(width / 2);
    (place(tiers.cost), tiers.tiers.iter().map(|tier| place(tier.cost)).collect())
}

/// A line of text of `width` columns: `|` where a tier is, `●` where the submission is.
pub(crate) fn line(tiers: &TiersGrade, width: usize) -> String {
    let last = width.saturating_sub(1);
    let (own, others) = places(tiers, last as u64);
    let mut line = vec!['─'; width];
    for (place, sign) in others.into_iter().map(|place| (place, '┼')).chain([(own, '●')]) {
        if let Some(cell) = line.get_mut(usize::try_from(place).unwrap_or(last).min(last)) {
            *cell = sign;
        }
    }
    line.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiers() -> TiersGrade {
        let tier = |name: &str, cost: u64, stopped| TierGrade {
            name: name.to_owned(),
            cost,
            stopped,
            ratio_milli: 400_000 / cost,
            marks: None,
        };
        TiersGrade { cases: 3, cost: 400, tiers: vec![tier("best", 100, false), tier("brute\u{1b} force", 1600, true)] }
    }

    #[test]
    fn a_place_between_tiers_is_said_and_drawn_on_a_logarithmic_scale() {
        assert_eq!(words(&tiers()), "4.0x best, at most 0.3x brute␛ force");
        assert_eq!((short(&tiers()), names(&tiers())), ("4.0x ≤0.3x".to_owned(), "best, brute␛ force".to_owned()));
        assert_eq!(places(&tiers(), 1000), (500, vec![0, 1000]));
        assert_eq!(line(&tiers(), 5), "┼─●─┼");
        let same = TiersGrade { tiers: vec![], ..tiers() };
        assert_eq!((places(&same, 10), line(&same, 0)), ((5, vec![]), String::new()));
    }
}
