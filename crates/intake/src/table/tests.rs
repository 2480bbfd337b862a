use rust_xlsxwriter::{Format, Formula, Workbook};

use super::*;
use crate::faults_shown;

const LAYOUT: Layout = Layout {
    columns: &[
        Column::required("number").headings(&["No.", "№"]),
        Column::required("measure").headings(&["Мероприятие"]),
        Column::optional("title").per_language(),
    ],
    by_beginning: true,
};

/// What a table reads to: `line: cell|cell`, then its faults.
fn shown(bytes: &[u8]) -> Vec<String> {
    let (table, faults) = Table::read("t", bytes, &[&LAYOUT]);
    let rows = table.iter().flat_map(|(table, _)| &table.rows);
    let rows = rows.map(|row| format!("{}: {}", row.line, row.cells.join("|")));
    rows.chain(faults_shown(&faults)).collect()
}

#[track_caller]
fn check(text: &str, expect: &[&str]) {
    assert_eq!(shown(text.as_bytes()), expect);
}

#[test]
fn separators_are_found_by_the_headings() {
    check("number,measure\n1,a\n", &["2: 1|a"]);
    check("№;Мероприятие\n1;Принять закон, наконец\n", &["2: 1|Принять закон, наконец"]);
    check("No.\tMeasure of the State\n1\ta;b,c;d,e\n", &["2: 1|a;b,c;d,e"]);
}

#[test]
fn lines_are_those_a_person_counts() {
    check("# note\n# note\nnumber,measure\n\n\n1,\"two\nlines\"\r\n\r\n2,b", &["6: 1|two\nlines", "9: 2|b"]);
    check("number,measure\n,,\n2,b\n", &["3: 2|b"]);
}

#[test]
fn titles_may_stand_above_the_headings() {
    check("sep=;\nNational action plan;\n;Approved by No. 611\n№;Мероприятие\n1;a\n", &["5: 1|a"]);
}

#[test]
fn greek_and_latin_twins_in_headings_are_forgiven() {
    check("Nο.,Меροприятие\n1,a\n", &["2: 1|a"]);
}

#[test]
fn columns_are_checked() {
    check("number,title_en,title_ru\n1,a,b\n", &["t:1 Мероприятие column-missing"]);
    check("number,measure,Measure\n1,a,b\n", &["t:1 Measure column-twice"]);
    check("number,measure,mesure\n1,a,b\n", &["2: 1|a|b", "warning t:1 mesure column-unknown nearest=measure"]);
    check("number,measure\n1,a,b\n", &["2: 1|a|b", "t:2 cell-without-heading text=b"]);
    check("a,b\n1,2\n", &["t headings-not-found expected=No., Мероприятие"]);
    check("", &["t table-empty"]);
    check("#\n", &["t table-empty"]);
}

#[test]
fn limits_hold() {
    let long = "x".repeat(limits::LONGEST_CELL + 1);
    check(&format!("number,measure\n1,{long}\n"), &["t:2 cell-too-long limit=20000"]);
    check(&format!("number,measure\n1,\"{long}\n"), &["t:2 cell-too-long limit=20000"]);
    let wide = ",".repeat(limits::MOST_COLUMNS);
    check(&format!("number,measure\n{wide}\n"), &["t:2 too-many-columns limit=200"]);
    let rows = "1,a\n".repeat(limits::MOST_ROWS + 1);
    check(&format!("number,measure\n{rows}"), &["t too-many-rows limit=50000"]);
    let large = vec![b' '; limits::LONGEST_FILE + 1];
    assert_eq!(shown(&large), ["t file-too-large limit_megabytes=20"]);
}

#[test]
fn encodings_are_converted_and_told() {
    let (windows, ..) = encoding_rs::WINDOWS_1251.encode("№;Мероприятие\n1;Принять закон\n");
    let expect = ["2: 1|Принять закон", "warning t encoding-converted encoding=windows-1251"];
    assert_eq!(shown(&windows), expect);
    assert_eq!(shown(b"number,measure\n1,\0\n"), ["t file-not-text"]);
}

