//! This crate screens parties (people, organisations, vessels) against sanctions lists: it reads the lists, indexes their
//! names in memory, and explains every hit part by part.
//!
//! It does not decide whether a hit is the same party: a person does. It opens no files and fetches nothing.
