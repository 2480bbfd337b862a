//! Tables: what is exported can be imported, and no text becomes a formula.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod sample;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use domain::cell::CellKey;
use domain::language::Language;
use domain::marking::Marking;
use jiff::civil::date;
use locale::Catalogue;
use report::sheets::{self, Heading};
use report::{Sheet, to_csv, to_xlsx};

fn heading(language: Language, states: &[domain::state::State]) -> Heading<'_> {
    Heading {
        translator: Catalogue::embedded().translator(language),
        training: true,
        marking: const { &Marking::PUBLIC },
        states,
    }
}

fn both_formats(sheet: &Sheet) -> [(&'static str, Vec<u8>); 2] {
    let xlsx = to_xlsx(std::slice::from_ref(sheet), date(2026, 10, 20)).unwrap();
    [("table.csv", to_csv(sheet, true).unwrap()), ("table.xlsx", xlsx)]
}

#[test]
fn a_matrix_comes_back_as_it_went() {
    let record = sample::record();
    let template = record.template.as_ref().unwrap();
    for matrix in &record.matrices {
        let sheet = sheets::matrix(matrix, Some(template), &heading(Language::EN, &record.states));
        assert!(sheet.notes.iter().any(|note| note.contains("reconstruction, unverified")), "{:?}", sheet.notes);
        for (file, bytes) in both_formats(&sheet) {
            let (answers, faults) = intake::matrix_table::read(file, &bytes, template, sample::id(3));
            assert_eq!(faults, [], "{file}");
            let told = |cell: &CellKey| matrix.answers.contains_key(cell);
            let answers: BTreeMap<_, _> = answers
                .into_iter()
                .map(|answer| (answer.cell.clone(), answer))
                .filter(|(cell, _)| told(cell))
                .collect();
            assert_eq!(answers, matrix.answers, "{file}");
        }
    }
}

#[test]
fn a_plan_comes_back_in_both_languages() {
    let record = sample::record();
    let plan = &record.plans[0];
    for language in [Language::EN, Language::RU] {
        let sheet = sheets::plan(plan, &heading(language, &record.states));
        for (file, bytes) in both_formats(&sheet) {
            let (table, faults) = intake::plan_table::read(file, &bytes);
            assert!(faults.iter().all(|fault| !fault.is_error()), "{file}: {faults:?}");
            let read: Vec<_> = table
                .unwrap()
                .measures
                .into_iter()
                .map(|draft| draft.into_measure(sample::id(4), plan.plan.start))
                .collect();
            assert_eq!(read.len(), plan.measures.len(), "{file}");
            for (read, (_, written)) in read.iter().zip(&plan.measures) {
                assert_eq!(read.time_frame, written.time_frame, "{file} {}", written.number);
                assert_eq!((read.form, read.funding, read.status), (written.form, written.funding, written.status));
                assert_eq!((&read.rows, &read.operative_paragraphs), (&written.rows, &written.operative_paragraphs));
                assert_eq!(read.text.get(language), written.text.get(language));
                assert_eq!(read.partners.get(language), written.partners.get(language));
                assert_eq!(read.supporting.len(), 1);
            }
        }
    }
}

#[test]
fn programme_and_participants_come_back() {
    let record = sample::record();
    let heading = heading(Language::RU, &record.states);
    for (file, bytes) in both_formats(&sheets::participants(&record.participants, &heading)) {
        let (people, faults) = intake::participant_table::read(file, &bytes, sample::id(1));
        assert_eq!(faults, [], "{file}");
        assert_eq!(people.into_iter().map(|(_, person)| person).collect::<Vec<_>>(), record.participants);
    }
    let mut programme = record.programme.clone();
    programme.sort_by_key(|item| (item.date, item.start));
    for (file, bytes) in both_formats(&sheets::programme(&record.programme, &heading)) {
        let (items, faults) = intake::programme_table::read(file, &bytes, sample::id(1));
        assert_eq!(faults, [], "{file}");
        assert_eq!(items.into_iter().map(|(_, item)| item).collect::<Vec<_>>(), programme);
    }
}

#[test]
fn every_row_has_a_value_for_every_column() {
    let record = sample::record();
    for language in [Language::EN, Language::RU] {
        let heading = heading(language, &record.states);
        let tables = [
            sheets::matrix(&record.matrices[0], None, &heading),
            sheets::plan(&record.plans[0], &heading),
            sheets::recommendations(&record.recommendations, &record.round, &heading),
            sheets::participants(&record.participants, &heading),
            sheets::programme(&record.programme, &heading),
            sheets::findings(&record.findings, &record.round, &heading),
            sheets::acts(&[act()], &heading),
        ];
        for table in &tables {
            assert!(
                !table.rows.is_empty() && table.rows.iter().all(|row| row.len() == table.columns.len()),
                "{}",
                table.name
            );
            assert!(table.columns.iter().all(|column| !column.heading.starts_with("table-")), "{}", table.name);
        }
        let first = to_xlsx(&tables, date(2026, 10, 20)).unwrap();
        assert!(first == to_xlsx(&tables, date(2026, 10, 20)).unwrap(), "the same tables give the same bytes");
    }
}

fn act() -> domain::act::Act {
    use domain::act::{Act, ActPerson, Face, Verb};
    Act {
        sequence: 0,
        instant: "2026-10-20T08:00:00Z".parse().unwrap(),
        person: ActPerson { account: sample::id::<()>(9).record(), login: "a.lask".to_owned(), roles: Vec::new() },
        face: Face::Web,
        verb: Verb::SaveRound,
        record: None,
        reason: "=HYPERLINK(\"x\")".to_owned(),
    }
}

#[test]
fn no_text_becomes_a_formula() {
    let sheet = sheets::acts(&[act()], &heading(Language::EN, &[]));
    assert!(String::from_utf8(to_csv(&sheet, false).unwrap()).unwrap().contains("\"'=HYPERLINK(\"\"x\"\")\""));
    let xlsx = to_xlsx(&[sheet], date(2026, 10, 20)).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(xlsx)).unwrap();
    let mut xml = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
    assert!(!xml.contains("<f>") && !xml.contains("hyperlink"));
}
