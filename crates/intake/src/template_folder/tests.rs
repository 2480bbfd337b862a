use super::*;
use crate::faults_shown;
use crate::test_files::{folder, template};

#[test]
fn the_packaged_template_has_the_rows_of_its_source() {
    let (_, template) = template();
    let check = |section: Option<&str>, rows, marked_cells, information_rows| {
        let counts = template.counts(section);
        let found = (counts.rows, counts.marked_cells, counts.information_rows);
        assert_eq!(found, (rows, marked_cells, information_rows), "{section:?}");
    };
    check(Some("I"), 22, 0, 22);
    check(Some("II"), 11, 66, 0);
    check(Some("III-NW"), 19, 38, 0);
    check(Some("III-CW"), 16, 32, 0);
    check(Some("III-BW"), 15, 30, 0);
    check(Some("IV"), 26, 156, 0);
    check(Some("V"), 10, 0, 10);
    check(None, 119, 322, 32);
}

#[test]
fn every_row_is_named_in_both_languages() {
    let (_, template) = template();
    for (key, _, row) in template.rows() {
        assert_eq!(row.label.iter().count(), 2, "{key}");
    }
    assert_eq!(template.marks.len(), Mark::ALL.len());
}

#[track_caller]
fn check(rows: &str, expect: &[&str]) {
    let mut files = folder("data/templates/1540-matrix-2017-reconstruction");
    let table = format!("section\trow\tlabel_en\tmark_cells\tconfidence\n{rows}");
    files.insert("rows.tsv".to_owned(), table.into_bytes());
    let (template, faults) = read(&files);
    assert_eq!(faults_shown(&faults), expect);
    assert_eq!(template.is_some(), expect.is_empty());
}

#[test]
fn rows_are_checked() {
    check("I\t1\tNPT\tinfo\tM\nI\t2\tA \"quoted\" label\tLF:N;ENF:N,B\tL\n", &[]);
    check("I\t1\tNPT\tinfo\tM\nI\t1\tNPT\tinfo\tM\n", &["rows.tsv:3 row listed-twice other=2 what=I.1"]);
    check("VI\t1\tNPT\tinfo\tM\n", &["rows.tsv:2 section template-section-unknown section=VI"]);
    check("I\t1\tNPT\tinfo\tX\n", &["rows.tsv:2 confidence template-confidence-unknown confidence=X"]);
    check("I\t1\tNPT\tLF:N,N\tM\n", &["rows.tsv:2 mark_cells template-cells-unreadable text=LF:N,N"]);
    check("I\t1\tNPT\tLF:R\tM\n", &["rows.tsv:2 mark_cells template-cells-unreadable text=LF:R"]);
    check("I\tone\tNPT\tinfo\tM\n", &["rows.tsv:2 row row-unreadable text=one"]);
    check("I\t0\t\tinfo\tM\n", &["rows.tsv:2 label_en field-missing", "rows.tsv:2 row number-from-one"]);
}

#[test]
fn both_files_are_needed() {
    let (template, faults) = read(&Files::new());
    assert_eq!(template, None);
    assert_eq!(faults_shown(&faults), ["template.toml file-missing", "rows.tsv file-missing"]);
}
