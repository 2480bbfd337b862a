//! Whole-product suites.
