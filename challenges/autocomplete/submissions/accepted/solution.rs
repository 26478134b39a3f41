use std::cmp::Reverse;
use std::collections::HashMap;

pub fn suggest(searches: HashMap<String, i64>, prefixes: Vec<String>, most: i64) -> Vec<Vec<String>> {
    let most = usize::try_from(most).unwrap_or(0);
    let mut words: Vec<(String, i64)> = searches.into_iter().collect();
    words.sort_unstable();

    let suggest = |prefix: &String| {
        let first = words.partition_point(|(word, _)| word < prefix);
        let count = words[first..].iter().take_while(|(word, _)| word.starts_with(prefix.as_str())).count();
        let mut found: Vec<&(String, i64)> = words[first..first + count].iter().collect();
        found.sort_by_key(|(_, searched)| Reverse(*searched));
        found.into_iter().take(most).map(|(word, _)| word.clone()).collect()
    };
    prefixes.iter().map(suggest).collect()
}
