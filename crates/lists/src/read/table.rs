//! National lists as tables, XLSX or CSV: the user says once which heading holds what, and the mapping is kept with the
//! edition. The numbers of the list stay its own; codes such as `2В350` are folded when they have that form.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::language::Language;
use intake::table::Table;

use super::limits;
use super::line_json::Gathered;
use crate::path::ProvisionPath;
use crate::provision::NoteKind;
use crate::version::{ListHead, ListVersion};

/// What a table may hold, each with the headings it is known by when the user maps nothing.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("code", &["code", "number", "item", "no", "код", "номер", "пункт", "позиция", "№ п/п"]),
    ("text", &["text", "description", "title", "name", "наименование", "описание", "текст", "содержание"]),
    ("note", &["note", "notes", "примечание", "примечания"]),
    ("nomenclature", &["hs", "hs code", "tn ved", "nomenclature", "код тн вэд", "тн вэд", "код тн вэд еаэс"]),
    ("cas", &["cas", "cas no", "cas number", "номер cas"]),
    ("regime", &["regime", "reason", "режим"]),
];

/// What a table cannot do without.
pub(super) const REQUIRED: [&str; 2] = ["code", "text"];

/// Reads a table. `columns` says which heading holds `code`, `text`, `note`, `nomenclature`, `cas` or `regime`; what it
/// does not name is looked for under the usual headings.
#[must_use]
pub fn read(
    file: &str,
    bytes: &[u8],
    head: ListHead,
    language: Language,
    columns: &BTreeMap<String, String>,
) -> (Option<ListVersion>, Vec<Fault>) {
    let mut faults = Vec::new();
    let wanted = wanted(file, columns, &mut faults);
    let Some(table) = Table::read_mapped(file, bytes, &wanted, &REQUIRED, &mut faults) else {
        return (None, faults);
    };
    of_rows(file, &table, head, language, faults)
}

