use std::io;

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn sum(&mut self) -> i64 {
        let mut value = self.product();
        loop {
            match self.peek() {
                b'+' => {
                    self.at += 1;
                    value += self.product();
                }
                b'-' => {
                    self.at += 1;
                    value -= self.product();
                }
                _ => return value,
            }
        }
    }

    fn product(&mut self) -> i64 {
        let mut value = self.factor();
        while self.peek() == b'*' {
            self.at += 1;
            value *= self.factor();
        }
        value
    }

    fn factor(&mut self) -> i64 {
        if self.peek() == b'(' {
            self.at += 1;
            let value = self.sum();
            self.at += 1;
            return value;
        }
        let mut value = 0;
        while self.peek().is_ascii_digit() {
            value = value * 10 + i64::from(self.peek() - b'0');
            self.at += 1;
        }
        value
    }
}

fn main() {
    let text = io::read_to_string(io::stdin()).expect("text");
    let n: i64 = text.trim().parse().expect("a number");
    let terms: Vec<String> = (1..=n).map(|i| format!("({}+{}*{}-{})", i, i + 1, i + 2, i + 3)).collect();
    let expression = terms.join("+");
    println!("{}", Parser { text: expression.as_bytes(), at: 0 }.sum());
}
