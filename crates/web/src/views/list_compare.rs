//! Comparing two lists: which ones, then every difference side by side.

use app::list::compare::{ComparisonFormat, compare, export};
use app::list::open::editions;
use askama::Template;
use axum::routing::get;
use lists::compare::{Change, ListComparison, Row};
use report::goods::comparison;

use crate::desk::{Answer, Desk, file, page};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of this page.
pub fn routes() -> Routes {
    Routes::new().route("/lists/compare", get(show))
}

/// Most differences a page shows; the files hold all of them.
const MOST_SHOWN: usize = 120;

/// A difference as it is shown.
struct DifferenceLine {
    row: Row,
    changes: String,
    particulars: Vec<String>,
}

/// How many rows differ in one way; chosen, only they are shown.
struct Count {
    key: &'static str,
    words: String,
    rows: usize,
    chosen: bool,
}

/// A definition that differs.
struct TermLine {
    term: String,
    place: String,
    old: String,
    new: String,
}

/// A comparison as it is shown.
struct Shown {
    first: String,
    second: String,
    third: String,
    of_third: Option<String>,
    names: (String, String),
    counts: Vec<Count>,
    all_chosen: bool,
    same: usize,
    terms: Vec<TermLine>,
    added: String,
    removed: String,
    lines: Vec<DifferenceLine>,
    part: Option<String>,
}

#[derive(Template)]
#[template(path = "list_compare.html")]
struct ComparePage {
    c: Chrome,
    f: Form,
    choices: Vec<Choice>,
    shown: Option<Shown>,
}

async fn show(desk: Desk) -> Answer {
    let editions = editions(desk.node(), &desk.actor).await?;
    let language = desk.t.language();
    let choices =
        editions.iter().map(|edition| Choice::new(&edition.key, comparison::name(&edition.head, language))).collect();
    let asked = |name: &str| desk.asked(name).unwrap_or_default();
    let (first, second, third) = (asked("first"), asked("second"), asked("third"));
    let f = Form::new().with("first", first).with("second", second).with("third", third);
    let shown = if first.is_empty() || second.is_empty() {
        None
    } else {
        let format = match desk.asked("format") {
            Some("xlsx") => Some(ComparisonFormat::Xlsx),
            Some("docx") => Some(ComparisonFormat::Docx),
            Some("pdf") => Some(ComparisonFormat::Pdf),
            _ => None,
        };
        if let Some(format) = format {
            let keys = [first, second, third];
            let keys: Vec<String> = keys.into_iter().filter(|key| !key.is_empty()).map(str::to_owned).collect();
            return Ok(file(export(desk.node(), &desk.actor, &keys, language, format).await?));
        }
        let compared = compare(desk.node(), &desk.actor, first, second, language).await?;
        Some(shown(&desk, (first, second, third), &compared))
    };
    let c = desk.chrome(Section::Lists, desk.t.text("list-compare-title"));
    page(&ComparePage { c, f, choices, shown })
}

/// How a row differs, for the filter of the page.
fn has(row: &Row, chosen: Option<&str>) -> bool {
    chosen.is_none_or(|chosen| row.changes.iter().any(|change| change.as_str() == chosen))
}

fn shown(desk: &Desk, (first, second, third): (&str, &str, &str), compared: &ListComparison) -> Shown {
    let t = desk.t;
    let chosen = desk.asked("change").filter(|chosen| !chosen.is_empty());
    let category = desk.asked("category").filter(|chosen| !chosen.is_empty());
    let of_category = |row: &Row| {
        let path = row.new.as_ref().or(row.old.as_ref()).map(|side| side.path.as_str());
        category.is_none_or(|category| path.is_some_and(|path| path.starts_with(category)))
    };
    let differing = || comparison::differing(compared).filter(|row| has(row, chosen) && of_category(row));
    let total = differing().count();
    let line = |row: &Row| DifferenceLine {
        changes: comparison::changes(row, t),
        particulars: comparison::particulars(row, t),
        row: row.clone(),
    };
    let lines: Vec<DifferenceLine> = differing().take(MOST_SHOWN).map(line).collect();
    let values = [("shown", lines.len().into()), ("total", total.into())];
    Shown {
        first: first.to_owned(),
        second: second.to_owned(),
        third: third.to_owned(),
        of_third: (!third.is_empty()).then(|| t.with("web-list-compare-with-third", &[("list", third.into())])),
        names: (comparison::name(&compared.old, t.language()), comparison::name(&compared.new, t.language())),
        counts: compared
            .counts
            .iter()
            .filter(|(change, _)| **change != Change::Same)
            .map(|(change, n)| Count {
                key: change.as_str(),
                words: t.word("list-change", change.as_str()),
                rows: *n,
                chosen: chosen == Some(change.as_str()),
            })
            .collect(),
        all_chosen: chosen.is_none(),
        same: compared.counts.get(&Change::Same).copied().unwrap_or(0),
        terms: compared
            .terms
            .iter()
            .map(|term| TermLine {
                term: term.term.clone(),
                place: comparison::term_place(term, t),
                old: term.old.clone().unwrap_or_default(),
                new: term.new.clone().unwrap_or_default(),
            })
            .collect(),
        added: compared.entries_added.join(", "),
        removed: compared.entries_removed.join(", "),
        part: (lines.len() < total).then(|| t.with("web-list-compare-part", &values)),
        lines,
    }
}
