#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: i64,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub items: Vec<Item>,
    pub next_cursor: Option<i64>,
    pub total: i64,
}

pub fn paginate(mut items: Vec<Item>, after: Option<i64>, limit: i64) -> Result<Page, String> {
    if !(1..=100).contains(&limit) {
        return Err("limit must be from 1 to 100".to_owned());
    }
    let (limit, total) = (limit as usize, items.len() as i64);
    items.retain(|item| after.is_none_or(|after| item.id > after));
    items.sort_unstable_by_key(|item| item.id);
    let next_cursor = (items.len() > limit).then(|| items[limit - 1].id);
    items.truncate(limit);
    Ok(Page { items, next_cursor, total })
}
