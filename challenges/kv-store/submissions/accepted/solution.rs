use std::collections::HashMap;

#[derive(Default)]
pub struct Store {
    values: HashMap<String, String>,
    counts: HashMap<String, i64>,
    /// What keys had before each change of the open transactions.
    changes: Vec<(String, Option<String>)>,
    /// How many changes there were when each of them began.
    starts: Vec<usize>,
}

impl Store {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn set(&mut self, key: String, value: String) {
        self.change(key, Some(value));
    }

    pub fn get(&self, key: String) -> Option<String> {
        self.values.get(&key).cloned()
    }

    pub fn remove(&mut self, key: String) -> bool {
        let there = self.values.contains_key(&key);
        if there {
            self.change(key, None);
        }
        there
    }

    pub fn count(&self, value: String) -> i64 {
        self.counts.get(&value).copied().unwrap_or(0)
    }

    pub fn start(&mut self) {
        self.starts.push(self.changes.len());
    }

    pub fn commit(&mut self) -> Result<(), String> {
        self.end()?;
        if self.starts.is_empty() {
            self.changes.clear();
        }
        Ok(())
    }

    pub fn rollback(&mut self) -> Result<(), String> {
        let start = self.end()?;
        for (key, before) in self.changes.split_off(start).into_iter().rev() {
            self.put(key, before);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<usize, String> {
        self.starts.pop().ok_or_else(|| "no transaction".to_owned())
    }

    fn change(&mut self, key: String, value: Option<String>) {
        if self.starts.is_empty() {
            self.put(key, value);
        } else {
            let before = self.put(key.clone(), value);
            self.changes.push((key, before));
        }
    }

    /// Sets or removes a key's value, and returns the one it had.
    fn put(&mut self, key: String, value: Option<String>) -> Option<String> {
        let before = match value {
            Some(value) => {
                *self.counts.entry(value.clone()).or_default() += 1;
                self.values.insert(key, value)
            }
            None => self.values.remove(&key),
        };
        if let Some(count) = before.as_ref().and_then(|before| self.counts.get_mut(before)) {
            *count -= 1;
        }
        before
    }
}
