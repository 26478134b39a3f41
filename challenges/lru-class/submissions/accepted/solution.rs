use std::collections::HashMap;

struct Entry {
    key: i64,
    value: i64,
    older: usize,
    newer: usize,
}

/// Entries lie in a vector and are linked in a ring by their places. At place 0 is none: it joins the two ends.
pub struct LruCache {
    capacity: usize,
    places: HashMap<i64, usize>,
    entries: Vec<Entry>,
}

impl LruCache {
    pub fn new(capacity: i64) -> Result<Self, String> {
        if capacity < 1 {
            return Err("capacity must be at least 1".to_owned());
        }
        let capacity = usize::try_from(capacity).unwrap_or(usize::MAX);
        let ends = Entry { key: 0, value: 0, older: 0, newer: 0 };
        Ok(Self { capacity, places: HashMap::new(), entries: vec![ends] })
    }

    pub fn get(&mut self, key: i64) -> Option<i64> {
        let place = *self.places.get(&key)?;
        self.take_out(place);
        self.make_newest(place);
        Some(self.entries[place].value)
    }

    pub fn put(&mut self, key: i64, value: i64) {
        let place = if let Some(&place) = self.places.get(&key) {
            self.entries[place].value = value;
            self.take_out(place);
            place
        } else if self.places.len() == self.capacity {
            let oldest = self.entries[0].newer;
            self.take_out(oldest);
            self.places.remove(&self.entries[oldest].key);
            self.entries[oldest].key = key;
            self.entries[oldest].value = value;
            oldest
        } else {
            self.entries.push(Entry { key, value, older: 0, newer: 0 });
            self.entries.len() - 1
        };
        self.places.insert(key, place);
        self.make_newest(place);
    }

    pub fn size(&self) -> i64 {
        self.places.len() as i64
    }

    fn take_out(&mut self, place: usize) {
        let Entry { older, newer, .. } = self.entries[place];
        self.entries[older].newer = newer;
        self.entries[newer].older = older;
    }

    fn make_newest(&mut self, place: usize) {
        let newest = self.entries[0].older;
        self.entries[place].older = newest;
        self.entries[place].newer = 0;
        self.entries[newest].newer = place;
        self.entries[0].older = place;
    }
}
