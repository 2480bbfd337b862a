//! VIII. Outcome, follow-up and next round.

use domain::localized::Localized;
use domain::round::{NextRound, StatementPart};
use locale::Translator;

use super::introduction::statements;
use super::writer::{Writer, item, said, sentence};
use crate::document::Block;
use crate::round_record::RoundRecord;

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let round = &record.round;
    let mut blocks = statements(writer, StatementPart::Outcome);
    for (key, texts) in [("report-decisions", &round.decisions), ("report-cooperation", &round.cooperation)] {
        blocks.extend(list(writer, key, texts));
    }
    if !round.output.is_empty() {
        let text = writer.with("report-output", |t| vec![("output", sentence(&round.output, t).into())]);
        blocks.push(writer.paragraph(text));
    }
    if !record.recommendations.is_empty() {
        let text = writer.text("report-follow-up-annex");
        blocks.push(writer.paragraph(text));
    }
    blocks.extend(statements(writer, StatementPart::FollowUp));
    if let Some(next) = &round.next {
        let text = writer.each(|t| next_round(record, next, t));
        blocks.push(writer.paragraph(text));
    }
    blocks
}

fn list(writer: &mut Writer<'_>, key: &str, texts: &[Localized]) -> Vec<Block> {
    if texts.is_empty() {
        return Vec::new();
    }
    let opening = writer.with(key, |_| vec![("count", texts.len().into())]);
    let mut blocks = vec![writer.paragraph(opening)];
    blocks.extend(texts.iter().map(|text| item(writer.said(text))));
    blocks
}

fn next_round(record: &RoundRecord, next: &NextRound, t: Translator) -> String {
    let mut sentences = vec![t.with("report-next", &[("when", t.partial_date(next.when).into())])];
    if !next.place.is_empty() {
        sentences.push(t.with("report-next-place", &[("place", said(&next.place, t).into())]));
    }
    if let Some(host) = &next.host_state {
        sentences.push(t.with("report-next-host", &[("host", record.state_name(host, t.language()).into())]));
    }
    if !next.text.is_empty() {
        sentences.push(sentence(&next.text, t));
    }
    if !next.invited.is_empty() {
        sentences.push(t.with("report-next-invited", &[("invited", said(&next.invited, t).into())]));
    }
    sentences.join(" ")
}
