//! The last annex: from which record the report was made, and where its facts come from.

use super::writer::{Writer, remark, said, source};
use crate::document::Block;

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let mut blocks = Vec::new();
    if record.round.training {
        blocks.push(remark(writer.text("report-record-training")));
    }
    blocks.push(remark(writer.with("report-record", |t| {
        vec![
            ("node", (&record.node).into()),
            ("count", record.register_size.into()),
            ("acts", t.number(i64::try_from(record.register_size).unwrap_or(i64::MAX)).into()),
            ("date", t.date_in_full(record.as_of).into()),
        ]
    })));
    if let Some(from) = &record.round.source {
        blocks.push(remark(writer.with("report-record-source", |t| vec![("source", source(from, t).into())])));
    }
    if let Some(template) = record.template.as_ref().filter(|_| !record.matrices.is_empty()) {
        blocks.push(remark(writer.with("report-template-note", |t| vec![("note", said(&template.note, t).into())])));
        blocks.push(remark(
            writer.with("report-template-source", |t| vec![("source", source(&template.source, t).into())]),
        ));
    }
    blocks.push(remark(writer.text("report-record-no-grade")));
    blocks
}
