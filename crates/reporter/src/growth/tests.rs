//! That the fit knows every class from exact and from disturbed measurements, and says so when it cannot.

use assay_challenge::GrowthClass::{
    self, Constant, Cubic, Exponential, Linear, Linearithmic, Logarithmic, Quadratic, Root,
};
use proptest::prelude::*;

use super::fit::POINTS;
use super::*;

/// What a program of a class costs at `n`, in steps of `unit` after `start`.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn exact(class: GrowthClass, n: u64, unit: u64, start: u64) -> u64 {
    let x = n as f64;
    let value = match class {
        Constant => 100.0,
        Logarithmic => x.log2(),
        Root => x.sqrt(),
        Linear => x,
        Linearithmic => x * x.log2(),
        Quadratic => x * x,
        Cubic => x * x * x,
        Exponential => 2_f64.powi(i32::try_from(n).unwrap()),
    };
    start + (value * unit as f64) as u64
}

fn sizes(class: GrowthClass) -> Vec<u64> {
    match class {
        Exponential => (6..=20).step_by(2).collect(),
        Logarithmic | Root => (4..=20).step_by(2).map(|power| 1 << power).collect(),
        _ => (5..=13).map(|power| 1 << power).collect(),
    }
}

/// The measurements, each off by up to `percent`, in a way that `seed` decides.
fn measured(class: GrowthClass, unit: u64, start: u64, percent: u64, seed: u64) -> Vec<(u64, u64)> {
    let mut state = seed;
    let mut off = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1000 - percent * 10 + (state >> 33) % (percent * 20 + 1)
    };
    sizes(class).into_iter().map(|n| (n, exact(class, n, unit, start) * off() / 1000)).collect()
}

fn decided(points: &[(u64, u64)]) -> (Option<GrowthClass>, GrowthFit) {
    let (fit, _) = fit(points, &COST);
    (fit.class, fit)
}

#[test]
fn exact_measurements_of_every_class_are_recognised() {
    for class in GrowthClass::ALL {
        for (unit, start) in [(1000, 0), (1000, 5000), (37, 300)] {
            let points = measured(class, unit, start, 0, 0);
            let (found, fit) = decided(&points);
            assert_eq!(found, Some(class), "{points:?} {fit:?}");
        }
    }
}

#[test]
fn two_sizes_and_four_decide_nothing() {
    for count in 0..POINTS {
        let points: Vec<_> = (0..count as u64).map(|n| (1 << (n + 5), 100 << n)).collect();
        assert_eq!(decided(&points).1.undecided, Some(Undecided::FewPoints));
    }
}

#[test]
fn a_narrow_range_decides_nothing() {
    let points: Vec<_> = (10..20).map(|n| (n, 1000 * n)).collect();
    let (class, fit) = decided(&points);
    assert_eq!((class, fit.undecided), (None, Some(Undecided::NarrowRange)), "{fit:?}");
}

#[test]
fn a_sort_that_also_reads_its_input_is_recognised() {
    let points: Vec<_> = (6..=14).map(|p: u64| (1 << p, 700_000 + (1 << p) * (300 + 20 * p))).collect();
    let (class, fit) = decided(&points);
    assert_eq!(class, Some(Linearithmic), "{fit:?}");
}

#[test]
fn a_double_loop_beside_a_long_linear_part_is_recognised() {
    let points: Vec<_> = (6..=13).map(|p: u32| 1_u64 << p).map(|n| (n, 90_000 + 2000 * n + 5 * n * n)).collect();
    assert_eq!(decided(&points).0, Some(Quadratic));
}

#[test]
fn tables_that_double_leave_a_linear_program_linear() {
    // A table that holds up to two thirds, and is written anew at twice its size.
    let cost = |n: u64| 50_000 + 90 * n + 12 * (n * 3 / 2).next_power_of_two();
    let points: Vec<_> = [64, 91, 128, 181, 256, 362, 512, 1024, 2048, 2896, 4096].map(|n| (n, cost(n))).into();
    let (class, fit) = decided(&points);
    assert_eq!(class, Some(Linear), "{fit:?}");
}

/// What a program holds whose runtime has room from the start: steps of pages, and nothing to see of less than `floor`.
fn held(floor: u64, start: u64, unit: fn(u64) -> u64, sizes: &[u64]) -> GrowthFit {
    let memory = |n: u64| floor.max(start + unit(n)).next_multiple_of(65_536);
    let points: Vec<_> = sizes.iter().map(|size| (*size, memory(*size))).collect();
    fit(&points, &MEMORY).0
}

