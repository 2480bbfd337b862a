//! Names that are none, and names in disguise: each has a clear outcome, and never a silent "no hit".

use super::Screen;
use crate::compare::compare;
use crate::list::{Entry, ListFormat, PartyList, Quality};
use crate::party::{Party, PartyKind, unscreenable};

fn screen() -> Screen {
    let mut entries = Vec::new();
    for (key, kind, name) in [
        ("P", PartyKind::Person, "Tavit Oskari Brellund"),
        ("H", PartyKind::Person, "Hadji"),
        ("C", PartyKind::Organisation, "Quillon Trading LLC"),
        ("N", PartyKind::Organisation, "11420 Corp"),
    ] {
        let mut entry = Entry::new(key, kind);
        entry.add_name(name, Quality::Primary);
        entries.push(entry);
    }
    Screen::new(vec![PartyList { name: "test".to_owned(), format: ListFormat::National, published: None, entries }])
}

/// What comes of a name: the code of a refusal, the entries hit, or "nothing".
fn outcome(screen: &Screen, name: &str, kind: PartyKind) -> String {
    let found = screen.check(&Party::named(name, kind));
    let hits: Vec<String> = found.hits.into_iter().map(|hit| hit.entry).collect();
    found.refused.unwrap_or_else(|| if hits.is_empty() { "nothing".to_owned() } else { hits.join(" ") })
}

#[test]
fn every_name_has_a_clear_outcome() {
    use PartyKind::{Organisation, Person, Unknown, Vessel};
    const LITTLE: &str = "party-name-too-little";
    const EMPTY: &str = "party-name-empty";
    const LONG: &str = "party-name-too-long";
    let screen = screen();
    let letters = "x".repeat(10_000);
    let words = "Brellund ".repeat(1_200);
    let many = format!("{} Larsdal", "Hanne ".repeat(60));
    let stacked = format!("Tavit Brel{}lund", "\u{335}".repeat(900));
    for (name, kind, expect) in [
        ("", Person, EMPTY),
        (" \t\u{a0}", Person, EMPTY),
        ("--- !? №", Unknown, EMPTY),
        ("\u{200f}\u{202e}\u{feff}", Person, EMPTY),
        ("\0\u{1}\u{7f}", Organisation, EMPTY),
        ("🚢⚓", Vessel, EMPTY),
        ("T", Person, "party-name-too-short"),
        ("Щ.", Person, "party-name-too-short"),
        ("7", Organisation, "party-name-too-short"),
        ("T. B.", Person, LITTLE),
        ("Т. Б.", Unknown, LITTLE),
        ("Mr", Person, LITTLE),
        ("Sheikh Dr.", Person, LITTLE),
        ("bin al", Person, LITTLE),
        ("12345678901234567890", Person, LITTLE),
        ("2026-11-25", Unknown, LITTLE),
        ("LLC", Organisation, LITTLE),
        ("ООО", Unknown, LITTLE),
        ("ҶДММ \"\"", Organisation, LITTLE),
        ("GmbH & Co. KG", Organisation, LITTLE),
        ("M/V", Vessel, LITTLE),
        (letters.as_str(), Person, LONG),
        (words.as_str(), Person, LONG),
        (many.as_str(), Person, "party-name-too-many-parts"),
        ("Tavit Bre\u{fffd}lund", Person, "party-name-damaged"),
        // Little as they say, they are found where they are listed just so.
        ("Hadji", Person, "H"),
        ("11420", Organisation, "N"),
        // Names in disguise.
        ("\u{202e}Tavit\u{200f} Brellund\u{61c}", Person, "P"),
        ("Ta\u{202a}vit Brel\u{200d}lund", Person, "P"),
        ("Tavit\u{7}\tBrellund\0", Person, "P"),
        ("Tav\u{ad}it Brel\u{2060}lund", Person, "P"),
        ("Ｔａｖｉｔ Ｂｒｅｌｌｕｎｄ", Person, "P"),
        ("𝐓𝐚𝐯𝐢𝐭 𝐁𝐫𝐞𝐥𝐥𝐮𝐧𝐝", Person, "P"),
        ("Tаvit Вrеllund", Person, "P"),
        ("Тavit Бреллунд", Person, "P"),
        ("Tav1t Brel1und", Person, "P"),
        ("🚢 Tavit Brellund 🚢", Unknown, "P"),
        (stacked.as_str(), Person, "P"),
        ("Quillon \u{200b}Trading", Organisation, "C"),
        // And names that are simply not listed.
        ("Hanne Larsdal", Person, "nothing"),
        ("李娜", Person, "nothing"),
        ("ሐና ላርስዳል", Person, "nothing"),
    ] {
        let shown: String = name.chars().take(40).collect();
        assert_eq!(outcome(&screen, name, kind), expect, "{shown:?} as {kind}");
        // Compared with itself, a name that cannot be screened is told as such; every other is the same.
        match unscreenable(name, kind) {
            Some(code) => assert!(code == expect || matches!(expect, "H" | "N"), "{shown:?}: {code}"),
            None => assert!(compare(name, name, kind).is_match(), "{shown:?} with itself"),
        }
    }
}
