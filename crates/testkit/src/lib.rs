//! This crate makes worlds for tests: a fixed clock and fixed dice, whole nodes with the training round and its people, a
//! temporary PostgreSQL.
//!
//! It does not belong to the program: only tests and benchmarks depend on it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a world that cannot be made is a failed test, and says so by panicking"
)]

pub mod evaluation_data;
pub mod postgres;
#[cfg(feature = "world")]
pub mod surroundings;
#[cfg(feature = "world")]
pub mod world;

pub use evaluation_data::evaluation_data;
#[cfg(feature = "world")]
pub use surroundings::FixedSurroundings;
#[cfg(feature = "world")]
pub use world::World;
