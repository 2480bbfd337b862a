//! Whole-product tests: the real program against a real folder and a real port, and the house against its own rules.
//! One binary, because every further one would link the typesetter again.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "these tests are at the rim: they run the program, read its files, and fail by panicking"
)]

mod browser;
mod changes;
mod dushanbe;
mod faults;
mod foreign_input;
mod house;
mod lists;
mod permissions;
mod product;
mod tampering;
mod walkthroughs;