#[test]
fn memory_that_fits_into_what_is_free_says_nothing_and_the_rest_tells_the_class() {
    let (floor, start) = (24 << 20, 20 << 20);
    let linear = held(floor, start, |n| 64 * n, &(12..20).map(|power| 1 << power).collect::<Vec<_>>());
    assert_eq!((linear.class, linear.undecided), (None, Some(Undecided::TooLittle)), "three sizes rise: {linear:?}");
    let linear = held(floor, start, |n| 64 * n, &(12..22).map(|power| 1 << power).collect::<Vec<_>>());
    assert_eq!((linear.class, linear.from, linear.points), (Some(Linear), 1 << 17, 5), "{linear:?}");
    let square = held(floor, start, |n| 4 * n * n, &(7..15).map(|power| 1 << power).collect::<Vec<_>>());
    assert_eq!((square.class, square.from, square.points), (Some(Quadratic), 1 << 10, 5), "{square:?}");
    let none = held(floor, start, |n| n, &(7..15).map(|power| 1 << power).collect::<Vec<_>>());
    assert_eq!(none.class, Some(Constant));
}

#[test]
fn what_no_class_fits_is_undecided() {
    let points: Vec<_> = (4..14).map(|p| (1 << p, if p % 2 == 0 { 1000 } else { 90_000 })).collect();
    let (class, fit) = decided(&points);
    assert_eq!((class, fit.undecided), (None, Some(Undecided::NoFit)), "{fit:?}");
}

#[test]
fn the_point_where_two_curves_part_is_where_their_ratio_doubled() {
    let points = |cost: fn(u64) -> u64| -> Vec<GrowthPoint> {
        (5..=13).map(|p| 1 << p).map(|size| GrowthPoint { size, cost: cost(size), memory_bytes: 1 << 20 }).collect()
    };
    let reference = GrowthReference::of("a.py".into(), "python".into(), points(|n| 100_000 + 100 * n));
    // 100000 + 100 n + n² over 100000 + 100 n is twice 1.01 at n² = 1.02 (100000 + 100 n), which is n = 374.
    let growth = GrowthGrade::of(points(|n| 100_000 + 100 * n + n * n), None, Some(reference.clone()));
    assert_eq!(growth.cost.class, Some(Quadratic));
    assert!((350..=400).contains(&growth.parts_at.unwrap()), "{:?}", growth.parts_at);
    let same = GrowthGrade::of(points(|n| 7000 + 300 * n), None, Some(reference));
    assert_eq!((same.cost.class, same.parts_at), (Some(Linear), None));
    assert_eq!(same.memory.class, Some(Constant));
}

#[test]
fn measurements_off_by_three_percent_are_recognised_but_for_three_in_a_hundred() {
    for class in GrowthClass::ALL {
        let known = (0..500).filter(|seed| decided(&measured(class, 1000, 5000, 3, *seed)).0 == Some(class)).count();
        assert!(known >= 485, "{class}: {known} of 500");
    }
}

proptest! {
    #[test]
    fn measurements_off_by_three_percent_are_never_taken_for_another_class(seed in any::<u64>(), unit in 500_u64..5000) {
        for class in GrowthClass::ALL {
            let points = measured(class, unit, unit * 5, 3, seed);
            let (found, fit) = decided(&points);
            prop_assert!(found.is_none() || found == Some(class), "{:?} {:?}", points, fit);
        }
    }

    #[test]
    fn the_class_does_not_depend_on_the_unit(factor in 1_u64..1000, seed in any::<u64>()) {
        for class in GrowthClass::ALL {
            let points = measured(class, 1000, 5000, 2, seed);
            let scaled: Vec<_> = points.iter().map(|(n, cost)| (*n, cost * factor)).collect();
            prop_assert_eq!(decided(&points).0, decided(&scaled).0);
        }
    }

    #[test]
    fn no_measurements_panic(points in proptest::collection::vec(any::<(u64, u64, u64)>(), 0..20), near in 1_u64..50) {
        let points: Vec<_> = points.into_iter()
            .map(|(size, cost, memory_bytes)| GrowthPoint { size: size >> (near % 64), cost, memory_bytes }).collect();
        let reference = GrowthReference::of(String::new(), String::new(), points.clone());
        let growth = GrowthGrade::of(points, None, Some(reference));
        prop_assert!(growth.cost.class.is_none() || growth.cost.points >= 5);
        prop_assert_eq!(growth.parts_at, None, "nothing parts from itself");
    }
}
