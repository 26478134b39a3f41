use std::collections::VecDeque;
use std::io;

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: usize = text.trim().parse().expect("a number");
    let (start, end) = ((0, 0), (n - 1, n - 1));
    let wall = |r: usize, c: usize| r * c % 7 == 6 && (r, c) != start && (r, c) != end;
    let mut distance = vec![vec![-1_i64; n]; n];
    distance[0][0] = 0;
    let mut queue = VecDeque::from([start]);
    while let Some((r, c)) = queue.pop_front() {
        let around = [(r.wrapping_sub(1), c), (r + 1, c), (r, c.wrapping_sub(1)), (r, c + 1)];
        for (to_r, to_c) in around {
            if to_r < n && to_c < n && distance[to_r][to_c] < 0 && !wall(to_r, to_c) {
                distance[to_r][to_c] = distance[r][c] + 1;
                queue.push_back((to_r, to_c));
            }
        }
    }
    println!("{}", distance[end.0][end.1]);
}
