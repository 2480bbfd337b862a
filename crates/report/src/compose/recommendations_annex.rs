//! The annex with the recommendations of this round: whom they are for, what the States responded, and what followed.

use super::recommendations::{in_order, response_in_words};
use super::writer::{Writer, addressees, operative_paragraphs, remark, said, table};
use crate::document::{Block, Cell, LineStyle, TableRow};
use crate::round_record::RecommendationRecord;

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    if record.recommendations.is_empty() {
        return Vec::new();
    }
    let mut entries: Vec<&RecommendationRecord> = record.recommendations.iter().collect();
    entries.sort_by_key(|entry| entry.recommendation.number);
    let rows = entries.into_iter().map(|entry| row(writer, entry, &[])).collect();
    vec![remark(writer.text("report-follow-up-intro")), follow_up_table(writer, rows)]
}

/// The table of recommendations, with rows made by [`row`].
pub(super) fn follow_up_table(writer: &Writer<'_>, rows: Vec<TableRow>) -> Block {
    let columns = vec![
        (writer.text("report-recommendation-number"), 12),
        (writer.text("report-recommendation-text"), 58),
        (writer.text("report-recommendation-responses"), 42),
        (writer.text("report-recommendation-follow-up"), 48),
    ];
    table(None, columns, rows)
}

/// One recommendation; `continued` are the numbers of those of this round that continue it.
pub(super) fn row(writer: &Writer<'_>, entry: &RecommendationRecord, continued: &[String]) -> TableRow {
    let record = writer.record;
    let recommendation = &entry.recommendation;
    let mut what = Cell::text(writer.said(&recommendation.text)).with(
        writer.with("report-recommendation-to", |t| {
            vec![("addressees", addressees(record, &recommendation.addressees, t).into())]
        }),
        LineStyle::Small,
    );
    what = what.with(
        writer.each(|t| operative_paragraphs(&recommendation.operative_paragraphs, t).unwrap_or_default()),
        LineStyle::Small,
    );
    if let Some(due) = recommendation.due {
        let due = writer.with("report-recommendation-due-line", |t| vec![("due", t.partial_date(due).into())]);
        what = what.with(due, LineStyle::Small);
    }
    if !entry.continues.is_empty() {
        let text = writer
            .with("report-recommendation-continues", |_| vec![("recommendations", entry.continues.join("; ").into())]);
        what = what.with(text, LineStyle::Small);
    }
    let mut responses = Cell::default();
    for response in in_order(&entry.responses) {
        responses = responses.with(writer.each(|t| response_in_words(record, response, t)), LineStyle::Text);
    }
    if entry.responses.is_empty() {
        responses = responses.with(writer.text("report-no-response"), LineStyle::Small);
    }
    TableRow {
        heading: false,
        cells: vec![
            Cell::default().with(writer.same(&recommendation.number.to_string()), LineStyle::Strong),
            what,
            responses,
            follow_up(writer, entry, continued),
        ],
    }
}

fn follow_up(writer: &Writer<'_>, entry: &RecommendationRecord, continued: &[String]) -> Cell {
    let mut cell = Cell::default();
    if !entry.measures.is_empty() {
        let text =
            writer.with("report-recommendation-measures", |t| vec![("measures", t.list(&entry.measures).into())]);
        cell = cell.with(text, LineStyle::Text);
    }
    let mut progress: Vec<_> = entry.progress.iter().collect();
    progress.sort_by(|a, b| (a.date, &a.state).cmp(&(b.date, &b.state)));
    for progress in &progress {
        let text = writer.with("report-progress-by", |t| {
            vec![
                ("state", writer.record.state_name(&progress.state, t.language()).into()),
                ("date", t.date(progress.date).into()),
                ("status", t.word("progress-status", progress.status.as_str()).into()),
                ("text", said(&progress.text, t).into()),
            ]
        });
        cell = cell.with(text, LineStyle::Text);
    }
    if !continued.is_empty() {
        let text = writer.with("report-recommendation-continued", |t| vec![("numbers", t.list(continued).into())]);
        cell = cell.with(text, LineStyle::Text);
    }
    if cell.lines.is_empty() { cell.with(writer.text("report-no-follow-up"), LineStyle::Small) } else { cell }
}
