//! This crate screens parties (people, organisations, vessels) against sanctions lists: it reads the lists, indexes their
//! names in memory, and explains every hit part by part.
//!
//! It does not decide whether a hit is the same party: a person does. It opens no files and fetches nothing, and it reads
//! no clock: the age of a list is told against a day that is given.
//!
//! Where to begin: [`read::read_folder`] makes [`PartyList`]s of files, [`Screen::new`] indexes them,
//! [`Screen::check`] gives the hits of one [`Party`], [`compare`] compares two names.

mod align;
mod asked;
mod change;
mod compare;
mod country;
mod digest;
mod evidence;
mod index;
mod list;
mod name;
mod party;
pub mod read;
mod screen;
mod similarity;

pub use align::{Alignment, How, Pairing};
pub use asked::{LONGEST_LINE, Pair, id_of_line, identified_party_of_line, pair_of_line, party_of_line};
pub use change::{Change, changes, screened_keys};
pub use compare::{Comparison, THRESHOLD, compare};
pub use country::country_code;
pub use evidence::Reason;
pub use list::{
    Address, Birth, Document, Entry, Gender, ListFormat, ListedName, Measure, PartyList, Quality, Vessel, document_key,
};
pub use name::{MOST_PARTS, Name, Part, Role};
pub use party::{Party, PartyKind, unreadable, unscreenable};
pub use screen::{Hit, Screen, Screened, Worker};
