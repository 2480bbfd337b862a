//! The interface for machines over a whole node, in process: no port, no network.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod caller;
mod conflicts;
mod described;
mod files;
mod laboratory;
mod parties;
mod refused;
mod round_trips;
