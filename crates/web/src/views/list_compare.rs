//! Comparing two lists: which ones, then every difference side by side.

use app::list::compare::{ComparisonFormat, compare, export};
use app::list::open::editions;
use askama::Template;
use axum::routing::get;
use lists::compare::{ListComparison, Row};
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
const MOST_SHOWN: usize = 300;

/// A difference as it is shown.
struct DifferenceLine {
    row: Row,
    changes: String,
    particulars: Vec<String>,
}

/// A comparison as it is shown.
struct Shown {
    first: String,
    second: String,
    names: (String, String),
    counts: Vec<(String, usize)>,
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
    let (first, second) = (desk.asked("first").unwrap_or_default(), desk.asked("second").unwrap_or_default());
    let f = Form::new().with("first", first).with("second", second);
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
            return Ok(file(export(desk.node(), &desk.actor, (first, second), language, format).await?));
        }
        Some(shown(&desk, first, second, &compare(desk.node(), &desk.actor, first, second, language).await?))
    };
    let c = desk.chrome(Section::Lists, desk.t.text("list-compare-title"));
    page(&ComparePage { c, f, choices, shown })
}

fn shown(desk: &Desk, first: &str, second: &str, compared: &ListComparison) -> Shown {
    let t = desk.t;
    let total = comparison::differing(compared).count();
    let line = |row: &Row| DifferenceLine {
        changes: comparison::changes(row, t),
        particulars: comparison::particulars(row, t),
        row: row.clone(),
    };
    let lines: Vec<DifferenceLine> = comparison::differing(compared).take(MOST_SHOWN).map(line).collect();
    let values = [("shown", lines.len().into()), ("total", total.into())];
    Shown {
        first: first.to_owned(),
        second: second.to_owned(),
        names: (comparison::name(&compared.old, t.language()), comparison::name(&compared.new, t.language())),
        counts: compared.counts.iter().map(|(change, n)| (t.word("list-change", change.as_str()), *n)).collect(),
        added: compared.entries_added.join(", "),
        removed: compared.entries_removed.join(", "),
        part: (lines.len() < total).then(|| t.with("web-list-compare-part", &values)),
        lines,
    }
}
