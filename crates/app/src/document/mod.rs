//! Documents: attached files.

pub mod attach;
pub mod media_type;
pub mod open;
