use domain::ids::Uuid;
use proptest::prelude::*;

use super::*;
use crate::faults_shown;
use crate::test_files::template;

/// What a matrix reads to: `cell mark information (citations)`, then its faults.
fn shown(rows: &str) -> Vec<String> {
    let head = "section,row,weapon,facet,mark,information_en,information_ru,instrument_en,article,date,language,link,\
                translation,remarks_en";
    let (answers, faults) = read("XO.csv", format!("{head}\n{rows}").as_bytes(), &template().1, Id::new(Uuid::nil()));
    let answers = answers.iter().map(|answer| {
        let citations: Vec<String> = answer
            .citations
            .iter()
            .map(|citation| {
                format!("{} {}", citation.instrument.text(domain::language::Language::EN), citation.article)
            })
            .collect();
        let information = answer.information.text(domain::language::Language::EN);
        format!("{} {} {} ({})", answer.cell, answer.mark.name(), information, citations.join("; "))
    });
    answers.chain(faults_shown(&faults)).collect()
}

#[track_caller]
fn check(rows: &str, expect: &[&str]) {
    assert_eq!(shown(rows), expect);
}

#[test]
fn one_line_is_one_cell_and_one_citation() {
    check(
        "IV,6,N,LF,X,,,Law on Export Control,art. 12,2007-05,en,https://example.org/law,official,\n\
         IV,6,N,LF,,,,Decree No. 3,,,,,,\n\
         IV,6,N,ENF,?,under review,,,,,,,,\n\
         IV,6,,,,Licensing is done by the Service,,,,,,,,and reviewed\n\
         V,1,,,YES,The list is published,,,,,,,,\n\
         IV,7,N,LF,,,,,,,,,,\n",
        &[
            "IV.6:N:LF x  (Law on Export Control art. 12; Decree No. 3 )",
            "IV.6:N:ENF question under review ()",
            "IV.6 blank Licensing is done by the Service ()",
            "V.1 yes The list is published ()",
        ],
    );
}

#[test]
fn marks_are_read_as_people_type_them() {
    check(
        "IV,6,N,LF,х,,,,,,,,,\nIV,6,C,LF,n/a,,,,,,,,,\nV,1,,,нет,,,,,,,,,\n",
        &["IV.6:N:LF x  ()", "IV.6:C:LF na  ()", "V.1 no  ()"],
    );
}

#[test]
fn the_template_refuses_what_it_has_not() {
    check("IV,99,N,LF,X,,,,,,,,,\n", &["XO.csv:2 row matrix-row-unknown row=IV.99"]);
    check("III-NW,1,C,LF,X,,,,,,,,,\n", &["XO.csv:2 weapon matrix-cell-unknown cell=III-NW.1:C:LF"]);
    check("I,1,,,X,,,,,,,,,\n", &["XO.csv:2 mark matrix-cell-takes-no-mark cell=I.1 mark=X"]);
    check(
        "IV,6,N,LF,YES,,,,,,,,,\n",
        &["XO.csv:2 mark matrix-mark-not-allowed allowed=X, ?, NA cell=IV.6:N:LF mark=YES"],
    );
}

#[test]
fn every_problem_has_its_line_and_column() {
    check(
        "IV,6,N,LF,X,,,,,,,,,\nIV,6,N,LF,X,,,,,,,,,\n",
        &["IV.6:N:LF x  ()", "XO.csv:3 section matrix-cell-twice cell=IV.6:N:LF other=2"],
    );
    check("IV,6,N,,X,,,,,,,,,\n", &["XO.csv:2 facet matrix-half-a-cell"]);
    check("IV,six,N,LF,X,,,,,,,,,\n", &["XO.csv:2 row row-unreadable text=IV.six"]);
    check(",6,N,LF,X,,,,,,,,,\n", &["XO.csv:2 section field-missing"]);
    check("IV,6,R,LF,X,,,,,,,,,\n", &["XO.csv:2 weapon word-unknown allowed=N, C, B word=R"]);
    check("IV,6,N,LF,Z,,,,,,,,,\n", &["XO.csv:2 mark word-unknown allowed=X, ?, NA, YES, NO word=Z"]);
    check(
        "IV,6,N,LF,X,,,,art. 1,2007-13,rus,ftp://x,sworn,\n",
        &[
            "IV.6:N:LF x  ( art. 1)",
            "XO.csv:2 translation word-unknown allowed=original, official, unofficial word=sworn",
            "XO.csv:2 date date-unreadable text=2007-13",
            "XO.csv:2 language language-unknown text=rus",
            "XO.csv:2 instrument_en field-missing",
            "XO.csv:2 link link-not-web link=ftp://x",
        ],
    );
}

#[test]
fn too_many_citations_are_told_once() {
    let line = "IV,6,N,LF,,,,Law,,,,,,\n";
    let shown = shown(&line.repeat(domain::answer::MOST_CITATIONS + 2));
    assert_eq!(shown[1..], ["XO.csv:52 citations too-many limit=50"]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "((I|IV|V|N|C|LF|ENF|X|[?]|NA|[0-9]{1,9}|\"|[а-я])?[,\n]){0,60}") {
        let _ = shown(&text);
    }
}
