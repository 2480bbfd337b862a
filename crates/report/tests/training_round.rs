//! The whole training round as a report.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]
#![expect(clippy::disallowed_methods, reason = "the files of the repository are the data of the tests")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::ids::{Id, Uuid};
use domain::language::Language;
use domain::marking::Marking;
use domain::report::ReportScope;
use intake::round_folder::{Files, Known, RoundPart};
use jiff::civil::date;
use report::{MatrixRecord, PlanRecord, RecommendationRecord, RoundRecord, compose, to_docx, to_pdf};

fn folder(path: &str) -> Files {
    fn add(root: &Path, folder: &Path, files: &mut Files) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                add(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let mut files = Files::new();
    add(&root, &root, &mut files);
    files
}

fn recommendations(part: &RoundPart) -> Vec<RecommendationRecord> {
    part.recommendations
        .iter()
        .map(|entry| {
            let id: Id<domain::recommendation::Recommendation> = Id::new(entry.id);
            RecommendationRecord {
                id: entry.id,
                recommendation: entry.noun.clone(),
                responses: part
                    .responses
                    .iter()
                    .filter(|response| response.noun.recommendation == id)
                    .map(|response| response.noun.clone())
                    .collect(),
                progress: part
                    .progress
                    .iter()
                    .filter(|progress| progress.noun.about == entry.id)
                    .map(|progress| progress.noun.clone())
                    .collect(),
                measures: Vec::new(),
                continues: Vec::new(),
            }
        })
        .collect()
}

/// The record of an example folder, everything in it.
fn record(path: &str) -> RoundRecord {
    let (template, _) = intake::template_folder::read(&folder("data/templates/1540-matrix-2017-reconstruction"));
    let template = template.unwrap();
    let known = Known { templates: vec![(Id::new(Uuid::from_u128(1)), template.clone())], ..Known::default() };
    let mut next = 100_u128;
    let mut ids = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let (read, faults) = intake::round_folder::read(&folder(path), &known, &mut ids);
    let read = read.unwrap_or_else(|| panic!("{path}: {faults:?}"));
    let (part, earlier) = read.rounds.split_last().unwrap();
    let round = part.round.noun.clone();
    RoundRecord {
        scope: ReportScope::Participants,
        languages: vec![Language::EN, Language::RU],
        marking: Marking::round(Id::new(part.round.id)),
        as_of: date(2026, 10, 20),
        node: "Training node".to_owned(),
        register_size: 1221,
        states: read.states.clone(),
        template: round.template.is_some().then_some(template),
        matrices: part
            .matrices
            .iter()
            .map(|matrix| MatrixRecord {
                state: matrix.matrix.noun.state.clone(),
                matrix: matrix.matrix.noun.clone(),
                answers: matrix
                    .answers
                    .iter()
                    .map(|answer| (answer.cell.clone(), answer.clone()))
                    .collect::<BTreeMap<_, _>>(),
            })
            .collect(),
        plans: part
            .plans
            .iter()
            .map(|plan| PlanRecord {
                plan: plan.plan.noun.clone(),
                measures: plan.measures.iter().map(|(id, measure)| (id.record(), measure.clone())).collect(),
                progress: plan.progress.iter().map(|entry| entry.noun.clone()).collect(),
            })
            .collect(),
        programme: part.programme.iter().map(|entry| entry.noun.clone()).collect(),
        participants: part.participants.iter().map(|entry| entry.noun.clone()).collect(),
        visits: part.visits.iter().map(|(visit, _)| visit.noun.clone()).collect(),
        findings: part.findings.iter().map(|entry| (entry.id, entry.noun.clone())).collect(),
        recommendations: recommendations(part),
        earlier: earlier.iter().map(|part| (part.round.noun.clone(), recommendations(part))).collect(),
        round,
    }
}

#[test]
fn the_examples_make_reports() {
    let training = compose(&record("examples/training-round"));
    assert_eq!(training.parts.iter().filter(|part| !part.annex).count(), 8, "every part has something to say");
    assert_eq!(training.parts.iter().filter(|part| part.annex).count(), 7, "and every annex");
    let dushanbe = compose(&RoundRecord { scope: ReportScope::Public, ..record("examples/dushanbe-2017") });
    assert_eq!(dushanbe.band, None, "real States carry no band");
    let first = dushanbe.paragraphs().next().unwrap();
    assert!(
        first.footnote.as_ref().unwrap().leading().contains("UNODA"),
        "the source stands under the first paragraph"
    );
    assert!(dushanbe.note.is_some(), "the public record says that a report is presented");
}

/// `cargo test -p report --release --test training_round -- --ignored --nocapture` says how long it takes and leaves
/// the files in the folder for temporary files, to be looked at.
#[test]
#[ignore = "measures time: run it alone, in release"]
fn the_training_round_is_written_in_two_seconds() {
    for (name, path) in [("training", "examples/training-round"), ("dushanbe", "examples/dushanbe-2017")] {
        let record = record(path);
        let start = std::time::Instant::now();
        let document = compose(&record);
        let composed = start.elapsed();
        let pdf = to_pdf(&document).unwrap_or_else(|error| panic!("{error}"));
        let set = start.elapsed();
        let docx = to_docx(&document).unwrap();
        let total = start.elapsed();
        println!(
            "{name}: composed {composed:?}, PDF {set:?} ({} bytes), with DOCX {total:?} ({} bytes)",
            pdf.len(),
            docx.len()
        );
        std::fs::write(std::env::temp_dir().join(format!("{name}.pdf")), pdf).unwrap();
        std::fs::write(std::env::temp_dir().join(format!("{name}.docx")), docx).unwrap();
        if !cfg!(debug_assertions) {
            assert!(total < std::time::Duration::from_secs(2), "{total:?}");
        }
    }
}
