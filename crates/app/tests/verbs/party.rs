//! Party screening: a list, its next version, what is kept, decided, and comes back.

use std::collections::BTreeMap;
use std::path::Path;

use app::party::decide::{Decide, decide};
use app::party::import::{ListImport, OfferedList, import, preview};
use app::party::keep::{ToKeep, change, keep};
use app::party::list::{ScreeningFilter, list, show};
use app::party::screen::{lists_in_use, screen};
use app::party::{asked_of_line, diff, table, versions};
use app::{Actor, Offered, Refusal, Seen, Stored};
use domain::account::Account;
use domain::ids::Id;
use domain::language::Language;
use domain::localized::Localized;
use domain::party_screening::{AskedParty, HitReturn, HitState, HitVerdict, PartyScreening, ScreeningState};
use domain::role::Role;
use serde_json::json;
use testkit::World;

#[expect(clippy::disallowed_methods, reason = "a test reads the training list as it ships")]
fn file(folder: &str, name: &str) -> Offered {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/training-parties").join(folder).join(name);
    Offered { file_name: name.to_owned(), bytes: std::fs::read(path).expect("the training list") }
}

pub(crate) fn training(version: &str) -> OfferedList {
    let files = vec![file(version, "training-list.csv"), file(version, "training-list.toml")];
    OfferedList { title: Localized::new(Language::EN, "Training list"), files, ..OfferedList::default() }
}

/// The training list with a change in its table.
fn training_but(version: &str, published: &str, from: &str, to: &str) -> OfferedList {
    let mut offered = training(version);
    for file in &mut offered.files {
        let text = String::from_utf8(file.bytes.clone()).expect("a text");
        assert!(file.file_name.ends_with("toml") || text.contains(from), "{from} is not there");
        file.bytes = text.replace(from, to).into_bytes();
    }
    offered.published = Some(published.parse().expect("a day"));
    offered
}

pub(crate) async fn person(world: &World, login: &str, state: &str, role: Role) -> Actor {
    let account = Account {
        login: login.to_owned(),
        name: Localized::new(Language::EN, login),
        state: Some(state.parse().expect("a code")),
        roles: vec![role],
        active: true,
        demo: false,
    };
    app::account::save::save(&world.node, &world.operator().await, account, None).await.expect("an account");
    world.actor(login).await
}

pub(crate) fn asked(name: &str, kind: &str) -> AskedParty {
    asked_of_line(&json!({"name": name, "kind": kind})).expect("a party").0
}

async fn kept(world: &World, actor: &Actor, name: &str, kind: &str) -> Stored {
    let to_keep = vec![ToKeep { party: asked(name, kind), reference: None }];
    keep(&world.node, actor, to_keep, &|_, _| {}).await.expect("a screening").remove(0)
}

async fn now(world: &World, actor: &Actor, stored: &Stored) -> (Stored, PartyScreening) {
    let kept = show(&world.node, actor, Id::new(stored.revision.record)).await.expect("it is there");
    (kept.stored, kept.screening)
}

/// How the hit on this entry stands, and why it is open again.
async fn standing(world: &World, actor: &Actor, stored: &Stored, entry: &str) -> (HitState, Option<HitReturn>) {
    let (_, screening) = now(world, actor, stored).await;
    let hit = screening.hit("training", entry).unwrap_or_else(|| panic!("no hit on {entry}"));
    hit.standing(&screening.party.digest())
}

async fn clear(world: &World, actor: &Actor, stored: &Stored, entry: &str, reason: &str) -> Result<Stored, Refusal> {
    let (current, _) = now(world, actor, stored).await;
    let what = Decide {
        list: "training".to_owned(),
        entry: entry.to_owned(),
        verdict: HitVerdict::Clear,
        reason: reason.to_owned(),
    };
    decide(&world.node, actor, Id::new(current.revision.record), current.revision.version, what).await
}

async fn imported(world: &World, actor: &Actor, offered: OfferedList) -> ListImport {
    match import(&world.node, actor, offered).await {
        Ok(import) => import,
        Err(refusal) => panic!("the list is refused: {refusal:?}"),
    }
}

fn codes(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::Invalid(faults) => faults.into_iter().map(|fault| fault.code).collect(),
        other => vec![other.code().to_owned()],
    }
}

