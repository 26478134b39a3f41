//! Programs whose growth is known, and what is measured of them: read by the tests, and by the example that prints
//! `docs/growth.md`, so that what is documented is what is tested.

pub(crate) mod bench;
pub(crate) mod table;
