//! More than two lists side by side: the working paper of States that align their lists. Each list is aligned with the first;
//! what none of the others has and what only the others have stand in rows of their own.

use std::collections::BTreeMap;

use domain::language::Language;
use serde::Serialize;

use super::{Change, ListComparison, Row, Side, compare};
use crate::path::ProvisionPath;
use crate::version::{ListHead, ListVersion};

/// What another list says of a provision of the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// The row of the comparison with the first list; none where the other list has nothing to set beside it.
    pub row: Option<Row>,
}

impl Beside {
    /// The provision there.
    #[must_use]
    pub fn side(&self) -> Option<&Side> {
        self.row.as_ref().and_then(|row| row.new.as_ref())
    }

    /// Whether it says the same as the first list.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.changes == [Change::Same])
    }
}

/// A provision through all lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlignedRow {
    /// In the first list; none for what only others have.
    pub first: Option<Side>,
    /// In each of the others, in their order.
    pub others: Vec<Beside>,
}

impl AlignedRow {
    /// Whether all lists say the same.
    #[must_use]
    pub fn is_common(&self) -> bool {
        self.first.is_some() && self.others.iter().all(Beside::is_same)
    }
}

/// Several lists side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListAlignment {
    /// The lists, the first one first.
    pub lists: Vec<ListHead>,
    /// Every provision that some list has.
    pub rows: Vec<AlignedRow>,
    /// For each of the others the comparison with the first.
    #[serde(skip)]
    pub comparisons: Vec<ListComparison>,
}

/// Sets lists beside the first. None when there are fewer than two.
#[must_use]
pub fn align_several(lists: &[&ListVersion], language: Language) -> Option<ListAlignment> {
    let (first, others) = lists.split_first().filter(|(_, others)| !others.is_empty())?;
    let comparisons: Vec<ListComparison> = others.iter().map(|other| compare(first, other, language)).collect();
    // For each other list: rows by the path of the first, and what only it has by the path after which it stands.
    let mut beside: Vec<BTreeMap<&ProvisionPath, &Row>> = Vec::new();
    let mut only: BTreeMap<Option<ProvisionPath>, Vec<(usize, &Row)>> = BTreeMap::new();
    for (place, comparison) in comparisons.iter().enumerate() {
        let mut of_list = BTreeMap::new();
        let mut after: Option<&ProvisionPath> = None;
        for row in &comparison.rows {
            match &row.old {
                Some(old) => {
                    if row.new.is_some() {
                        after = Some(&old.path);
                    }
                    of_list.insert(&old.path, row);
                }
                None if row.changes != [Change::Same] => only.entry(after.cloned()).or_default().push((place, row)),
                None => {}
            }
        }
        beside.push(of_list);
    }
    let mut rows = Vec::new();
    let mut add_only = |after: Option<&ProvisionPath>, rows: &mut Vec<AlignedRow>| {
        for (place, row) in only.remove(&after.cloned()).unwrap_or_default() {
            add_other(rows, place, row, others.len());
        }
    };
    add_only(None, &mut rows);
    for provision in first.provisions() {
        let of = |of_list: &BTreeMap<&ProvisionPath, &Row>| {
            let row = of_list.get(&provision.path).map(|row| (*row).clone());
            Beside { row: row.filter(|row| row.new.is_some() || row.changes != [Change::Same]) }
        };
        let text = provision.text.text(language).to_owned();
        rows.push(AlignedRow {
            first: Some(Side { path: provision.path.clone(), text }),
            others: beside.iter().map(of).collect(),
        });
        add_only(Some(&provision.path), &mut rows);
    }
    let lists = lists.iter().map(|list| list.head.clone()).collect();
    Some(ListAlignment { lists, rows, comparisons })
}

/// A row of what only others have; joined with the one before it when that is the same provision in another of the lists.
fn add_other(rows: &mut Vec<AlignedRow>, place: usize, row: &Row, others: usize) {
    let path = row.new.as_ref().map(|side| &side.path);
    let same = |known: &&mut AlignedRow| {
        known.first.is_none()
            && known.others.get(place).is_some_and(|beside| beside.row.is_none())
            && known.others.iter().filter_map(Beside::side).any(|side| Some(&side.path) == path)
    };
    let known = rows.iter_mut().rev().take_while(|known| known.first.is_none()).find(same);
    let beside = Beside { row: Some(row.clone()) };
    match known {
        Some(known) => {
            if let Some(slot) = known.others.get_mut(place) {
                *slot = beside;
            }
        }
        None => {
            let mut all = vec![Beside { row: None }; others];
            if let Some(slot) = all.get_mut(place) {
                *slot = beside;
            }
            rows.push(AlignedRow { first: None, others: all });
        }
    }
}
