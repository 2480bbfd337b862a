//! This crate holds the use cases: one folder a noun, one file a verb. Every verb begins by asking whether the actor is
//! permitted ([`actor::Actor::permit`]), and every change ends in one batch that writes record and act together
//! ([`change::Draft`]).
//!
//! It does not read the clock, the environment or files (they are arguments), knows no SQL (that is `store`), no HTTP
//! and no HTML, and holds no words a person reads: refusals are codes.

pub mod actor;
pub mod change;
pub mod export;
pub mod home;
pub mod node;
pub mod pending_import;
pub mod permission;
pub mod refusal;
pub mod setup;
pub mod surroundings;

pub mod account;
pub mod determination;
pub mod document;
pub mod finding;
pub mod goods;
pub mod list;
pub mod matrix;
pub mod party;
pub mod plan;
pub mod recommendation;
pub mod record;
pub mod register;
pub mod report;
pub mod round;
pub mod sample;
pub mod spectrum;
pub mod state;
pub mod template;
pub mod verbs;

pub use actor::{Actor, Permit};
pub use change::Seen;
pub use export::{Exported, TableFormat};
pub use matrix::import::Offered;
pub use node::Node;
pub use permission::{Permission, Relation};
pub use refusal::Refusal;
pub use surroundings::Surroundings;

// What the verbs answer with and are asked with; the faces need no dependency on `store` of their own.
pub use store::verify::{Failure, FailurePlace, Verified};
pub use store::{ActQuery, Committed, Page, Stored, StoredAct};
pub use store::{Part, Progress};
