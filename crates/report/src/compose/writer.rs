//! The writer: says the same thing in every language of the report, and counts the paragraphs.

use domain::citation::Translation;
use domain::language::Language;
use domain::localized::Localized;
use domain::owner::StateCode;
use domain::recommendation::Addressee;
use domain::template::Source;
use locale::{Catalogue, Translator, Value};

use crate::document::{Block, Paragraph, ParagraphStyle, Parallel, Table, TableColumn, TableRow};
use crate::round_record::RoundRecord;

pub(super) struct Writer<'a> {
    pub(super) record: &'a RoundRecord,
    pub(super) languages: Vec<Language>,
    next: u32,
}

impl<'a> Writer<'a> {
    pub(super) fn new(record: &'a RoundRecord) -> Self {
        // At least one language, each once: a record with none would have nothing to say.
        let mut languages: Vec<Language> = Vec::new();
        for language in record.languages.iter().copied().chain([Language::EN]).take(record.languages.len().max(1)) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        Self { record, languages, next: 1 }
    }

    /// Says something in each language.
    pub(super) fn each(&self, say: impl Fn(Translator) -> String) -> Parallel {
        Parallel::each(&self.languages, |language| say(Catalogue::embedded().translator(language)))
    }

    /// A message without values.
    pub(super) fn text(&self, key: &str) -> Parallel {
        self.each(|t| t.text(key))
    }

    /// A message with values, which may differ by language.
    pub(super) fn with(&self, key: &str, values: impl Fn(Translator) -> Vec<(&'static str, Value)>) -> Parallel {
        self.each(|t| t.with(key, &values(t)))
    }

    /// A text of the record.
    pub(super) fn said(&self, text: &Localized) -> Parallel {
        self.each(|t| said(text, t))
    }

    /// The same text in every language: a number, a code.
    pub(super) fn same(&self, text: &str) -> Parallel {
        self.each(|_| text.to_owned())
    }

    /// The next numbered paragraph.
    pub(super) fn paragraph(&mut self, text: Parallel) -> Block {
        self.paragraph_from(text, None)
    }

    /// The next numbered paragraph, with its source in a footnote.
    pub(super) fn paragraph_from(&mut self, text: Parallel, footnote: Option<Parallel>) -> Block {
        let number = Some(self.next);
        self.next += 1;
        Block::Paragraph(Paragraph { number, text, footnote, style: ParagraphStyle::Text })
    }
}

/// An item of a list under a paragraph.
pub(super) fn item(text: Parallel) -> Block {
    Block::Paragraph(Paragraph { number: None, text, footnote: None, style: ParagraphStyle::Item })
}

/// A remark: small, without a number.
pub(super) fn remark(text: Parallel) -> Block {
    Block::Paragraph(Paragraph { number: None, text, footnote: None, style: ParagraphStyle::Remark })
}

/// A heading within a part.
pub(super) fn heading(text: Parallel) -> Block {
    Block::Heading { text }
}

/// A table from headings with widths in millimetres.
pub(super) fn table(caption: Option<Parallel>, columns: Vec<(Parallel, u16)>, rows: Vec<TableRow>) -> Block {
    let columns = columns.into_iter().map(|(heading, width)| TableColumn { heading, width }).collect();
    Block::Table(Table { caption, columns, rows })
}

/// A text of the record in one language; where the record has it in another language only, it says so.
pub(super) fn said(text: &Localized, t: Translator) -> String {
    match text.best(t.language()) {
        None => String::new(),
        Some((language, text)) if language == t.language() => text.to_owned(),
        Some((_, text)) => t.with("report-not-translated", &[("text", text.into())]),
    }
}

/// A text of the record as a sentence. Records end one with or without a full stop.
pub(super) fn sentence(text: &Localized, t: Translator) -> String {
    let text = said(text, t);
    if text.is_empty() || text.ends_with(['.', '!', '?', ']']) { text } else { format!("{text}.") }
}

/// A title inside a longer sentence: without the remark about its language.
pub(super) fn named(text: &Localized, t: Translator) -> String {
    text.text(t.language()).to_owned()
}

/// The names of States in the alphabetical order of the language.
pub(super) fn state_names<'a>(
    record: &RoundRecord,
    codes: impl IntoIterator<Item = &'a StateCode>,
    t: Translator,
) -> Vec<String> {
    let mut names: Vec<String> = codes.into_iter().map(|code| record.state_name(code, t.language())).collect();
    names.sort_by_key(|name| alphabetical(name));
    names
}

/// The codes of States in the alphabetical order of their names in the leading language.
pub(super) fn in_leading_order(writer: &Writer<'_>, mut codes: Vec<StateCode>) -> Vec<StateCode> {
    let leading = writer.languages[0];
    codes.sort_by_key(|code| alphabetical(&writer.record.state_name(code, leading)));
    codes
}

/// What a name is put in order by. In Russian, «ё» stands with «е».
fn alphabetical(name: &str) -> String {
    name.to_lowercase().replace('ё', "е")
}

/// `operative paragraphs 3(a) and 3(b)`; nothing where there are none.
pub(super) fn operative_paragraphs(paragraphs: &[String], t: Translator) -> Option<String> {
    (!paragraphs.is_empty()).then(|| {
        t.with(
            "report-operative-paragraphs",
            &[("count", paragraphs.len().into()), ("paragraphs", t.list(paragraphs).into())],
        )
    })
}

/// Addressees in words, States in the order of the language.
pub(super) fn addressees(record: &RoundRecord, addressees: &[Addressee], t: Translator) -> String {
    let states = addressees.iter().filter_map(|addressee| match addressee {
        Addressee::State(code) => Some(code),
        _ => None,
    });
    let mut names = state_names(record, states, t);
    if addressees.contains(&Addressee::All) {
        names.push(t.text("report-addressee-all"));
    }
    if addressees.contains(&Addressee::Partners) {
        names.push(t.text("report-addressee-partners"));
    }
    t.list(&names)
}

/// Title, publisher, address and date of a source, as far as it has them.
pub(super) fn source(source: &Source, t: Translator) -> String {
    let mut text = source.title.clone();
    if !source.publisher.is_empty() {
        text = t.with("report-source-parts", &[("title", text.into()), ("publisher", (&source.publisher).into())]);
    }
    if let Some(date) = source.date {
        text = t.with("report-citation-dated", &[("citation", text.into()), ("date", t.partial_date(date).into())]);
    }
    match (text.is_empty(), source.url.is_empty()) {
        (_, true) => text,
        (true, false) => source.url.clone(),
        (false, false) => format!("{text}, {}", source.url),
    }
}

/// Whether a citation is a translation, in words; nothing for an original.
pub(super) fn translation(translation: Translation, t: Translator) -> Option<String> {
    (translation != Translation::Original).then(|| t.word("translation", translation.as_str()))
}

/// The text with its first letter in capitals, for a word that opens a sentence.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
