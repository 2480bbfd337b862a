use std::path::Path;

use proptest::prelude::*;

use super::{File, read_file, read_folder};
use crate::list::PartyList;

#[expect(clippy::disallowed_methods, reason = "the fixtures are the data of this test")]
fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("test-files").join(name)).unwrap()
}

/// Lists as tests read them: a line an entry.
fn shown(lists: &[PartyList]) -> String {
    let mut shown = String::new();
    for list in lists {
        shown += &format!("{} {} {:?}\n", list.name, list.format, list.published.map(|date| date.to_string()));
        for entry in &list.entries {
            let names: Vec<String> =
                entry.names.iter().map(|name| format!("{} ({})", name.text, name.quality)).collect();
            let births: Vec<String> =
                entry.births.iter().map(|b| format!("{}{}–{}", if b.about { "~" } else { "" }, b.from, b.to)).collect();
            let numbers: Vec<&str> = entry.documents.iter().map(|document| document.number.as_str()).collect();
            shown += &format!(
                "  {} {} | {} | {} | {} | {} | {}\n",
                entry.key,
                entry.kind,
                names.join("; "),
                births.join(", "),
                entry.countries.join(" "),
                numbers.join(" "),
                entry.programmes.join(" ")
            );
        }
    }
    shown
}

fn codes(files: &[(&str, Vec<u8>)]) -> (usize, Vec<String>) {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let (lists, faults) = read_folder(&files);
    (lists.len(), faults.into_iter().map(|fault| fault.code).collect())
}

#[test]
fn every_published_form_is_read() {
    let names =
        ["un.xml", "sdn.csv", "alt.csv", "add.csv", "eu.xml", "uk.csv", "uk.xml", "register.csv", "register.toml"];
    let files: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (*name, fixture(name))).collect();
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let (lists, faults) = read_folder(&files);
    assert!(faults.is_empty(), "{faults:?}");
    let expect = "\
ofac ofac None
  101 person | BRELLUND, Tavit (primary); CLOCKMAKER (low); BRELUND, Dawit (good) | 1961-07-19–1961-07-19, ~1960–1960 | KG | ZX1234567 | EXAMPLE OTHER
  102 organisation | QUILLON TRADING FZE (primary) |  | TJ | 55-7788-A | EXAMPLE
  103 vessel | SEA HERON (primary); GREY HERON (former) |  | PA | 9000011 | EXAMPLE
eu eu Some(\"2026-10-20\")
  EU.900.1 person | Tavit Brellund (primary); Тавит Бреллунд (script); Clockmaker (low) | ~1961–1961 | KG | ZX1234567 | EXA
  EU.901.2 organisation | Quillon Trading FZE (primary) |  | TJ |  | EXA
national national Some(\"2026-11-01\")
  7 unknown | Бреллунд Тавит (primary); Брелунд Давит (good); Часовщик (good) | 1961-07-19–1961-07-19 | KG |  | 
  8 unknown | ОсОО «Квиллон Трейдинг» (primary) |  | TJ |  | 
uk uk Some(\"2026-10-21\")
  EXA0001 person | Tavit BRELLUND (primary); Тавит Бреллунд (script); Dawit BRELUND (low) | 1961-07-19–1961-07-19, 1960–1960 | KG | ZX1234567 | Example
  EXA0002 vessel | SEA HERON (primary) |  |  | 9000011 | Example
uk uk Some(\"2026-10-21\")
  EXA0001 person | Tavit BRELLUND (primary); BRELUND (low); Тавит Бреллунд (script) | 1961-07-19–1961-07-19, 1960–1960 | KG | ZX1234567 | Example
un un Some(\"2026-11-02\")
  EXi.001 person | TAVIT OSKARI BRELLUND (primary); Тавит Бреллунд (script); Tavit Brelund (good); Dawit Brellunt (good); The Clockmaker (low) | 1961-07-19–1961-07-19, 1960–1962 | KG | ZX-1234567 | Example
  EXe.001 organisation | ORLANIAN PRECISION WORKS (primary); OPW (good); Miren Lathe Works (former) |  | TJ |  | Example
";
    assert_eq!(shown(&lists), expect);
}

#[test]
fn what_would_clear_everybody_is_refused() {
    let un = fixture("un.xml");
    let cut = |bytes: &[u8], at: usize| bytes[..at].to_vec();
    let empty = b"<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>".to_vec();
    assert_eq!(codes(&[("un.xml", empty)]), (0, vec!["party-list-empty".to_owned()]));
    for at in [un.len() / 3, un.len() / 2, un.len() - 10] {
        let (lists, codes) = codes(&[("un.xml", cut(&un, at))]);
        assert_eq!(lists, 0, "cut at {at}");
        assert!(codes.iter().all(|code| code == "party-list-cut-off" || code == "party-list-xml-broken"), "{codes:?}");
    }
    let sdn = fixture("sdn.csv");
    for at in [sdn.len() / 2, 40] {
        assert_eq!(
            codes(&[("sdn.csv", cut(&sdn, at)), ("alt.csv", fixture("alt.csv")), ("add.csv", fixture("add.csv"))]).0,
            0
        );
    }
    // Cut at the end of a line: the aliases know of parties that are gone.
    let line = sdn.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let found =
        codes(&[("sdn.csv", cut(&sdn, line)), ("alt.csv", fixture("alt.csv")), ("add.csv", fixture("add.csv"))]);
    assert_eq!(found, (0, vec!["party-list-parts-disagree".to_owned()]));
    let uk = fixture("uk.csv");
    assert_eq!(codes(&[("uk.csv", cut(&uk, uk.len() - 30))]).0, 0);
    assert_eq!(codes(&[("x.xml", b"<other/>".to_vec())]), (0, vec!["party-list-unknown-format".to_owned()]));
    assert_eq!(codes(&[]), (0, vec!["party-list-none".to_owned()]));
    assert_eq!(codes(&[("alt.csv", fixture("alt.csv"))]).0, 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_bytes_make_a_reader_panic(which in 0_usize..4, at in 0_usize..4000, byte in any::<u8>(), length in 0_usize..4000) {
        let name = ["un.xml", "eu.xml", "uk.xml", "uk.csv"][which];
        let mut bytes = fixture(name);
        let place = at % bytes.len();
        bytes[place] = byte;
        bytes.truncate(length.max(1));
        let _ = read_file(File { name, bytes: &bytes }, None);
        let _ = read_folder(&[File { name: "sdn.csv", bytes: &bytes }]);
    }
}
