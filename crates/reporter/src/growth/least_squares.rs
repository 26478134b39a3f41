//! The factors, none of them negative, with which a few columns sum to nearly one everywhere.
//!
//! Measurements are divided by themselves before, so that the squares that are made least are of relative errors: an
//! error of one percent counts the same at every size.

/// The most columns a curve has.
const MOST: usize = 3;

/// Factors, one for each column, and the mean of the squared errors that are left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Solution {
    pub(crate) factors: [f64; MOST],
    pub(crate) mean_square: f64,
}

/// The best solution. With so few columns every choice of those that take part is tried; the best without a negative
/// factor is the answer.
pub(crate) fn solve(columns: &[Vec<f64>]) -> Solution {
    let rows = columns.first().map_or(0, Vec::len);
    let mut best = Solution { factors: [0.0; MOST], mean_square: 1.0 };
    for chosen in 1_u32..1 << columns.len().min(MOST) {
        let places: Vec<usize> = (0..columns.len().min(MOST)).filter(|place| chosen >> place & 1 == 1).collect();
        let Some(part) = unbounded(&places.iter().map(|place| columns[*place].as_slice()).collect::<Vec<_>>()) else {
            continue;
        };
        if part.iter().any(|factor| !(*factor >= 0.0 && factor.is_finite())) {
            continue;
        }
        let mut factors = [0.0; MOST];
        for (place, factor) in places.iter().zip(&part) {
            factors[*place] = *factor;
        }
        let mean_square = mean_square(columns, &factors, rows);
        if mean_square < best.mean_square {
            best = Solution { factors, mean_square };
        }
    }
    best
}

/// The factors that leave the least squares, of either sign, by orthogonal columns; `None` if columns depend on each
/// other.
fn unbounded(columns: &[&[f64]]) -> Option<Vec<f64>> {
    let count = columns.len();
    let mut basis: Vec<Vec<f64>> = Vec::with_capacity(count);
    let mut upper = [[0.0; MOST]; MOST];
    let mut along = [0.0; MOST];
    for (place, column) in columns.iter().enumerate() {
        let mut rest = column.to_vec();
        for (earlier, unit) in basis.iter().enumerate() {
            let part = dot(unit, &rest);
            upper[earlier][place] = part;
            for (value, unit) in rest.iter_mut().zip(unit) {
                *value -= part * unit;
            }
        }
        let (whole, length) = (dot(column, column).sqrt(), dot(&rest, &rest).sqrt());
        if !(length > whole * 1e-9 && length.is_finite()) {
            return None;
        }
        upper[place][place] = length;
        for value in &mut rest {
            *value /= length;
        }
        along[place] = rest.iter().fold(0.0, |sum, value| sum + value);
        basis.push(rest);
    }
    let mut factors = vec![0.0; count];
    for place in (0..count).rev() {
        let known = (place + 1..count).fold(0.0, |sum, later| sum + upper[place][later] * factors[later]);
        factors[place] = (along[place] - known) / upper[place][place];
    }
    Some(factors)
}

#[allow(clippy::cast_precision_loss, reason = "there are few rows")]
fn mean_square(columns: &[Vec<f64>], factors: &[f64; MOST], rows: usize) -> f64 {
    let error = |row: usize| columns.iter().zip(factors).fold(-1.0, |sum, (column, factor)| sum + column[row] * factor);
    (0..rows).map(error).fold(0.0, |sum, error| sum + error * error) / rows.max(1) as f64
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).fold(0.0, |sum, (left, right)| sum + left * right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_columns_is_taken_apart() {
        let columns = [vec![0.5, 0.1, 0.02], vec![0.1, 0.2, 0.3]];
        let whole: Vec<f64> = (0..3).map(|row| columns[0][row] * 1.5 + columns[1][row] * 2.5).collect();
        let relative = columns.map(|column| column.iter().zip(&whole).map(|(part, whole)| part / whole).collect());
        let solution = solve(&relative);
        assert!((solution.factors[0] - 1.5).abs() < 1e-12 && (solution.factors[1] - 2.5).abs() < 1e-12);
        assert!(solution.mean_square < 1e-24);
    }

    #[test]
    fn a_column_that_would_count_negative_is_left_out() {
        let solution = solve(&[vec![1.0, 1.0, 1.0], vec![0.0, 1.0, -2.0]]);
        assert!(solution.factors.iter().all(|factor| *factor >= 0.0), "{solution:?}");
        assert!((solution.factors[0] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn columns_without_sense_have_no_part() {
        for column in [vec![0.0; 3], vec![f64::NAN; 3], vec![f64::INFINITY; 3]] {
            let solution = solve(&[vec![1.0; 3], column]);
            assert!((solution.factors[1]).abs() < 1e-12, "{solution:?}");
        }
    }
}
