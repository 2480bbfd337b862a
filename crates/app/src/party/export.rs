//! Kept screenings as a table: a line for each hit, and one for each party without any.

use domain::language::Language;
use domain::party_screening::{PartyHit, PartyScreening};
use jiff::civil::Date;
use locale::{Catalogue, Translator, Value};
use report::{CellValue, Column, Sheet};

use super::UsedList;
use super::list::{ScreeningFilter, list};
use super::screen::lists_in_use;
use super::wording::on_one_line;
use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

const COLUMNS: &[(&str, u16)] = &[
    ("reference", 28),
    ("name", 34),
    ("kind", 12),
    ("birth", 12),
    ("countries", 10),
    ("identifiers", 18),
    ("state", 12),
    ("list", 12),
    ("entry", 14),
    ("listed-as", 34),
    ("matched", 34),
    ("alike", 8),
    ("reasons", 60),
    ("decision", 12),
    ("by", 22),
    ("at", 18),
    ("why", 40),
];

/// Writes the kept screenings that fit the filter, whatever its limit. Lists with their age, and what "no hit" means,
/// stand above.
///
/// # Errors
/// [`Refusal::NotAllowed`]; when the file cannot be set.
pub async fn export(
    node: &Node,
    actor: &Actor,
    filter: &ScreeningFilter,
    (format, language): (TableFormat, Language),
) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::SeeScreenings)?;
    let whole = ScreeningFilter { limit: None, offset: 0, ..filter.clone() };
    let page = list(node, actor, &whole).await?;
    let t = Catalogue::embedded().translator(language);
    let today = node.surroundings.today();
    let mut notes: Vec<String> =
        lists_in_use(node, actor).await?.iter().map(|used| list_in_words(t, used, today)).collect();
    notes.push(t.text("party-no-hit-means"));
    let column = |(key, width): &(&str, u16)| Column {
        key: (*key).to_owned(),
        heading: t.text(&format!("party-table-{key}")),
        width: *width,
    };
    let mut sheet = Sheet {
        name: t.text("party-sheet-name"),
        notes,
        columns: COLUMNS.iter().map(column).collect(),
        rows: Vec::new(),
    };
    for screening in page.records.iter().filter_map(|stored| stored.noun::<PartyScreening>()) {
        if screening.hits.is_empty() {
            sheet.rows.push(line(t, screening, None, filter));
        }
        for hit in &screening.hits {
            sheet.rows.push(line(t, screening, Some(hit), filter));
        }
    }
    sheet_file(node, &sheet, &format!("parties-{language}"), format)
}

/// A list with its day and its age; loudly, when it is too old.
#[must_use]
pub fn list_in_words(t: Translator, used: &UsedList, today: Date) -> String {
    let title = used.version.title.text(t.language()).to_owned();
    let mut values: Vec<(&str, Value)> =
        vec![("title", title.into()), ("entries", i64::from(used.version.entries).into())];
    let Some(days) = used.age(today) else { return t.with("party-list-undated", &values) };
    let date = used.version.published.map(|date| t.date(date)).unwrap_or_default();
    values.extend([
        ("date", date.into()),
        ("days", days.into()),
        ("most", i64::from(used.version.max_age_days()).into()),
    ]);
    t.with(if used.is_too_old(today) { "party-list-too-old" } else { "party-list-dated" }, &values)
}

fn line(t: Translator, screening: &PartyScreening, hit: Option<&PartyHit>, filter: &ScreeningFilter) -> Vec<CellValue> {
    let party = &screening.party;
    let references =
        screening.references.iter().filter(|reference| filter.check.is_none() || reference.check == filter.check);
    let references: Vec<String> = references
        .map(|reference| match reference.row {
            Some(row) => {
                t.with("party-row", &[("source", reference.source.as_str().into()), ("row", row.to_string().into())])
            }
            None => reference.source.clone(),
        })
        .collect();
    let mut cells: Vec<CellValue> = vec![
        references.join("; ").into(),
        party.name.clone().into(),
        t.word("party-kind", party.kind.as_str()).into(),
        party.birth.map(|birth| birth.to_string()).unwrap_or_default().into(),
        party.countries.join(", ").into(),
        party.identifiers.join(", ").into(),
    ];
    let Some(hit) = hit else {
        let state = match &screening.unscreened {
            Some(code) => t.fault(&domain::fault::Fault::error(code)).message,
            None => t.word("screening-state", screening.state().as_str()),
        };
        cells.push(state.into());
        cells.resize(COLUMNS.len(), CellValue::Empty);
        return cells;
    };
    let (state, _) = hit.standing(&party.digest());
    cells.extend([
        CellValue::from(t.word("hit-state", state.as_str())),
        hit.list.clone().into(),
        hit.entry.clone().into(),
        hit.listed_as.clone().into(),
        hit.name.clone().into(),
        CellValue::Number(i64::from(hit.score / 10)),
        on_one_line(t, hit).into(),
    ]);
    match hit.decisions.last() {
        Some(decision) => cells.extend([
            CellValue::from(t.word("hit-verdict", decision.verdict.as_str())),
            decision.by.text(t.language()).into(),
            t.instant(decision.at).into(),
            decision.reason.clone().into(),
        ]),
        None => cells.resize(COLUMNS.len(), CellValue::Empty),
    }
    cells
}
