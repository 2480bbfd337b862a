//! Accounts: signing in, sessions, and keeping the list of people.

pub mod list;
pub mod password;
pub mod save;
pub mod session;
pub mod sign_in;
