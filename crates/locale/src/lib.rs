//! This crate holds every word a person reads, in every language: the Fluent files of `locales/`, embedded, and the
//! ways to write dates, times, numbers, lists and faults in a language.
//!
//! It does not decide which language a person reads, and it holds no text of the records themselves: those are
//! [`domain::localized::Localized`].
//!
//! A key that a language lacks is answered in English; a key that no language has is answered by the key itself, so
//! that a gap shows where it is instead of stopping a page.

mod catalogue;
mod dates;
mod faults;
mod numbers;
mod translator;
mod value;

pub use catalogue::Catalogue;
pub use faults::FaultText;
pub use translator::Translator;
pub use value::Value;
