//! The verbs over a whole node with the training round.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod analysis;
mod party;
mod party_together;
mod report;
mod sample;
