//! V. Visits: what a report may say of them. Accounts of what was seen are no part of the record of a report.

use super::writer::{Writer, named, said};
use crate::document::Block;

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let mut visits: Vec<_> = writer.record.visits.iter().collect();
    visits.sort_by_key(|visit| visit.number);
    let mut blocks = Vec::new();
    for visit in visits {
        let text = writer.each(|t| {
            let mut text = t.with(
                "report-visit",
                &[("number", visit.number.to_string().into()), ("title", named(&visit.title, t).into())],
            );
            let date = visit.date.map(|date| t.with("report-visit-on", &[("date", t.date_in_full(date).into())]));
            let host =
                (!visit.host.is_empty()).then(|| t.with("report-visit-host", &[("host", said(&visit.host, t).into())]));
            let summary = (!visit.summary.is_empty()).then(|| said(&visit.summary, t));
            for details in [date, host, summary].into_iter().flatten() {
                text = t.with("report-visit-details", &[("visit", text.into()), ("details", details.into())]);
            }
            text
        });
        blocks.push(writer.paragraph(text));
    }
    blocks
}
