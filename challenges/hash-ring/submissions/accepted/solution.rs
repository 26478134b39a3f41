use std::collections::{BTreeMap, HashMap};

fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(2_166_136_261, |value, byte| (value ^ u32::from(byte)).wrapping_mul(16_777_619))
}

pub fn assign(nodes: Vec<String>, replicas: i64, keys: Vec<String>) -> Result<HashMap<String, String>, String> {
    let mut ring = BTreeMap::new();
    for node in &nodes {
        for replica in 0..replicas {
            ring.entry(fnv1a(&format!("{node}#{replica}"))).or_insert(node);
        }
    }
    let Some((_, first)) = ring.first_key_value() else {
        return Err("an empty ring".to_owned());
    };
    let owner = |key: &str| ring.range(fnv1a(key)..).next().map_or(*first, |(_, node)| *node);
    Ok(keys.iter().map(|key| (key.clone(), owner(key).clone())).collect())
}
