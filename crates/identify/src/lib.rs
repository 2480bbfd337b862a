//! This crate leads from what an officer knows about goods (a description, a nomenclature code, a CAS number, a
//! structure, a name) to ranked entries of control lists, each with its reasons.
//!
//! It does not say that anything is not controlled, does not complete or suggest structures or substances, and opens no
//! files.
//!
//! Where to begin: [`Identifier::identify`] asks every channel; [`Reason`] is why a candidate is one.

mod by_words;
mod candidate;
mod chemical_name;
mod confidence;
mod description;
mod evaluation;
mod exact;
mod heads;
mod identifier;
mod index;
mod indexed_list;
mod item;
mod knowledge;
mod listing;
mod nomenclature;
mod stop_words;
mod structure;
mod substances;
mod terms;
mod thesaurus;
mod wording;

pub use candidate::{Candidate, Channel, Identification, Reason};
pub use confidence::FEATURES;
pub use description::{MOST_BYTES, MOST_WORDS};
pub use evaluation::{Case, Counts, Evaluation, read_cases};
pub use identifier::{Identifier, MOST_CANDIDATES};
pub use indexed_list::IndexedList;
pub use item::{Item, OneOrMany, Parameter, Parameters};
pub use knowledge::Knowledge;
pub use thesaurus::{Decides, GoodsKind, Thesaurus};
pub use wording::Scratch;
