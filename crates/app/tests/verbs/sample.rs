//! A sample from its collection to a verified result: both sides, the seal, the controls, the second person.

use app::sample::analyse::Analysed;
use app::sample::measure::Measured;
use app::sample::record_custody::Side;
use app::sample::{acknowledge, conclude, file, list, measure, record_custody, save, show, verify};
use app::{Actor, Offered, Refusal, Seen};
use domain::account::Account;
use domain::custody::{Break, CustodyAction, CustodyEvent, CustodyParty, SealState};
use domain::ids::Id;
use domain::laboratory::{
    Control, ControlKind, Decision, LaboratoryMeasurement, LaboratoryResult, Outcome, Standing, Technique,
};
use domain::language::Language;
use domain::localized::Localized;
use domain::role::Role;
use domain::sample::{Sample, SampleNature};
use store::Stored;
use testkit::World;

fn said(text: &str) -> Localized {
    let mut localized = Localized::default();
    localized.set(Language::EN, text);
    localized
}

/// A person of the fictitious State XO with these roles.
pub(crate) async fn person(world: &World, login: &str, roles: &[Role]) -> Actor {
    person_of(world, login, "XO", roles).await
}

async fn person_of(world: &World, login: &str, state: &str, roles: &[Role]) -> Actor {
    let account = Account {
        login: login.to_owned(),
        name: said(login),
        state: Some(state.parse().expect("a code")),
        roles: roles.to_vec(),
        active: true,
        demo: false,
    };
    app::account::save::save(&world.node, &world.operator().await, account, None).await.expect("an account");
    world.actor(login).await
}

pub(crate) fn sample(code: &str) -> Sample {
    Sample {
        code: code.to_owned(),
        parent: None,
        description: said("grey powder in a jar"),
        nature: SampleNature::Radioactive,
        quantity: "12 g".to_owned(),
        found_at: "Gate 3".to_owned(),
        found_on: None,
        found_by: "Ana".to_owned(),
        labels: String::new(),
        photographs: Vec::new(),
    }
}

fn event(sample: &Stored, action: CustodyAction, from: &str, to: &str, found: &str, seal: &str) -> CustodyEvent {
    let party = |name: &str| CustodyParty { name: name.to_owned(), body: String::new(), acknowledged: None };
    CustodyEvent {
        sample: Id::new(sample.revision.record),
        action,
        at: "2017-08-01T08:00:00Z".parse().expect("an instant"),
        place: "Gate 3".to_owned(),
        purpose: "analysis".to_owned(),
        released_by: (!from.is_empty()).then(|| party(from)),
        received_by: party(to),
        container: "jar".to_owned(),
        seal_found: found.to_owned(),
        seal_state: if found.is_empty() { SealState::None } else { SealState::Intact },
        seal: seal.to_owned(),
        condition: "dry".to_owned(),
        deviation: String::new(),
    }
}

fn spe() -> Vec<u8> {
    let counts: Vec<String> = (0..64).map(|n| (n % 7).to_string()).collect();
    format!("$SPEC_ID:\nmade\n$MEAS_TIM:\n10 11\n$DATA:\n0 63\n{}\n$MCA_CAL:\n2\n0 10\n", counts.join("\n"))
        .into_bytes()
}

fn measured(sample: &Stored, technique: Technique, controls: &[(ControlKind, bool)]) -> Measured {
    Measured {
        sample: Id::new(sample.revision.record),
        technique,
        instrument: "Spectrometer".to_owned(),
        serial: "7".to_owned(),
        calibration: String::new(),
        geometry: String::new(),
        operator: String::new(),
        destructive: false,
        controls: controls
            .iter()
            .map(|(kind, valid)| Control { kind: *kind, valid: *valid, shown: String::new() })
            .collect(),
        file: Offered { file_name: "a.spe".to_owned(), bytes: spe() },
        background: None,
        analysed: Analysed::Nothing,
    }
}

fn result(measurement: &Stored, outcome: Outcome) -> LaboratoryResult {
    LaboratoryResult {
        measurement: Id::new(measurement.revision.record),
        file: domain::hash::Hash::of(b"whatever was given"),
        outcome,
        standing: Standing::Presumptive,
        statement: said("one line at 662 keV"),
        named: vec!["Cs-137".to_owned()],
        method: "peak search".to_owned(),
        confirmed_by: String::new(),
        conflicting: String::new(),
        analysis: None,
        verification: None,
    }
}

pub(crate) fn seen(stored: &Stored) -> Seen {
    Seen { record: stored.revision.record, version: stored.revision.version }
}

#[track_caller]
fn refused(outcome: Result<Stored, Refusal>, code: &str) {
    match outcome {
        Err(Refusal::Invalid(faults)) => assert!(faults.iter().any(|fault| fault.code == code), "{faults:?}"),
        other => panic!("{code} was expected, not {other:?}"),
    }
}

