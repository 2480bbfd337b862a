//! One row of every matrix under one form, side by side.

use std::collections::BTreeMap;

use app::{Permission, Relation};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::answer::Answer as CellAnswer;
use domain::cell::{CellKey, RowKey};
use domain::ids::Id;
use domain::localized::Localized;
use domain::matrix::Matrix;
use domain::template::{RowAnswers, Template as MatrixForm};

use crate::desk::{Answer, Desk, go, named, page};
use crate::form::Choice;
use crate::layout::{Chrome, Section};
use crate::place::link;
use crate::refusal::Refused;
use crate::views::Routes;
use crate::views::matrix::{part_name, shape, takes_mark};

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/compare", get(choose)).route("/compare/{template}/{row}", get(show))
}

/// A section of a form: its key, its title, its rows.
type RowsOfSection = (String, Localized, Vec<(RowKey, Localized)>);

#[derive(Template)]
#[template(path = "compare_choose.html")]
struct ChoosePage {
    c: Chrome,
    /// Each form: its id, its name, its sections.
    forms: Vec<(String, Localized, Vec<RowsOfSection>)>,
}

/// The rows to choose from; an address with a form and a row leads to the comparison.
async fn choose(desk: Desk) -> Answer {
    if let (Some(template), Some(row)) = (desk.asked("template"), desk.asked("row")) {
        let (template, row) = (named::<Id<MatrixForm>>(template)?, named::<RowKey>(row)?);
        return go(&format!("/compare/{template}/{row}"));
    }
    let templates = app::template::list(desk.node(), &desk.actor).await?;
    let forms = templates.iter().filter_map(|stored| {
        let form = stored.noun::<MatrixForm>()?;
        let sections = form.sections.iter().map(|section| {
            let key = |number| RowKey { section: section.key.clone(), row: number };
            let rows = section.rows.iter().map(|row| (key(row.number), row.label.clone())).collect();
            (section.key.clone(), section.title.clone(), rows)
        });
        Some((stored.revision.record.to_string(), form.name.clone(), sections.collect()))
    });
    let c = desk.chrome(Section::Matrices, desk.t.text("web-compare-title"));
    page(&ChoosePage { c, forms: forms.collect() })
}

/// A State's column.
struct StateColumn {
    code: String,
    name: String,
    matrix: String,
    status: String,
    shape: &'static str,
    marking: String,
    answers: BTreeMap<CellKey, CellAnswer>,
    measures: Vec<(String, String, Localized)>,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage {
    c: Chrome,
    template: String,
    form: Localized,
    key: RowKey,
    label: Localized,
    confidence: Option<Localized>,
    section_title: Localized,
    /// The cells of the row, each with its name: the lines.
    cells: Vec<(CellKey, String)>,
    /// Those of them that take a mark.
    marked: Vec<CellKey>,
    states: Vec<StateColumn>,
    before: Option<RowKey>,
    after: Option<RowKey>,
    note_finding: Vec<(String, String)>,
    rows: Vec<Choice>,
}

impl ComparePage {
    fn answer<'a>(&self, state: &'a StateColumn, cell: &CellKey) -> Option<&'a CellAnswer> {
        state.answers.get(cell)
    }

    /// Whether this is the line of the row itself, which takes a mark in few rows.
    fn takes_mark(&self, cell: &CellKey) -> bool {
        self.marked.contains(cell)
    }

    fn mark(&self, state: &StateColumn, cell: &CellKey) -> domain::cell::Mark {
        state.answers.get(cell).map_or(domain::cell::Mark::Blank, |answer| answer.mark)
    }
}

