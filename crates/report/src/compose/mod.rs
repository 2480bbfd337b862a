//! From the record of a round to the document: one file for each part. What the record does not hold is left out, and
//! numbers stay consecutive.

mod action_plans;
mod citations;
mod earlier_recommendations;
mod effective_practices;
mod findings;
mod follow_up;
mod introduction;
mod matrices;
mod method;
mod note_verbale;
mod participants;
mod programme;
mod recommendations;
mod recommendations_annex;
mod record_and_sources;
mod title;
mod visits;
mod writer;

use crate::document::{Block, Document, Part};
use crate::round_record::RoundRecord;
use writer::Writer;

/// Composes a part whose paragraphs are numbered.
type NumberedPart = fn(&mut Writer<'_>) -> Vec<Block>;
/// Composes an annex, whose paragraphs are not.
type Annex = fn(&Writer<'_>) -> Vec<Block>;

/// Composes the report.
#[must_use]
pub fn compose(record: &RoundRecord) -> Document {
    let mut writer = Writer::new(record);
    let mut parts = Vec::new();
    let numbered: [(&str, NumberedPart); 8] = [
        ("report-part-introduction", introduction::blocks),
        ("report-part-method", method::blocks),
        ("report-part-participants", participants::blocks),
        ("report-part-findings", findings::blocks),
        ("report-part-visits", visits::blocks),
        ("report-part-practices", effective_practices::blocks),
        ("report-part-recommendations", recommendations::blocks),
        ("report-part-follow-up", follow_up::blocks),
    ];
    for (key, compose_blocks) in numbered {
        let blocks = compose_blocks(&mut writer);
        if !blocks.is_empty() {
            let number = roman(parts.len() + 1);
            let heading =
                writer.with("report-part", |t| vec![("number", number.as_str().into()), ("title", t.text(key).into())]);
            parts.push(Part { number, annex: false, heading, blocks });
        }
    }
    let annexes: [(&str, Annex); 7] = [
        ("report-annex-programme", programme::annex),
        ("report-annex-participants", participants::annex),
        ("report-annex-matrix", matrices::annex),
        ("report-annex-plans", action_plans::annex),
        ("report-annex-recommendations", recommendations_annex::annex),
        ("report-annex-earlier", earlier_recommendations::annex),
        ("report-annex-record", record_and_sources::annex),
    ];
    let annexes: Vec<(&str, Vec<Block>)> = annexes
        .into_iter()
        .map(|(key, compose_blocks)| (key, compose_blocks(&writer)))
        .filter(|(_, blocks)| !blocks.is_empty())
        .collect();
    let only = annexes.len() == 1;
    for (n, (key, blocks)) in annexes.into_iter().enumerate() {
        let number = (n + 1).to_string();
        let key_of_heading = if only { "report-annex-only" } else { "report-annex" };
        let heading =
            writer.with(key_of_heading, |t| vec![("number", number.as_str().into()), ("title", t.text(key).into())]);
        parts.push(Part { number, annex: true, heading, blocks });
    }
    Document {
        languages: writer.languages.clone(),
        date: record.as_of,
        band: record.round.training.then(|| writer.text("report-training-band")),
        marking: title::marking(&writer),
        running_head: title::running_head(&writer),
        page_words: (writer.text("report-page-before"), writer.text("report-page-between")),
        title: title::block(&writer),
        note: note_verbale::note(&writer),
        parts,
    }
}

/// `1` is `I`. A report has few parts, so the letters up to X are enough for 39 of them.
fn roman(number: usize) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat(number / 10), ONES[number % 10])
}
