//! `list.toml`: what is said of the built-in list as a whole.

use std::collections::BTreeMap;

use domain::fault::Fault;

use crate::version::{ListHead, Notation};

/// Reads `list.toml`.
pub(super) fn read(files: &BTreeMap<String, Vec<u8>>, faults: &mut Vec<Fault>) -> Option<ListHead> {
    const FILE: &str = "list.toml";
    let Some(bytes) = files.get(FILE) else {
        faults.push(Fault::error("file-missing").inside(FILE, None));
        return None;
    };
    intake::toml_file::read(FILE, bytes, faults, |fields, faults| {
        for name in ["id", "edition", "title", "authority", "in_force", "source", "celex"] {
            fields.require(name, faults);
        }
        let celex = fields.text("celex", faults);
        let source = fields.text("source", faults);
        ListHead {
            list: fields.text("id", faults),
            edition: fields.text("edition", faults),
            title: fields.localized("title", faults),
            authority: fields.localized("authority", faults),
            state: None,
            in_force: fields.date("in_force", faults),
            source: if source.contains(&celex) { source } else { format!("{source} ({celex})") },
            source_hash: None,
            own_words: fields.boolean("own_words", faults),
            notation: fields.word("notation", faults).unwrap_or(Notation::DecimalComma),
        }
    })
}
