//! Cells of a plan that say several things at once.

use domain::cell::RowKey;
use domain::fault::Fault;
use domain::language::Language;
use domain::localized::Localized;
use domain::measure::{FormOfCompletion, Funding};

use crate::table::Row;

/// The number of a measure without what surrounds it: `№ 17.1.` is `17.1`.
#[must_use]
pub fn measure_number(text: &str) -> String {
    text.trim_start_matches(['№', '#']).trim().trim_end_matches(['.', ')']).trim().to_owned()
}

/// Paragraphs of the resolution and rows of the matrix: `OP 3(d); IV.6`, `п. 3 d), IV.6`.
pub(super) fn references(row: &Row<'_>, faults: &mut Vec<Fault>) -> (Vec<String>, Vec<RowKey>) {
    let (mut paragraphs, mut rows) = (Vec::new(), Vec::new());
    for part in row.text("references").split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        if let Some(paragraph) = operative_paragraph(part) {
            paragraphs.push(paragraph);
        } else if let Ok(key) = text::skeleton(part).to_uppercase().parse::<RowKey>() {
            rows.push(key);
        } else {
            faults.push(row.fault("references", Fault::error("plan-reference-unreadable").with("text", part)));
        }
    }
    (paragraphs, rows)
}

/// `3(d)` from the ways it is written; Cyrillic letters that look like a, c and the like are taken for them.
fn operative_paragraph(text: &str) -> Option<String> {
    let text: String = text::skeleton(text).chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    // The skeletons of «ОП», «ПП», «п.» and «пункт» begin with what they look like in Latin letters.
    let prefixes = ["operativeparagraph", "paragraph", "para", "op", "oп", "пyhkt", "пп", "п"];
    let prefix = prefixes.iter().find(|prefix| text.starts_with(**prefix)).copied();
    let rest = text.strip_prefix(prefix.unwrap_or_default())?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, letter) = rest.split_at(digits);
    let letter = letter.trim_start_matches('(').trim_end_matches(')');
    match (number.parse::<u8>().ok()?, letter) {
        (number, "") => Some(number.to_string()),
        (number, "a" | "b" | "c" | "d") => Some(format!("{number}({letter})")),
        _ => None,
    }
}

/// The leading body, first named, and those that take part: in the same cell or in a column of their own.
pub(super) fn bodies(row: &Row<'_>, language: Language) -> (Localized, Vec<Localized>) {
    let named = |name| {
        let bodies = row.text(name).split([';', '\n']).map(str::trim).filter(|body| !body.is_empty());
        bodies.map(|body| Localized::new(language, body)).collect::<Vec<_>>()
    };
    let mut supporting = named("lead");
    let lead = if supporting.is_empty() { Localized::default() } else { supporting.remove(0) };
    supporting.extend(named("supporting"));
    (lead, supporting)
}

/// Who pays, and the partners: in brackets, or in a column of their own.
pub(super) fn funding(row: &Row<'_>, language: Language, faults: &mut Vec<Fault>) -> (Option<Funding>, Localized) {
    let written = row.text("funding");
    let (source, in_brackets) = written.split_once('(').unwrap_or((written, ""));
    let in_brackets = in_brackets.trim().trim_end_matches(')').trim();
    let own_column = row.text("partners");
    let mut partners: Vec<&str> = [in_brackets, own_column].into_iter().filter(|text| !text.is_empty()).collect();
    let words = text::fold(source);
    let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    // «Внебюджетные средства» are not the budget.
    let outside = has(&["внебюджет", "extrabudget", "extra-budget", "off-budget"]);
    let budget = has(&["budget", "бюджет"]) && !outside;
    let partner = outside || has(&["partner", "партнер", "donor", "донор", "grant", "грант"]);
    let funding = match (budget, partner) {
        (true, true) => Some(Funding::BudgetAndPartners),
        (true, false) => Some(Funding::Budget),
        (false, true) => Some(Funding::Partners),
        (false, false) if words.is_empty() => None,
        (false, false)
            if has(&["none", "not required", "нет", "не требует", "без финансирования", "—"]) || words == "-" =>
        {
            Some(Funding::None)
        }
        (false, false) => {
            // Nothing that was written is lost: an unknown source may be the name of a partner.
            partners.insert(0, source.trim());
            faults.push(row.fault("funding", Fault::warning("funding-unknown").with("text", source.trim())));
            None
        }
    };
    (funding, Localized::new(language, &partners.join("; ")))
}

/// The form of completion. A form that is not in the list is kept in the expected result.
pub(super) fn form(
    row: &Row<'_>,
    language: Language,
    expected_result: &mut Localized,
    faults: &mut Vec<Fault>,
) -> Option<FormOfCompletion> {
    let written = row.text("form");
    if written.is_empty() {
        return None;
    }
    let words = text::fold(written);
    let exact = FORMS.iter().find(|(names, _)| names.split('|').any(|name| name == words));
    // "Draft law submitted": a known form that goes on. The longest beginning says most.
    let begins = || {
        let beginnings = FORMS.iter().flat_map(|form| form.0.split('|').map(move |name| (name, form)));
        let fits =
            beginnings.filter(|(name, _)| words.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', ','])));
        fits.max_by_key(|(name, _)| name.len()).map(|(_, form)| form)
    };
    if let Some((_, form)) = exact {
        return Some(*form);
    }
    let form = begins().map(|(_, form)| *form);
    if form.is_none() {
        faults.push(row.fault("form", Fault::warning("form-unknown").with("text", written)));
    }
    let kept = expected_result.get(language).map_or_else(|| written.to_owned(), |text| format!("{text}; {written}"));
    expected_result.set(language, &kept);
    Some(form.unwrap_or(FormOfCompletion::Other))
}

/// The forms by their names in both languages, folded.
const FORMS: [(&str, FormOfCompletion); 10] = [
    ("law|закон", FormOfCompletion::Law),
    ("draft law|draft-law|bill|законопроект|проект закона", FormOfCompletion::DraftLaw),
    (
        "decree|government decree|resolution|government resolution|постановление|постановление правительства|указ|\
         распоряжение правительства",
        FormOfCompletion::Decree,
    ),
    ("order|приказ|распоряжение", FormOfCompletion::Order),
    (
        "guideline|guidelines|methods|методические рекомендации|методические указания|руководство|инструкция|рекомендации",
        FormOfCompletion::Guideline,
    ),
    ("training|seminar|workshop|course|обучение|семинар|тренинг|учебные курсы|учение", FormOfCompletion::Training),
    ("equipment|оборудование|оснащение", FormOfCompletion::Equipment),
    ("agreement|memorandum|соглашение|меморандум|договор", FormOfCompletion::Agreement),
    ("report|отчет|доклад|информация", FormOfCompletion::Report),
    ("other|иное|другое", FormOfCompletion::Other),
];
