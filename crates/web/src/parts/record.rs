//! Parts of pages about records.

use app::Stored;
use askama::Template;
use domain::citation::Citation;
use domain::localized::Localized;
use domain::template::Source;

use super::{Markup, markup};
use crate::layout::Chrome;

#[derive(Template)]
#[template(path = "parts/record_said.html")]
struct Said<'a> {
    c: &'a Chrome,
    text: &'a Localized,
}

#[derive(Template)]
#[template(path = "parts/record_paragraph.html")]
struct Paragraph<'a> {
    c: &'a Chrome,
    text: &'a Localized,
}

#[derive(Template)]
#[template(path = "parts/record_all_languages.html")]
struct AllLanguages<'a> {
    c: &'a Chrome,
    text: &'a Localized,
}

#[derive(Template)]
#[template(path = "parts/record_marking.html")]
struct Marking<'a> {
    c: &'a Chrome,
    stored: &'a Stored,
}

#[derive(Template)]
#[template(path = "parts/record_provenance.html")]
struct Provenance<'a> {
    c: &'a Chrome,
    source: &'a Source,
}

#[derive(Template)]
#[template(path = "parts/record_cite.html")]
struct Cite<'a> {
    c: &'a Chrome,
    citation: &'a Citation,
}

/// A text in the language of the page; in another language only with its code beside it.
#[must_use]
pub fn said(c: &Chrome, text: &Localized) -> Markup {
    markup(&Said { c, text })
}

/// The same, as a paragraph of reading text with its line breaks.
#[must_use]
pub fn paragraph(c: &Chrome, text: &Localized) -> Markup {
    markup(&Paragraph { c, text })
}

/// A text in every language it has, side by side.
#[must_use]
pub fn all_languages(c: &Chrome, text: &Localized) -> Markup {
    markup(&AllLanguages { c, text })
}

/// Handling, sharing, owner, version and the way to the history of a record.
#[must_use]
pub fn marking(c: &Chrome, stored: &Stored) -> Markup {
    markup(&Marking { c, stored })
}

/// Where a fact comes from.
#[must_use]
pub fn provenance(c: &Chrome, source: &Source) -> Markup {
    markup(&Provenance { c, source })
}

/// A citation: instrument, date, pinpoint, and whether it is a translation.
#[must_use]
pub fn cite(c: &Chrome, citation: &Citation) -> Markup {
    markup(&Cite { c, citation })
}