/// Under which headings each column is looked for.
pub(super) fn wanted(
    file: &str,
    columns: &BTreeMap<String, String>,
    faults: &mut Vec<Fault>,
) -> [(&'static str, Vec<String>); 6] {
    for unknown in columns.keys().filter(|name| !COLUMNS.iter().any(|(known, _)| known == name)) {
        faults.push(Fault::error("list-column-unknown").at(unknown).inside(file, None));
    }
    COLUMNS.map(|(name, usual)| {
        let mapped = columns.get(name).map(|heading| vec![heading.clone()]);
        (name, mapped.unwrap_or_else(|| usual.iter().map(|heading| (*heading).to_owned()).collect()))
    })
}

/// The list that the rows of a table are.
pub(super) fn of_rows(
    file: &str,
    table: &Table,
    head: ListHead,
    language: Language,
    mut faults: Vec<Fault>,
) -> (Option<ListVersion>, Vec<Fault>) {
    let mut gathered = Gathered::new(language);
    let heading = table.heading("code").to_owned();
    for row in table.iter() {
        if faults.len() >= limits::MOST_FAULTS || gathered.provisions.len() >= limits::MOST_PROVISIONS {
            faults.push(Fault::error("list-too-many-faults").inside(file, Some(row.line())));
            break;
        }
        let (code, text) = (row.text("code"), row.text("text"));
        // Headings stand again at the top of a page.
        if (code.is_empty() && text.is_empty() && row.text("note").is_empty()) || code == heading {
            continue;
        }
        if let Err(fault) = take(&mut gathered, &row, code, text) {
            faults.push(fault.inside(file, Some(row.line())));
        }
    }
    super::finish(file, gathered, head, faults)
}

/// A provision under the code or number that a list prints, with the levels above it that the list does not print.
pub(super) fn provision(gathered: &mut Gathered, code: &str, text: &str) -> Result<ProvisionPath, Fault> {
    let wrong = |_| Fault::error("list-path-unreadable").at("code").with("path", code);
    let path: ProvisionPath = code.parse().or_else(|_| ProvisionPath::own_numbering(code)).map_err(wrong)?;
    if gathered.has(&path) {
        return Err(Fault::error("list-path-twice").at("code").with("path", path.as_str()));
    }
    // Lists with numbers of their own often print only the lines that have words: the levels between are made.
    let mut missing = Vec::new();
    let mut above = path.parent();
    while let Some(parent) = above.filter(|parent| !gathered.has(parent)) {
        above = parent.parent();
        missing.push(parent);
    }
    for parent in missing.into_iter().rev() {
        gathered.push(crate::provision::Provision::item(parent));
    }
    gathered.item(&path, super::item_kind(text), text)?;
    if let Some(provision) = gathered.provisions.last_mut().filter(|_| code.trim() != path.as_str()) {
        provision.printed = Some(code.trim().to_owned());
    }
    Ok(path)
}

fn take(gathered: &mut Gathered, row: &intake::table::Row<'_>, code: &str, text: &str) -> Result<(), Fault> {
    // A row without a code goes on with the one before: merged cells come out so.
    if code.is_empty() {
        let last = gathered.provisions.last().map(|provision| provision.path.clone());
        let last = last.ok_or_else(|| Fault::error("field-missing").at("code"))?;
        return match super::grammar::note_kind(text) {
            Some(kind) => gathered.note(&last, kind, text),
            None => gathered.item(&last, super::item_kind(text), text),
        };
    }
    let path = provision(gathered, code, text)?;
    if let Some(provision) = gathered.provisions.last_mut() {
        let digits = |code: &str| code.chars().filter(char::is_ascii_digit).collect::<String>();
        let codes = row.text("nomenclature").split([',', ';', '\n']).map(digits).filter(|code| code.len() >= 2);
        provision.nomenclature.extend(codes);
        let regimes = row.text("regime").split([',', ';']).map(str::trim).filter(|regime| !regime.is_empty());
        provision.regimes.extend(regimes.map(str::to_owned));
        for found in crate::cas::find_cas(row.text("cas")) {
            let number = found.map_err(|wrong| Fault::error(wrong.code()).at("cas").with("text", wrong.to_string()))?;
            if !provision.cas.contains(&number) {
                provision.cas.push(number);
            }
        }
    }
    if !row.text("note").is_empty() {
        let kind = super::grammar::note_kind(row.text("note")).unwrap_or_else(|| NoteKind::of_note(row.text("note")));
        gathered.note(&path, kind, row.text("note"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::localized::Localized;
    use proptest::prelude::*;

    use super::*;
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

    fn check(csv: &str, columns: &[(&str, &str)]) -> (Option<ListVersion>, Vec<String>) {
        let columns = columns.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let (list, faults) = read("l.csv", csv.as_bytes(), head(), Language::RU, &columns);
        let shown = faults.iter().map(|f| format!("{}:{}", f.place.line.unwrap_or(0), f.code)).collect();
        (list, shown)
    }

    #[test]
    fn a_national_list_keeps_its_numbers_and_codes() {
        let (list, faults) = check(
            "Номер;Что контролируется;Код ТН ВЭД\n1.1.4;Штуки, кроме синих;8401 10 000 0; 8401\n1.1.4.1;Синие (CAS 7664-39-3);\n;Примечание: не контролируются игрушки.;\n2В350.а;Сосуды;\n",
            &[("text", "Что контролируется")],
        );
        // The stray semicolon of the second row is told, and refuses nothing by itself here.
        assert!(list.is_none() || faults.is_empty(), "{faults:?}");
        let (list, faults) = check(
            "Номер;Что контролируется;Код ТН ВЭД\n1.1.4;Штуки, кроме синих;8401 10 000 0\n1.1.4.1;Синие (CAS 7664-39-3);\n;Примечание: не контролируются игрушки.;\n2В350.а;Сосуды;\n",
            &[("text", "Что контролируется")],
        );
        assert_eq!(faults, Vec::<String>::new());
        let list = list.unwrap();
        let shown: Vec<String> = list
            .provisions()
            .iter()
            .map(|p| format!("{} [{}] {}", p.path, p.printed.as_deref().unwrap_or(""), p.nomenclature.join(",")))
            .collect();
        assert_eq!(
            shown,
            ["1 [] ", "1.1 [] ", "1.1.4 [] 8401100000", "1.1.4.1 [] ", "2B350 [] ", "2B350.a [2В350.а] "]
        );
        assert_eq!(list.provisions()[3].notes[0].kind, NoteKind::Exclusion);
    }

    #[test]
    fn what_is_wrong_refuses_the_whole() {
        assert_eq!(check("a;b\n1;x\n", &[]).1.len(), 2);
        assert_eq!(check("Код;Наименование\n1.1;x\n1.1;y\n", &[]).1, ["3:list-path-twice"]);
        assert_eq!(check("Код;Наименование\n1..1;x\n", &[]).1, ["2:list-path-unreadable"]);
        assert_eq!(check("Код;Наименование\n1;x\n", &[("colour", "Код")]).1, ["0:list-column-unknown"]);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read("x", &bytes, head(), Language::EN, &BTreeMap::new());
        }
    }
}
