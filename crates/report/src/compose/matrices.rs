//! The annex that puts the matrices side by side, theme by theme. Marks stand as letterforms; nothing is counted,
//! weighed or put in order by them.

use std::collections::BTreeMap;

use domain::cell::{Mark, RowKey};
use domain::owner::StateCode;
use domain::round::Theme;
use domain::template::{RowAnswers, Template};
use locale::Translator;

use super::citations;
use super::method::theme_title;
use super::writer::{Writer, heading, in_leading_order, named, remark, said, table};
use crate::document::{Block, Cell, LineStyle, MarkLine, Parallel, TableRow};
use crate::round_record::MatrixRecord;

/// As many States as a page is wide enough for; more continue in a further table.
const STATES_IN_A_TABLE: usize = 4;

/// The full width in millimetres, and what the column of the row takes of it.
const WIDTH: u16 = 160;
const WIDTH_OF_ROW: u16 = 40;

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let Some(template) = &record.template else { return Vec::new() };
    if record.matrices.is_empty() {
        return Vec::new();
    }
    let themes: Vec<&Theme> = record.round.themes.iter().filter(|theme| !theme.rows.is_empty()).collect();
    let states = in_leading_order(writer, record.matrices.iter().map(|matrix| matrix.state.clone()).collect());
    let mut blocks = vec![
        remark(writer.with("report-matrix-intro", |t| vec![("template", named(&template.name, t).into())])),
        remark(writer.with("report-matrix-status", |t| vec![("states", statuses(writer, &states, t).into())])),
    ];
    for theme in themes {
        let title = writer.each(|t| theme_title(&theme.title, &theme.operative_paragraphs, t));
        blocks.push(heading(title.clone()));
        for (n, group) in states.chunks(STATES_IN_A_TABLE).enumerate() {
            let caption = (n > 0)
                .then(|| writer.with("report-matrix-continued", |t| vec![("title", named(&theme.title, t).into())]));
            blocks.push(side_by_side(writer, template, theme, group, caption));
        }
    }
    blocks.extend(legend(writer, template));
    blocks
}

fn statuses(writer: &Writer<'_>, states: &[StateCode], t: Translator) -> String {
    let of = |code: &StateCode| {
        let matrix = writer.record.matrices.iter().find(|matrix| matrix.state == *code)?;
        Some(t.with(
            "report-matrix-status-of",
            &[
                ("state", writer.record.state_name(code, t.language()).into()),
                ("status", t.word("matrix-status", matrix.matrix.status.as_str()).into()),
            ],
        ))
    };
    states.iter().filter_map(of).collect::<Vec<_>>().join("; ")
}

fn side_by_side(
    writer: &Writer<'_>,
    template: &Template,
    theme: &Theme,
    states: &[StateCode],
    caption: Option<Parallel>,
) -> Block {
    let width = (WIDTH - WIDTH_OF_ROW) / u16::try_from(states.len().max(1)).unwrap_or(1);
    let mut columns =
        vec![(writer.text("report-matrix-row"), WIDTH - width * u16::try_from(states.len()).unwrap_or(1))];
    columns.extend(states.iter().map(|code| (writer.each(|t| writer.record.state_name(code, t.language())), width)));
    let rows = theme
        .rows
        .iter()
        .map(|key| {
            let mut cells = vec![label(writer, template, key)];
            cells.extend(states.iter().map(|code| {
                let matrix = writer.record.matrices.iter().find(|matrix| matrix.state == *code);
                matrix.map_or_else(
                    || Cell::default().with(writer.text("report-matrix-absent"), LineStyle::Small),
                    |matrix| answers(writer, template, key, matrix),
                )
            }));
            TableRow { heading: false, cells }
        })
        .collect();
    table(caption, columns, rows)
}

