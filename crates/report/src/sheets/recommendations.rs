//! The register of recommendations: a line for each response, or one where there is none.

use domain::owner::StateCode;
use domain::recommendation::Addressee;
use domain::response::Response;
use domain::round::Round;

use super::Heading;
use crate::round_record::RecommendationRecord;
use crate::table::{CellValue, Sheet};

/// The recommendations of a round with responses and the last report of each State.
#[must_use]
pub fn recommendations(entries: &[RecommendationRecord], round: &Round, heading: &Heading<'_>) -> Sheet {
    let t = heading.translator;
    let mut entries: Vec<&RecommendationRecord> = entries.iter().collect();
    entries.sort_by_key(|entry| entry.recommendation.number);
    let columns = [
        ("number", 6),
        ("addressees", 26),
        ("theme", 26),
        ("paragraphs", 12),
        ("text", 70),
        ("due", 12),
        ("measures", 16),
        ("continues", 22),
        ("state", 16),
        ("position", 18),
        ("date", 14),
        ("reasons", 40),
        ("progress-date", 14),
        ("progress-status", 14),
        ("progress-text", 50),
    ];
    let mut rows = Vec::new();
    for entry in entries {
        let mut states: Vec<&StateCode> = entry.responses.iter().map(|response| &response.state).collect();
        states.extend(entry.progress.iter().map(|progress| &progress.state));
        states.sort();
        states.dedup();
        if states.is_empty() {
            let mut values = about(entry, round, heading);
            values.resize(columns.len(), CellValue::Empty);
            rows.push(values);
        }
        for state in states {
            let mut values = about(entry, round, heading);
            values.push(heading.state(state).into());
            let response = entry.responses.iter().filter(|response| response.state == *state).max_by_key(|r| r.date);
            values.extend(answered(response, heading));
            let last = entry.progress.iter().filter(|progress| progress.state == *state).max_by_key(|p| p.date);
            match last {
                None => values.resize(columns.len(), CellValue::Empty),
                Some(progress) => values.extend([
                    progress.date.into(),
                    t.word("progress-status", progress.status.as_str()).into(),
                    heading.text(&progress.text),
                ]),
            }
            rows.push(values);
        }
    }
    Sheet {
        name: t.text("table-name-recommendations"),
        notes: heading.notes(),
        columns: columns.iter().map(|(key, width)| heading.column("recommendation", key, *width)).collect(),
        rows,
    }
}

fn about(entry: &RecommendationRecord, round: &Round, heading: &Heading<'_>) -> Vec<CellValue> {
    let recommendation = &entry.recommendation;
    let addressees: Vec<String> = recommendation
        .addressees
        .iter()
        .map(|addressee| match addressee {
            Addressee::State(code) => heading.state(code),
            Addressee::All => heading.translator.text("report-addressee-all"),
            Addressee::Partners => heading.translator.text("report-addressee-partners"),
        })
        .collect();
    let theme = recommendation.theme.as_deref().and_then(|key| round.theme(key));
    vec![
        recommendation.number.into(),
        addressees.join("; ").into(),
        theme.map_or(CellValue::Empty, |theme| heading.text(&theme.title)),
        recommendation.operative_paragraphs.join("; ").into(),
        heading.text(&recommendation.text),
        recommendation.due.map_or(CellValue::Empty, |due| due.to_string().into()),
        entry.measures.join("; ").into(),
        entry.continues.join("; ").into(),
    ]
}

fn answered(response: Option<&Response>, heading: &Heading<'_>) -> [CellValue; 3] {
    match response {
        None => [CellValue::Empty, CellValue::Empty, CellValue::Empty],
        Some(response) => [
            heading.translator.word("position", response.position.as_str()).into(),
            response.date.into(),
            heading.text(&response.reasons),
        ],
    }
}
