//! Lists as paragraphs with labels and a tree: one JSON object a line with `entry`, `tree_path` (four characters a
//! level), `label`, `kind` and `text`, as the Norwegian list is published by others.

use std::collections::HashMap;

use domain::fault::Fault;
use domain::language::Language;
use serde::Deserialize;

use super::limits;
use super::line_json::Gathered;
use crate::path::ProvisionPath;
use crate::provision::{NoteKind, ProvisionKind};
use crate::version::{ListHead, ListVersion};

#[derive(Deserialize)]
struct Paragraph {
    entry: String,
    tree_path: String,
    label: String,
    kind: String,
    text: String,
}

/// What a node of the tree is.
#[derive(Clone)]
enum Node {
    Provision(ProvisionPath),
    /// A note, or a paragraph below one: it goes on with the note.
    Note(ProvisionPath, NoteKind),
}

/// Reads a list in this language from lines of paragraphs.
#[must_use]
pub fn read(file: &str, bytes: &[u8], head: ListHead, language: Language) -> (Option<ListVersion>, Vec<Fault>) {
    let mut faults = Vec::new();
    let Some(text) = super::text(file, bytes, &mut faults) else { return (None, faults) };
    let mut gathered = Gathered::new(language);
    let mut nodes: HashMap<String, Node> = HashMap::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        if faults.len() >= limits::MOST_FAULTS || gathered.provisions.len() >= limits::MOST_PROVISIONS {
            faults.push(Fault::error("list-too-many-faults").inside(file, Some(number)));
            break;
        }
        let read = serde_json::from_str::<Paragraph>(line)
            .map_err(|wrong| Fault::error("list-line-unreadable").with("text", wrong.to_string()))
            .and_then(|paragraph| take(&paragraph, &mut nodes, &mut gathered));
        if let Err(fault) = read {
            faults.push(fault.inside(file, Some(number)));
        }
    }
    super::finish(file, gathered, head, faults)
}

fn take(paragraph: &Paragraph, nodes: &mut HashMap<String, Node>, gathered: &mut Gathered) -> Result<(), Fault> {
    if paragraph.text.len() > limits::LONGEST_TEXT || paragraph.tree_path.len() > 200 {
        return Err(Fault::error("list-text-too-long").at("text").with("path", &paragraph.tree_path));
    }
    let above = paragraph.tree_path.len().checked_sub(4).and_then(|end| paragraph.tree_path.get(..end));
    let parent = above.filter(|above| !above.is_empty()).map(|above| {
        let missing = || Fault::error("list-parent-missing").at("tree_path").with("path", &paragraph.tree_path);
        nodes.get(above).cloned().ok_or_else(|| missing().with("parent", above))
    });
    let node = match parent.transpose()? {
        // Whatever stands below a note belongs to it.
        Some(Node::Note(path, kind)) => {
            let label = paragraph.label.trim();
            gathered.go_on_with_note(&path, &format!("{label} {}", paragraph.text.trim()))?;
            Node::Note(path, kind)
        }
        Some(Node::Provision(path)) => match note_kind(paragraph) {
            Some(kind) => {
                gathered.note(&path, kind, &paragraph.text)?;
                Node::Note(path, kind)
            }
            None => {
                let label = paragraph.label.trim().trim_end_matches('.');
                let written = format!("{path}.{label}");
                let child = read_path(&written)?;
                gathered.item(&child, item_kind(&paragraph.text), &paragraph.text)?;
                Node::Provision(child)
            }
        },
        None => {
            let path = read_path(&paragraph.entry)?;
            gathered.item(&path, item_kind(&paragraph.text), &paragraph.text)?;
            Node::Provision(path)
        }
    };
    nodes.insert(paragraph.tree_path.clone(), node);
    Ok(())
}

fn read_path(written: &str) -> Result<ProvisionPath, Fault> {
    written.parse().map_err(|_| Fault::error("list-path-unreadable").at("label").with("path", written))
}

fn item_kind(text: &str) -> ProvisionKind {
    super::item_kind(text)
}

fn note_kind(paragraph: &Paragraph) -> Option<NoteKind> {
    let kind = paragraph.kind.trim_end_matches(':');
    if kind.starts_with("N.B") {
        Some(NoteKind::NotaBene)
    } else if kind.starts_with("Technical") {
        Some(NoteKind::TechnicalNote)
    } else if kind.starts_with("Note") {
        Some(NoteKind::of_note(&paragraph.text))
    } else {
        None
    }
}
