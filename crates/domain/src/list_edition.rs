//! Editions of control lists that the node has imported. The file as received is a blob of the record; entries and
//! provisions are read from it again whenever they are needed, so that nothing of them can differ from the source.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_required, check_text};
use crate::hash::Hash;
use crate::language::Language;
use crate::localized::Localized;
use crate::owner::StateCode;

crate::words! {
    /// How the file of a list is written.
    ListFormat {
        /// One provision a line, as JSON with its path and kind.
        LineJson = "line-json",
        /// Paragraphs with labels and a tree, as lines of JSON.
        Paragraphs = "paragraphs",
        /// Consolidated text of the European Union, HTML or XHTML.
        EurLex = "eur-lex",
        /// Commerce Control List of the United States, eCFR XML.
        UsCcl = "us-ccl",
        /// A table (XLSX or CSV) whose columns were mapped once.
        Table = "table",
        /// A document (DOCX) with tables or numbered paragraphs.
        Document = "document",
        /// A nomenclature of goods as a table: the Harmonized System.
        Nomenclature = "nomenclature",
        /// The nomenclature of the Eurasian Economic Union as JSON.
        TnVed = "tn-ved",
        /// A table that leads from codes of a nomenclature to provisions of a list.
        Correlation = "correlation",
    }
}

crate::words! {
    /// What a file of a list holds.
    ListContent {
        /// A control list.
        ControlList = "control-list",
        /// A nomenclature of goods.
        Nomenclature = "nomenclature",
        /// A correlation of a nomenclature with a control list.
        Correlation = "correlation",
    }
}

impl ListFormat {
    /// What a file of this format holds.
    #[must_use]
    pub const fn content(self) -> ListContent {
        match self {
            Self::Nomenclature | Self::TnVed => ListContent::Nomenclature,
            Self::Correlation => ListContent::Correlation,
            _ => ListContent::ControlList,
        }
    }
}

crate::words! {
    /// Which sign stands before the decimals.
    DecimalSign {
        /// "0,1".
        Comma = "comma",
        /// "0.1".
        Point = "point",
    }
}

/// One edition of a control list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEdition {
    /// Which list: lower-case words with dashes.
    pub list: String,
    /// Which edition of it: usually the day of the consolidation.
    pub edition: String,
    /// Its title.
    pub title: Localized,
    /// Who issued it.
    #[serde(default)]
    pub authority: Localized,
    /// Whose list it is, where it is one State's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCode>,
    /// When it came into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// Where the text comes from: journal, address, number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The language of the text.
    pub language: Language,
    /// How the file is written.
    pub format: ListFormat,
    /// Which sign stands before the decimals in it.
    pub decimal_sign: DecimalSign,
    /// For a correlation: the list whose provisions it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_list: Option<String>,
    /// Which heading of a table holds what; empty for other formats.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// The name of the file.
    pub file_name: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
    /// How many entries were read; of a nomenclature its headings, of a correlation its pairs.
    pub entries: u32,
    /// How many provisions were read.
    pub provisions: u32,
}

impl ListEdition {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.title.check_required("title", faults);
        self.authority.check("authority", faults);
        check_required("edition", &self.edition, faults);
        check_text("source", &self.source, faults);
        check_required("file_name", &self.file_name, faults);
        let of_list = self.of_list.as_ref().map(|list| ("of_list", list));
        for (field, key) in [("list", &self.list), ("edition", &self.edition)].into_iter().chain(of_list) {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_');
            if key.is_empty() || key.len() > 60 || !key.chars().all(fits) {
                faults.push(Fault::error("list-key-form").at(field).with("text", key));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_words_with_dashes() {
        let edition = |list: &str| ListEdition {
            list: list.to_owned(),
            edition: "2026-01-01".to_owned(),
            title: Localized::new(Language::EN, "Test"),
            authority: Localized::default(),
            state: None,
            in_force: None,
            source: String::new(),
            language: Language::EN,
            format: ListFormat::LineJson,
            decimal_sign: DecimalSign::Comma,
            of_list: None,
            columns: BTreeMap::new(),
            file_name: "list.jsonl".to_owned(),
            length: 1,
            sha256: Hash::of(b"x"),
            entries: 1,
            provisions: 1,
        };
        let codes = |list: &str| {
            let mut faults = Vec::new();
            edition(list).check(&mut faults);
            faults.into_iter().map(|fault| fault.code).collect::<Vec<_>>()
        };
        assert_eq!(codes("orlania-dual-use"), Vec::<String>::new());
        assert_eq!(codes("Orlania list"), ["list-key-form"]);
        assert_eq!(codes(""), ["list-key-form"]);
    }
}
