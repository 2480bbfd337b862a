use domain::fault::Fault;
use domain::localized::Localized;

use super::*;
use crate::read::{line_json, paragraphs};
use crate::version::Notation;

fn head(edition: &str, notation: Notation) -> ListHead {
    ListHead {
        list: "test".to_owned(),
        edition: edition.to_owned(),
        title: Localized::new(Language::EN, "Test"),
        authority: Localized::default(),
        state: None,
        in_force: None,
        source: String::new(),
        source_hash: None,
        own_words: false,
        notation,
    }
}

/// A list from lines `path kind text`.
fn list(notation: Notation, lines: &[&str]) -> ListVersion {
    let json = |line: &&str| {
        let mut parts = line.splitn(3, ' ');
        let mut next = || parts.next().unwrap_or_default();
        serde_json::json!({"path": next(), "kind": next(), "text": next()}).to_string()
    };
    let text = lines.iter().map(json).collect::<Vec<_>>().join("\n");
    let (list, faults) = line_json::read("l", text.as_bytes(), head("1", notation), Language::EN);
    list.unwrap_or_else(|| panic!("{faults:#?}"))
}

/// Rows that are not the same, as a person reads them.
fn shown(comparison: &ListComparison) -> Vec<String> {
    let side = |side: &Option<Side>| side.as_ref().map_or("–".to_owned(), |side| side.path.to_string());
    let parameter = |p: &Option<Parameter>| {
        p.as_ref().map_or("–".to_owned(), |p| {
            format!("{} {} {}", p.comparison.map_or("?", |c| c.as_str()), p.value, p.unit)
        })
    };
    let row = |row: &Row| {
        let changes = row.changes.iter().map(|change| change.as_str()).collect::<Vec<_>>().join("+");
        let mut line = format!("{} > {}: {changes}", side(&row.old), side(&row.new));
        for threshold in &row.thresholds {
            line += &format!(" [{} > {}]", parameter(&threshold.old), parameter(&threshold.new));
        }
        line
    };
    comparison.rows.iter().filter(|row| row.changes != [Change::Same]).map(row).collect()
}

#[track_caller]
fn check(old: &[&str], new: &[&str], expect: &[&str]) {
    let comparison = compare(&list(Notation::DecimalComma, old), &list(Notation::DecimalComma, new), Language::EN);
    assert_eq!(shown(&comparison), expect);
}

#[test]
fn printing_is_no_difference() {
    check(
        &["9C901 item \"Widgets\", as follows:", "9C901.a item Blue widgets of 1000 mm;"],
        &["9C901 item “Widgets” as follows", "9C901.a item Blue widgets of 1000 mm or"],
        &[],
    );
}

#[test]
fn an_inserted_provision_re_letters_the_others() {
    check(
        &[
            "9C901 item Widgets:",
            "9C901.a item Rotating flanges made of titanium alloy;",
            "9C901.b item Bellows made of maraging steel;",
            "9C901.c item Pressure transducers with sensing elements of alumina;",
        ],
        &[
            "9C901 item Widgets:",
            "9C901.a item Optical windows transparent in the infrared;",
            "9C901.b item Rotating flanges made of titanium alloy;",
            "9C901.c item Bellows made of maraging steel;",
            "9C901.d item Pressure transducers with sensing elements of alumina;",
        ],
        &[
            "– > 9C901.a: added",
            "9C901.a > 9C901.b: relettered",
            "9C901.b > 9C901.c: relettered",
            "9C901.c > 9C901.d: relettered",
        ],
    );
}

#[test]
fn a_threshold_is_told_with_both_numbers() {
    check(
        &["9C901 item Lathes with a positioning accuracy equal to or less (better) than 6 μm along any axis;"],
        &["9C901 item Lathes with a positioning accuracy equal to or less (better) than 4,5 μm along any axis;"],
        &["9C901 > 9C901: threshold+reworded [le 6 um > le 4.5 um]"],
    );
    // The same size in another unit is a matter of words.
    check(
        &["9C901 item Vessels of volume greater than 100 L in all;"],
        &["9C901 item Vessels of volume greater than 0,1 m3 in all;"],
        &["9C901 > 9C901: reworded"],
    );
}

#[test]
fn chemicals_are_aligned_by_their_numbers_in_any_order() {
    check(
        &[
            "9C901 item Chemicals:",
            "9C901.1 item Thionyl chloride (CAS 7719-09-7);",
            "9C901.2 item Triethanolamine (CAS 102-71-6);",
        ],
        &[
            "9C901 item Chemicals:",
            "9C901.b item Amines:",
            "9C901.b.1 item (C.A.S. #102-71-6) Trolamine;",
            "9C901.b.2 item Thionyl chloride (CAS 7719-09-7, 108-18-9);",
        ],
        &[
            "– > 9C901.b: added",
            "9C901.2 > 9C901.b.1: relettered+reworded",
            "9C901.1 > 9C901.b.2: relettered+cas+reworded",
        ],
    );
}

