//! Every closed set of words has its words in every language, and dates, numbers and faults read as they should.

use domain::act::{Face, Verb};
use domain::body::Kind;
use domain::cell::{Facet, Mark, Weapon};
use domain::citation::Translation;
use domain::custody::{Break, CustodyAction, SealState};
use domain::fault::{Fault, Severity};
use domain::finding::FindingKind;
use domain::laboratory::{ControlKind, Decision, Outcome, Standing, Technique};
use domain::language::Language;
use domain::marking::{Handling, SharingLevel};
use domain::matrix::MatrixStatus;
use domain::measure::{FormOfCompletion, Funding};
use domain::participant::ParticipantRole;
use domain::party_screening::{HitEnd, HitReturn, HitState, HitVerdict, PartyGender, PartyKind, ScreeningState};
use domain::progress::ProgressStatus;
use domain::report::ReportScope;
use domain::response::Position;
use domain::role::Role;
use domain::round::{OrganiserRole, RoundKind, StateRole, StatementPart};
use domain::sample::SampleNature;
use jiff::civil::{date, time};
use locale::{Catalogue, Translator};

fn translator(language: Language) -> Translator {
    Catalogue::embedded().translator(language)
}

fn words_of_the_field() -> Vec<String> {
    let mut keys = Vec::new();
    macro_rules! all {
        ($($kind:literal $name:ident;)+) => { $( keys.extend($name::ALL.iter().map(|word| format!("{}-{word}", $kind))); )+ };
    }
    all! {
        "role" Role; "handling" Handling; "sharing-level" SharingLevel; "weapon" Weapon; "facet" Facet;
        "matrix-status" MatrixStatus; "form-of-completion" FormOfCompletion; "funding" Funding;
        "progress-status" ProgressStatus; "round-kind" RoundKind; "state-role" StateRole;
        "organiser-role" OrganiserRole; "statement-part" StatementPart; "participant-role" ParticipantRole;
        "finding-kind" FindingKind; "position" Position; "translation" Translation; "report-scope" ReportScope;
        "sample-nature" SampleNature; "custody-action" CustodyAction; "seal-state" SealState; "custody-break" Break;
        "technique" Technique; "control-kind" ControlKind; "outcome" Outcome; "standing" Standing;
        "decision" Decision; "party-kind" PartyKind; "party-gender" PartyGender; "hit-verdict" HitVerdict;
        "hit-end" HitEnd; "hit-state" HitState; "hit-return" HitReturn; "screening-state" ScreeningState;
        "kind" Kind; "act" Verb; "face" Face; "severity" Severity;
    }
    keys.extend(Mark::ALL.iter().map(|mark| format!("mark-{}", mark.name())));
    keys
}

#[test]
fn every_word_of_the_field_is_there() {
    for language in [Language::EN, Language::RU] {
        let missing: Vec<String> =
            words_of_the_field().into_iter().filter(|key| !translator(language).has(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

#[track_caller]
fn check(write: impl Fn(Translator) -> String, en: &str, ru: &str) {
    assert_eq!(write(translator(Language::EN)), en);
    assert_eq!(write(translator(Language::RU)), ru);
}

#[test]
fn dates_read_as_a_person_writes_them() {
    check(|t| t.date(date(2017, 8, 2)), "2 August 2017", "2 августа 2017 г.");
    check(|t| t.date_in_full(date(2017, 8, 2)), "2 August 2017", "2 августа 2017 года");
    check(|t| t.day_month(date(2017, 5, 31)), "31 May", "31 мая");
    check(|t| t.weekday_date(date(2017, 8, 2)), "Wednesday, 2 August 2017", "среда, 2 августа 2017 г.");
    check(|t| t.dates(date(2017, 8, 2), date(2017, 8, 4)), "2–4 August 2017", "2–4 августа 2017 г.");
    check(|t| t.dates(date(2017, 8, 2), date(2017, 8, 2)), "2 August 2017", "2 августа 2017 г.");
    check(
        |t| t.dates(date(2017, 8, 30), date(2017, 9, 1)),
        "30 August – 1 September 2017",
        "30 августа – 1 сентября 2017 г.",
    );
    check(
        |t| t.dates_in_full(date(2017, 12, 30), date(2018, 1, 2)),
        "30 December 2017 – 2 January 2018",
        "30 декабря 2017 года – 2 января 2018 года",
    );
    let partial = |text: &'static str| move |t: Translator| t.partial_date(text.parse().unwrap());
    check(partial("2017-08-02"), "2 August 2017", "2 августа 2017 г.");
    check(partial("2017-08"), "August 2017", "август 2017 г.");
    check(partial("2017-Q3"), "third quarter of 2017", "III квартал 2017 г.");
    check(partial("2017"), "2017", "2017 г.");
    check(|t| t.time(time(9, 5, 0, 0)), "09:05", "09:05");
    check(
        |t| t.instant("2017-08-02T04:30:59Z".parse().unwrap()),
        "2 August 2017, 04:30 UTC",
        "2 августа 2017 г., 04:30 по всемирному времени",
    );
}

#[test]
fn numbers_and_lists_read_as_a_person_writes_them() {
    check(|t| t.number(1234), "1234", "1234");
    check(|t| t.number(12345), "12,345", "12\u{a0}345");
    check(|t| t.number(-123_456_789), "−123,456,789", "−123\u{a0}456\u{a0}789");
    check(|t| t.bytes(999), "999 bytes", "999 байт");
    check(|t| t.bytes(1400), "1.4 kB", "1,4 кБ");
    check(|t| t.bytes(118_900), "118 kB", "118 кБ");
    check(|t| t.bytes(u64::MAX), "18446744 TB", "18446744 ТБ");
    let list = |items: &'static [&'static str]| {
        move |t: Translator| t.list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>())
    };
    check(list(&[]), "", "");
    check(list(&["A"]), "A", "A");
    check(list(&["A", "B"]), "A and B", "A и B");
    check(list(&["A", "B", "C"]), "A, B and C", "A, B и C");
}

#[test]
fn an_unknown_key_shows_itself_and_an_unknown_language_is_english() {
    check(|t| t.text("no-such-key"), "no-such-key", "no-such-key");
    assert_eq!(translator("tg".parse().unwrap()).language(), Language::EN);
    assert_eq!(Catalogue::embedded().languages().first(), Some(&Language::EN));
}

#[test]
fn a_fault_without_words_still_names_its_place() {
    let fault = Fault::error("not-yet-in-words").at("mark").inside("XO.csv", Some(12));
    let told = translator(Language::EN).fault(&fault);
    assert_eq!(told.message, "fault-not-yet-in-words");
    assert_eq!(told.hint, None);
    assert_eq!(told.place, "XO.csv, line 12, mark");
    assert_eq!(translator(Language::RU).fault(&fault).place, "XO.csv, строка 12, mark");
}
