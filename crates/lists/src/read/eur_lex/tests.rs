use domain::localized::Localized;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::version::Notation;

fn head() -> ListHead {
    ListHead {
        list: "test".to_owned(),
        edition: "1".to_owned(),
        title: Localized::new(Language::EN, "Test"),
        authority: Localized::default(),
        state: None,
        in_force: None,
        source: String::new(),
        source_hash: None,
        own_words: false,
        notation: Notation::DecimalComma,
    }
}

/// The same three entries in the layouts that have been published: tables, tables with prefixed classes, grids.
fn page(layout: &str) -> String {
    let row = |label: &str, inner: &str| match layout {
        "grid" => format!(
            "<div class=\"grid-container grid-list\"><div class=\"list grid-list-column-1\"><span>{label} </span></div>\
             <div class=\"grid-list-column-2\"><p class=\"norm\">{inner}</div></div>"
        ),
        class => format!(
            "<table width=\"100%\"><col width=\"4%\"/><tbody><tr><td valign=\"top\"><p class=\"{class}\">{label}</p></td>\
             <td valign=\"top\"><p class=\"{class}\">{inner}</td></tr></tbody></table>"
        ),
    };
    let p = |text: &str| format!("<p class=\"{layout}\">{text}</p>");
    let inner = [row("1.", "Steel with more than 25&nbsp;% nickel; or</p>"), row("2.", "Glass;</p>")].concat();
    let body = [
        "<p class=\"title-annex-1\">ANNEX I</p><p class=\"modref\"><a title=\"32025R0001: REPLACED\">▼M1</a></p>"
            .to_owned(),
        "<p class=\"title-gr-seq-level-1\">9C Materials</p>".to_owned(),
        row("9C901", "Widgets, as follows:</p>"),
        row("a.", &format!("Blue widgets of more than 3,18 × 10<sup>6</sup> m made of:</p>{inner}")),
        row("b.", "Not used;</p>"),
        row("c.", "Red widgets (CAS&#160;7664-39-3).</p>"),
        p("<span class=\"italic\">Note:</span> 9C901.c. does not control toys, as follows:"),
        row("a.", "Balls;</p>"),
        row("b.", "Cubes.</p>"),
        p("<span>N.B.</span> See also 9C902."),
        p("9C902 Other widgets."),
        "<p class=\"title-gr-seq-level-1\">9D Software</p>".to_owned(),
        p("None."),
        row("9D901", "\"Software\" for widgets.</p>"),
    ];
    format!("<!DOCTYPE html><html><head><style>p{{}}</style></head><body>{}</body></html>", body.concat())
}

fn shown(list: &ListVersion) -> Vec<String> {
    let mut lines = Vec::new();
    for provision in list.provisions() {
        lines.push(format!("{} [{}] {}", provision.path, provision.kind, provision.text.text(Language::EN)));
        for note in &provision.notes {
            lines.push(format!("  ({}) {}", note.kind, note.text.text(Language::EN).replace('\n', " / ")));
        }
    }
    lines
}

#[rstest]
#[case("normal")]
#[case("oj-normal")]
#[case("grid")]
fn every_layout_gives_the_same_list(#[case] layout: &str) {
    let (list, faults) = read("annex.html", page(layout).as_bytes(), head(), Language::EN);
    assert!(!faults.iter().any(Fault::is_error), "{faults:#?}");
    let expect = [
        "9C901 [item] Widgets, as follows:",
        "  (nota-bene) N.B. See also 9C902.",
        "9C901.a [item] Blue widgets of more than 3,18 × 10^6 m made of:",
        "9C901.a.1 [item] Steel with more than 25 % nickel; or",
        "9C901.a.2 [item] Glass;",
        "9C901.b [not-used] Not used;",
        "9C901.c [item] Red widgets (CAS 7664-39-3).",
        "  (exclusion) Note: 9C901.c. does not control toys, as follows: / a. Balls; / b. Cubes.",
        "9C902 [item] Other widgets.",
        "9D901 [item] \"Software\" for widgets.",
    ];
    let mut lines = shown(&list.unwrap());
    // A remark at the margin may stand with the entry or with what came before it: both are its place in the text.
    if let Some(place) = lines.iter().position(|line| line.contains("nota-bene")) {
        let line = lines.remove(place);
        lines.insert(1, line);
    }
    assert_eq!(lines, expect);
}

#[rstest]
#[case("", "list-no-markup")]
#[case("just words", "list-no-markup")]
#[case("<p>No entries here</p>", "list-no-entries")]
#[case("<p>9C901 One</p><p>9C901 Again</p>", "list-path-twice")]
fn malformed_pages_are_refused(#[case] text: &str, #[case] expect: &str) {
    let (list, faults) = read("annex.html", text.as_bytes(), head(), Language::EN);
    assert!(list.is_none());
    assert_eq!(faults.first().map(|fault| fault.code.as_str()), Some(expect));
}

#[test]
fn a_page_cut_in_the_middle_is_refused() {
    let whole = page("normal");
    let cut = &whole[..whole.len() / 2];
    let (list, faults) = read("annex.html", cut.as_bytes(), head(), Language::EN);
    assert!(list.is_none());
    assert_eq!(faults[0].code, "list-page-cut");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0_usize..1500, bit in 0_u8..8) {
        let _ = read("x", &bytes, head(), Language::EN);
        let mut page = page("grid").into_bytes();
        if let Some(byte) = page.get_mut(at) {
            *byte ^= 1 << bit;
        }
        let _ = read("x", &page, head(), Language::EN);
    }
}
