//! Documents: attached files (a law, a photograph, a report), kept as blobs by their SHA-256.

use serde::{Deserialize, Serialize};

use crate::citation::Translation;
use crate::fault::{Fault, check_required};
use crate::hash::Hash;
use crate::ids::RecordId;
use crate::language::Language;
use crate::localized::Localized;
use crate::partial_date::PartialDate;

/// What is known of an attached file. The bytes are a blob of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The record it is attached to.
    pub about: RecordId,
    /// Its title.
    pub title: Localized,
    /// The name of the file: a name only, without any folder.
    pub file_name: String,
    /// Its media type, found from the bytes.
    pub media_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Whether it is a translation.
    pub translation: Translation,
    /// The date of the document itself, apart from when it was attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

impl Document {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.title.check_required("title", faults);
        check_required("file_name", &self.file_name, faults);
        if self.file_name.contains(['/', '\\']) || self.file_name.starts_with('.') || self.file_name.len() > 255 {
            faults.push(Fault::error("file-name-with-path").at("file_name").with("name", &self.file_name));
        }
    }
}
