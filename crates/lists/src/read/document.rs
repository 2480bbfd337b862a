//! National lists as documents (DOCX). Tables are read like other tables, with the same mapping of their columns; where no
//! table fits, numbered paragraphs are read: entries by their code (`2В350`, also with Cyrillic letters) with labels below
//! them, or numbers of the list's own (`1.1.4.1`), typed or printed by the word processor.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::language::Language;
use intake::document::{Block, Paragraph};
use intake::table::{Table, TableRow};

use super::grammar::{Grammar, code_at_start, label_at_start, note_kind};
use super::line_json::Gathered;
use super::{limits, table};
use crate::path::ProvisionPath;
use crate::version::{ListHead, ListVersion};

/// Reads a document. `columns` says which heading of a table holds what, as for [`table::read`].
#[must_use]
pub fn read(
    file: &str,
    bytes: &[u8],
    head: ListHead,
    language: Language,
    columns: &BTreeMap<String, String>,
) -> (Option<ListVersion>, Vec<Fault>) {
    let blocks = match intake::document::read(file, bytes) {
        Ok(blocks) => blocks,
        Err(fault) => return (None, vec![fault]),
    };
    let mut faults = Vec::new();
    let wanted = table::wanted(file, columns, &mut faults);
    let rows = rows_of_the_list(file, &blocks, &wanted, &mut faults);
    if !rows.is_empty() {
        let Some(read) = Table::mapped(file, rows, &wanted, &table::REQUIRED, &mut faults) else {
            return (None, faults);
        };
        return table::of_rows(file, &read, head, language, faults);
    }
    let paragraphs: Vec<&Paragraph> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        })
        .collect();
    if paragraphs.iter().any(|paragraph| entry_of(paragraph).is_some()) {
        by_codes(file, &paragraphs, head, language, faults)
    } else {
        by_own_numbers(file, &paragraphs, head, language, faults)
    }
}

