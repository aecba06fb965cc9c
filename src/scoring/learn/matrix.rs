//! Symmetric systems of equations of some hundred unknowns, solved by Cholesky's way.

/// A symmetric matrix, of which only the lower half is kept, row by row.
#[derive(Clone, Debug)]
pub struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

/// The lower triangle `L` of a matrix that is `L` times its mirror image.
pub struct Factor {
    size: usize,
    cells: Vec<f64>,
}

/// The inverse of a factor: what the inverse of the matrix is made of.
pub struct Inverse {
    size: usize,
    cells: Vec<f64>,
}

impl Symmetric {
    /// A matrix of nothing.
    pub fn zero(size: usize) -> Symmetric {
        Symmetric { size, cells: vec![0.0; size * size] }
    }

    /// Adds to a cell; row and column may come in either order.
    pub fn add(&mut self, a: usize, b: usize, value: f64) {
        let (row, column) = if a > b { (a, b) } else { (b, a) };
        self.cells[row * self.size + column] += value;
    }

    /// Takes it apart. What is not positive for lack of evidence is held still.
    pub fn factor(mut self) -> Factor {
        let size = self.size;
        for row in 0..size {
            let (above, below) = self.cells.split_at_mut(row * size);
            let current = &mut below[..=row];
            for column in 0..row {
                let other = &above[column * size..=column * size + column];
                let known = dot(&current[..column], &other[..column]);
                current[column] = (current[column] - known) / other[column];
            }
            let rest = current[row] - dot(&current[..row], &current[..row]);
            current[row] = rest.max(TINY).sqrt();
        }
        Factor { size, cells: self.cells }
    }
}

/// The least that is taken for positive.
const TINY: f64 = 1e-9;

impl Factor {
    /// The unknowns that give these values.
    pub fn solve(&self, values: &[f64]) -> Vec<f64> {
        let mut solved = values.to_vec();
        for row in 0..self.size {
            let line = &self.cells[row * self.size..=row * self.size + row];
            solved[row] = (solved[row] - dot(&line[..row], &solved[..row])) / line[row];
        }
        for row in (0..self.size).rev() {
            let line = &self.cells[row * self.size..=row * self.size + row];
            solved[row] /= line[row];
            let known = solved[row];
            for (left, cell) in solved[..row].iter_mut().zip(line) {
                *left -= cell * known;
            }
        }
        solved
    }

    /// Its inverse, which is a lower triangle too.
    pub fn inverse(&self) -> Inverse {
        let size = self.size;
        let mut cells = vec![0.0; size * size];
        for row in 0..size {
            let line = &self.cells[row * size..=row * size + row];
            let (above, below) = cells.split_at_mut(row * size);
            let current = &mut below[..=row];
            for (other, cell) in line[..row].iter().enumerate().filter(|(_, cell)| **cell != 0.0) {
                let upper = &above[other * size..=other * size + other];
                for (left, value) in current.iter_mut().zip(upper) {
                    *left -= cell * value;
                }
            }
            current[row] = 1.0;
            current.iter_mut().for_each(|value| *value /= line[row]);
        }
        Inverse { size, cells }
    }
}

impl Inverse {
    /// How uncertain a sum of unknowns is that stand side by side: its variance.
    pub fn variance(&self, from: usize, weights: &[f64]) -> f64 {
        let part = |row: usize| {
            let line = &self.cells[row * self.size + from..=row * self.size + row];
            let sum: f64 = line.iter().zip(weights).map(|(cell, weight)| cell * weight).sum();
            sum * sum
        };
        (from..self.size).map(part).sum()
    }
}

/// The sum of products, in four strands that do not wait for one another.
fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut strands = [0.0; 4];
    let (fours, rest) = left.as_chunks::<4>();
    let (others, other_rest) = right.as_chunks::<4>();
    for (a, b) in fours.iter().zip(others) {
        for strand in 0..4 {
            strands[strand] += a[strand] * b[strand];
        }
    }
    let rest: f64 = rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    (strands[0] + strands[1]) + (strands[2] + strands[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix() -> Symmetric {
        let mut matrix = Symmetric::zero(6);
        for row in 0..6 {
            matrix.add(row, row, 4.0 + row as f64);
            for column in 0..row {
                matrix.add(column, row, 1.0 / (1.0 + (row - column) as f64));
            }
        }
        matrix
    }

    fn cell(matrix: &Symmetric, a: usize, b: usize) -> f64 {
        matrix.cells[a.max(b) * 6 + a.min(b)]
    }

    #[test]
    fn what_is_solved_gives_the_values_again() {
        let values = [1.0, -2.0, 3.0, 0.5, 0.0, 7.0];
        let solved = matrix().factor().solve(&values);
        for (row, value) in values.iter().enumerate() {
            let given: f64 = (0..6).map(|at| cell(&matrix(), row, at) * solved[at]).sum();
            assert!((given - value).abs() < 1e-12);
        }
    }

    #[test]
    fn the_variance_of_a_sum_is_what_solving_for_it_gives() {
        let factor = matrix().factor();
        let weights = [0.0, 0.0, 1.0, -2.0, 0.5, 0.0];
        let solved = factor.solve(&weights);
        let wanted: f64 = solved.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
        let variance = factor.inverse().variance(2, &weights[2..5]);
        assert!((variance - wanted).abs() < 1e-12);
    }
}
