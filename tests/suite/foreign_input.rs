//! Bad input on the command line: each gets a clear error that names the place, and nothing is stored.

use std::fs;
use std::io::Write as _;

use crate::product::Place;

fn acts(place: &Place) -> u64 {
    place.json(&["verify"])["acts"].as_u64().expect("a number")
}

/// A round folder that is right, to be spoilt.
fn write_round(place: &Place) {
    let folder = place.path().join("round");
    fs::create_dir_all(folder.join("matrices")).expect("a folder");
    fs::create_dir_all(folder.join("plans")).expect("a folder");
    let states = "[[state]]\ncode = \"XQ\"\nshort = { en = \"Quoria\", ru = \"Квория\" }\n\
                  formal = { en = \"Republic of Quoria\", ru = \"Республика Квория\" }\nfictitious = true\n";
    let round = "format = 1\n[round]\nkey = \"quor-2026\"\ntitle = { en = \"Peer review\", ru = \"Партнёрский обзор\" }\n\
                 kind = \"peer-review\"\ntraining = true\ntemplate = \"1540-matrix-2017-reconstruction\"\n\
                 place = { en = \"Quor\", ru = \"Квор\" }\nstart = 2026-03-02\nend = 2026-03-04\nlanguages = [\"en\", \"ru\"]\n\
                 sharing = \"round\"\n[[round.state]]\ncode = \"XQ\"\nroles = [\"reviewed\"]\n";
    let plan = "title = { en = \"Plan\", ru = \"План\" }\nstart = \"2026\"\nend = \"2028\"\nsharing = \"round\"\n";
    let measures = "No.,Measure,Form of completion,Time frame,Responsible bodies,Source of funding (partners),Status\n\
                    1,Adopt a law,law,2026,Ministry,budget,under way\n";
    let matrix = "section,row,weapon,facet,mark,information_en,information_ru,instrument_en,instrument_ru,article,date,\
                  language,link,translation,remarks_en,remarks_ru\nII,1,N,LF,X,Law,Закон,Code,Кодекс,1,2020,en,,,,\n";
    for (name, text) in [
        ("states.toml", states),
        ("round.toml", round),
        ("plans/XQ.toml", plan),
        ("plans/XQ.en.csv", measures),
        ("matrices/XQ.csv", matrix),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
}

/// Spoils one file, imports, and expects these words in the error, and nothing stored.
#[track_caller]
fn check(file: &str, bytes: &[u8], expect: &[&str]) {
    let place = Place::with_node();
    write_round(&place);
    let before = acts(&place);
    fs::write(place.path().join("round").join(file), bytes).expect("a file");
    let said = place.run(&["round", "import", "round"]);
    assert_eq!(said.code, 1, "{file}: {}{}", said.stdout, said.stderr);
    for word in expect {
        assert!(said.stderr.contains(word), "{file}: {word:?} is not in\n{}", said.stderr);
    }
    assert_eq!(acts(&place), before, "{file}: something was stored");
}

#[test]
fn the_round_itself_is_right() {
    let place = Place::with_node();
    write_round(&place);
    let said = place.run(&["round", "import", "round"]);
    assert_eq!(said.code, 0, "{}", said.stderr);
}

#[test]
fn broken_toml_names_file_and_line() {
    check("states.toml", b"[[state]]\ncode = \n", &["states.toml", "2"]);
}

#[test]
fn a_date_that_does_not_exist_is_named() {
    let round = "format = 1\n[round]\nkey = \"quor-2026\"\ntitle = { en = \"P\" }\nkind = \"peer-review\"\n\
                 place = { en = \"Quor\" }\nstart = 2026-02-30\nend = 2026-03-04\nsharing = \"round\"\n";
    check("round.toml", round.as_bytes(), &["round.toml", "7"]);
}

#[test]
fn duplicate_numbers_name_both_lines() {
    let measures = "No.,Measure,Form of completion,Time frame,Responsible bodies,Source of funding (partners),Status\n\
                    1,Adopt a law,law,2026,Ministry,budget,under way\n1,Another,law,2027,Ministry,budget,done\n";
    check("plans/XQ.en.csv", measures.as_bytes(), &["plans/XQ.en.csv", "3", "2"]);
}

#[test]
fn a_mark_the_cell_does_not_take_is_named() {
    let matrix = "section,row,weapon,facet,mark\nII,1,N,LF,YES\n";
    check("matrices/XQ.csv", matrix.as_bytes(), &["matrices/XQ.csv", "2"]);
}

#[test]
fn binary_where_text_should_be_is_refused() {
    check("matrices/XQ.csv", &[0, 159, 146, 150, 0, 1, 2, 3], &["matrices/XQ.csv"]);
}

#[test]
fn windows_1251_is_recognised_and_said() {
    let place = Place::with_node();
    write_round(&place);
    // «Закон» and «Кодекс» in windows-1251.
    let mut matrix = b"section,row,weapon,facet,mark,information_ru,instrument_ru,article\nII,1,N,LF,X,".to_vec();
    matrix.extend([0xC7, 0xE0, 0xEA, 0xEE, 0xED, b' ', 0xEE, b' ', 0xEC, 0xE5, 0xF0, 0xE0, 0xF5, b',']);
    matrix.extend([0xCA, 0xEE, 0xE4, 0xE5, 0xEA, 0xF1, b',', b'1', b'\n']);
    fs::write(place.path().join("round/matrices/XQ.csv"), matrix).expect("a file");
    let said = place.run(&["round", "import", "round"]);
    assert!(said.stderr.contains("windows-1251"), "{}", said.stderr);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let said = place.run(&["matrix", "export", "XQ", "--format", "csv", "--out", "exported.csv"]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let text = fs::read_to_string(place.path().join("exported.csv")).expect("a file");
    assert!(text.contains("Закон о мерах") && text.contains("Кодекс"), "{text}");
}

#[test]
fn a_zip_bomb_is_refused() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/worksheets/sheet1.xml", options).expect("an entry");
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..300 {
        archive.write_all(&zeros).expect("zeros");
    }
    let bomb = archive.finish().expect("an archive").into_inner();
    let place = Place::with_node();
    write_round(&place);
    fs::remove_file(place.path().join("round/matrices/XQ.csv")).expect("a file");
    fs::write(place.path().join("round/matrices/XQ.xlsx"), bomb).expect("a file");
    let said = place.run(&["round", "import", "round"]);
    assert_eq!(said.code, 1, "{}", said.stdout);
    assert!(said.stderr.contains("XQ.xlsx"), "{}", said.stderr);
}

#[test]
fn a_file_of_200_megabytes_is_refused_before_it_is_read() {
    let place = Place::with_node();
    write_round(&place);
    let file = fs::File::create(place.path().join("round/matrices/XQ.csv")).expect("a file");
    // A sparse file: it takes no disk, and must not take memory either.
    file.set_len(200 * 1024 * 1024).expect("a length");
    let said = place.run(&["round", "import", "round"]);
    assert_eq!(said.code, 1, "{}", said.stdout);
    assert!(said.stderr.contains("hint"), "{}", said.stderr);
}

#[test]
fn a_formula_leaves_as_text() {
    let place = Place::with_node();
    write_round(&place);
    let matrix = "section,row,weapon,facet,mark,information_en,instrument_en\nII,1,N,LF,X,\"=HYPERLINK(\"\"http://x.example\"\")\",Code\n";
    fs::write(place.path().join("round/matrices/XQ.csv"), matrix).expect("a file");
    assert_eq!(place.run(&["round", "import", "round"]).code, 0);
    let said = place.run(&["matrix", "export", "XQ", "--format", "csv", "--out", "exported.csv"]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let text = fs::read_to_string(place.path().join("exported.csv")).expect("a file");
    assert!(text.contains("HYPERLINK"), "{text}");
    assert!(!text.contains("\"=HYPERLINK") && !text.contains(",=HYPERLINK"), "{text}");
}

#[test]
fn wrong_usage_ends_with_two_and_nothing_found_with_one() {
    let place = Place::with_node();
    assert_eq!(place.run(&["round"]).code, 2);
    assert_eq!(place.run(&["round", "import"]).code, 2);
    assert_eq!(place.run(&["--frobnicate"]).code, 2);
    assert_eq!(place.run(&["round", "show", "nowhere-1900"]).code, 1);
    let empty = Place::new();
    let said = empty.run(&["verify"]);
    assert_eq!(said.code, 1);
    assert!(said.stderr.contains("tripoint init"), "the hint names the way out: {}", said.stderr);
}

#[test]
fn a_full_disk_is_told_and_the_node_still_opens() {
    // A small file system would need rights that tests do not have; a limit on the size of files does the same to SQLite.
    let place = Place::with_node();
    let before = acts(&place);
    let round = crate::product::repository().join("examples/training-round");
    let program = env!("CARGO_BIN_EXE_tripoint");
    let said = std::process::Command::new("sh")
        .args(["-c", &format!("trap '' XFSZ; ulimit -f 800; exec {program} round import {}", round.display())])
        .current_dir(place.path())
        .output()
        .expect("a shell");
    assert_eq!(said.status.code(), Some(1), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(String::from_utf8_lossy(&said.stderr).contains("hint"), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(acts(&place), before);
}
