//! The wire: what JSON looks like. These types are this crate's own, so that the record may change inside without a
//! change outside. Ids are texts, dates are ISO 8601, a text in several languages is an object by language.

pub mod account;
pub mod analysis;
pub mod any;
pub mod citation;
pub mod determination;
pub mod document;
pub mod finding;
pub mod goods;
pub mod home;
pub mod import;
pub mod laboratory_written;
pub mod list;
pub mod matrix;
pub mod participant;
pub mod party;
pub mod plan;
pub mod problem;
pub mod programme_item;
pub mod progress;
pub mod recommendation;
pub mod record;
pub mod register;
pub mod release;
pub mod report;
pub mod round;
pub mod sample;
pub mod session;
pub mod source;
pub mod state;
pub mod template;
pub mod texts;
pub mod visit;
pub mod written;
