use std::collections::HashMap;
use std::time::{Duration, Instant};

struct Entry {
    value: i64,
    until: Instant,
}

#[derive(Default)]
pub struct TtlCache {
    entries: HashMap<String, Entry>,
}

impl TtlCache {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn put(&mut self, key: String, value: i64, ttl_ms: i64) -> Result<(), String> {
        let Ok(ttl @ 1..) = u64::try_from(ttl_ms) else {
            return Err("a time to live must be at least 1 ms".to_owned());
        };
        self.entries.insert(key, Entry { value, until: Instant::now() + Duration::from_millis(ttl) });
        Ok(())
    }

    pub fn get(&self, key: String) -> Option<i64> {
        self.entries.get(&key).filter(|entry| Instant::now() < entry.until).map(|entry| entry.value)
    }

    pub fn size(&mut self) -> i64 {
        let now = Instant::now();
        self.entries.retain(|_, entry| now < entry.until);
        self.entries.len() as i64
    }
}