#[test]
fn notes_and_free_paths_are_seen() {
    check(
        &["9C901 item Widgets:", "9C901.a item Blue widgets;", "9C901 note Note: 9C901 does not control toys."],
        &["9C901 item Widgets:", "9C901.a not_used Not used;", "9C901 note Note: 9C901 does not control toys of wood."],
        &["9C901 > 9C901: notes", "9C901.a > 9C901.a: kept-free"],
    );
}

#[test]
fn comparing_a_list_with_itself_finds_nothing() {
    let one = list(Notation::DecimalComma, &["9C901 item Widgets:", "9C901.a item Blue;", "9C901.b item Blue;"]);
    assert_eq!(shown(&compare(&one, &one, Language::EN)), Vec::<String>::new());
}

fn evaluation(name: &str) -> Option<Vec<u8>> {
    let path = testkit::evaluation_data(&format!("lists/{name}"))?;
    #[expect(clippy::disallowed_methods, reason = "a test reads the evaluation data")]
    std::fs::read(path).ok()
}

#[test]
fn the_annex_of_2022_against_that_of_2025() {
    let (Some(old), Some(new)) =
        (evaluation("no_list2_2022_paragraphs.jsonl"), evaluation("eu_annexI_20251115_lines.jsonl"))
    else {
        return;
    };
    let (old, faults) = paragraphs::read("no", &old, head("2022", Notation::DecimalComma), Language::EN);
    assert!(!faults.iter().any(Fault::is_error), "{faults:#?}");
    let (new, _) = line_json::read("eu", &new, head("2025", Notation::DecimalComma), Language::EN);
    let (old, new) = (old.unwrap(), new.unwrap());
    let comparison = compare(&old, &new, Language::EN);
    let added =
        "1C513 2B510 2D352 2E503 3A501 3A502 3A504 3B501 3B503 3B504 3C507 3C508 3C509 3D006 3D507 3E505 4A506 4A507";
    assert_eq!(comparison.entries_added.join(" "), added);
    assert_eq!(comparison.entries_removed, Vec::<String>::new());
    println!("{:?}", comparison.counts);
    for line in shown(&comparison).iter().filter(|l| l.contains("threshold") || l.contains("relettered")).take(80) {
        println!("{line}");
    }
    // Every provision of either list stands in exactly one row.
    let olds = comparison.rows.iter().filter(|row| row.old.is_some()).count();
    let news = comparison.rows.iter().filter(|row| row.new.is_some()).count();
    assert_eq!((olds, news), (old.provisions().len(), new.provisions().len()));
}

#[test]
fn three_lists_stand_side_by_side() {
    let one =
        list(Notation::DecimalComma, &["9C901 item Widgets:", "9C901.a item Rotating flanges made of titanium alloy;"]);
    let two = list(
        Notation::DecimalComma,
        &[
            "9C901 item Widgets:",
            "9C901.a item Optical windows transparent to infrared light;",
            "9C901.b item Rotating flanges made of titanium alloy;",
        ],
    );
    let three = list(
        Notation::DecimalComma,
        &["9C901 item Widgets:", "9C901.a item Optical windows transparent to infrared light;"],
    );
    assert!(align_several(&[&one], Language::EN).is_none());
    let aligned = align_several(&[&one, &two, &three], Language::EN).unwrap();
    let path = |side: Option<&Side>| side.map_or("–".to_owned(), |side| side.path.to_string());
    let shown: Vec<String> = aligned
        .rows
        .iter()
        .map(|row| {
            let others: Vec<String> = row.others.iter().map(|beside| path(beside.side())).collect();
            format!("{} | {} {}", path(row.first.as_ref()), others.join(" | "), row.is_common())
        })
        .collect();
    let expect = ["9C901 | 9C901 | 9C901 true", "– | 9C901.a | 9C901.a false", "9C901.a | 9C901.b | – false"];
    assert_eq!(shown, expect);
}

#[test]
fn a_changed_definition_is_told_with_the_entries_that_use_it() {
    let of = |meaning: &str| {
        let definition = format!("- definition \"Widget\" means {meaning}.");
        list(Notation::DecimalComma, &[&definition, "9C901 item \"Widgets\" of steel;", "9C902 item Other things."])
    };
    let comparison = compare(&of("a thing with wheels"), &of("a thing with wheels or feet"), Language::EN);
    assert_eq!(shown(&comparison), Vec::<String>::new());
    let term = &comparison.terms[0];
    assert_eq!((term.term.as_str(), term.entries.as_slice()), ("Widget", &["9C901".to_owned()][..]));
    assert_eq!(compare(&of("a thing"), &of("a  thing"), Language::EN).terms, Vec::new());
}
