//! Documents on the wire: what is known of an attached file. The bytes travel apart.

use domain::document::Document;
use domain::fault::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{HashText, IdText, LanguageText, PartialDateText, Reading, TranslationWord, Written};

/// What is known of an attached file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentBody {
    /// The record it is attached to.
    pub about: IdText,
    /// Its title.
    pub title: Texts,
    /// The name of the file.
    pub file_name: String,
    /// Its media type, found from the bytes.
    pub media_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: HashText,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageText>,
    /// Whether it is a translation.
    pub translation: TranslationWord,
    /// The date of the document itself, apart from when it was attached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDateText>,
}

/// What the sender knows of a file: the part `document` of an upload.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachDocument {
    /// The record it is attached to.
    pub about: IdText,
    /// Its title.
    pub title: Texts,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageText>,
    /// Whether it is a translation.
    pub translation: TranslationWord,
    /// The date of the document itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDateText>,
}

impl Body for DocumentBody {
    type Noun = Document;
}

impl From<&Document> for DocumentBody {
    fn from(document: &Document) -> Self {
        Self {
            about: document.about.into(),
            title: (&document.title).into(),
            file_name: document.file_name.clone(),
            media_type: document.media_type.clone(),
            length: document.length,
            sha256: document.sha256.into(),
            language: document.language.map(Written::from),
            translation: document.translation.into(),
            date: document.date.map(Written::from),
        }
    }
}

impl AttachDocument {
    /// The attachment with its file.
    ///
    /// # Errors
    /// Everything that cannot be read.
    pub fn with(self, file_name: String, bytes: Vec<u8>) -> Result<app::document::attach::Attachment, Vec<Fault>> {
        let mut read = Reading::default();
        let about = read.one("about", &self.about);
        let title = read.texts("title", &self.title);
        let language = read.option("language", &self.language);
        let translation = read.one("translation", &self.translation);
        let date = read.option("date", &self.date);
        read.finish(|| {
            Some(app::document::attach::Attachment {
                about: about?,
                title,
                file_name,
                language,
                translation: translation?,
                date,
                bytes,
            })
        })
    }
}
