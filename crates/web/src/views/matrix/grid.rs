//! A matrix as a grid: every section a table, rows by weapon type and facet.

use std::collections::BTreeSet;

use app::TableFormat;
use app::matrix::show::MatrixView;
use askama::Template;
use axum::extract::Path;
use domain::answer::Answer as CellAnswer;
use domain::cell::{CellKey, Facet, Mark, RowKey, Weapon};
use domain::ids::Id;
use domain::localized::Localized;
use domain::matrix::Matrix;
use domain::template::{MarkMeaning, RowAnswers, Section as FormSection};

use crate::desk::{Answer, Desk, file, named, page};
use crate::form::Choice;
use crate::layout::{Chrome, Section};
use crate::views::matrix::{Head, May, facet_name, part_name, takes_mark, weapon_name};
use axum::response::IntoResponse;

/// What of a text is shown in a line of the grid, in characters.
const EXCERPT: usize = 110;

/// A section as a table.
struct GridSection {
    key: String,
    title: Localized,
    paragraphs: Vec<String>,
    /// Weapon types of this section, each with its facets: the columns.
    weapons: Vec<(String, Vec<Column>)>,
    rows: Vec<GridRow>,
}

struct Column {
    weapon: Weapon,
    facet: Facet,
    name: String,
    first: bool,
}

struct GridRow {
    key: RowKey,
    label: Localized,
    confidence: Option<Localized>,
    /// One for each column; `None` where the form has no such cell.
    cells: Vec<Option<GridCell>>,
    own: GridCell,
    excerpt: Localized,
}

struct GridCell {
    key: CellKey,
    mark: Mark,
    cited: bool,
    changed: bool,
    first: bool,
    /// Whether it takes a mark: the row itself does in few rows.
    marked: bool,
    /// Weapon type and facet by their letters: shown beside the mark where there is no room for columns.
    column: String,
    /// What assistive technology reads: everything that is drawn.
    name: String,
}

/// What is asked of the grid.
struct Filter {
    section: Option<String>,
    weapon: Option<Weapon>,
    mark: Option<String>,
    text: Option<String>,
    changed: bool,
}

impl Filter {
    fn of(desk: &Desk) -> Self {
        Self {
            section: desk.asked("section").map(ToOwned::to_owned),
            weapon: desk.place.asked_as("weapon"),
            mark: desk.asked("mark").map(ToOwned::to_owned),
            text: desk.asked("text").map(text::fold),
            changed: desk.asked("changed").is_some(),
        }
    }

    /// Whether a row is shown: one of its shown cells has the mark, something in it changed, its texts have the words.
    fn shows(&self, view: &MatrixView, row: &GridRow) -> bool {
        let cells = || row.cells.iter().flatten().chain(std::iter::once(&row.own));
        let marked = self.mark.as_ref().is_none_or(|mark| cells().any(|cell| cell.mark.name() == mark));
        let changed = !self.changed || cells().any(|cell| cell.changed);
        let has_words = self.text.as_ref().is_none_or(|words| {
            let mut all: String = row.label.iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
            for answer in cells().filter_map(|cell| view.answer(&cell.key)) {
                collect_texts(answer, &mut all);
            }
            let folded = text::fold(&all);
            words.split_whitespace().all(|word| folded.contains(word))
        });
        marked && changed && has_words
    }
}

fn collect_texts(answer: &CellAnswer, all: &mut String) {
    let instruments = answer.citations.iter().map(|citation| &citation.instrument);
    for text in [&answer.information, &answer.remarks].into_iter().chain(instruments) {
        for (_, text) in text.iter() {
            all.push('\n');
            all.push_str(text);
        }
    }
    for citation in &answer.citations {
        all.push('\n');
        all.push_str(&citation.article);
    }
}

fn excerpt(text: &Localized) -> Localized {
    let mut short = Localized::default();
    for (language, text) in text.iter() {
        let first = text.lines().next().unwrap_or_default();
        let mut cut: String = first.chars().take(EXCERPT).collect();
        if cut.len() < text.len() {
            cut = format!("{} …", cut.trim_end());
        }
        short.set(language, &cut);
    }
    short
}

fn grid_cell(c: &Chrome, view: &MatrixView, key: CellKey, first: bool) -> GridCell {
    let answer = view.answer(&key);
    let mark = answer.map_or(Mark::Blank, |answer| answer.mark);
    let cited = answer.is_some_and(|answer| !answer.citations.is_empty());
    let changed = view.changed.contains(&key);
    let mut name = format!("{} {}: {}", key.row, part_name(c, &view.template, &key), c.word("mark", mark.name()));
    for (shown, word) in [(cited, "web-matrix-cited"), (changed, "web-matrix-changed")] {
        if shown {
            name.push_str(&c.t("list-separator"));
            name.push_str(&c.t(word));
        }
    }
    let column = key.part.map(|(weapon, facet)| format!("{weapon} {facet}")).unwrap_or_default();
    let marked = takes_mark(&view.template, &key);
    GridCell { key, mark, cited, changed, first, marked, column, name }
}

