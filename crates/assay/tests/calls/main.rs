//! Functions and classes: every type comes through in every language, and nothing but right results is accepted.

#[path = "../../../binding/tests/everything/mod.rs"]
mod everything;
#[path = "../ground/mod.rs"]
mod ground;

mod forged;
mod languages;
mod steps;

use std::path::Path;
use std::sync::Arc;

use assay::{Call, Challenge, Interface, Item, Kind};

/// A challenge with one sample and one hidden case, both this call.
fn challenge(folder: &Path, interface: &Interface, call: &Call) -> Arc<Challenge> {
    let (kind, table) = match interface.item {
        Item::Function(_) => (Kind::Function, "kind = \"function\"\n[function]\nname = \"stand_in\"\n"),
        Item::Class(_) => {
            (Kind::Class, "kind = \"class\"\n[class]\nname = \"StandIn\"\nmethods = [{ name = \"stand\" }]\n")
        }
    };
    let stand_in = if kind == Kind::Class { "{\"args\": [], \"steps\": []}" } else { "{\"args\": []}" };
    let cases = ["sample/01-same.json", "secret/01-same.json"].map(|path| (path, stand_in));
    let settings = format!("{table}[limits]\ntime = \"30ms\"\n");
    let loaded = ground::challenge(folder, "calls", &settings, &cases);
    for (path, _) in cases {
        let text = call.to_json(interface).to_string();
        std::fs::write(loaded.root.join("data").join(path), text).expect("a file");
    }
    Arc::new(Challenge { interface: Some(interface.clone()), ..(*loaded).clone() })
}
