//! The cells of a matrix on the command line: showing, answering, their history, one row of all States.

use std::path::PathBuf;

use app::Refusal;
use app::matrix::answer::answer;
use app::matrix::show::{MatrixView, compare, show};
use clap::Args;
use domain::answer::Answer;
use domain::cell::{CellKey, Mark, RowKey};
use domain::citation::Citation;
use domain::localized::Localized;
use domain::matrix::Matrix;
use serde_json::json;
use store::Stored;

use super::matrix::{matrix_id, template_id};
use super::noun_file::read_plain;
use super::record::history_of;
use super::showing::{record, records};
use super::words::marks;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "MATRIX")]
    pub matrix: String,
    #[arg(long, value_name = "ROW")]
    pub row: Option<RowKey>,
}

#[derive(Debug, Args)]
pub struct AnswerCell {
    #[arg(value_name = "MATRIX")]
    pub matrix: String,
    #[arg(value_name = "CELL")]
    pub cell: CellKey,
    #[arg(long, value_name = "MARK", value_parser = marks())]
    pub mark: Option<Mark>,
    #[arg(long, value_name = "TEXT")]
    pub information_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub information_ru: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub remarks_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub remarks_ru: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub citations: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seen: u32,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct History {
    #[arg(value_name = "MATRIX")]
    pub matrix: String,
    #[arg(value_name = "CELL")]
    pub cell: CellKey,
}

#[derive(Debug, Args)]
pub struct Compare {
    #[arg(value_name = "ROW")]
    pub row: RowKey,
    #[arg(long, value_name = "KEY[@VERSION]")]
    pub template: Option<String>,
}

pub(super) async fn show_matrix(session: &Session, command: &Show, output: &Output) -> Result<(), CommandError> {
    let id = matrix_id(session, &command.matrix).await?;
    let view = show(&session.node, &session.actor, id).await?;
    if command.row.as_ref().is_some_and(|row| view.template.row(row).is_none()) {
        return Err(Refusal::NotFound("row").into());
    }
    let asked = |cell: &CellKey| command.row.as_ref().is_none_or(|row| cell.row == *row);
    let answers: Vec<Stored> =
        view.answers.iter().filter(|(cell, _)| asked(cell)).map(|(_, stored)| stored.clone()).collect();
    if output.json {
        let changed: Vec<&CellKey> = view.changed.iter().filter(|cell| asked(cell)).collect();
        output.data(&json!({
            "matrix": record(&view.matrix),
            "answers": records(&answers),
            "changed": changed,
        }));
        return Ok(());
    }
    let head = view.head();
    output.head(
        &[
            ("cli-column-state", head.state.to_string()),
            ("cli-column-template", output.text_of(&view.template.name)),
            ("cli-column-status", output.t.word("matrix-status", head.status.as_str())),
            ("cli-column-note", output.text_of(&head.note)),
        ],
        &view.matrix,
    );
    output.line("");
    match &command.row {
        None => print_rows(&view, output),
        Some(row) => print_row(&view, row, output),
    }
    Ok(())
}

/// A line for each row that has an answer.
fn print_rows(view: &MatrixView, output: &Output) {
    let mut rows = Vec::new();
    for (key, _, row) in view.template.rows() {
        let answers: Vec<&Answer> = view
            .answers
            .iter()
            .filter(|(cell, _)| cell.row == key)
            .filter_map(|(_, stored)| stored.noun::<Answer>())
            .filter(|answer| !answer.is_blank())
            .collect();
        if answers.is_empty() {
            continue;
        }
        let texts: Vec<String> = answers.iter().map(|answer| output.text_of(&answer.information)).collect();
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        rows.push(vec![key.to_string(), output.text_of(&row.label), marks_of(&answers, output), texts.join("\n")]);
    }
    output.table(&["cli-column-row", "cli-column-asks", "cli-column-marks", "cli-column-information"], rows);
}

/// `N:LF X, C:LF ?`
fn marks_of(answers: &[&Answer], output: &Output) -> String {
    let marked = answers.iter().filter(|answer| answer.mark != Mark::Blank).map(|answer| {
        let mark = output.t.word("mark", answer.mark.name());
        match answer.cell.part {
            Some((weapon, facet)) => format!("{weapon}:{facet} {mark}"),
            None => mark,
        }
    });
    marked.collect::<Vec<_>>().join(", ")
}

/// Every cell of one row, with the version that the next answer builds on.
fn print_row(view: &MatrixView, row: &RowKey, output: &Output) {
    if let Some((section, row)) = view.template.row(row) {
        let confidence = view.template.confidence(&row.confidence);
        output.line(&output.text_of(&section.title));
        output.line(&output.text_of(&row.label));
        output.line(&confidence.map(|confidence| output.text_of(&confidence.shown)).unwrap_or_default());
        output.line("");
    }
    let rows = view.template.cells().filter(|cell| cell.row == *row).map(|cell| {
        let stored = view.answers.get(&cell);
        let answer = stored.and_then(Stored::noun::<Answer>);
        let mark = answer.map_or(Mark::Blank, |answer| answer.mark);
        vec![
            cell.to_string(),
            output.t.word("mark", mark.name()),
            answer.map(|answer| output.text_of(&answer.information)).unwrap_or_default(),
            answer.map(|answer| citations_of(answer, output)).unwrap_or_default(),
            answer.map(|answer| output.text_of(&answer.remarks)).unwrap_or_default(),
            stored.map_or(0, |stored| stored.revision.version).to_string(),
        ]
    });
    let headings = [
        "cli-column-cell",
        "cli-column-mark",
        "cli-column-information",
        "cli-column-citations",
        "cli-column-remarks",
        "cli-column-version",
    ];
    output.table(&headings, rows.collect());
}

fn citations_of(answer: &Answer, output: &Output) -> String {
    let citations = answer.citations.iter().map(|citation| {
        let instrument = output.text_of(&citation.instrument);
        if citation.article.is_empty() { instrument } else { format!("{instrument}, {}", citation.article) }
    });
    citations.collect::<Vec<_>>().join("; ")
}

/// Answers a cell: what the arguments do not name stays as it was in the version that the person saw.
pub(super) async fn answer_cell(session: &Session, command: &AnswerCell, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let id = matrix_id(session, &command.matrix).await?;
    let view = show(node, actor, id).await?;
    let mut next = view.answer(&command.cell).cloned().unwrap_or_else(|| Answer::blank(id, command.cell.clone()));
    if let Some(mark) = command.mark {
        next.mark = mark;
    }
    lay_over(&mut next.information, command.information_en.as_deref(), command.information_ru.as_deref());
    lay_over(&mut next.remarks, command.remarks_en.as_deref(), command.remarks_ru.as_deref());
    if let Some(file) = &command.citations {
        next.citations = read_plain::<Vec<Citation>>(file)?;
    }
    output.saved(&answer(node, actor, next, command.seen, &command.reason).await?);
    Ok(())
}

/// Sets the texts that were given. An empty one takes a text away.
fn lay_over(text: &mut Localized, en: Option<&str>, ru: Option<&str>) {
    use domain::language::Language;
    for (language, given) in [(Language::EN, en), (Language::RU, ru)] {
        if let Some(given) = given {
            text.set(language, given);
        }
    }
}

pub(super) async fn cell_history(session: &Session, command: &History, output: &Output) -> Result<(), CommandError> {
    let id = matrix_id(session, &command.matrix).await?;
    let view = show(&session.node, &session.actor, id).await?;
    let stored = view.answers.get(&command.cell).ok_or(Refusal::NotFound("answer"))?;
    history_of(session, stored.revision.record, output, |stored| {
        stored.noun::<Answer>().map_or_else(String::new, |answer| {
            let mark = output.t.word("mark", answer.mark.name());
            let text = output.text_of(&answer.information);
            if text.is_empty() { mark } else { format!("{mark}: {text}") }
        })
    })
    .await
}

pub(super) async fn compare_row(session: &Session, command: &Compare, output: &Output) -> Result<(), CommandError> {
    let template = template_id(session, command.template.as_deref()).await?;
    let comparison = compare(&session.node, &session.actor, template, command.row.clone()).await?;
    if output.json {
        let states: Vec<_> = comparison
            .states
            .iter()
            .map(|(matrix, answers)| {
                let answers: Vec<Stored> = answers.values().cloned().collect();
                json!({ "matrix": record(matrix), "answers": records(&answers) })
            })
            .collect();
        output.data(&json!({ "row": comparison.row, "states": states }));
        return Ok(());
    }
    if let Some((_, row)) = comparison.template.row(&comparison.row) {
        output.line(&format!("{}  {}", comparison.row, output.text_of(&row.label)));
    }
    let rows = comparison.states.iter().map(|(stored, answers)| {
        let state = stored.noun::<Matrix>().map(|matrix| matrix.state.to_string()).unwrap_or_default();
        let answers: Vec<&Answer> = answers.values().filter_map(Stored::noun::<Answer>).collect();
        let texts: Vec<String> =
            answers.iter().map(|answer| output.text_of(&answer.information)).filter(|text| !text.is_empty()).collect();
        vec![state, marks_of(&answers, output), texts.join("\n")]
    });
    output.table(&["cli-column-state", "cli-column-marks", "cli-column-information"], rows.collect());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Localized, lay_over};

    #[track_caller]
    fn check(en: Option<&str>, ru: Option<&str>, expect: &Localized) {
        let mut text = Localized::en_ru("law", "закон");
        lay_over(&mut text, en, ru);
        assert_eq!(&text, expect);
    }

    #[test]
    fn what_is_not_given_stays() {
        check(None, None, &Localized::en_ru("law", "закон"));
        check(Some("act"), None, &Localized::en_ru("act", "закон"));
        check(None, Some(""), &Localized::en_ru("law", ""));
    }
}
