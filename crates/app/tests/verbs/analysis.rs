//! What a spectrum shows, kept with its file: on the record, never taken from outside, verified by a second person, amended
//! with a reason, and told in a report.

use app::sample::analyse::{Analysed, analyse, look};
use app::sample::measure::{Measured, measure};
use app::sample::report::report;
use app::sample::{conclude, save, show, verify};
use app::spectrum::convert::{SpectrumFormat, convert};
use app::spectrum::examine::examine;
use app::spectrum::report::ReportFormat;
use app::{Actor, Offered, Refusal};
use domain::ids::Id;
use domain::laboratory::{Decision, LaboratoryResult, Outcome, Technique};
use domain::language::Language;
use domain::role::Role;
use store::Stored;
use testkit::World;

use crate::sample::{person, sample, seen};

/// Simulated, with a line of Cs-137 over the surroundings; see `examples/training-laboratory/README.md`.
const GAUGE: &[u8] = include_bytes!("../../../../examples/training-laboratory/drum-gauge.n42");

fn gauge() -> Offered {
    Offered { file_name: "drum-gauge.n42".to_owned(), bytes: GAUGE.to_vec() }
}

fn measured(sample: &Stored, file: Offered, analysed: Analysed) -> Measured {
    Measured {
        sample: Id::new(sample.revision.record),
        technique: Technique::GammaSpectrum,
        instrument: String::new(),
        serial: String::new(),
        calibration: String::new(),
        geometry: String::new(),
        operator: String::new(),
        destructive: false,
        controls: Vec::new(),
        file,
        background: None,
        analysed,
    }
}

async fn results(world: &World, actor: &Actor, sample: &Stored) -> Vec<Vec<Stored>> {
    let view = show::show(&world.node, actor, Id::new(sample.revision.record)).await.expect("shown");
    view.measurements.into_iter().map(|(_, results)| results).collect()
}

fn noun(stored: &Stored) -> &LaboratoryResult {
    stored.noun().expect("a result")
}

#[tokio::test]
async fn what_a_spectrum_shows_is_kept_verified_and_amended() {
    let world = World::training().await;
    let node = &world.node;
    let (ana, boris) =
        (person(&world, "ana-xo", &[Role::Analyst]).await, person(&world, "boris-xo", &[Role::Analyst]).await);
    let stored = save::save(node, &ana, sample("S-5"), Vec::new(), None, "").await.expect("saved");
    let kept = measure(node, &ana, measured(&stored, gauge(), Analysed::Whole)).await.expect("kept");
    let id = Id::new(kept.revision.record);

    let first = results(&world, &boris, &stored).await.remove(0).remove(0);
    let analysis = noun(&first).analysis.clone().expect("the analysis stands on the result");
    assert_eq!((noun(&first).outcome, noun(&first).named.as_slice()), (Outcome::Detected, &["Cs-137".to_owned()][..]));
    assert_eq!(analysis.nuclides[0].nuclide, "Cs-137");
    assert!(
        analysis.nuclides[0].lines.iter().any(|line| line.energy_ev.abs_diff(661_657) < 100 && line.verdict == "seen")
    );
    for language in [Language::EN, Language::RU] {
        assert!(noun(&first).statement.text(language).contains("Cs-137"), "the officer's paragraph in {language}");
    }

    let own = verify::verify(node, &ana, seen(&first), "all", Decision::Verified).await;
    assert!(matches!(own, Err(Refusal::OwnRevision)), "who measured is the author");
    let verified = verify::verify(node, &boris, seen(&first), "the line", Decision::Verified).await.expect("verified");

    // A person may say otherwise; what the method found stays what it found, and nothing else is believed.
    let mut otherwise = noun(&verified).clone();
    otherwise.outcome = Outcome::Inconclusive;
    otherwise.analysis = None;
    let amended = conclude::conclude(node, &ana, otherwise, Some(seen(&verified)), "a doubt").await.expect("amended");
    assert_eq!(noun(&amended).analysis.as_ref(), Some(&analysis));
    assert_eq!(noun(&amended).verification, None);
    let mut invented = noun(&verified).clone();
    invented.analysis = Some(analysis.clone());
    let invented = conclude::conclude(node, &ana, invented, None, "").await.expect("a result of its own");
    assert_eq!(noun(&invented).analysis, None);

    let Err(Refusal::Invalid(faults)) = analyse(node, &ana, id, None, Some(seen(&amended)), " ").await else {
        panic!("an amendment without a reason");
    };
    assert_eq!(faults[0].place.field.as_deref(), Some("reason"));
    let again = analyse(node, &ana, id, Some(1), Some(seen(&amended)), "one record").await.expect("analysed");
    assert_eq!(again.revision.version, amended.revision.version + 1);
    assert_eq!(noun(&again).analysis.as_ref().and_then(|analysis| analysis.record), Some(1));
}

#[tokio::test]
async fn a_file_that_cannot_be_analysed_is_kept_alone() {
    let world = World::training().await;
    let node = &world.node;
    let ana = person(&world, "ana-xo", &[Role::Analyst]).await;
    let stored = save::save(node, &ana, sample("S-6"), Vec::new(), None, "").await.expect("saved");
    let noise = Offered { file_name: "noise.bin".to_owned(), bytes: vec![7; 99] };
    // Who cannot be read from the file must be said by the person.
    let noise = Measured { instrument: "Spectrometer".to_owned(), ..measured(&stored, noise, Analysed::Whole) };
    measure(node, &ana, noise).await.expect("kept");
    measure(node, &ana, measured(&stored, gauge(), Analysed::Nothing)).await.expect("kept");
    assert!(results(&world, &ana, &stored).await.iter().all(Vec::is_empty));
    let none = measure(node, &ana, measured(&stored, gauge(), Analysed::Record(9))).await;
    assert!(matches!(none, Err(Refusal::Invalid(_))), "a record that is not there is a mistake");
}

#[tokio::test]
async fn a_report_and_a_look_need_only_the_right_to_see() {
    let world = World::training().await;
    let node = &world.node;
    let ana = person(&world, "ana-xo", &[Role::Analyst]).await;
    let otto = person(&world, "otto-xo", &[Role::BorderOfficer]).await;
    let stored = save::save(node, &ana, sample("S-7"), Vec::new(), None, "").await.expect("saved");
    let kept = measure(node, &ana, measured(&stored, gauge(), Analysed::Whole)).await.expect("kept");
    let id = Id::new(kept.revision.record);
    let seen_by_otto = look(node, &otto, id, None).await.expect("the file is looked at");
    assert_eq!(seen_by_otto.answered.summary.nuclides[0].nuclide, "Cs-137");
    for (format, begins) in [(ReportFormat::Pdf, &b"%PDF"[..]), (ReportFormat::Docx, b"PK")] {
        let made = report(node, &otto, id, (format, Language::RU)).await.expect("a report");
        assert!(made.bytes.starts_with(begins) && made.file_name == format!("drum-gauge-ru.{format}"));
    }
    assert!(matches!(analyse(node, &otto, id, None, None, "").await, Err(Refusal::NotAllowed(_))));
    let delegate = person(&world, "dora-xo", &[Role::Delegate]).await;
    assert!(matches!(examine(&delegate, gauge().into(), None, None).await, Err(Refusal::NotAllowed(_))));
    assert!(matches!(look(node, &delegate, id, None).await, Err(Refusal::NotAllowed(_))));
    let table = convert(&otto, gauge(), SpectrumFormat::Csv).await.expect("converted");
    assert_eq!(table.file_name, "drum-gauge.csv");
}
