//! How much a foreign list may cost. Every limit is far above the lists known and far below what hurts a laptop.

/// Longest file, in bytes. The consolidated text of the European Union's annex is about 7 MB as a page.
pub const LONGEST_FILE: usize = 40_000_000;

/// Most provisions of a list. The longest known nomenclature has 13,000 lines, the longest control list 7,000.
pub const MOST_PROVISIONS: usize = 100_000;

/// Longest text of a provision or note, in bytes. The longest known note has 14 kB.
pub const LONGEST_TEXT: usize = 200_000;

/// Most faults that are told: more are the same mistake again.
pub const MOST_FAULTS: usize = 200;
