//! VII. Recommendations: to one State, to several, to all, to partners; each with the responses to it.

use domain::recommendation::{Addressee, Recommendation};
use domain::response::Response;
use locale::Translator;

use super::writer::{Writer, addressees, heading, item, operative_paragraphs, said};
use crate::document::Block;
use crate::round_record::{RecommendationRecord, RoundRecord};

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let mut groups: Vec<(Vec<Addressee>, Vec<&RecommendationRecord>)> = Vec::new();
    for entry in &record.recommendations {
        let mut key = entry.recommendation.addressees.clone();
        key.sort();
        match groups.iter_mut().find(|(addressees, _)| *addressees == key) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((key, vec![entry])),
        }
    }
    let leading = writer.languages[0];
    groups.sort_by_key(|(addressees, _)| {
        let wide = addressees.contains(&Addressee::All);
        let partners = addressees.contains(&Addressee::Partners);
        let names: Vec<String> = addressees
            .iter()
            .filter_map(|addressee| match addressee {
                Addressee::State(code) => Some(record.state_name(code, leading).to_lowercase()),
                _ => None,
            })
            .collect();
        (partners, wide, names.len(), names)
    });
    let mut blocks = Vec::new();
    for (key, mut entries) in groups {
        blocks.push(heading(
            writer.with("report-recommendations-to", |t| vec![("addressees", addressees(record, &key, t).into())]),
        ));
        entries.sort_by_key(|entry| entry.recommendation.number);
        for entry in entries {
            let text = writer.each(|t| in_words(&entry.recommendation, t));
            blocks.push(writer.paragraph(text));
            blocks.extend(
                in_order(&entry.responses)
                    .into_iter()
                    .map(|response| item(writer.each(|t| response_in_words(record, response, t)))),
            );
        }
    }
    blocks
}

/// Number, text, operative paragraphs and due date of a recommendation.
fn in_words(recommendation: &Recommendation, t: Translator) -> String {
    let paragraphs = operative_paragraphs(&recommendation.operative_paragraphs, t);
    let key = if paragraphs.is_some() { "report-recommendation-about" } else { "report-recommendation" };
    let mut text = t.with(
        key,
        &[
            ("number", recommendation.number.to_string().into()),
            ("paragraphs", paragraphs.unwrap_or_default().into()),
            ("text", said(&recommendation.text, t).into()),
        ],
    );
    if let Some(due) = recommendation.due {
        text = t.with("report-recommendation-due", &[("text", text.into()), ("due", t.partial_date(due).into())]);
    }
    text
}

/// Responses by State, then by day.
pub(super) fn in_order(responses: &[Response]) -> Vec<&Response> {
    let mut responses: Vec<&Response> = responses.iter().collect();
    responses.sort_by(|a, b| (&a.state, a.date).cmp(&(&b.state, b.date)));
    responses
}

/// State, day, position and reasons of a response.
pub(super) fn response_in_words(record: &RoundRecord, response: &Response, t: Translator) -> String {
    let key = if response.reasons.is_empty() { "report-response" } else { "report-response-with-reasons" };
    t.with(
        key,
        &[
            ("state", record.state_name(&response.state, t.language()).into()),
            ("date", t.date(response.date).into()),
            ("position", t.word("position", response.position.as_str()).into()),
            ("reasons", said(&response.reasons, t).into()),
        ],
    )
}
