//! The consolidated text of Annex I as EUR-Lex publishes it: HTML or XHTML, with tables (`<p class="normal">`, also with
//! the prefix `oj-`) or with grids (`grid-container grid-list`). What is read is the text and where it stands, not names of
//! classes, because these have changed more than once.

use domain::fault::Fault;
use domain::language::Language;

use super::blocks::{self, Block};
use super::grammar::{Grammar, code_at_start, label_at_start, note_kind};
use crate::version::{ListHead, ListVersion};

/// Reads the annex in this language.
#[must_use]
pub fn read(file: &str, bytes: &[u8], head: ListHead, language: Language) -> (Option<ListVersion>, Vec<Fault>) {
    let mut faults = Vec::new();
    let Some(text) = super::text(file, bytes, &mut faults) else { return (None, faults) };
    let blocks = blocks::read(text);
    if blocks.is_empty() || !text.contains('<') {
        faults.push(Fault::error("list-no-markup").inside(file, None));
        return (None, faults);
    }
    if !super::is_whole(text) {
        faults.push(Fault::error("list-page-cut").inside(file, None));
        return (None, faults);
    }
    let mut grammar = Grammar::new(language);
    let mut in_definition = false;
    let mut index = 0;
    while let Some(block) = blocks.get(index) {
        index += 1;
        let next = blocks.get(index).filter(|next| next.row == block.row && next.row != 0 && next.cell > block.cell);
        // A cell that holds a label only is joined with the cell beside it.
        if let (Some(next), true) = (next, is_bare_label(&block.text)) {
            index += 1;
            take(&mut grammar, &mut in_definition, block, &format!("{} {}", block.text, next.text));
        } else {
            take(&mut grammar, &mut in_definition, block, &block.text);
        }
    }
    if !grammar.is_in_entry() && grammar.gathered.provisions.is_empty() {
        faults.push(Fault::error("list-no-entries").inside(file, None));
        return (None, faults);
    }
    faults.extend(grammar.faults.into_iter().map(|fault| fault.inside(file, None)));
    super::finish(file, grammar.gathered, head, faults)
}

/// Whether a cell holds only a code or a label.
fn is_bare_label(text: &str) -> bool {
    let with_space = format!("{text} ");
    code_at_start(text).is_some_and(|(_, rest)| rest.is_empty())
        || label_at_start(&with_space).is_some_and(|(_, rest)| rest.is_empty())
}

/// Takes a block: an entry, a label, a note, or, before the first entry and between categories, the definition of a term.
fn take(grammar: &mut Grammar, in_definition: &mut bool, block: &Block, text: &str) {
    if let Some((path, rest)) = code_at_start(text) {
        // Tables of changes and contents name codes as well; an entry has words behind its code.
        if !rest.is_empty() {
            *in_definition = false;
            grammar.entry(&path, rest);
            return;
        }
    }
    // A heading ends the entry before it: "2B Test, inspection and production equipment".
    if is_section(text) || (block.is_heading && note_kind(text).is_none() && label_at_start(text).is_none()) {
        *in_definition = false;
        grammar.leave();
        return;
    }
    if !grammar.is_in_entry() {
        // A definition begins with its term; what follows until the next one are points of it.
        if text.starts_with(['"', '“', '\'', '‘', '«']) && !crate::definitions::find(text).is_empty() {
            *in_definition = grammar.gathered.definition(text).is_ok();
        } else if *in_definition {
            grammar.gathered.go_on_with_definition(text);
        }
        return;
    }
    match label_at_start(text) {
        Some((label, rest)) => grammar.labelled(label, block.depth, rest),
        None => grammar.plain(block.depth, text),
    }
}

/// A heading by its words: `2B Test, …`, `CATEGORY 2`, `PART III`, `ANNEX II`, amendment marks.
fn is_section(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let group = first.len() == 2
        && first.starts_with(|c: char| c.is_ascii_digit())
        && first.ends_with(|c: char| ('A'..='E').contains(&c));
    group
        || matches!(first, "CATEGORY" | "PART" | "ANNEX" | "КАТЕГОРИЯ" | "ЧАСТЬ" | "ПРИЛОЖЕНИЕ")
        || first.starts_with(['▼', '►'])
}

#[cfg(test)]
mod tests;