#[tokio::test]
async fn a_cleared_pair_stays_cleared_until_either_side_changes() {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::LicensingOfficer).await;
    imported(&world, &officer, training("2026-09")).await;
    let vesk = kept(&world, &officer, "Веск Илан", "person").await;
    let karsk = kept(&world, &officer, "Torgovy Dom Karsk", "organisation").await;
    assert_eq!(standing(&world, &officer, &vesk, "T-001").await, (HitState::Open, None));
    assert_eq!(
        codes(clear(&world, &officer, &vesk, "T-001", "  ").await.unwrap_err()),
        ["party-decision-without-reason"]
    );
    clear(&world, &officer, &vesk, "T-001", "Another year of birth").await.expect("a decision");
    clear(&world, &officer, &karsk, "T-004", "Another register number").await.expect("a decision");
    assert_eq!(standing(&world, &officer, &vesk, "T-001").await, (HitState::Cleared, None));
    // Asking again finds what was decided, and is no second record.
    let again = kept(&world, &officer, "ВЕСК  ИЛАН", "person").await;
    assert_eq!(again.revision.record, vesk.revision.record);
    assert_eq!(standing(&world, &officer, &again, "T-001").await, (HitState::Cleared, None));

    // The next version touches T-001 and leaves T-004 as it was.
    let done = imported(&world, &officer, training("2026-11")).await;
    assert_eq!(done.changed.len(), 1, "{:?}", done.changed);
    assert_eq!(done.version.looked_again.screenings, 2);
    assert_eq!((done.version.looked_again.with_new_hits, done.version.looked_again.with_changed_hits), (0, 1));
    assert_eq!(standing(&world, &officer, &karsk, "T-004").await, (HitState::Cleared, None));
    assert_eq!(standing(&world, &officer, &vesk, "T-001").await, (HitState::Open, Some(HitReturn::EntryChanged)));
    let open = ScreeningFilter { state: Some(ScreeningState::Open), ..ScreeningFilter::default() };
    assert_eq!(list(&world.node, &officer, &open).await.expect("a list").total, 1);

    // Cleared again, it comes back when the party is described differently; the reason and the earlier decisions stay.
    clear(&world, &officer, &vesk, "T-001", "Still another person").await.expect("a decision");
    let (current, _) = now(&world, &officer, &vesk).await;
    let seen = Seen { record: current.revision.record, version: current.revision.version };
    let (other, _) = asked_of_line(&json!({"name": "Веск Илан", "kind": "person", "birth": "1968"})).expect("a party");
    change(&world.node, &officer, seen, other, None).await.expect("a change");
    assert_eq!(standing(&world, &officer, &vesk, "T-001").await, (HitState::Open, Some(HitReturn::PartyChanged)));
    let (_, screening) = now(&world, &officer, &vesk).await;
    let reasons: Vec<&str> = screening.hits[0].decisions.iter().map(|decision| decision.reason.as_str()).collect();
    assert_eq!(reasons, ["Another year of birth", "Still another person"]);
}

#[tokio::test]
async fn a_list_goes_on_being_as_old_as_it_may_be() {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::LicensingOfficer).await;
    let never = OfferedList { max_age_days: Some(0), ..training("2026-09") };
    assert_eq!(codes(import(&world.node, &officer, never).await.unwrap_err()), ["party-list-max-age"]);
    imported(&world, &officer, OfferedList { max_age_days: Some(100), ..training("2026-09") }).await;
    let used = lists_in_use(&world.node, &officer).await.expect("the lists");
    let published = used[0].version.published.expect("a day");
    let after = |days: i32| published.saturating_add(jiff::Span::new().days(days));
    assert!(!used[0].is_too_old(after(100)) && used[0].is_too_old(after(101)));
    let next = imported(&world, &officer, training("2026-11")).await;
    assert_eq!(next.version.max_age_days(), 100);
}

