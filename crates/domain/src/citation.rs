//! Citations: which provision of which instrument says it.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_text};
use crate::ids::Id;
use crate::language::Language;
use crate::localized::Localized;
use crate::partial_date::PartialDate;

crate::words! {
    /// Whether the cited text is a translation, and how far it can be relied upon.
    Translation {
        /// The original text.
        Original = "original",
        /// A translation the State calls official.
        Official = "official",
        /// Any other translation.
        Unofficial = "unofficial",
    }
}

/// A pinpoint citation of a law or another document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The instrument: "Law on Export Control No. 30".
    pub instrument: Localized,
    /// The article, part or paragraph: "art. 12(3)".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
    /// The date of the instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The language of the cited text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where it can be read: an `https` or `http` address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Whether the cited text is a translation.
    pub translation: Translation,
    /// The text itself, when it is attached to the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Id<crate::document::Document>>,
}

impl Citation {
    /// Everything wrong with it; `field` is the path of the citation in its record.
    pub fn check(&self, field: &str, faults: &mut Vec<Fault>) {
        self.instrument.check_required(&format!("{field}.instrument"), faults);
        check_text(&format!("{field}.article"), &self.article, faults);
        check_link(&format!("{field}.link"), &self.link, faults);
    }
}

/// Faults of a link. Only web addresses: anything else could be made to run when a reader follows it.
pub fn check_link(field: &str, link: &str, faults: &mut Vec<Fault>) {
    check_text(field, link, faults);
    let web = link.starts_with("https://") || link.starts_with("http://");
    if !link.is_empty() && (!web || link.contains(char::is_whitespace)) {
        faults.push(Fault::error("link-not-web").at(field).with("link", link));
    }
}
