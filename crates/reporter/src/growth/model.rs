//! The curves that measurements are held against: sums of a few shapes, each with a factor that is not negative.
//!
//! A curve of a class has a constant, for what a run costs before it looks at its input, and the shape that names the
//! class. Some have a lower shape besides: a sort also reads its input, and a double loop has an outer one.

use assay_challenge::GrowthClass;

use crate::efficiency::{BITS, log2};

/// A function of the size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    One,
    Log,
    Root,
    Linear,
    LogLinear,
    Square,
    Cube,
    /// The base, as a fraction, to the power of the size.
    Power(f64, f64),
    /// The size times two to its power.
    LinearPower,
    /// The product of half of each number up to the size: a search through all orders that gives up early.
    HalvedFactorial,
    /// The size's factorial.
    Factorial,
}

/// A curve's class and shapes, the one that names it last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model {
    pub(crate) class: GrowthClass,
    pub(crate) shapes: &'static [Shape],
}

/// All curves, in the order of their classes.
pub(crate) const MODELS: [Model; 22] = {
    use GrowthClass::{Constant, Cubic, Exponential, Linear, Linearithmic, Logarithmic, Quadratic, Root};
    use Shape::{Cube, Factorial, HalvedFactorial, LinearPower, Log, LogLinear, One, Power, Square};
    [
        Model { class: Constant, shapes: &[One] },
        Model { class: Logarithmic, shapes: &[One, Log] },
        Model { class: Root, shapes: &[One, Shape::Root] },
        Model { class: Root, shapes: &[One, Log, Shape::Root] },
        Model { class: Linear, shapes: &[One, Shape::Linear] },
        Model { class: Linearithmic, shapes: &[One, LogLinear] },
        Model { class: Linearithmic, shapes: &[One, Shape::Linear, LogLinear] },
        Model { class: Quadratic, shapes: &[One, Square] },
        Model { class: Quadratic, shapes: &[One, Shape::Linear, Square] },
        Model { class: Quadratic, shapes: &[One, LogLinear, Square] },
        Model { class: Cubic, shapes: &[One, Cube] },
        Model { class: Cubic, shapes: &[One, Shape::Linear, Cube] },
        Model { class: Cubic, shapes: &[One, Square, Cube] },
        Model { class: Exponential, shapes: &[One, Power(5.0, 4.0)] },
        Model { class: Exponential, shapes: &[One, Power(7.0, 5.0)] },
        Model { class: Exponential, shapes: &[One, Power(144.0, 89.0)] },
        Model { class: Exponential, shapes: &[One, Power(2.0, 1.0)] },
        Model { class: Exponential, shapes: &[One, Power(3.0, 1.0)] },
        Model { class: Exponential, shapes: &[One, Power(4.0, 1.0)] },
        Model { class: Exponential, shapes: &[One, LinearPower] },
        Model { class: Exponential, shapes: &[One, HalvedFactorial] },
        Model { class: Exponential, shapes: &[One, Factorial] },
    ]
};

impl Model {
    /// Whether every shape of this curve is one of `other`'s, so that `other` fits whatever this one fits.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.shapes.iter().all(|shape| other.shapes.contains(shape))
    }
}

impl Shape {
    /// Its value at a size, which may be infinite.
    #[allow(clippy::cast_precision_loss, reason = "sizes are at most 2^50, and logarithms below 2^38")]
    pub(crate) fn at(self, size: u64) -> f64 {
        let n = size as f64;
        let log = || log2(size.max(1)) as f64 / (1_u64 << BITS) as f64;
        match self {
            Self::One => 1.0,
            Self::Log => log(),
            Self::Root => n.sqrt(),
            Self::Linear => n,
            Self::LogLinear => n * log(),
            Self::Square => n * n,
            Self::Cube => n * n * n,
            Self::Power(over, under) => power(over / under, size),
            Self::LinearPower => n * power(2.0, size),
            Self::HalvedFactorial => (2..=size.min(200)).fold(1.0, |product, factor| product * factor as f64 / 2.0),
            Self::Factorial => (2..=size.min(200)).fold(1.0, |product, factor| product * factor as f64),
        }
    }
}

/// `base` to the power of `exponent`, by squaring.
fn power(mut base: f64, mut exponent: u64) -> f64 {
    let mut product = 1.0;
    while exponent > 0 {
        if exponent & 1 == 1 {
            product *= base;
        }
        base *= base;
        exponent >>= 1;
    }
    product
}