fn workbook(write: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_reads_like_a_text_file() {
    let bytes = workbook(|workbook| {
        workbook.add_worksheet();
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "National plan").unwrap();
        sheet.write(3, 0, "No.").unwrap();
        sheet.write(3, 1, "Measure").unwrap();
        sheet.write(4, 0, 17.0).unwrap();
        sheet.write(4, 1, " text ").unwrap();
        sheet.write(6, 0, 17.1).unwrap();
        let date = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_with_format(6, 1, 46_279.0, &date).unwrap();
        sheet.write(7, 0, 18).unwrap();
        let time = Format::new().set_num_format("hh:mm");
        sheet.write_with_format(7, 1, 9.5 / 24.0, &time).unwrap();
        sheet.write(8, 0, Formula::new("=10+9").set_result("19")).unwrap();
        sheet.write(8, 1, true).unwrap();
    });
    assert_eq!(shown(&bytes), ["5: 17|text", "7: 17.1|2026-09-14", "8: 18|09:30", "9: 19|true"]);
}

#[test]
fn cells_merged_downwards_stand_in_each_row() {
    let bytes = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["No.", "Measure", "title_en"]).unwrap();
        sheet.write_column(1, 0, [1, 2]).unwrap();
        sheet.write_column(1, 1, ["a", "b"]).unwrap();
        sheet.merge_range(1, 2, 2, 2, "both", &Format::new()).unwrap();
        sheet.merge_range(3, 0, 3, 2, "Part II", &Format::new()).unwrap();
    });
    assert_eq!(shown(&bytes), ["2: 1|a|both", "3: 2|b|both", "4: Part II"]);
}

#[test]
fn workbooks_that_cost_too_much_are_refused() {
    let far = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["No.", "Measure"]).unwrap();
        sheet.write(1_048_575, 16_383, "far").unwrap();
    });
    assert_eq!(shown(&far), ["t:1048576 too-many-columns limit=200"]);
    let mut bomb = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(&mut bomb));
    archive.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..3 {
        std::io::Write::write_all(&mut archive, &vec![0; 1_000_000]).unwrap();
    }
    archive.finish().unwrap();
    assert_eq!(shown(&bomb), ["t xlsx-too-large limit_megabytes=100"]);
}

#[test]
fn what_is_no_workbook_is_refused() {
    assert_eq!(shown(b"PK\x03\x04 and nothing else"), ["t xlsx-unreadable"]);
    assert_eq!(shown(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a DOC or XLS"), ["t xls-old-format"]);
    let mut protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(shown(&protected), ["t xlsx-protected"]);
    let mut document = Vec::new();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(&mut document));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, b"<document/>").unwrap();
    archive.finish().unwrap();
    assert_eq!(shown(&document), ["t xlsx-unreadable"]);
    let broken = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["No.", "Measure"]).unwrap();
        sheet.write(1, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    assert_eq!(shown(&broken), ["t:2 cell-formula-error text=#DIV/0!"]);
}

mod hostile {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = shown(&bytes);
        }

        #[test]
        fn no_text_makes_it_panic(text in "[a№b;,\t\"#\r\n0-9 ]{0,200}") {
            let _ = shown(format!("number,measure\n{text}").as_bytes());
            let _ = shown(text.as_bytes());
        }

        #[test]
        fn no_damaged_workbook_makes_it_panic(
            damage in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..8),
            inside in any::<bool>(),
        ) {
            let mut bytes = small_workbook().to_vec();
            if inside {
                bytes = with_damaged_sheet(&bytes, &damage);
            } else {
                strike(&mut bytes, &damage);
            }
            let _ = shown(&bytes);
        }
    }

    fn small_workbook() -> &'static [u8] {
        static WORKBOOK: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        WORKBOOK.get_or_init(|| {
            workbook(|workbook| {
                let sheet = workbook.add_worksheet();
                sheet.write_row(0, 0, ["No.", "Measure"]).unwrap();
                sheet.write_row(1, 0, [1, 2]).unwrap();
                sheet.merge_range(2, 0, 4, 1, "merged", &Format::new()).unwrap();
            })
        })
    }

    fn strike(bytes: &mut [u8], damage: &[(usize, u8)]) {
        let length = bytes.len();
        for (at, byte) in damage {
            bytes[at % length] = *byte;
        }
    }

    /// The archive stays whole, so that the damage reaches the reader of sheets.
    fn with_damaged_sheet(bytes: &[u8], damage: &[(usize, u8)]) -> Vec<u8> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut damaged = Vec::new();
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(&mut damaged));
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let name = entry.name().unwrap().to_string();
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
            if name.contains("sheet1") || name.contains("sharedStrings") {
                strike(&mut content, damage);
            }
            writer.start_file(name, stored).unwrap();
            std::io::Write::write_all(&mut writer, &content).unwrap();
        }
        writer.finish().unwrap();
        damaged
    }
}
