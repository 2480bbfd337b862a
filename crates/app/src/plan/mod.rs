//! Action plans: reading them, their measures, and progress.

pub mod export;
pub mod import;
pub mod list;
pub mod measure;
pub mod progress;
pub mod save;
pub mod show;
