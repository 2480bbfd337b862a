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
fn a_table_without_keys_is_keyed_by_name_and_not_by_row() {
    let keys = |table: &str| -> (Vec<String>, Vec<String>) {
        let (list, faults) = read_file(File { name: "own.csv", bytes: table.as_bytes() }, None);
        let keys = list.expect("a list").entries.into_iter().map(|entry| entry.key).collect();
        (keys, faults.into_iter().map(|fault| fault.code).collect())
    };
    let (before, told) = keys("name,birth\nIlan Vesk,1968\nTorgovy  Dom,\nTorgovy Dom,\n");
    assert_eq!(before, ["Ilan Vesk, 1968", "Torgovy Dom", "Torgovy Dom (2)"]);
    assert_eq!(told, ["party-list-keyed-by-name"]);
    let (after, _) = keys("name,birth\nHasan Lormuk,\nIlan Vesk,1968\nTorgovy Dom,\n");
    assert_eq!(after, ["Hasan Lormuk", "Ilan Vesk, 1968", "Torgovy Dom"]);
    assert_eq!(keys("key,name\nT-1,Ilan Vesk\n"), (vec!["T-1".to_owned()], Vec::new()));
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

#[test]
fn no_xml_list_that_is_cut_off_is_read() {
    for name in ["un.xml", "eu.xml", "uk.xml", "ofsi.xml"] {
        let bytes = fixture(name);
        let end = bytes.iter().rposition(|byte| *byte == b'>').unwrap();
        for at in 0..end {
            let (list, faults) = read_file(File { name, bytes: &bytes[..at] }, None);
            assert!(list.is_none() && !faults.is_empty(), "{name} cut at {at} of {}", bytes.len());
        }
        assert!(read_file(File { name, bytes: &bytes[..=end] }, None).0.is_some(), "{name}");
    }
}

#[test]
fn a_row_that_is_cut_off_refuses_the_table() {
    let others = [("alt.csv", fixture("alt.csv")), ("add.csv", fixture("add.csv"))];
    let cut = |name: &str, at: usize| {
        let mut bytes = fixture(name);
        bytes.truncate(at);
        let cut = File { name, bytes: &bytes };
        let of_ofac = name == "sdn.csv";
        let others = others.iter().filter(|_| of_ofac).map(|(name, bytes)| File { name, bytes });
        let files: Vec<File<'_>> = others.chain([cut]).collect();
        read_folder(&files).0.len()
    };
    for (name, last_column) in [("sdn.csv", b','), ("uk.csv", b',')] {
        let bytes = fixture(name);
        let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        let ends: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'\n').collect();
        for at in first + 1..bytes.len() {
            // A cut behind the last comma of a row leaves a whole row with a shorter last cell, which nobody can see.
            let line = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            let end = ends.iter().find(|end| **end >= at).copied().unwrap_or(bytes.len());
            let whole = bytes[at.min(end)..end].iter().all(|byte| *byte != last_column);
            if at == line || whole {
                continue;
            }
            assert_eq!(cut(name, at), 0, "{name} cut at {at}");
        }
    }
}

#[test]
fn a_date_beside_the_list_is_taken_where_the_list_has_none() {
    let files = |toml: &str| {
        let named = [("sdn.csv", fixture("sdn.csv")), ("alt.csv", fixture("alt.csv")), ("add.csv", fixture("add.csv"))];
        let mut named: Vec<(&str, Vec<u8>)> = named.into_iter().collect();
        named.push(("ofac.toml", toml.as_bytes().to_vec()));
        named.push(("un.xml", fixture("un.xml")));
        named.push(("un.toml", b"published = \"2001-01-01\"".to_vec()));
        let files: Vec<File<'_>> = named.iter().map(|(name, bytes)| File { name, bytes }).collect();
        let (lists, faults) = read_folder(&files);
        let dates: Vec<String> =
            lists.iter().map(|list| list.published.map_or_else(|| "-".to_owned(), |day| day.to_string())).collect();
        (dates.join(" "), faults.into_iter().map(|fault| fault.code).collect::<Vec<_>>().join(" "))
    };
    // What the list says of itself outranks what stands beside it.
    assert_eq!(files("published = \"2026-10-19\""), ("2026-10-19 2026-11-02".to_owned(), String::new()));
    assert_eq!(files(""), ("- 2026-11-02".to_owned(), String::new()));
    assert_eq!(files("published = \"soon\"").1, "party-list-mapping-unreadable");
}

#[test]
fn an_age_that_is_not_known_is_none() {
    let day = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    let list = |published: Option<&str>| PartyList {
        name: "x".to_owned(),
        format: crate::list::ListFormat::Un,
        published: published.map(day),
        entries: Vec::new(),
    };
    for (published, today, expect) in [
        (Some("2026-11-01"), "2026-11-25", Some((24, false))),
        (Some("2026-10-01"), "2026-11-25", Some((55, true))),
        (Some("2026-11-26"), "2026-11-25", Some((0, false))),
        (Some("2026-12-26"), "2026-11-25", None),
        (None, "2026-11-25", None),
    ] {
        let age = list(published).age(day(today), 30).map(|age| (age.days, age.too_old));
        assert_eq!(age, expect, "{published:?}");
    }
}

/// Flips and cuts: what a bad line, a bad disk and a bad hand leave of a file.
fn damage(mut bytes: Vec<u8>, flips: &[(usize, u8)], length: usize) -> Vec<u8> {
    for (at, byte) in flips {
        let place = at % bytes.len();
        bytes[place] = *byte;
    }
    bytes.truncate(length.max(1));
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn no_damage_makes_a_reader_panic(
        which in 0_usize..10,
        flips in proptest::collection::vec((0_usize..8_000, any::<u8>()), 0..6),
        length in 1_usize..8_000,
    ) {
        let names = [
            "un.xml", "eu.xml", "uk.xml", "ofsi.xml", "uk.csv", "sdn.csv", "alt.csv", "add.csv", "register.csv",
            "register.toml",
        ];
        let files: Vec<(&str, Vec<u8>)> = names
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let bytes = fixture(name);
                (*name, if place == which { damage(bytes, &flips, length) } else { bytes })
            })
            .collect();
        let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
        let (lists, _) = read_folder(&files);
        // Whatever was read is a list: it has entries, each with a name and a digest.
        for list in &lists {
            prop_assert!(!list.entries.is_empty());
            for entry in &list.entries {
                prop_assert!(!entry.primary_name().is_empty());
                let _ = entry.digest();
            }
            prop_assert!(crate::change::changes(list, list).is_empty());
        }
    }
}
