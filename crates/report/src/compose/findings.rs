//! IV. Findings by theme: what was discussed, then every finding with its basis.

use domain::finding::{Basis, Finding, FindingKind};
use domain::owner::StateCode;
use domain::round::StatementPart;
use locale::Translator;

use super::introduction::statements;
use super::method::theme_title;
use super::writer::{Writer, capitalised, heading, said, state_names};
use crate::document::{Block, Parallel};
use crate::round_record::RoundRecord;

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let mut blocks = Vec::new();
    let discussion = statements(writer, StatementPart::Discussion);
    if !discussion.is_empty() {
        blocks.push(heading(writer.text("report-discussion")));
        blocks.extend(discussion);
    }
    // Effective practices have a part of their own.
    let findings: Vec<&Finding> = record
        .findings
        .iter()
        .map(|(_, finding)| finding)
        .filter(|finding| finding.kind != FindingKind::EffectivePractice)
        .collect();
    for theme in &record.round.themes {
        let title = writer.each(|t| theme_title(&theme.title, &theme.operative_paragraphs, t));
        let of_theme = findings.iter().copied().filter(|finding| finding.theme.as_ref() == Some(&theme.key));
        blocks.extend(group(writer, title, of_theme.collect()));
    }
    let known = |finding: &Finding| finding.theme.as_ref().is_some_and(|key| record.round.theme(key).is_some());
    let others = findings.into_iter().filter(|finding| !known(finding)).collect();
    let title = writer.text("report-other-findings");
    blocks.extend(group(writer, title, others));
    blocks
}

/// A heading with its findings: by kind in the order of the words, then by number.
pub(super) fn group(writer: &mut Writer<'_>, title: Parallel, mut findings: Vec<&Finding>) -> Vec<Block> {
    if findings.is_empty() {
        return Vec::new();
    }
    findings.sort_by_key(|finding| (finding.kind, finding.number));
    let mut blocks = vec![heading(title)];
    for finding in findings {
        let text = writer.each(|t| in_words(writer.record, finding, t));
        blocks.push(writer.paragraph(text));
    }
    blocks
}

/// Kind, States, title, text and basis of a finding.
fn in_words(record: &RoundRecord, finding: &Finding, t: Translator) -> String {
    let states = if finding.states.is_empty() {
        t.text("report-all-states")
    } else {
        t.list(&state_names(record, &finding.states, t))
    };
    let key = if finding.title.is_empty() { "report-finding" } else { "report-finding-titled" };
    let text = t.with(
        key,
        &[
            ("kind", capitalised(&t.word("finding-kind", finding.kind.as_str())).into()),
            ("states", states.into()),
            // The full stop after the title is the sentence's own.
            ("title", said(&finding.title, t).trim_end_matches('.').into()),
            ("text", said(&finding.text, t).into()),
        ],
    );
    if finding.basis.is_empty() {
        return text;
    }
    t.with("report-basis", &[("text", text.into()), ("basis", basis_in_words(record, &finding.basis, t).into())])
}

/// What a finding rests on: for each State its rows and its measures together, then the visits.
fn basis_in_words(record: &RoundRecord, basis: &[Basis], t: Translator) -> String {
    let mut states: Vec<&StateCode> = Vec::new();
    for part in basis {
        if let Basis::Row(state, _) | Basis::Measure(state, _) = part
            && !states.contains(&state)
        {
            states.push(state);
        }
    }
    let mut words = Vec::new();
    for state in states {
        let rows = basis.iter().filter_map(|part| match part {
            Basis::Row(of, row) if of == state => Some(row.to_string()),
            _ => None,
        });
        let measures = basis.iter().filter_map(|part| match part {
            Basis::Measure(of, number) if of == state => Some(number.clone()),
            _ => None,
        });
        for (key, items) in
            [("report-basis-rows", rows.collect::<Vec<_>>()), ("report-basis-measures", measures.collect())]
        {
            if !items.is_empty() {
                let state = record.state_name(state, t.language());
                let values = [
                    ("state", state.into()),
                    ("count", items.len().into()),
                    ("items", items.join(&t.text("list-separator")).into()),
                ];
                words.push(t.with(key, &values));
            }
        }
    }
    words.extend(basis.iter().filter_map(|part| match part {
        Basis::Visit(number) => Some(t.with("report-basis-visit", &[("number", number.to_string().into())])),
        _ => None,
    }));
    words.join("; ")
}
