//! How aligned provisions differ.

use super::words::{Node, plain};
use super::{Change, NoteChange, Row, Side, ThresholdChange};
use crate::parameters::Parameter;

/// Every provision of both lists: those of the second in its order, those of the first only where they stood.
pub(super) fn rows(olds: &[Node<'_>], news: &[Node<'_>], pairs: &[Option<usize>]) -> Vec<Row> {
    let mut is_paired = vec![false; olds.len()];
    for old in pairs.iter().flatten() {
        if let Some(paired) = is_paired.get_mut(*old) {
            *paired = true;
        }
    }
    let mut rows = Vec::with_capacity(news.len());
    let mut shown = vec![false; olds.len()];
    for (new, old) in news.iter().zip(pairs) {
        if let Some(old_place) = old {
            // What was removed right before this one is told here.
            let mut first = *old_place;
            while first > 0 && !is_paired.get(first - 1).copied().unwrap_or(true) {
                first -= 1;
            }
            for place in first..*old_place {
                push_removed(olds, place, &mut shown, &mut rows);
            }
        }
        let counterpart = old.and_then(|place| olds.get(place));
        rows.push(counterpart.map_or_else(|| added(new), |old| pair(old, new)));
    }
    for place in (0..olds.len()).filter(|place| !is_paired.get(*place).copied().unwrap_or(true)).collect::<Vec<_>>() {
        push_removed(olds, place, &mut shown, &mut rows);
    }
    rows
}

fn push_removed(olds: &[Node<'_>], place: usize, shown: &mut [bool], rows: &mut Vec<Row>) {
    if let (Some(old), Some(shown @ false)) = (olds.get(place), shown.get_mut(place)) {
        *shown = true;
        let row = row(vec![if old.is_used { Change::Removed } else { Change::Same }], Some(old), None);
        rows.push(row);
    }
}

fn side(node: &Node<'_>) -> Side {
    Side { path: node.path.clone(), text: node.text.to_owned() }
}

fn row(changes: Vec<Change>, old: Option<&Node<'_>>, new: Option<&Node<'_>>) -> Row {
    Row {
        changes,
        old: old.map(side),
        new: new.map(side),
        thresholds: Vec::new(),
        cas_added: Vec::new(),
        cas_removed: Vec::new(),
        notes: Vec::new(),
    }
}

fn added(new: &Node<'_>) -> Row {
    row(vec![if new.is_used { Change::Added } else { Change::Same }], None, Some(new))
}

fn pair(old: &Node<'_>, new: &Node<'_>) -> Row {
    let mut row = row(Vec::new(), Some(old), Some(new));
    if old.is_used != new.is_used {
        row.changes.push(Change::Kept);
    }
    if old.path != new.path {
        row.changes.push(Change::Relettered);
    }
    row.cas_added = new.cas.iter().filter(|number| !old.cas.contains(number)).cloned().collect();
    row.cas_removed = old.cas.iter().filter(|number| !new.cas.contains(number)).cloned().collect();
    if !row.cas_added.is_empty() || !row.cas_removed.is_empty() {
        row.changes.push(Change::Cas);
    }
    if old.is_used && new.is_used {
        row.thresholds = thresholds(&old.parameters, &new.parameters);
        if !row.thresholds.is_empty() {
            row.changes.push(Change::Threshold);
        }
        if old.plain != new.plain {
            row.changes.push(Change::Reworded);
        }
    }
    row.notes = notes(old, new);
    if !row.notes.is_empty() {
        row.changes.push(Change::Notes);
    }
    let (one, other) = (old.provision, new.provision);
    if one.nomenclature != other.nomenclature && !one.nomenclature.is_empty() && !other.nomenclature.is_empty() {
        row.changes.push(Change::Codes);
    }
    if row.changes.is_empty() {
        row.changes.push(Change::Same);
    }
    row
}

/// Thresholds that one side has and the other has not. What measures the same is put side by side, in order.
fn thresholds(olds: &[Parameter], news: &[Parameter]) -> Vec<ThresholdChange> {
    let mut old_left: Vec<&Parameter> = olds.iter().collect();
    let mut new_left: Vec<&Parameter> = Vec::new();
    for new in news {
        match old_left.iter().position(|old| old.says_as(new)) {
            Some(place) => {
                old_left.remove(place);
            }
            None => new_left.push(new),
        }
    }
    // The same value where only one side says which side of it is meant is a matter of words.
    new_left.retain(|new| {
        let place = old_left
            .iter()
            .position(|old| old.is_value_of(new) && (old.comparison.is_none() || new.comparison.is_none()));
        place.map(|place| old_left.remove(place)).is_none()
    });
    let mut changes = Vec::new();
    for new in new_left {
        let place = old_left.iter().position(|old| old.unit.measures_as(&new.unit));
        let old = place.map(|place| old_left.remove(place).clone());
        changes.push(ThresholdChange { old, new: Some(new.clone()) });
    }
    changes.extend(old_left.into_iter().map(|old| ThresholdChange { old: Some(old.clone()), new: None }));
    changes
}

/// Notes of one side that the other has not in the same words.
fn notes(old: &Node<'_>, new: &Node<'_>) -> Vec<NoteChange> {
    let of = |node: &Node<'_>, is_new: bool| {
        let written = |note: &crate::provision::Note| {
            let text = note.text.text(node.language).to_owned();
            let mut words = plain(&text, node.notation);
            // The word "note" before it is printing.
            words.retain(|word| !matches!(word.as_str(), "note" | "notes" | "n.b" | "technical" | "примечание"));
            (words, NoteChange { is_new, kind: note.kind, text })
        };
        node.provision.notes.iter().map(written).collect::<Vec<_>>()
    };
    let (olds, news) = (of(old, false), of(new, true));
    let only = |these: &[(Vec<String>, NoteChange)], others: &[(Vec<String>, NoteChange)]| {
        let missing = |(words, _): &&(Vec<String>, NoteChange)| !others.iter().any(|(other, _)| other == words);
        these.iter().filter(missing).map(|(_, change)| change.clone()).collect::<Vec<_>>()
    };
    let mut changes = only(&olds, &news);
    changes.extend(only(&news, &olds));
    changes
}
