use std::io::{Cursor, Write as _};

use domain::localized::Localized;

use super::*;
use crate::provision::NoteKind;
use crate::version::Notation;

fn head() -> ListHead {
    ListHead {
        list: "orlania".to_owned(),
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

/// A document of these paragraphs and tables: a line is a paragraph; lines that begin with `|` are the rows of a table.
fn document(text: &str) -> Vec<u8> {
    let mut body = String::new();
    let mut in_table = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let cells = line.strip_prefix('|');
        if cells.is_some() != in_table {
            body += if in_table { "</w:tbl>" } else { "<w:tbl>" };
            in_table = !in_table;
        }
        let paragraph = |text: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", text.trim());
        match cells {
            None => body += &paragraph(line),
            Some(cells) => {
                body += "<w:tr>";
                for cell in cells.split('|') {
                    // `^` goes on with the cell above.
                    let merged = if cell.trim() == "^" { "<w:vMerge/>" } else { "<w:vMerge w:val='restart'/>" };
                    body += &format!("<w:tc><w:tcPr>{merged}</w:tcPr>{}</w:tc>", paragraph(cell));
                }
                body += "</w:tr>";
            }
        }
    }
    if in_table {
        body += "</w:tbl>";
    }
    let mut bytes = Vec::new();
    let mut archive = zip::ZipWriter::new(Cursor::new(&mut bytes));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(archive, "<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>").unwrap();
    archive.finish().unwrap();
    bytes
}

fn check(text: &str, columns: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let columns = columns.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let (list, faults) = read("l.docx", &document(text), head(), Language::RU, &columns);
    let shown = list.iter().flat_map(ListVersion::provisions).map(|provision| {
        let notes = provision.notes.len();
        let printed = provision.printed.as_deref().unwrap_or_default();
        format!("{} [{printed}] {}{}", provision.path, provision.text.text(Language::RU), " +".repeat(notes))
    });
    let told = faults.iter().map(|f| format!("{}:{}", f.place.line.unwrap_or(0), f.code));
    (shown.collect(), told.collect())
}

#[test]
fn a_table_with_codes_in_look_alike_letters_is_read() {
    let (list, faults) = check(
        "Национальный контрольный список Орлании (учебный)
         | Код | Наименование | Код ТН ВЭД
         | 2В001 | Станки, как указано ниже: | 8458
         | 2В001.а | токарные; |
         | ^ | с числом осей более двух |
         | | Примечание: не контролируются станки для очков. |
         Продолжение
         | Код | Наименование | Код ТН ВЭД
         | 2В001.b | фрезерные |
         Утверждаю
         | Подпись | Министр",
        &[],
    );
    assert_eq!(
        list,
        [
            "2B001 [2В001] Станки, как указано ниже:",
            "2B001.a [2В001.а] токарные;\nс числом осей более двух +",
            "2B001.b [2В001.b] фрезерные"
        ]
    );
    assert_eq!(faults, ["25:list-table-passed-over"]);
}

#[test]
fn columns_are_mapped_by_the_user() {
    let text = "| П. | Что контролируется\n| 1.1 | Насосы\n| 1.2 | Клапаны";
    assert!(check(text, &[]).1.contains(&"0:list-no-entries".to_owned()));
    let (list, faults) = check(text, &[("code", "П."), ("text", "Что контролируется")]);
    assert_eq!((list.len(), faults), (3, Vec::new()));
}

#[test]
fn duplicate_and_disordered_codes_are_found_with_their_place() {
    let (list, faults) = check("| Код | Наименование\n| 2В001 | Станки\n| 2B001 | Они же", &[]);
    assert_eq!((list, faults), (Vec::new(), vec!["5:list-path-twice".to_owned()]));
    let (list, faults) = check("| Код | Наименование\n| 2В001 | Станки\n| 1С350 | Химикаты", &[]);
    assert_eq!((list.len(), faults), (2, vec!["0:list-out-of-order".to_owned()]));
    let (list, faults) = check("2В001 Станки\n2B001 Они же", &[]);
    assert_eq!((list, faults), (Vec::new(), vec!["2:list-path-twice".to_owned()]));
}

#[test]
fn paragraphs_with_codes_and_labels_are_read() {
    let (list, faults) = check(
        "Список\n2В350 Установки:\nа. сосуды объёмом более 0,1 м3:\n1. из сплавов;\n2. из стекла;\nb. мешалки.\n\
         Примечание: не контролируются лабораторные.\n2В351 Системы наблюдения",
        &[],
    );
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(
        list,
        [
            // Without depth a note belongs to the entry, unless it names its provision.
            "2B350 [] Установки: +",
            "2B350.a [] сосуды объёмом более 0,1 м3:",
            "2B350.a.1 [] из сплавов;",
            "2B350.a.2 [] из стекла;",
            "2B350.b [] мешалки.",
            "2B351 [] Системы наблюдения"
        ]
    );
}

#[test]
fn paragraphs_with_numbers_of_their_own_are_read() {
    let (list, faults) = check(
        "Раздел\n1.1. Насосы\nа) вакуумные;\nб) из 20 частей\n20 частей и более\n1.1.2. Клапаны\n\
         Примечание: не контролируются краны.\nа) и вентили",
        &[],
    );
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(
        list,
        [
            "1 [] ",
            "1.1 [] Насосы",
            "1.1.а [] вакуумные;",
            "1.1.б [] из 20 частей\n20 частей и более",
            "1.1.2 [] Клапаны +"
        ]
    );
    let note = "1.1. Насосы\nПримечание: не контролируются краны.";
    let (list, _) = read("l.docx", &document(note), head(), Language::RU, &BTreeMap::new());
    assert_eq!(list.unwrap().provisions()[1].notes[0].kind, NoteKind::Exclusion);
}