async fn show(desk: Desk, Path((template, row)): Path<(String, String)>) -> Answer {
    let id = named::<Id<MatrixForm>>(&template)?;
    let key = named::<RowKey>(&row)?;
    let compared = app::matrix::show::compare(desk.node(), &desk.actor, id, key.clone()).await?;
    let form = &compared.template;
    let (section, row) = form.row(&key).ok_or(Refused::NoSuchPage)?;
    let c = desk.chrome(Section::Matrices, desk.t.with("web-compare-row", &[("row", key.to_string().into())]));
    let parts = if let RowAnswers::Marks(parts) = &row.answers { parts.clone() } else { Vec::new() };
    let cells = parts.into_iter().map(Some).chain(std::iter::once(None)).map(|part| CellKey { row: key.clone(), part });
    let cells: Vec<(CellKey, String)> = cells.map(|cell| (cell.clone(), part_name(&c, form, &cell))).collect();
    let marked = cells.iter().map(|(cell, _)| cell.clone()).filter(|cell| takes_mark(form, cell)).collect();
    let mut measures = measures_of(&desk, &key).await?;
    let mut states: Vec<StateColumn> = compared
        .states
        .iter()
        .filter_map(|(stored, answers)| {
            let head = stored.noun::<Matrix>()?;
            let answers = answers.iter().filter_map(|(cell, stored)| Some((cell.clone(), stored.noun()?)));
            Some(StateColumn {
                code: head.state.to_string(),
                name: c.state(&head.state),
                matrix: stored.revision.record.to_string(),
                status: c.word("matrix-status", head.status),
                shape: shape(head.status),
                marking: c.marking(&stored.revision.marking),
                answers: answers.map(|(cell, answer): (CellKey, &CellAnswer)| (cell, answer.clone())).collect(),
                measures: measures.remove(head.state.as_str()).unwrap_or_default(),
            })
        })
        .collect();
    states.sort_by(|a, b| a.name.cmp(&b.name));
    let all: Vec<RowKey> = form.rows().map(|(key, ..)| key).collect();
    let at = all.iter().position(|other| *other == key).unwrap_or_default();
    let rows = form.rows().map(|(key, _, row)| Choice::new(&key, format!("{key} {}", c.text(&row.label)))).collect();
    page(&ComparePage {
        form: form.name.clone(),
        label: row.label.clone(),
        confidence: form.confidence(&row.confidence).map(|confidence| confidence.shown.clone()),
        section_title: section.title.clone(),
        cells,
        marked,
        before: at.checked_sub(1).and_then(|at| all.get(at)).cloned(),
        after: all.get(at + 1).cloned(),
        note_finding: note_finding(&desk, &states, &key).await?,
        states,
        template,
        key,
        rows,
        c,
    })
}

type MeasuresByState = BTreeMap<String, Vec<(String, String, Localized)>>;

/// The measures about this row that reach the person, by State: id, number, text.
async fn measures_of(desk: &Desk, row: &RowKey) -> Result<MeasuresByState, Refused> {
    let mut found = MeasuresByState::new();
    if !desk.actor.may_somewhere(Permission::SeePlan) {
        return Ok(found);
    }
    for plan in app::plan::list::list(desk.node(), &desk.actor).await? {
        let view = app::plan::show::show(desk.node(), &desk.actor, Id::new(plan.revision.record)).await?;
        for stored in &view.measures {
            let Some(measure) = stored.noun::<domain::measure::Measure>() else { continue };
            if measure.rows.contains(row) {
                let line = (stored.revision.record.to_string(), measure.number.clone(), measure.text.clone());
                found.entry(stored.revision.owner.to_string()).or_default().push(line);
            }
        }
    }
    Ok(found)
}

/// The rounds in which the person may note a finding: the link to its form with this row as its basis, and the title.
async fn note_finding(desk: &Desk, states: &[StateColumn], row: &RowKey) -> Result<Vec<(String, String)>, Refused> {
    if !desk.actor.may(Permission::SaveFinding, Relation::Own)
        && !desk.actor.may(Permission::SaveFinding, Relation::Round)
    {
        return Ok(Vec::new());
    }
    let basis: Vec<String> = states.iter().map(|state| format!("{}:{row}", state.code)).collect();
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let links = rounds.iter().rev().filter_map(|stored| {
        let round = stored.noun::<domain::round::Round>()?;
        let owner = &stored.revision.owner;
        desk.actor.may_with(Permission::SaveFinding, owner, Some(Id::new(stored.revision.record))).then(|| {
            let pairs = basis.iter().map(|basis| ("basis", basis.as_str()));
            let path = format!("/rounds/{}/findings/new", round.key);
            (link(&path, pairs), round.title.text(desk.t.language()).to_owned())
        })
    });
    Ok(links.collect())
}
