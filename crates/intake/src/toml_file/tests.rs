use domain::round::RoundKind;
use proptest::prelude::*;

use super::*;
use crate::faults_shown;

/// Reads a file with one field of each kind.
fn read_all(text: &[u8]) -> Vec<Fault> {
    let mut faults = Vec::new();
    read("f.toml", text, &mut faults, |fields, faults| {
        fields.require("key", faults);
        fields.text("key", faults);
        fields.localized("title", faults);
        fields.boolean("training", faults);
        fields.number("number", faults);
        fields.numbers("findings", faults);
        fields.word::<RoundKind>("kind", faults);
        fields.date("start", faults);
        fields.partial_date("due", faults);
        fields.parse_list::<domain::cell::RowKey>("rows", "row-unreadable", faults);
        for mut theme in fields.tables("theme", faults) {
            theme.text("key", faults);
            theme.finish(faults);
        }
        if let Some(mut next) = fields.table("next", faults) {
            next.text("when", faults);
            next.finish(faults);
        }
    });
    faults
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    assert_eq!(faults_shown(&read_all(text.as_bytes())), expect);
}

#[test]
fn good_fields_have_no_faults() {
    check(
        "key = \"a\"\ntitle = { en = \"A\", tg = \"Б\" }\ntraining = true\nnumber = 0x10\nfindings = [1, 2]\n\
         kind = \"peer-review\"\nstart = 2026-09-14\ndue = \"2026-Q4\"\nrows = [\"IV.6\"]\n[[theme]]\nkey = \"b\"\n\
         [next]\nwhen = \"2027\"\n",
        &[],
    );
    check("key = \"a\"\nstart = \"2026-09-14\"\ndue = 2026\n", &[]);
}

#[test]
fn every_problem_is_told_with_its_line() {
    check(
        "\ntitle = \"A\"\ntraining = \"yes\"\nnumber = -1\nfindings = [1, \"2\"]\nkind = \"review\"\nstart = 2026-09\n",
        &["f.toml:7 toml-syntax text=start = 2026-09"],
    );
    check(
        "\ntitle = \"A\"\ntraining = \"yes\"\nnumber = -1\nfindings = [1, \"2\"]\nkind = \"review\"\nstart = \"2026-09\"\n\
         due = [1]\nrows = [\n  \"IV.6\",\n  \"IV\",\n]\n",
        &[
            "f.toml:1 key field-missing",
            "f.toml:2 title field-not-localized",
            "f.toml:3 training field-not-boolean",
            "f.toml:4 number field-not-number",
            "f.toml:5 findings.2 field-not-number",
            "f.toml:6 kind word-unknown allowed=peer-review, consultations word=review",
            "f.toml:7 start date-unreadable text=2026-09",
            "f.toml:8 due field-not-date",
            "f.toml:11 rows.2 row-unreadable text=IV",
        ],
    );
    check(
        "key = 1\ntheme = { key = \"a\" }\nnext = 5\n",
        &["f.toml:1 key field-not-text", "f.toml:2 theme field-not-list-of-tables", "f.toml:3 next field-not-table"],
    );
    check(
        "key = \"a\"\ntitle = { english = \"A\", en = 5 }\n",
        &["f.toml:2 title.en field-not-text text=en", "f.toml:2 title.english language-unknown text=english"],
    );
}

#[test]
fn unknown_fields_name_the_nearest() {
    check(
        "key = \"a\"\ntraning = true\n[[theme]]\nkye = \"b\"\n",
        &["f.toml:4 theme.1.kye field-unknown nearest=key", "f.toml:2 traning field-unknown nearest=training"],
    );
}

#[test]
fn broken_files_are_refused() {
    check("key = \"a\"\nkey = \"b\"\n", &["f.toml:2 toml-field-twice text=key = \"b\""]);
    check("key = \"a\n", &["f.toml:1 toml-syntax text=key = \"a"]);
    assert_eq!(faults_shown(&read_all(b"key = \"\0\"")), ["f.toml file-not-text"]);
    assert_eq!(
        faults_shown(&read_all(&vec![b' '; limits::LONGEST_TOML + 1])),
        ["f.toml file-too-large limit_megabytes=2"]
    );
    let items = format!("key = \"a\"\nfindings = [{}]", "\"\",".repeat(10_000));
    assert_eq!(read_all(items.as_bytes()).len(), limits::MOST_FAULTS + 1);
    assert!(!read_all(format!("key = {}", "[".repeat(100_000)).as_bytes()).is_empty(), "deep nesting ends");
}

#[test]
fn the_position_of_a_nouns_field_is_found() {
    let mut faults = Vec::new();
    read(
        "f.toml",
        b"[[theme]]\nkey = \"a\"\n[[theme]]\nkey = \"b\"\ntitle = { en = \"\" }\n",
        &mut faults,
        |root, faults| {
            let found = ["themes.2.title.en", "themes.9", "end"].map(|field| Fault::error("x").at(field));
            root.place(found.into(), faults);
            root.tables("theme", &mut Vec::new());
        },
    );
    assert_eq!(faults_shown(&faults), ["f.toml:5 themes.2.title.en x", "f.toml:1 themes.9 x", "f.toml:1 end x"]);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_all(&bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "([a-z]{1,5}( = |\\.)?|\\[\\[?|\\]\\]?|\"|\\{|\\}|,|\n|#|2026-09-14|-?[0-9]{1,20}){0,40}") {
        read_all(text.as_bytes());
    }
}
