//! This crate holds the nouns and the laws of the field: States, matrices, action plans, rounds, findings,
//! recommendations, markings, and the record that keeps them (revisions, acts, the Merkle register).
//!
//! It does not read a clock, a disk, a network or a source of randomness: instants, ids and keys are arguments.
//! It knows no SQL, no HTTP and no words a person reads; every code it returns is also a translation key.
//!
//! Where to begin: [`body::Body`] lists the kinds of record, [`revision::Revision`] is what is stored of them,
//! [`act::Act`] is a line of the register, [`marking::Marking`] says who may read what.

pub mod words;

pub mod fault;
pub mod formula_guard;
pub mod hash;
pub mod ids;
pub mod laboratory;
pub mod language;
pub mod localized;
pub mod partial_date;
pub mod sample;
pub mod sort_key;

pub mod account;
pub mod marking;
pub mod owner;
pub mod role;
pub mod state;

pub mod cell;
pub mod citation;
pub mod template;

pub mod answer;
pub mod matrix;

pub mod measure;
pub mod plan;
pub mod progress;

pub mod finding;
pub mod participant;
pub mod programme_item;
pub mod recommendation;
pub mod response;
pub mod round;
pub mod visit;

pub mod determination;
pub mod list_edition;
pub mod party_list_version;
pub mod party_screening;

pub mod custody;
pub mod document;
pub mod release;
pub mod report;

pub mod act;
pub mod analysis;
pub mod body;
pub mod checkpoint;
pub mod index;
pub mod register;
pub mod revision;
