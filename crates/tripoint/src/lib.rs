//! The program: configuration, wiring, serve
