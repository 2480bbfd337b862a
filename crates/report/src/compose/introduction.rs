//! I. Introduction: what was held, by whom, what for, and what came before.

use domain::round::{EarlierRound, StatementPart};
use locale::Translator;

use super::writer::{Writer, item, named, said, sentence, source, state_names};
use crate::document::{Block, Parallel};

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let round = &record.round;
    let held = writer.with("report-held", |t| {
        vec![
            ("kind", round.kind.as_str().into()),
            ("place", said(&round.place, t).into()),
            ("dates", t.dates_in_full(round.start, round.end).into()),
        ]
    });
    let footnote =
        round.source.as_ref().map(|from| writer.with("report-source", |t| vec![("source", source(from, t).into())]));
    let mut blocks = vec![writer.paragraph_from(held, footnote)];
    let states = writer.with("report-took-part", |t| {
        let names = state_names(record, round.states.iter().map(|state| &state.code), t);
        vec![("count", names.len().into()), ("states", t.list(&names).into())]
    });
    blocks.push(writer.paragraph(states));
    let fields = [
        ("report-host", "host", &round.host),
        ("report-purpose", "purpose", &round.purpose),
        ("report-framework", "framework", &round.framework),
    ];
    for (key, name, text) in fields.into_iter().filter(|(_, _, text)| !text.is_empty()) {
        let text =
            writer.with(key, |t| vec![(name, if name == "host" { said(text, t) } else { sentence(text, t) }.into())]);
        blocks.push(writer.paragraph(text));
    }
    blocks.extend(statements(writer, StatementPart::Introduction));
    if !round.earlier.is_empty() {
        let opening = writer.text("report-earlier");
        blocks.push(writer.paragraph(opening));
        blocks.extend(round.earlier.iter().map(|earlier| item(writer.each(|t| earlier_round(earlier, t)))));
    }
    blocks
}

/// The statements of the record that belong to this part, each a paragraph.
pub(super) fn statements(writer: &mut Writer<'_>, part: StatementPart) -> Vec<Block> {
    let texts: Vec<Parallel> = writer
        .record
        .round
        .statements
        .iter()
        .filter(|statement| statement.part == part)
        .map(|statement| writer.said(&statement.text))
        .collect();
    texts.into_iter().map(|text| writer.paragraph(text)).collect()
}

fn earlier_round(earlier: &EarlierRound, t: Translator) -> String {
    let key = if earlier.place.is_empty() { "report-earlier-item-without-place" } else { "report-earlier-item" };
    t.with(
        key,
        &[
            ("title", named(&earlier.title, t).into()),
            ("place", named(&earlier.place, t).into()),
            ("when", t.partial_date(earlier.when).into()),
        ],
    )
}
