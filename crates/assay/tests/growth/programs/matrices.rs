fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    let n: usize = line.trim().parse().unwrap();
    let at = |i: usize, j: usize, k: usize| ((i * 31 + j * 17 + k) % 100) as u64;
    let left: Vec<Vec<u64>> = (0..n).map(|i| (0..n).map(|j| at(i, j, 1)).collect()).collect();
    let right: Vec<Vec<u64>> = (0..n).map(|i| (0..n).map(|j| at(i, j, 2)).collect()).collect();
    let mut product = vec![vec![0_u64; n]; n];
    for i in 0..n {
        for j in 0..n {
            for k in 0..n {
                product[i][j] += left[i][k] * right[k][j];
            }
        }
    }
    println!("{}", product[n - 1][n / 2]);
}
