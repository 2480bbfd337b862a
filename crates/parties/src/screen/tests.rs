use proptest::prelude::*;

use super::{Screen, Worker};
use crate::evidence::Reason;
use crate::list::{Birth, Document, Entry, Gender, ListFormat, PartyList, Quality};
use crate::party::{Party, PartyKind};

fn screen() -> Screen {
    let mut person = Entry::new("P1", PartyKind::Person);
    person.add_name("TAVIT OSKARI BRELLUND", Quality::Primary);
    person.add_name("Абдурахман Щербеков", Quality::Script);
    person.add_name("Clockmaker", Quality::Low);
    let birth = "1961-07-19".parse().unwrap();
    person.births.push(Birth { from: birth, to: birth, about: false });
    person.countries.push("KG".to_owned());
    person.gender = Some(Gender::Male);
    person.documents.push(Document { kind: "Passport".to_owned(), number: "ZX-1234567".to_owned(), country: None });
    let mut company = Entry::new("C1", PartyKind::Organisation);
    company.add_name("Quillon Trading LLC", Quality::Primary);
    let mut vessel = Entry::new("V1", PartyKind::Vessel);
    vessel.add_name("SEA HERON 5", Quality::Primary);
    let entries = vec![person, company, vessel];
    Screen::new(vec![PartyList { name: "test".to_owned(), format: ListFormat::National, published: None, entries }])
}

#[test]
fn names_are_found() {
    let screen = screen();
    for (name, kind, entry) in [
        ("Tavit Oskari Brellund", PartyKind::Person, "P1"),
        ("BRELLUND, Tavit", PartyKind::Person, "P1"),
        ("TavitOskari Brellund", PartyKind::Person, "P1"),
        ("Тавит Оскари Бреллунд", PartyKind::Person, "P1"),
        ("Tavit Brelund", PartyKind::Person, "P1"),
        ("Tavit O. Brellund", PartyKind::Person, "P1"),
        ("Abdul Rahman Shcherbekov", PartyKind::Person, "P1"),
        ("Shcherbekov Abd al-Rahman", PartyKind::Person, "P1"),
        ("Abdul Rahim Shcherbekov", PartyKind::Person, ""),
        ("Abdurakhman Ščerbekov", PartyKind::Person, "P1"),
        ("\u{202e}Tavit\u{200f} Brellund\u{7}", PartyKind::Person, "P1"),
        ("Таvit Brеllund", PartyKind::Person, "P1"),
        ("Tavit Larsson", PartyKind::Person, ""),
        ("Hanne Brellund", PartyKind::Person, ""),
        ("Tavit Oskari Lindqvist", PartyKind::Person, ""),
        ("ОсОО «Квиллон Трейдинг»", PartyKind::Organisation, "C1"),
        ("Quillon Trading", PartyKind::Organisation, "C1"),
        ("Trading LLC", PartyKind::Organisation, ""),
        ("M/V Sea Heron 5", PartyKind::Vessel, "V1"),
        ("Sea Heron V", PartyKind::Vessel, "V1"),
        ("Sea Heron", PartyKind::Vessel, "V1"),
        // Another number makes another ship of one fleet.
        ("Sea Heron 6", PartyKind::Vessel, ""),
        ("Sea Heron VI", PartyKind::Vessel, ""),
        ("Tavit Brellund", PartyKind::Unknown, "P1"),
    ] {
        let hits = screen.check(&Party::named(name, kind)).hits;
        let found: Vec<String> = hits.into_iter().map(|hit| hit.entry).collect();
        assert_eq!(found.join(" "), entry, "{name}");
    }
}

#[test]
fn evidence_strengthens_and_weakens() {
    let screen = screen();
    let score = |change: &dyn Fn(&mut Party)| {
        let mut party = Party::named("Tavit Brellund", PartyKind::Person);
        change(&mut party);
        screen.check(&party).hits.first().map_or(0.0, |hit| hit.score)
    };
    let plain = score(&|_| {});
    assert!(score(&|party| party.birth = "1961-07-19".parse().ok()) > plain);
    assert!(score(&|party| party.birth = "1985".parse().ok()) < plain);
    assert!(score(&|party| party.countries.push("NO".to_owned())) < plain);
    assert!(score(&|party| party.gender = Some(Gender::Female)) < plain);
}

#[test]
fn a_number_outranks_names() {
    let mut party = Party::named("Quite Another", PartyKind::Person);
    party.identifiers.push("zx 1234567".to_owned());
    let hits = screen().check(&party).hits;
    assert_eq!(hits.first().map(|hit| (hit.entry.as_str(), hit.score)), Some(("P1", 1.0)));
    assert!(matches!(hits[0].reasons.first(), Some(Reason::Identifier { .. })));
}

#[test]
fn what_cannot_be_screened_is_told() {
    for (name, code) in [("", "party-name-empty"), (" \u{200f}.-", "party-name-empty"), ("A", "party-name-too-short")] {
        let screened = screen().check(&Party::named(name, PartyKind::Person));
        assert_eq!(screened.refused.as_deref(), Some(code), "{name:?}");
    }
}

#[test]
fn a_very_long_name_is_told() {
    let screened = screen().check(&Party::named(&"Brellund ".repeat(1_200), PartyKind::Person));
    assert_eq!(screened.refused.as_deref(), Some("party-name-too-long"));
}

proptest! {
    #[test]
    fn what_is_found_depends_on_no_worker_and_nothing_panics(names in proptest::collection::vec("\\PC{0,40}|Tavit [a-z]{0,8} Brellun[a-z]", 1..20)) {
        let screen = screen();
        let mut worker = Worker::default();
        for name in &names {
            let party = Party::named(name, PartyKind::Unknown);
            prop_assert_eq!(screen.check_with(&party, &mut worker), screen.check(&party));
        }
    }
}
