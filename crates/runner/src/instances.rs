//! How many instances a component would make of its parts, known before it is compiled.
//!
//! A component inside a component can be instantiated any number of times, and so can what is inside it: a few lines
//! can ask for more instances than there are atoms. The engine unfolds them all while it compiles, which no limit on a
//! run would ever see.

use wasmparser::{
    BinaryReaderError, ComponentInstance, ComponentType, Instance, InstanceTypeDeclaration, Parser, Payload,
};

/// The most instances of one component and everything in it.
pub(crate) const INSTANCES: u64 = 1000;

/// What one component, still being read, makes by itself.
#[derive(Default)]
struct Level {
    modules: u64,
    components: u64,
}

/// No less than the number of instances `wasm`, which is valid, would make; an error if that cannot be known.
pub(crate) fn count(wasm: &[u8]) -> Result<u64, String> {
    read(wasm).map_err(|error| error.to_string())?.ok_or_else(|| {
        "components that take components are not run here: only the ones a component holds can be counted".to_owned()
    })
}

fn read(wasm: &[u8]) -> Result<Option<u64>, BinaryReaderError> {
    let (mut levels, mut largest, mut total) = (Vec::new(), 0_u64, 0_u64);
    for payload in Parser::new(0).parse_all(wasm) {
        match (payload?, levels.last_mut()) {
            (Payload::Version { .. }, _) => levels.push(Level::default()),
            (Payload::InstanceSection(instances), Some(level)) => {
                for instance in instances {
                    level.modules += u64::from(matches!(instance?, Instance::Instantiate { .. }));
                }
            }
            (Payload::ComponentInstanceSection(instances), Some(level)) => {
                for instance in instances {
                    level.components += u64::from(matches!(instance?, ComponentInstance::Instantiate { .. }));
                }
            }
            (Payload::ComponentTypeSection(types), _) => {
                for kind in types {
                    if takes_components(&kind?) {
                        return Ok(None);
                    }
                }
            }
            (Payload::End(_), _) => {
                // Whichever component is instantiated, it was read before: no more than the largest so far.
                let Level { modules, components } = levels.pop().unwrap_or_default();
                total = modules.saturating_add(components.saturating_mul(largest.saturating_add(1)));
                largest = largest.max(total);
            }
            _ => {}
        }
    }
    Ok(Some(total))
}

fn takes_components(kind: &ComponentType<'_>) -> bool {
    match kind {
        ComponentType::Component(_) => true,
        ComponentType::Instance(declarations) => declarations.iter().any(|declaration| match declaration {
            InstanceTypeDeclaration::Type(kind) => takes_components(kind),
            _ => false,
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A component that makes `width` instances of a component that does so too, `depth` times over.
    fn nested(width: usize, depth: usize) -> Vec<u8> {
        let mut text = format!("(component $c (core module $m) {})", "(core instance (instantiate $m))".repeat(width));
        for _ in 0..depth {
            text = format!("(component $c {text} {})", "(instance (instantiate $c))".repeat(width));
        }
        wat::parse_str(text).unwrap()
    }

    #[test]
    fn instances_are_counted_through_all_levels() {
        assert_eq!(count(&nested(3, 0)), Ok(3));
        assert_eq!(count(&nested(3, 1)), Ok(3 * (1 + 3)));
        assert_eq!(count(&nested(3, 2)), Ok(3 * (1 + 3 * (1 + 3))));
        assert!(count(&nested(10, 18)).unwrap() > 1 << 40);
    }

    #[test]
    fn a_component_that_is_given_components_cannot_be_counted() {
        for import in ["(component)", "(instance (export \"c\" (component)))"] {
            let component = wat::parse_str(format!("(component (import \"c\" {import}))")).unwrap();
            assert!(count(&component).is_err(), "{import}");
        }
    }
}