/// The row's key, what it asks, and how far its wording is known.
fn label(writer: &Writer<'_>, template: &Template, key: &RowKey) -> Cell {
    let cell = Cell::default().with(writer.same(&key.to_string()), LineStyle::Strong);
    let Some((_, row)) = template.row(key) else { return cell };
    let cell = cell.with(writer.said(&row.label), LineStyle::Text);
    match template.confidence(&row.confidence) {
        None => cell,
        Some(confidence) => cell.with(
            writer.with("report-matrix-confidence", |t| vec![("confidence", named(&confidence.shown, t).into())]),
            LineStyle::Small,
        ),
    }
}

/// Marks, then information, citations and remarks of one State in one row.
fn answers(writer: &Writer<'_>, template: &Template, key: &RowKey, matrix: &MatrixRecord) -> Cell {
    let own = domain::cell::CellKey { row: key.clone(), part: None };
    let mark_of = |cell: &domain::cell::CellKey| matrix.answers.get(cell).map_or(Mark::Blank, |answer| answer.mark);
    let mut cell = Cell::default();
    match template.row(key).map(|(_, row)| &row.answers) {
        Some(RowAnswers::Marks(parts)) => {
            let mut lines: BTreeMap<_, Vec<(String, String)>> = BTreeMap::new();
            for (weapon, facet) in parts {
                let mark = mark_of(&domain::cell::CellKey { row: key.clone(), part: Some((*weapon, *facet)) });
                lines.entry(*weapon).or_default().push((facet.to_string(), printed(writer, mark)));
            }
            cell.marks =
                lines.into_iter().map(|(weapon, marks)| MarkLine { weapon: weapon.to_string(), marks }).collect();
        }
        Some(RowAnswers::YesNo) => {
            let marks = vec![(String::new(), printed(writer, mark_of(&own)))];
            cell.marks = vec![MarkLine { weapon: String::new(), marks }];
        }
        Some(RowAnswers::Information) | None => {}
    }
    for (place, answer) in matrix.answers.iter().filter(|(place, _)| place.row == *key) {
        cell = cell.with(writer.said(&answer.information), LineStyle::Text);
        let count = answer.citations.len();
        for n in 0..count {
            let citation = writer.each(|t| citations::of_cell(place, answer, t).swap_remove(n));
            cell = cell.with(citation, LineStyle::Small);
        }
        cell = cell.with(writer.said(&answer.remarks), LineStyle::Small);
    }
    cell
}

/// A mark as the form prints it. Yes and no are words of the leading language.
fn printed(writer: &Writer<'_>, mark: Mark) -> String {
    match mark {
        Mark::Yes => writer.text("report-mark-yes").leading().to_owned(),
        Mark::No => writer.text("report-mark-no").leading().to_owned(),
        other => other.as_str().to_owned(),
    }
}

/// The legend of this version of the form, and what is known of its wording.
fn legend(writer: &Writer<'_>, template: &Template) -> Vec<Block> {
    let marks = template
        .marks
        .iter()
        .map(|line| {
            let meaning = writer.each(|t| {
                let meaning = said(&line.meaning, t);
                if line.verified { meaning } else { t.with("report-legend-unverified", &[("meaning", meaning.into())]) }
            });
            let mark = MarkLine { weapon: String::new(), marks: vec![(String::new(), printed(writer, line.key))] };
            TableRow { heading: false, cells: vec![Cell { marks: vec![mark], lines: Vec::new() }, Cell::text(meaning)] }
        })
        .collect();
    let confidences = template
        .confidences
        .iter()
        .map(|confidence| TableRow {
            heading: false,
            cells: vec![Cell::text(writer.said(&confidence.shown)), Cell::text(writer.said(&confidence.meaning))],
        })
        .collect();
    let columns =
        |first: &str, width| vec![(writer.text(first), width), (writer.text("report-legend-meaning"), WIDTH - width)];
    vec![
        heading(writer.text("report-legend")),
        table(None, columns("report-legend-mark", 22), marks),
        heading(writer.text("report-confidences")),
        table(None, columns("report-confidence-code", 44), confidences),
    ]
}
