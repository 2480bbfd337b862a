//! Worlds for tests
