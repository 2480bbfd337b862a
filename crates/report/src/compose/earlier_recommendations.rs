//! The annex with the recommendations of earlier rounds: none is dropped, and each shows what followed.

use domain::ids::Id;
use domain::recommendation::Recommendation;

use super::recommendations_annex::{follow_up_table, row};
use super::writer::{Writer, heading, named, remark};
use crate::document::Block;
use crate::round_record::RecommendationRecord;

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let mut rounds: Vec<_> = record.earlier.iter().filter(|(_, entries)| !entries.is_empty()).collect();
    rounds.sort_by_key(|(round, _)| std::cmp::Reverse(round.start));
    let mut blocks = Vec::new();
    for (round, entries) in rounds {
        blocks.push(heading(writer.with("report-earlier-round", |t| {
            vec![
                ("title", named(&round.title, t).into()),
                ("place", named(&round.place, t).into()),
                ("dates", t.dates_in_full(round.start, round.end).into()),
            ]
        })));
        let mut entries: Vec<&RecommendationRecord> = entries.iter().collect();
        entries.sort_by_key(|entry| entry.recommendation.number);
        let rows = entries.into_iter().map(|entry| row(writer, entry, &continued_by(writer, entry))).collect();
        blocks.push(follow_up_table(writer, rows));
    }
    if !blocks.is_empty() {
        blocks.insert(0, remark(writer.text("report-follow-up-intro")));
    }
    blocks
}

/// The numbers of the recommendations of this round that continue an earlier one.
fn continued_by(writer: &Writer<'_>, earlier: &RecommendationRecord) -> Vec<String> {
    let id: Id<Recommendation> = Id::new(earlier.id);
    let mut numbers: Vec<u16> = writer
        .record
        .recommendations
        .iter()
        .filter(|entry| entry.recommendation.continues.contains(&id))
        .map(|entry| entry.recommendation.number)
        .collect();
    numbers.sort_unstable();
    numbers.iter().map(ToString::to_string).collect()
}
