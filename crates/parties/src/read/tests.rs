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
            let addresses: Vec<String> =
                entry.addresses.iter().map(|address| format!("{}; {}", address.text, address.country)).collect();
            let vessel = entry.vessel.as_ref().map(|vessel| {
                let imo: Vec<&str> = entry.imo_numbers().collect();
                format!("IMO {}, {}, {}, {}, {}", imo.join(" "), vessel.kind, vessel.flag, vessel.owner, vessel.tonnage)
            });
            shown += &format!(
                "    born in {}; {}; at {}; {}; listed {} updated {}\n",
                entry.birth_places.join(" / "),
                entry.gender.map_or("-", |gender| gender.as_str()),
                addresses.join(" / "),
                vessel.as_deref().unwrap_or("-"),
                entry.listed_on.map_or_else(|| "-".to_owned(), |date| date.to_string()),
                entry.updated_on.map_or_else(|| "-".to_owned(), |date| date.to_string()),
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
    let names = [
        "un.xml",
        "sdn.csv",
        "sdn.toml",
        "alt.csv",
        "add.csv",
        "eu.xml",
        "uk.csv",
        "uk.xml",
        "ofsi.xml",
        "register.csv",
        "register.toml",
    ];
    let files: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (*name, fixture(name))).collect();
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let (lists, faults) = read_folder(&files);
    assert!(faults.is_empty(), "{faults:?}");
    let expect = std::include_str!("../../test-files/expected.txt");
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
