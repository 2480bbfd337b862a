//! Citations on the wire.

use domain::citation::Citation;
use domain::ids::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::texts::Texts;
use crate::wire::written::{IdText, LanguageText, PartialDateText, Reading, TranslationWord, Written};

/// A pinpoint citation of a law or another document.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CitationBody {
    /// The instrument.
    pub instrument: Texts,
    /// The article, part or paragraph.
    #[serde(default)]
    pub article: String,
    /// The date of the instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDateText>,
    /// The language of the cited text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageText>,
    /// Where it can be read: an `https` or `http` address.
    #[serde(default)]
    pub link: String,
    /// Whether the cited text is a translation.
    pub translation: TranslationWord,
    /// The text itself, when it is attached to the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<IdText>,
}

impl From<&Citation> for CitationBody {
    fn from(citation: &Citation) -> Self {
        Self {
            instrument: (&citation.instrument).into(),
            article: citation.article.clone(),
            date: citation.date.map(Written::from),
            language: citation.language.map(Written::from),
            link: citation.link.clone(),
            translation: citation.translation.into(),
            document: citation.document.map(Written::from),
        }
    }
}

impl CitationBody {
    /// The citation at this field of its body.
    pub(crate) fn read(&self, field: &str, read: &mut Reading) -> Option<Citation> {
        let instrument = read.texts(&format!("{field}.instrument"), &self.instrument);
        let date = read.option(&format!("{field}.date"), &self.date);
        let language = read.option(&format!("{field}.language"), &self.language);
        let translation = read.one(&format!("{field}.translation"), &self.translation);
        let document = read.option(&format!("{field}.document"), &self.document).map(Id::new);
        Some(Citation {
            instrument,
            article: self.article.clone(),
            date,
            language,
            link: self.link.clone(),
            translation: translation?,
            document,
        })
    }
}
