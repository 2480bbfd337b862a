//! How far a long work has come.

domain::words! {
    /// What is being worked on. The word is a translation key (`part-<word>`).
    Part {
        /// Settings of the node.
        Settings = "settings",
        /// Attached files.
        Files = "files",
        /// Versions of records.
        Revisions = "revisions",
        /// Lookups of records, and what they are filtered by.
        Records = "records",
        /// Acts of the register.
        Acts = "acts",
        /// Password hashes.
        Credentials = "credentials",
    }
}

/// How far a long work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being worked on.
    pub part: Part,
    /// How many of it are done.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}