fn grid_section(c: &Chrome, view: &MatrixView, section: &FormSection, filter: &Filter) -> GridSection {
    let template = &view.template;
    let used: BTreeSet<(Weapon, Facet)> = section
        .rows
        .iter()
        .filter_map(|row| if let RowAnswers::Marks(parts) = &row.answers { Some(parts) } else { None })
        .flatten()
        .copied()
        .filter(|(weapon, _)| filter.weapon.is_none_or(|wanted| wanted == *weapon))
        .collect();
    let weapons: Vec<(String, Vec<Column>)> = template
        .weapons
        .iter()
        .map(|named| named.key)
        .filter(|weapon| used.iter().any(|(used, _)| used == weapon))
        .map(|weapon| {
            let facets = template.facets.iter().map(|named| named.key);
            let facets = facets.filter(|facet| used.contains(&(weapon, *facet)));
            let columns = facets.enumerate().map(|(n, facet)| Column {
                weapon,
                facet,
                name: facet_name(c, template, facet),
                first: n == 0,
            });
            (weapon_name(c, template, weapon), columns.collect())
        })
        .collect();
    let columns: Vec<&Column> = weapons.iter().flat_map(|(_, columns)| columns).collect();
    let rows = section
        .rows
        .iter()
        .map(|row| {
            let key = RowKey { section: section.key.clone(), row: row.number };
            let has = |part| matches!(&row.answers, RowAnswers::Marks(parts) if parts.contains(&part));
            let cells: Vec<Option<GridCell>> = columns
                .iter()
                .map(|column| {
                    let part = (column.weapon, column.facet);
                    let cell = CellKey { row: key.clone(), part: Some(part) };
                    has(part).then(|| grid_cell(c, view, cell, column.first))
                })
                .collect();
            let own = CellKey { row: key.clone(), part: None };
            let answer = view.answer(&own);
            let said = answer.map(|a| if a.information.is_empty() { &a.remarks } else { &a.information });
            GridRow {
                label: row.label.clone(),
                confidence: template.confidence(&row.confidence).map(|confidence| confidence.shown.clone()),
                cells,
                own: grid_cell(c, view, own, false),
                excerpt: said.map(excerpt).unwrap_or_default(),
                key,
            }
        })
        .filter(|row| filter.weapon.is_none() || row.cells.iter().any(Option::is_some))
        .filter(|row| filter.shows(view, row))
        .collect();
    GridSection {
        key: section.key.clone(),
        title: section.title.clone(),
        paragraphs: section.operative_paragraphs.clone(),
        weapons,
        rows,
    }
}

#[derive(Template)]
#[template(path = "matrix.html")]
struct MatrixPage {
    c: Chrome,
    head: Head,
    stored: app::Stored,
    note: Localized,
    reports: Vec<domain::partial_date::PartialDate>,
    may: May,
    sections: Vec<GridSection>,
    shown_rows: usize,
    filtered: bool,
    section_choices: Vec<Choice>,
    weapon_choices: Vec<Choice>,
    mark_choices: Vec<Choice>,
    legend: Vec<MarkMeaning>,
    facets: Vec<(String, String)>,
}

impl MatrixPage {
    fn asked(&self, name: &str) -> &str {
        self.c.place.asked(name).unwrap_or_default()
    }
}

/// The grid.
pub async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let view = app::matrix::show::show(desk.node(), &desk.actor, named::<Id<Matrix>>(&id)?).await?;
    let state = desk.states.name(&view.head().state, desk.t.language()).to_owned();
    let title = desk.t.with("web-matrix-of", &[("state", state.into())]);
    let c = desk.chrome(Section::Matrices, title);
    let filter = Filter::of(&desk);
    let template = &view.template;
    let sections: Vec<GridSection> = template
        .sections
        .iter()
        .filter(|section| filter.section.as_ref().is_none_or(|wanted| *wanted == section.key))
        .map(|section| grid_section(&c, &view, section, &filter))
        .filter(|section| !section.rows.is_empty())
        .collect();
    let section_choices =
        template.sections.iter().map(|s| Choice::new(&s.key, format!("{}. {}", s.key, c.text(&s.title)))).collect();
    page(&MatrixPage {
        head: Head::of(&c, &view),
        note: view.head().note.clone(),
        reports: view.head().reports.clone(),
        may: May::of(&desk, &view),
        shown_rows: sections.iter().map(|section| section.rows.len()).sum(),
        sections,
        filtered: desk.place.asks_besides(&["done", "lang"]),
        section_choices,
        weapon_choices: template.weapons.iter().map(|w| Choice::new(w.key, c.text(&w.name))).collect(),
        mark_choices: template.marks.iter().map(|m| Choice::new(m.key.name(), c.word("mark", m.key.name()))).collect(),
        legend: template.marks.clone(),
        facets: template.facets.iter().map(|f| (f.key.to_string(), c.text(&f.name).to_owned())).collect(),
        stored: view.matrix,
        c,
    })
}

/// The matrix as a file.
pub async fn export(desk: Desk, Path(id): Path<String>) -> Answer {
    let format = desk.place.asked_as("format").unwrap_or(TableFormat::Xlsx);
    let id = named::<Id<Matrix>>(&id)?;
    let exported = app::matrix::export::export(desk.node(), &desk.actor, id, format, desk.t.language()).await?;
    Ok(file(exported).into_response())
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use domain::language::Language;
    use domain::localized::Localized;

    #[test]
    fn a_line_of_the_grid_stays_a_line() {
        let long = "слово ".repeat(100);
        let text = Localized::en_ru("First line.\nSecond line.", &long);
        assert_eq!(excerpt(&text).get(Language::EN), Some("First line. …"));
        assert!(excerpt(&text).text(Language::RU).chars().count() <= 112);
        assert_eq!(excerpt(&Localized::new(Language::EN, "Short.")).get(Language::EN), Some("Short."));
    }
}
