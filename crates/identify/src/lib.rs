//! This crate leads from what an officer knows about goods (a description, a nomenclature code, a CAS number, a
//! structure, a name) to ranked entries of control lists, each with its reasons.
//!
//! It does not say that anything is not controlled, does not complete or suggest structures or substances, and opens no
//! files.
