//! Benchmarks of the whole product; see README.md for how to run them and what they gave.
