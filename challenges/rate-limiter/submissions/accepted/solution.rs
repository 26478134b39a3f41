use std::collections::{HashMap, VecDeque};

pub struct RateLimiter {
    limit: i64,
    window_ms: i64,
    allowed: HashMap<String, VecDeque<i64>>,
}

impl RateLimiter {
    pub fn new(limit: i64, window_ms: i64) -> Result<Self, String> {
        if limit < 1 || window_ms < 1 {
            return Err("limit and window must be at least 1".to_owned());
        }
        Ok(Self { limit, window_ms, allowed: HashMap::new() })
    }

    pub fn allow(&mut self, key: String, at_ms: i64) -> bool {
        let limit = self.limit;
        let allowed = self.in_window(key, at_ms);
        let allow = (allowed.len() as i64) < limit;
        if allow {
            allowed.push_back(at_ms);
        }
        allow
    }

    pub fn remaining(&mut self, key: String, at_ms: i64) -> i64 {
        self.limit - self.in_window(key, at_ms).len() as i64
    }

    fn in_window(&mut self, key: String, at_ms: i64) -> &mut VecDeque<i64> {
        let allowed = self.allowed.entry(key).or_default();
        while allowed.front().is_some_and(|moment| *moment <= at_ms - self.window_ms) {
            allowed.pop_front();
        }
        allowed
    }
}