#[tokio::test]
async fn a_new_alias_finds_what_was_screened_before_and_a_removed_entry_is_marked() {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::LicensingOfficer).await;
    imported(&world, &officer, training("2026-09")).await;
    let lormuk = kept(&world, &officer, "Hasan Lormuk", "person").await;
    let oltrek = kept(&world, &officer, "Sorvane Oltrek", "person").await;
    let strome = kept(&world, &officer, "Штром Пелагея", "person").await;
    assert_eq!(now(&world, &officer, &lormuk).await.1.state(), ScreeningState::None);
    let shown = preview(&world.node, &officer, &training("2026-11")).await.expect("a preview");
    assert_eq!(now(&world, &officer, &lormuk).await.0.revision.version, 1, "a preview changes nothing");
    let done = imported(&world, &officer, training("2026-11")).await;
    assert_eq!(shown.changed, done.changed);
    let looked = done.version.looked_again;
    assert_eq!((looked.screenings, looked.with_new_hits, looked.with_removed_hits), (3, 2, 1));
    let difference = done.version.difference.expect("a version before");
    assert_eq!((difference.added, difference.altered, difference.removed), (1, 1, 1));
    assert_eq!(standing(&world, &officer, &lormuk, "T-001").await.0, HitState::Open);
    assert_eq!(standing(&world, &officer, &strome, "T-009").await.0, HitState::Open);
    assert_eq!(standing(&world, &officer, &oltrek, "T-003").await.0, HitState::Gone);
    let (stored, screening) = now(&world, &officer, &lormuk).await;
    assert_eq!(stored.revision.version, 2);
    assert_eq!(screening.lists[0].published.map(|date| date.to_string()).as_deref(), Some("2026-11-16"));
    assert_eq!(codes(clear(&world, &officer, &oltrek, "T-003", "gone").await.unwrap_err()), ["party-hit-gone"]);
    // What an import finds by looking at changes only is what a whole screening finds.
    for (name, entry) in [("Hasan Lormuk", Some("T-001")), ("Sorvane Oltrek", None), ("Штром Пелагея", Some("T-009"))]
    {
        let found = screen(&world.node, &officer, &[asked(name, "person")]).await.expect("an answer");
        assert_eq!(found.found[0].hits.first().map(|hit| hit.entry.as_str()), entry, "{name}");
    }
    let compared = diff::diff(&world.node, &officer, None, "training").await.expect("two versions");
    assert_eq!(compared.changes.len(), 3);
    assert_eq!(compared.before.version.key(), "training@2026-09-14");
}

#[tokio::test]
async fn what_would_clear_everybody_is_refused() {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::LicensingOfficer).await;
    let none = screen(&world.node, &officer, &[asked("Ilan Vesk", "person")]).await;
    assert_eq!(codes(none.unwrap_err()), ["party-no-lists"]);
    imported(&world, &officer, training("2026-11")).await;
    let heading =
        "key,name,kind,aliases,weak aliases,original script,date of birth,document,programme,listed on,remarks\n";
    let mut empty = training("2026-11");
    empty.files[0].bytes = heading.as_bytes().to_vec();
    let table = |name: &str| Offered { file_name: name.to_owned(), bytes: b"name\nIlan Vesk\n".to_vec() };
    let several = OfferedList { files: vec![table("a.csv"), table("b.csv")], ..OfferedList::default() };
    for (offered, expect) in [
        (empty, "party-list-empty"),
        (training("2026-11"), "party-list-there"),
        (training("2026-09"), "party-list-older"),
        (several, "party-list-several"),
        (OfferedList::default(), "field-missing"),
        (
            OfferedList {
                published: Some("2999-01-01".parse().unwrap()),
                ..training_but("2026-11", "2999-01-01", "1975", "1976")
            },
            "party-list-dated-ahead",
        ),
    ] {
        let refused = codes(import(&world.node, &officer, offered).await.unwrap_err());
        assert!(refused.iter().any(|code| code == expect), "{expect}: {refused:?}");
    }
    // Nothing of what was refused is there.
    assert_eq!(versions::versions(&world.node, &officer).await.expect("versions").len(), 1);
}

#[tokio::test]
async fn a_list_says_its_age_and_an_old_one_says_it_loudly() {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::LicensingOfficer).await;
    let today = world.node.surroundings.today();
    let days_ago = |days: i64| today.checked_sub(jiff::Span::new().days(days)).expect("a day").to_string();
    for (days, name, too_old) in [(30, "fresh", false), (31, "stale", true)] {
        let mut offered = training_but("2026-09", &days_ago(days), "T-001", &format!("T-{days}"));
        offered.list = name.to_owned();
        imported(&world, &officer, offered).await;
        let used = lists_in_use(&world.node, &officer).await.expect("lists");
        let list = used.iter().find(|used| used.version.list == name).expect("the list");
        assert_eq!((list.age(today), list.is_too_old(today)), (Some(days), too_old));
        let told =
            app::party::export::list_in_words(locale::Catalogue::embedded().translator(Language::EN), list, today);
        assert_eq!(told.starts_with("TOO OLD"), too_old, "{told}");
    }
}

