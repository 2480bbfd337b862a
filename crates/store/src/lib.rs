//! This crate is the only one that knows SQL. It keeps records, revisions, blobs and acts in SQLite or PostgreSQL with
//! one text of every statement, and proves afterwards that nothing was changed.
//!
//! It does not decide who may do or see what (that is `app`), does not read the clock or draw ids (they are arguments),
//! and does not know what a record says beyond its [`domain::index::Index`].
//!
//! Where to begin: [`Store::commit`] is the one way anything enters the register; [`Store::list`] is the one way lists
//! come out; [`verify`] derives everything again.

mod account_secrets;
pub mod backup;
mod batch;
mod blobs;
mod connection;
mod entry;
mod error;
mod listing;
mod migration;
mod pending_import;
#[cfg(test)]
mod plans;
mod progress;
mod query;
mod reading;
mod register;
mod rows;
mod settings;
mod statement;
pub mod verify;
mod writing;

pub use account_secrets::{Credential, Session, Throttle};
pub use batch::{ActDraft, Batch, BlobDraft, Change, Committed};
pub use connection::{Engine, Options, Store};
pub use error::{Conflict, StoreError};
pub use pending_import::PendingImport;
pub use progress::{Part, Progress};
pub use query::{ActQuery, Head, Order, Page, Query, Stored, StoredAct};
