//! How cost and memory grow, in the sentences that several reports share.

use assay_challenge::GrowthClass;

use super::amount::grouped;
use crate::{GrowthFit, GrowthGrade, GrowthStop, Undecided};

/// What is measured, the class it grows by, and what that rests on.
pub(crate) fn facts(growth: &GrowthGrade) -> [(&'static str, &'static str, String); 2] {
    [("cost", &growth.cost), ("memory", &growth.memory)].map(|(name, fit)| (name, class(fit), support(fit)))
}

/// The class, or that there is none.
pub(crate) fn class(fit: &GrowthFit) -> &'static str {
    fit.class.map_or("undecided", GrowthClass::symbol)
}

/// `off by 0.4 %, n log n by 14 %; 9 sizes from 64 to 16 384`.
fn support(fit: &GrowthFit) -> String {
    let off = |ppm: u64| {
        let tenths = ppm.div_ceil(1000);
        format!("{}.{} %", tenths / 10, tenths % 10)
    };
    let count = super::count(fit.points, "size", "sizes");
    let range = match fit.points {
        0 => "no size could be measured".to_owned(),
        1 => format!("1 size, {}", grouped(fit.from)),
        _ => format!("{count} from {} to {}", grouped(fit.from), grouped(fit.to)),
    };
    let why = match fit.undecided {
        Some(Undecided::FewPoints) => return format!("too few to tell: {range}"),
        Some(Undecided::NarrowRange) => "too narrow a range to tell: ",
        Some(Undecided::NoFit) => "no class fits: ",
        Some(Undecided::TwoFit) => "two classes fit about as well: ",
        Some(Undecided::TooLittle) => "it grows, but by too little to tell how: ",
        Some(Undecided::OnePoint) => "without the largest size it would be another class: ",
        Some(Undecided::Changing) => "the larger sizes alone would be another class: ",
        None => "",
    };
    let best = fit.best.map(|best| match fit.class {
        Some(_) => format!("off by {}", off(best.error_ppm)),
        None => format!("{} is off by {}", best.class, off(best.error_ppm)),
    });
    let next = fit.runner_up.map(|other| format!("{} by {}", other.class, off(other.error_ppm)));
    let errors: Vec<String> = best.into_iter().chain(next).collect();
    format!("{why}{}; {range}", errors.join(", "))
}

/// The submission beside the reference: `n², reference n log n; they part at n ≈ 900`.
pub(crate) fn comparison(growth: &GrowthGrade) -> Option<String> {
    let reference = growth.reference.as_ref()?;
    let (yours, theirs) = (class(&growth.cost), class(&reference.cost));
    let program = reference.program.as_ref().map(|program| format!(", {program}")).unwrap_or_default();
    let parts = growth.parts_at.map(|size| format!("; they part at n ≈ {}", grouped(size))).unwrap_or_default();
    Some(format!("{yours}, reference {theirs} ({}{program}){parts}", reference.language))
}

/// Why nothing is known of larger sizes.
pub(crate) fn stopped(stop: GrowthStop) -> String {
    let size = grouped(stop.size);
    match stop.verdict {
        Some(verdict) => format!("stopped at n = {size}: {verdict} {}", verdict.meaning()),
        None => format!("stopped before n = {size}: all sizes together may cost no more"),
    }
}
