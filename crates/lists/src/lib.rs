//! This crate holds control lists as data: their versions, entries, notes, defined terms, criteria; it reads them from
//! official texts and national files, compares versions and States' lists, and determines whether given facts meet a
//! provision's criteria.
//!
//! It does not open files, fetch anything, search by words (that is `identify`), or decide what only a person may decide.
//!
//! Where to begin: [`version::ListVersion`] is one edition of a list, [`built_in::eu_annex_i`] the one shipped with the
//! program, [`read`] the readers of others.

pub mod cas;
pub mod compare;
pub mod definitions;
pub mod determine;
pub mod exact;
pub mod nomenclature;
pub mod parameters;
pub mod path;
pub mod provision;
pub mod quantity;
pub mod units;
pub mod version;

pub mod built_in;
pub mod criteria;
pub mod read;
