//! The table: every program, its input, the sizes it is run over, and how its cost and memory are known to grow.

use assay::GrowthClass::{self, Constant, Cubic, Exponential, Linear, Linearithmic, Logarithmic, Quadratic, Root};

/// What a program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// The size.
    Size,
    /// The size, and so many numbers without an order.
    Numbers,
}

/// One program.
pub(crate) struct Row {
    /// Its file in `programs/`.
    pub(crate) file: &'static str,
    pub(crate) input: Input,
    pub(crate) sizes: Vec<u64>,
    /// How its cost grows.
    pub(crate) cost: GrowthClass,
    /// How its memory grows, where that is known to show.
    pub(crate) memory: Option<GrowthClass>,
    /// Why its cost is taken for another class, if it is: what the method cannot see.
    pub(crate) misfit: Option<&'static str>,
}

/// Every program of the table, by language.
#[allow(clippy::too_many_lines, reason = "it is a table")]
pub(crate) fn rows() -> Vec<Row> {
    let doubling = |from: u32, to: u32| (from..=to).map(|power| 1_u64 << power).collect::<Vec<_>>();
    let size = |file, cost, sizes| Row { file, input: Input::Size, sizes, cost, memory: None, misfit: None };
    let numbers = |file, cost, sizes| Row { file, input: Input::Numbers, sizes, cost, memory: None, misfit: None };
    let with = |memory, row: Row| Row { memory: Some(memory), ..row };
    let powers = || (4..=40).step_by(4).map(|power| 1_u64 << power).collect::<Vec<_>>();
    let roots = || (4..=24).step_by(2).map(|power| 1_u64 << power).collect::<Vec<_>>();
    vec![
        with(Constant, size("constant.py", Constant, powers())),
        size("bisection.py", Logarithmic, powers()),
        with(Constant, size("divisors.py", Root, roots())),
        numbers("largest.py", Linear, doubling(6, 16)),
        numbers("sorting.py", Linearithmic, doubling(6, 16)),
        numbers("counting.py", Linear, doubling(6, 16)),
        numbers("pairs.py", Quadratic, doubling(4, 11)),
        size("triples.py", Cubic, doubling(2, 8)),
        size("subsets.py", Exponential, (4..=16).collect()),
        numbers("heap.py", Linearithmic, doubling(6, 16)),
        numbers("merging.py", Linearithmic, doubling(6, 16)),
        with(Linear, size("prefix_sums.py", Linear, doubling(8, 18))),
        size("memoised.py", Linear, doubling(6, 12)),
        size("recursion.py", Exponential, (4..=24).step_by(2).collect()),
        size("text_before.py", Quadratic, doubling(8, 15)),
        size("queue_of_list.py", Quadratic, doubling(8, 15)),
        numbers("in_list.py", Quadratic, doubling(5, 12)),
        with(Linear, size("sieve.py", Linear, doubling(10, 24))),
        with(Quadratic, size("grid.py", Quadratic, doubling(4, 10))),
        size("memo_table.py", Linear, doubling(6, 13)),
        with(Quadratic, size("board.py", Quadratic, doubling(5, 12))),
        with(Linear, size("breadth_first.py", Linear, doubling(8, 16))),
        size("look_up.py", Linearithmic, doubling(6, 14)),
        size("orders.py", Exponential, (3..=9).collect()),
        size("powers.py", Logarithmic, powers()),
        size("constant.c", Constant, powers()),
        size("power.c", Logarithmic, powers()),
        size("divisors.c", Root, roots()),
        with(Constant, numbers("sum.c", Linear, doubling(6, 17))),
        numbers("sorting.c", Linearithmic, doubling(6, 17)),
        numbers("insertion.c", Quadratic, doubling(6, 13)),
        with(Quadratic, size("matrices.c", Cubic, doubling(3, 9))),
        size("subsets.c", Exponential, (4..=24).step_by(2).collect()),
        with(Quadratic, size("table.c", Quadratic, doubling(5, 12))),
        with(Linear, size("prefix_sums.c", Linear, doubling(8, 22))),
        numbers("two_pointers.c", Linear, doubling(6, 17)),
        numbers("heap.c", Linearithmic, doubling(6, 17)),
        size("search_tree.c", Quadratic, doubling(5, 13)),
        Row {
            misfit: Some("it grows like n log log n, which is none of the classes and lies between two of them"),
            ..with(Linear, size("sieve.c", Linear, doubling(10, 24)))
        },
        numbers("largest.js", Linear, doubling(6, 16)),
        numbers("sorting.js", Linearithmic, doubling(6, 16)),
        numbers("counting.js", Linear, doubling(6, 16)),
        numbers("pairs.js", Quadratic, doubling(4, 11)),
        size("paths.js", Cubic, doubling(2, 8)),
        size("subsets.js", Exponential, (4..=18).step_by(2).collect()),
        numbers("window.js", Linear, doubling(6, 16)),
        size("divisors.ts", Root, roots()),
        size("digits.js", Logarithmic, powers()),
        with(Linear, numbers("distinct.js", Linear, doubling(8, 16))),
        with(Quadratic, size("board.js", Quadratic, doubling(5, 12))),
        numbers("merging.js", Linearithmic, doubling(6, 16)),
        size("insert_first.js", Quadratic, doubling(6, 14)),
        numbers("sum.go", Linear, doubling(6, 17)),
        numbers("sorting.go", Linearithmic, doubling(6, 17)),
        with(Linear, size("counting.go", Linear, doubling(8, 20))),
        size("pairs.go", Quadratic, doubling(4, 13)),
        size("distances.go", Cubic, doubling(3, 9)),
        size("searching.go", Logarithmic, powers()),
        size("queens.go", Exponential, (4..=12).collect()),
        with(Linear, size("heap.go", Linearithmic, doubling(6, 18))),
        with(Quadratic, size("board.go", Quadratic, doubling(5, 12))),
        Row {
            misfit: Some(
                "reading a number with `cin` costs about 6000 units, and finding its place in the tree a few hundred: \
                 what grows with the logarithm is drowned",
            ),
            ..numbers("ordered.cpp", Linearithmic, doubling(6, 17))
        },
        with(Linear, size("hashing.cpp", Linear, doubling(8, 20))),
        size("matrices.cpp", Cubic, doubling(3, 9)),
        with(Linear, size("ordered_read.cpp", Linearithmic, doubling(6, 20))),
        with(Linear, size("queue.cpp", Linearithmic, doubling(6, 20))),
        size("erase_first.cpp", Quadratic, doubling(8, 16)),
        numbers("bubbles.rs", Quadratic, doubling(5, 13)),
        numbers("ordered.rs", Linearithmic, doubling(6, 17)),
        with(Linear, size("hashing.rs", Linear, doubling(8, 20))),
        size("searching.rs", Logarithmic, powers()),
        with(Quadratic, size("matrices.rs", Cubic, doubling(3, 9))),
        size("subsets.rs", Exponential, (4..=24).step_by(2).collect()),
        size("Counting.java", Linear, doubling(8, 18)),
        size("Ordered.java", Linearithmic, doubling(6, 15)),
        size("Pairs.java", Quadratic, doubling(4, 12)),
        size("Matrices.java", Cubic, doubling(3, 9)),
        with(Linear, size("Sums.java", Linear, doubling(10, 22))),
        numbers("largest.rb", Linear, doubling(6, 16)),
        numbers("sorting.rb", Linearithmic, doubling(6, 16)),
        numbers("counting.rb", Linear, doubling(6, 16)),
        size("pairs.rb", Quadratic, doubling(4, 10)),
        size("triples.rb", Cubic, doubling(2, 8)),
        size("orders.rb", Exponential, (3..=8).collect()),
        size("text_twice.rb", Quadratic, doubling(8, 15)),
    ]
}
