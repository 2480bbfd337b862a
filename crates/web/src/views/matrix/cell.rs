//! One cell: beside the grid, or as a page of its own.

use std::collections::BTreeMap;

use app::Stored;
use app::matrix::show::MatrixView;
use askama::Template;
use axum::extract::Path;
use domain::act::Act;
use domain::answer::Answer as CellAnswer;
use domain::cell::{CellKey, Mark};
use domain::document::Document;
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::matrix::Matrix;

use crate::desk::{Answer, Desk, named, page};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::document::{DocumentLine, documents};
use crate::views::fields::{self, Difference};
use crate::views::matrix::{Head, May, part_name, takes_mark};

/// A version of a cell, with what it changed.
pub struct CellVersion {
    version: u32,
    act: Act,
    differences: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "cell.html", blocks = ["cell"])]
struct CellPage {
    c: Chrome,
    head: Head,
    key: CellKey,
    part: String,
    section_title: Localized,
    label: Localized,
    confidence: Option<Localized>,
    answer: CellAnswer,
    stored: Option<Stored>,
    changed: bool,
    history: Vec<CellVersion>,
    attached: Vec<DocumentLine>,
    may: May,
    others: Vec<(String, Option<Mark>, String)>,
    /// The mark with its meaning in this form, and whether that is verified; `None` where no mark is taken.
    meaning: Option<(Localized, bool)>,
    compare: String,
    partial: bool,
}

impl CellPage {
    fn document(&self, id: &Id<Document>) -> Option<&DocumentLine> {
        self.attached.iter().find(|attached| attached.record == id.record())
    }
}

/// A matrix with one of its cells. A cell that the form does not have is no page.
pub(super) async fn open(desk: &Desk, id: &str, cell: &str) -> Result<(MatrixView, CellKey), Refused> {
    let key: CellKey = named(cell)?;
    let view = app::matrix::show::show(desk.node(), &desk.actor, named::<Id<Matrix>>(id)?).await?;
    if view.template.refuses(&key, Mark::Blank).is_some() {
        return Err(Refused::NoSuchPage);
    }
    Ok((view, key))
}

async fn versions(desk: &Desk, c: &Chrome, record: RecordId) -> Result<Vec<CellVersion>, Refused> {
    let history = app::record::history::history(desk.node(), &desk.actor, record).await?;
    let versions = history.iter().enumerate().map(|(n, (stored, act))| CellVersion {
        version: stored.revision.version,
        act: act.clone(),
        differences: fields::differences(
            c,
            history.get(n + 1).map(|(before, _)| &before.revision.body),
            &stored.revision.body,
        )
        .into_iter()
        // Which cell it is, the page itself says.
        .filter(|difference| difference.path != "cell" && difference.path != "matrix")
        .collect(),
    });
    Ok(versions.collect())
}

/// The cell.
pub async fn show(desk: Desk, Path((id, cell)): Path<(String, String)>) -> Answer {
    let (view, key) = open(&desk, &id, &cell).await?;
    let c = desk.chrome(Section::Matrices, "");
    let part = part_name(&c, &view.template, &key);
    let head = Head::of(&c, &view);
    let (section, row) = view.template.row(&key.row).ok_or(Refused::NoSuchPage)?;
    let stored = view.answers.get(&key).cloned();
    let (history, attached) = match &stored {
        Some(stored) => {
            let record = stored.revision.record;
            let documents = documents(&desk, record).await?;
            (versions(&desk, &c, record).await?, documents)
        }
        None => (Vec::new(), Vec::new()),
    };
    let cells: BTreeMap<&CellKey, Mark> =
        view.answers.iter().filter_map(|(cell, stored)| Some((cell, stored.noun::<CellAnswer>()?.mark))).collect();
    let others = view
        .template
        .cells()
        .filter(|other| other.row == key.row && *other != key)
        .map(|other| {
            let mark = cells.get(&other).copied().unwrap_or(Mark::Blank);
            let mark = takes_mark(&view.template, &other).then_some(mark);
            (other.to_string(), mark, part_name(&c, &view.template, &other))
        })
        .collect();
    let answer = stored.as_ref().and_then(|stored| stored.noun::<CellAnswer>()).cloned();
    let title = format!("{} {} · {}", key.row, part, head.state);
    let mark = answer.as_ref().map_or(Mark::Blank, |answer| answer.mark);
    let meaning = view.template.marks.iter().find(|meaning| meaning.key == mark);
    let meaning = meaning.filter(|_| takes_mark(&view.template, &key));
    let view = CellPage {
        meaning: meaning.map(|meaning| (meaning.meaning.clone(), meaning.verified)),
        part,
        section_title: section.title.clone(),
        label: row.label.clone(),
        confidence: view.template.confidence(&row.confidence).map(|confidence| confidence.shown.clone()),
        answer: answer.unwrap_or_else(|| CellAnswer::blank(Id::new(view.matrix.revision.record), key.clone())),
        changed: view.changed.contains(&key),
        may: May::of(&desk, &view),
        compare: format!("/compare/{}/{}", head.template, key.row),
        c: c.titled(Section::Matrices, title),
        partial: desk.partial,
        head,
        key,
        stored,
        history,
        attached,
        others,
    };
    if view.partial { page(&view.as_cell()) } else { page(&view) }
}