#[tokio::test]
async fn a_sample_goes_from_hand_to_hand_and_is_measured() {
    let world = World::training().await;
    let node = &world.node;
    let (ana, boris) =
        (person(&world, "ana-xo", &[Role::Analyst]).await, person(&world, "boris-xo", &[Role::Analyst]).await);
    let stored = save::save(node, &ana, sample("S-1"), Vec::new(), None, "").await.expect("saved");
    let view = show::show(node, &boris, Id::new(stored.revision.record)).await.expect("it reaches the laboratory");
    assert!(view.custody.is_empty());

    let collect = event(&stored, CustodyAction::Collect, "", "Ana", "", "11");
    record_custody::record_custody(node, &ana, collect, Side::Received).await.expect("recorded");
    let transfer = event(&stored, CustodyAction::Transfer, "Ana", "Boris", "11", "12");
    let link = record_custody::record_custody(node, &ana, transfer, Side::Released).await.expect("recorded");
    refused(acknowledge::acknowledge(node, &ana, seen(&link), Side::Received).await, "custody-same-person");
    let open = show::show(node, &boris, Id::new(stored.revision.record)).await.expect("shown");
    assert_eq!(open.custody[1].1, [Break::NotAcknowledged]);
    acknowledge::acknowledge(node, &boris, seen(&link), Side::Received).await.expect("acknowledged");
    let whole = show::show(node, &ana, Id::new(stored.revision.record)).await.expect("shown");
    assert!(whole.custody.iter().all(|(_, breaks)| breaks.is_empty()));

    let kept = measure::measure(node, &ana, measured(&stored, Technique::GammaSpectrum, &[])).await.expect("kept");
    let noun = kept.noun::<LaboratoryMeasurement>().expect("a measurement");
    assert_eq!(noun.file.read_as, "iaea-spe");
    let opened = file::open(node, &boris, kept.revision.record, noun.file.sha256).await.expect("the file");
    assert_eq!(opened.bytes, spe(), "byte for byte");

    let first = conclude::conclude(node, &ana, result(&kept, Outcome::Detected), None, "").await.expect("a result");
    assert_eq!(first.noun::<LaboratoryResult>().map(|result| result.file), Some(noun.file.sha256));
    assert!(matches!(
        verify::verify(node, &ana, seen(&first), "all of it", Decision::Verified).await,
        Err(Refusal::OwnRevision)
    ));
    let verified = verify::verify(node, &boris, seen(&first), "all of it", Decision::Verified).await.expect("verified");
    refused(
        conclude::conclude(node, &ana, result(&kept, Outcome::Inconclusive), Some(seen(&verified)), "").await,
        "field-missing",
    );
    let amended =
        conclude::conclude(node, &ana, result(&kept, Outcome::Inconclusive), Some(seen(&verified)), "a wrong line")
            .await
            .expect("amended");
    let again = amended.noun::<LaboratoryResult>().expect("a result");
    assert!(again.verification.is_none(), "an amendment is verified again");
    assert_eq!(amended.revision.version, 3, "earlier versions stay");
}

#[tokio::test]
async fn controls_and_losses_are_rules() {
    let world = World::training().await;
    let node = &world.node;
    let (ana, boris) =
        (person(&world, "ana-xo", &[Role::Analyst]).await, person(&world, "boris-xo", &[Role::Analyst]).await);
    let stored = save::save(node, &ana, sample("S-2"), Vec::new(), None, "").await.expect("saved");
    let failed = [(ControlKind::NoTemplate, false), (ControlKind::Positive, true)];
    let run = measure::measure(node, &ana, measured(&stored, Technique::Pcr, &failed)).await.expect("kept");
    refused(conclude::conclude(node, &ana, result(&run, Outcome::Detected), None, "").await, "result-control-failed");
    conclude::conclude(node, &ana, result(&run, Outcome::Invalid), None, "").await.expect("an invalid result");
    let destructive = || Measured { destructive: true, ..measured(&stored, Technique::MassSpectrum, &[]) };
    refused(measure::measure(node, &ana, destructive()).await, "loss-not-approved");
    let approval = || event(&stored, CustodyAction::ApproveLoss, "", "Approver", "", "");
    record_custody::approve_loss(node, &ana, approval()).await.expect("recorded");
    refused(measure::measure(node, &ana, destructive()).await, "loss-not-approved");
    record_custody::approve_loss(node, &boris, approval()).await.expect("recorded");
    measure::measure(node, &ana, destructive()).await.expect("approved by another");
}

#[tokio::test]
async fn the_laboratory_sees_its_own_state_and_nothing_of_the_review() {
    let world = World::training().await;
    let node = &world.node;
    let ana = person(&world, "ana-xo", &[Role::Analyst]).await;
    save::save(node, &ana, sample("S-3"), Vec::new(), None, "").await.expect("saved");
    assert_eq!(list::list(node, &ana, &list::SampleFilter::default()).await.expect("a list").total, 1);
    let olga = person_of(&world, "olga-xs", "XS", &[Role::Analyst]).await;
    assert_eq!(list::list(node, &olga, &list::SampleFilter::default()).await.expect("a list").total, 0);
    let border = person(&world, "gate-xo", &[Role::BorderOfficer]).await;
    assert_eq!(list::list(node, &border, &list::SampleFilter::default()).await.expect("a list").total, 1);
    assert!(matches!(app::matrix::list::list(node, &ana).await, Err(Refusal::NotAllowed(_))));
}