/// The rows of every table that has the headings, or as many columns as the one before it that had them: a list goes on
/// over several tables. Other tables are passed over, and that is told.
fn rows_of_the_list(
    file: &str,
    blocks: &[Block],
    wanted: &[(&'static str, Vec<String>)],
    faults: &mut Vec<Fault>,
) -> Vec<TableRow> {
    let mut rows: Vec<TableRow> = Vec::new();
    let mut columns = None;
    for block in blocks {
        let Block::Table(of_table) = block else { continue };
        let width = of_table.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut unsaid = Vec::new();
        let has_headings = Table::mapped(file, of_table.clone(), wanted, &table::REQUIRED, &mut unsaid).is_some();
        if has_headings {
            columns = Some(width);
        }
        if has_headings || columns == Some(width) {
            rows.extend(of_table.iter().cloned());
        } else if !of_table.is_empty() && columns.is_some() {
            let line = of_table.first().map(|row| row.line);
            faults.push(Fault::warning("list-table-passed-over").inside(file, line));
        }
    }
    rows
}

/// The code that a paragraph begins an entry with.
fn entry_of(paragraph: &Paragraph) -> Option<(ProvisionPath, &str)> {
    let begun = paragraph.number.is_none().then(|| code_at_start(&paragraph.text)).flatten();
    begun.filter(|(_, rest)| !rest.is_empty())
}

fn by_codes(
    file: &str,
    paragraphs: &[&Paragraph],
    head: ListHead,
    language: Language,
    mut faults: Vec<Fault>,
) -> (Option<ListVersion>, Vec<Fault>) {
    let mut grammar = Grammar::new(language);
    for paragraph in paragraphs {
        grammar.line = Some(paragraph.line);
        if let Some((path, rest)) = entry_of(paragraph) {
            grammar.entry(&path, rest);
        } else if let Some(label) = paragraph.number.as_deref().and_then(folded_label) {
            grammar.labelled(&label, 0, &paragraph.text);
        } else if let Some((label, rest)) = typed_label(&paragraph.text) {
            grammar.labelled(&label, 0, rest);
        } else {
            grammar.plain(0, &paragraph.text);
        }
        if grammar.gathered.provisions.len() >= limits::MOST_PROVISIONS {
            faults.push(Fault::error("list-too-many-faults").inside(file, Some(paragraph.line)));
            break;
        }
    }
    super::keep_lines(file, grammar.faults, &mut faults);
    super::finish(file, grammar.gathered, head, faults)
}

/// A label as the word processor prints it, `a)` or `1.`, in Latin letters.
fn folded_label(number: &str) -> Option<String> {
    let bare = text::skeleton(number.trim().trim_matches(|c: char| matches!(c, '(' | ')' | '.')));
    let fits = !bare.is_empty()
        && bare.len() <= 3
        && (bare.bytes().all(|byte| byte.is_ascii_lowercase()) || bare.bytes().all(|byte| byte.is_ascii_digit()));
    fits.then_some(bare)
}

/// A label that was typed, `а. Сосуды`, in Latin letters.
fn typed_label(text: &str) -> Option<(String, &str)> {
    if let Some((label, rest)) = label_at_start(text) {
        return Some((label.to_owned(), rest));
    }
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let closed = word.ends_with(['.', ')']) && word.chars().count() <= 4;
    closed.then(|| folded_label(word)).flatten().map(|label| (label, rest.trim()))
}

fn by_own_numbers(
    file: &str,
    paragraphs: &[&Paragraph],
    head: ListHead,
    language: Language,
    mut faults: Vec<Fault>,
) -> (Option<ListVersion>, Vec<Fault>) {
    let mut gathered = Gathered::new(language);
    // The number that letters stand below.
    let mut numbered: Option<ProvisionPath> = None;
    let mut in_note = false;
    for paragraph in paragraphs {
        if faults.len() >= limits::MOST_FAULTS || gathered.provisions.len() >= limits::MOST_PROVISIONS {
            faults.push(Fault::error("list-too-many-faults").inside(file, Some(paragraph.line)));
            break;
        }
        let (code, text) = match &paragraph.number {
            Some(number) => (Some(number.as_str()), paragraph.text.as_str()),
            None => typed_number(&paragraph.text),
        };
        let taken = match (code.map(|code| code.trim_matches(['.', ')', '(', ' '])), numbered.clone()) {
            (Some(code), _) if code.starts_with(|c: char| c.is_ascii_digit()) => {
                in_note = false;
                table::provision(&mut gathered, code, text).map(|path| numbered = Some(path))
            }
            (Some(label), Some(above)) if !in_note => {
                table::provision(&mut gathered, &format!("{above}.{label}"), text).map(|_| ())
            }
            (label, Some(_)) => {
                let said = label.map_or_else(|| text.to_owned(), |label| format!("{label}) {text}"));
                let last = gathered.provisions.last().map(|provision| provision.path.clone());
                match (note_kind(&said), last) {
                    (Some(kind), Some(last)) => {
                        in_note = true;
                        gathered.note(&last, kind, &said)
                    }
                    (None, Some(last)) if in_note => gathered.go_on_with_note(&last, &said),
                    (None, Some(last)) => gathered.item(&last, super::item_kind(&said), &said),
                    (_, None) => Ok(()),
                }
            }
            // Titles before the first number.
            (_, None) => Ok(()),
        };
        if let Err(fault) = taken {
            faults.push(fault.inside(file, Some(paragraph.line)));
        }
    }
    if gathered.provisions.is_empty() && !faults.iter().any(Fault::is_error) {
        faults.push(Fault::error("list-no-entries").inside(file, None));
        return (None, faults);
    }
    super::finish(file, gathered, head, faults)
}

/// A number that was typed before a text: `1.1.4.1. Насосы`; a letter: `а) насосы`.
fn typed_number(text: &str) -> (Option<&str>, &str) {
    let Some((word, rest)) = text.split_once(char::is_whitespace) else { return (None, text) };
    let bare = word.trim_end_matches(['.', ')']);
    let digits =
        !bare.is_empty() && bare.split('.').all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit()));
    let closed = word.len() > bare.len();
    let letter = closed && bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    // "20 штук" is a text; "20. Штуки" and "1.1 Штуки" are numbered.
    if (digits && (closed || bare.contains('.'))) || letter { (Some(word), rest.trim()) } else { (None, text) }
}

#[cfg(test)]
mod tests;
