//! Where a byte of a file is, as a person counts.

use domain::fault::Fault;

/// The lines of a file.
pub(super) struct Lines<'t> {
    file: &'t str,
    text: &'t str,
    /// Where each line begins, in bytes.
    begins: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        let begins = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, text, begins }
    }

    /// The number of the line this byte is in, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.begins.partition_point(|begins| *begins <= at).max(1)
    }

    /// What stands in the line this byte is in.
    pub(super) fn text_at(&self, at: usize) -> &'t str {
        let begins = self.begins.get(self.line(at) - 1).copied().unwrap_or_default();
        self.text.get(begins..).unwrap_or_default().lines().next().unwrap_or_default().trim()
    }

    /// The same fault in this file, at the line of this byte.
    pub(super) fn place(&self, fault: Fault, at: usize) -> Fault {
        fault.inside(self.file, Some(self.line(at) as u64))
    }
}
