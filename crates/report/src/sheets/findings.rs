//! Findings, one line each.

use domain::finding::Finding;
use domain::ids::RecordId;
use domain::round::Round;

use super::Heading;
use crate::table::{CellValue, Sheet};

/// The findings of a round.
#[must_use]
pub fn findings(findings: &[(RecordId, Finding)], round: &Round, heading: &Heading<'_>) -> Sheet {
    let t = heading.translator;
    let mut findings: Vec<&Finding> = findings.iter().map(|(_, finding)| finding).collect();
    findings.sort_by_key(|finding| finding.number);
    let columns =
        [("number", 6), ("kind", 18), ("theme", 26), ("states", 26), ("title", 34), ("text", 70), ("basis", 30)];
    let rows = findings
        .into_iter()
        .map(|finding| {
            let theme = finding.theme.as_deref().and_then(|key| round.theme(key));
            let states: Vec<String> = finding.states.iter().map(|code| heading.state(code)).collect();
            let basis: Vec<String> = finding.basis.iter().map(ToString::to_string).collect();
            vec![
                finding.number.into(),
                t.word("finding-kind", finding.kind.as_str()).into(),
                theme.map_or(CellValue::Empty, |theme| heading.text(&theme.title)),
                states.join("; ").into(),
                heading.text(&finding.title),
                heading.text(&finding.text),
                basis.join("; ").into(),
            ]
        })
        .collect();
    Sheet {
        name: t.text("table-name-findings"),
        notes: heading.notes(),
        columns: columns.iter().map(|(key, width)| heading.column("finding", key, *width)).collect(),
        rows,
    }
}