#[tokio::test]
async fn a_table_is_kept_row_by_row_and_written_again_with_its_hits() {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::BorderOfficer).await;
    imported(&world, &world.operator().await, training("2026-09")).await;
    let file = file("", "shipments.csv");
    let checked = table::check_table(&world.node, &officer, &file, &BTreeMap::new(), &|_, _| {}).await;
    let checked = checked.unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!((checked.rows, checked.faults.len()), (10, 0));
    let of_check = ScreeningFilter { check: Some(checked.check), ..ScreeningFilter::default() };
    let page = list(&world.node, &officer, &of_check).await.expect("the rows");
    assert_eq!(page.total, 10);
    let open = ScreeningFilter { state: Some(ScreeningState::Open), ..of_check.clone() };
    let page = list(&world.node, &officer, &open).await.expect("the rows");
    let names: Vec<&str> = page
        .records
        .iter()
        .filter_map(|stored| stored.noun::<PartyScreening>())
        .map(|s| s.party.name.as_str())
        .collect();
    for name in ["Dariyo Mekhtanov", "Northern Lantern", "Torgovy Dom Karsk", "Веск Илан"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(!names.contains(&"Orlania Dairy Works") && !names.contains(&"Hasan Lormuk"), "{names:?}");
    let format = (app::TableFormat::Csv, Language::EN);
    let written = app::party::export::export(&world.node, &officer, &of_check, format).await.expect("a file");
    let text = String::from_utf8(written.bytes).expect("a text");
    assert!(text.contains("T-006") && text.contains("no hit") && text.contains("9990017"), "{text}");
}

#[tokio::test]
async fn what_a_state_keeps_reaches_nobody_else() {
    let world = World::empty().await;
    let xo = person(&world, "officer-xo", "XO", Role::LicensingOfficer).await;
    let xs = person(&world, "officer-xs", "XS", Role::LicensingOfficer).await;
    let trainee = person(&world, "trainee", "XO", Role::Trainee).await;
    imported(&world, &world.operator().await, training("2026-09")).await;
    let vesk = kept(&world, &xo, "Ilan Vesk", "person").await;
    let lormuk = kept(&world, &xs, "Hasan Lormuk", "person").await;
    for (actor, stored) in [(&xs, &vesk), (&xo, &lormuk)] {
        assert!(matches!(
            show(&world.node, actor, Id::new(stored.revision.record)).await,
            Err(Refusal::NotFound("party-screening"))
        ));
        assert!(matches!(clear_by(&world, actor, stored).await, Err(Refusal::NotFound(_))));
    }
    assert!(matches!(list(&world.node, &trainee, &ScreeningFilter::default()).await, Err(Refusal::NotAllowed(_))));
    // A trainee may ask; what one State imports for itself looks at nothing of another's.
    let found = screen(&world.node, &trainee, &[asked("Ilan Vesk", "person")]).await.expect("an answer");
    assert_eq!(found.found[0].hits.len(), 1);
    let done = imported(&world, &xo, training("2026-11")).await;
    assert_eq!(done.version.looked_again.screenings, 1);
    assert_eq!(now(&world, &xs, &lormuk).await.1.state(), ScreeningState::None);
    // The operator's import serves both, and tells the operator of neither.
    let later = training_but("2026-11", "2026-11-20", "T-002", "T-902");
    let done = imported(&world, &world.operator().await, later).await;
    assert_eq!((done.version.looked_again.screenings, done.version.looked_again.with_new_hits), (2, 1));
    assert!(done.changed.is_empty());
    assert_eq!(now(&world, &xs, &lormuk).await.1.state(), ScreeningState::Open);
}

async fn clear_by(world: &World, actor: &Actor, stored: &Stored) -> Result<Stored, Refusal> {
    let what = Decide {
        list: "training".to_owned(),
        entry: "T-001".to_owned(),
        verdict: HitVerdict::Clear,
        reason: "not theirs".to_owned(),
    };
    decide(&world.node, actor, Id::new(stored.revision.record), 1, what).await
}
