//! What a report says, and in which order.

mod sample;

use domain::language::Language;
use domain::localized::Localized;
use domain::report::ReportScope;
use report::document::{Block, Document, ParagraphStyle};
use report::{RoundRecord, compose};

/// The document as text a person can compare.
fn outline(document: &Document) -> String {
    let mut text = String::new();
    let mut say = |indent: usize, line: String| text.push_str(&format!("{}{line}\n", "  ".repeat(indent)));
    if let Some(note) = &document.note {
        say(0, format!("NOTE {}", note.draft.texts().join(" | ")));
        for paragraph in [&note.senders, &note.number].into_iter().chain(&note.paragraphs).chain([&note.closing]) {
            say(1, paragraph.texts().join(" | "));
        }
    }
    say(0, format!("TITLE {}", document.title.title.texts().join(" | ")));
    say(1, document.marking.texts().join(" | "));
    say(1, document.title.states.texts().join(" | "));
    say(1, document.title.edition.texts().join(" | "));
    for part in &document.parts {
        say(0, part.heading.texts().join(" | "));
        for block in &part.blocks {
            match block {
                Block::Heading { text } => say(1, format!("## {}", text.texts().join(" | "))),
                Block::Paragraph(paragraph) => {
                    let number = paragraph.number.map_or_else(|| "-".to_owned(), |number| number.to_string());
                    let indent = if paragraph.style == ParagraphStyle::Item { 3 } else { 2 };
                    say(indent, format!("{number} {}", paragraph.text.texts().join(" | ")));
                }
                Block::Table(table) => {
                    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.leading()).collect();
                    say(2, format!("table: {}", headings.join(" / ")));
                    for row in &table.rows {
                        let cells: Vec<String> = row
                            .cells
                            .iter()
                            .map(|cell| {
                                let marks = cell.marks.iter().map(|line| format!("{}{:?}", line.weapon, line.marks));
                                let lines = cell.lines.iter().map(|line| line.text.leading().to_owned());
                                marks.chain(lines).collect::<Vec<_>>().join("; ")
                            })
                            .collect();
                        say(3, cells.join(" / "));
                    }
                }
                Block::Figure(figure) => say(2, format!("figure: {}", figure.caption.leading())),
            }
        }
    }
    text
}

#[test]
fn a_report_says_what_the_record_says() {
    insta::assert_snapshot!(outline(&compose(&sample::record())));
}

#[test]
fn numbers_are_consecutive_whatever_is_left_out() {
    let mut record = sample::record();
    record.visits.clear();
    record.participants.clear();
    record.plans.clear();
    let document = compose(&record);
    let numbers: Vec<u32> = document.paragraphs().filter_map(|paragraph| paragraph.number).collect();
    assert_eq!(numbers, (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
    let parts: Vec<&str> = document.parts.iter().filter(|part| !part.annex).map(|part| part.number.as_str()).collect();
    assert_eq!(parts, ["I", "II", "III", "IV", "V", "VI"]);
    let annexes: Vec<&str> = document.parts.iter().filter(|part| part.annex).map(|part| part.number.as_str()).collect();
    assert_eq!(annexes, ["1", "2", "3", "4", "5"]);
}

#[test]
fn a_paragraph_has_the_same_number_in_every_language() {
    let numbers = |languages: Vec<Language>| -> Vec<Option<u32>> {
        compose(&RoundRecord { languages, ..sample::record() }).paragraphs().map(|paragraph| paragraph.number).collect()
    };
    let english = numbers(vec![Language::EN]);
    assert_eq!(english, numbers(vec![Language::RU]));
    assert_eq!(english, numbers(vec![Language::RU, Language::EN]));
    assert_eq!(english, numbers(Vec::new()), "a record without a language is in English");
}

#[track_caller]
fn check_note(scope: ReportScope, output: &str, expect: bool) {
    let mut record = RoundRecord { scope, ..sample::record() };
    record.round.output = Localized::new(Language::EN, output);
    assert_eq!(compose(&record).note.is_some(), expect, "{scope} {output:?}");
}

#[test]
fn a_note_is_drafted_only_where_a_report_is_presented() {
    check_note(ReportScope::Committee, "", true);
    check_note(ReportScope::Participants, "", true);
    check_note(ReportScope::Public, "A final report", true);
    check_note(ReportScope::Public, "", false);
}

#[test]
fn a_missing_translation_is_said() {
    let mut record = sample::record();
    record.round.purpose = Localized::new(Language::EN, "To share experience.");
    let document = compose(&record);
    let purpose = document.paragraphs().find(|paragraph| paragraph.text.leading().starts_with("Purpose")).unwrap();
    assert_eq!(
        purpose.text.texts(),
        ["Purpose: To share experience.", "Цель: To share experience. [перевод отсутствует]"]
    );
}

#[test]
fn a_record_with_little_in_it_makes_a_short_report() {
    let record = sample::record();
    let mut round = record.round.clone();
    round.training = false;
    round.themes.clear();
    let record = RoundRecord {
        round,
        template: None,
        matrices: Vec::new(),
        plans: Vec::new(),
        programme: Vec::new(),
        participants: Vec::new(),
        visits: Vec::new(),
        findings: Vec::new(),
        recommendations: Vec::new(),
        earlier: Vec::new(),
        ..record
    };
    let document = compose(&record);
    let headings: Vec<&str> = document.parts.iter().map(|part| part.heading.leading()).collect();
    assert_eq!(
        headings,
        [
            "I. Introduction",
            "II. Organisation and method",
            "III. Outcome, follow-up and next round",
            "Annex. Record and sources"
        ]
    );
    assert_eq!(document.band, None);
}

#[test]
fn nothing_in_a_report_is_a_score() {
    let text = outline(&compose(&sample::record())).to_lowercase();
    for word in ["%", "score", "rank", "rating", "балл", "рейтинг", "процент"] {
        assert!(!text.contains(word), "{word}");
    }
}
