//! Normalise, fold and decode text
