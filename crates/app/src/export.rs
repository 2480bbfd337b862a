//! Files that leave a verb: their bytes, name and media type. Every file about a fictitious State carries the band.

use domain::body::Kind;
use domain::language::Language;
use domain::marking::Marking;
use domain::state::State;
use locale::Catalogue;
use report::Sheet;
use report::sheets::Heading;
use store::{Query, Stored};

use crate::node::Node;
use crate::refusal::Refusal;

pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(crate) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub(crate) const PDF: &str = "application/pdf";

domain::words! {
    /// The formats a table is given in.
    TableFormat {
        /// Office Open XML workbook.
        Xlsx = "xlsx",
        /// Comma-separated values, UTF-8.
        Csv = "csv",
    }
}

impl TableFormat {
    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => XLSX,
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// A file for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its name: plain letters, digits, dots and hyphens.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What stands above every table about one State: its names, whether it exists, how the record is marked.
#[derive(Debug, Clone)]
pub(crate) struct Band {
    states: Vec<State>,
    marking: Marking,
}

impl Band {
    /// The heading of a table in a language.
    pub(crate) fn heading(&self, language: Language) -> Heading<'_> {
        Heading {
            translator: Catalogue::embedded().translator(language),
            training: self.states.iter().any(|state| state.fictitious),
            marking: &self.marking,
            states: &self.states,
        }
    }
}

/// The band of a State's record. States are public, so nothing is kept from anybody here.
pub(crate) async fn band(node: &Node, record: &Stored) -> Result<Band, Refusal> {
    let code = record.revision.owner.to_string();
    let states = node.store.list(&Query::of(Kind::State).named(&code)).await?.records;
    Ok(Band {
        states: states.iter().filter_map(Stored::noun::<State>).cloned().collect(),
        marking: record.revision.marking.clone(),
    })
}

/// A sheet in a format.
pub(crate) fn sheet_file(node: &Node, sheet: &Sheet, name: &str, format: TableFormat) -> Result<Exported, Refusal> {
    let bytes = match format {
        TableFormat::Xlsx => report::to_xlsx(std::slice::from_ref(sheet), node.surroundings.today())?,
        // With the mark, because spreadsheet programs otherwise take the Russian letters for another encoding.
        TableFormat::Csv => report::to_csv(sheet, true)?,
    };
    Ok(Exported {
        file_name: format!("{}.{format}", name.to_lowercase()),
        media_type: format.media_type().to_owned(),
        bytes,
    })
}
