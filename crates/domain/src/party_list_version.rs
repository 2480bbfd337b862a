//! Versions of sanctions lists that the node has imported. The files as received are blobs of the record; the entries are
//! read from them again whenever they are needed, so that nothing of them can differ from the source.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_required, check_text};
use crate::hash::Hash;
use crate::localized::Localized;

/// A file of a list, kept byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyListFile {
    /// Its name, without folders.
    pub file_name: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
}

/// How many entries differ from the version before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyListDifference {
    /// Entries that are new.
    pub added: u32,
    /// Entries that say something else.
    pub altered: u32,
    /// Entries that are gone.
    pub removed: u32,
}

/// What became of the kept screenings when this version was imported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedAgain {
    /// How many were looked at again against the changed entries.
    pub screenings: u32,
    /// How many of them have hits that were not there before.
    pub with_new_hits: u32,
    /// How many have a hit whose entry says something else now.
    pub with_changed_hits: u32,
    /// How many have a hit whose entry is gone.
    pub with_removed_hits: u32,
}

/// One version of a list of parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyListVersion {
    /// Which list: `un`, `ofac`, `eu`, `uk`, or the name of a national list.
    pub list: String,
    /// The form it was published in, in the words of the readers.
    pub format: String,
    /// Its title.
    pub title: Localized,
    /// Who publishes it.
    #[serde(default)]
    pub publisher: Localized,
    /// The day its publisher dated it; its age counts from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// After how many days it is too old to be relied on. Unset in versions from before this was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age_days: Option<u16>,
    /// The day it was imported.
    pub imported: Date,
    /// Where the files come from: address, letter, number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Which heading of a national table holds what; empty for published lists.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// The files, as they came.
    pub files: Vec<PartyListFile>,
    /// How many entries were read.
    pub entries: u32,
    /// How many names they have together.
    pub names: u32,
    /// What differs from the version before it; nothing for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<PartyListDifference>,
    /// What became of the screenings kept so far.
    #[serde(default)]
    pub looked_again: LookedAgain,
}

impl PartyListVersion {
    /// Days after which a list is too old where nobody said otherwise. Published lists change several times a month.
    pub const USUAL_MAX_AGE_DAYS: u16 = 30;

    /// After how many days it is too old to be relied on.
    #[must_use]
    pub fn max_age_days(&self) -> u16 {
        self.max_age_days.unwrap_or(Self::USUAL_MAX_AGE_DAYS)
    }

    /// The day its age counts from: when it was published, else when it was imported.
    #[must_use]
    pub fn dated(&self) -> Date {
        self.published.unwrap_or(self.imported)
    }

    /// What it is called by: the list and its day.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}@{}", self.list, self.dated())
    }

    /// How many days old it is on a day; nothing when its publisher did not date it.
    #[must_use]
    pub fn age(&self, today: Date) -> Option<i64> {
        today.since(self.published?).ok().map(|span| i64::from(span.get_days()))
    }

    /// The SHA-256 of all its files together, in the order of their names.
    #[must_use]
    pub fn content(&self) -> Hash {
        let mut files: Vec<String> = self.files.iter().map(|file| file.sha256.to_string()).collect();
        files.sort();
        Hash::of(files.join("\n").as_bytes())
    }

    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.title.check_required("title", faults);
        self.publisher.check("publisher", faults);
        check_text("source", &self.source, faults);
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
        if self.list.is_empty() || self.list.chars().count() > 60 || !self.list.chars().all(fits) {
            faults.push(Fault::error("party-list-name-form").at("list").with("text", &self.list));
        }
        if self.files.is_empty() {
            faults.push(Fault::error("field-missing").at("files"));
        }
        for file in &self.files {
            check_required("files", &file.file_name, faults);
        }
        for (column, heading) in &self.columns {
            check_text("columns", column, faults);
            check_text("columns", heading, faults);
        }
        if self.max_age_days == Some(0) {
            faults.push(Fault::error("party-list-max-age").at("max_age_days"));
        }
        // A list without entries would clear everybody.
        if self.entries == 0 {
            faults.push(Fault::error("party-list-empty").at("files"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn version(entries: u32, list: &str) -> PartyListVersion {
        PartyListVersion {
            list: list.to_owned(),
            format: "national".to_owned(),
            title: Localized::new(Language::EN, "A list"),
            publisher: Localized::default(),
            published: Some(jiff::civil::date(2026, 11, 1)),
            max_age_days: None,
            imported: jiff::civil::date(2026, 11, 20),
            source: String::new(),
            columns: BTreeMap::new(),
            files: vec![PartyListFile { file_name: "a.csv".to_owned(), length: 1, sha256: Hash::of(b"x") }],
            entries,
            names: entries,
            difference: None,
            looked_again: LookedAgain::default(),
        }
    }

    #[test]
    fn an_empty_list_and_a_name_with_spaces_are_refused() {
        for (entries, list, expect) in
            [(1, "orlania", ""), (0, "orlania", "party-list-empty"), (1, "our list", "party-list-name-form")]
        {
            let mut faults = Vec::new();
            version(entries, list).check(&mut faults);
            let codes: Vec<String> = faults.into_iter().map(|fault| fault.code).collect();
            assert_eq!(codes.join(" "), expect);
        }
    }

    #[test]
    fn age_counts_from_the_day_of_the_publisher() {
        let today = jiff::civil::date(2027, 1, 10);
        assert_eq!(version(1, "a").age(today), Some(70));
        assert_eq!(PartyListVersion { published: None, ..version(1, "a") }.age(today), None);
        assert_eq!(version(1, "a").key(), "a@2026-11-01");
    }
}
