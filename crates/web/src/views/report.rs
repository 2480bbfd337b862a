//! Reports: the list, building one, one report with its files and what it rests on.

use std::collections::BTreeMap;

use app::report::build::{BuildReport, build};
use app::report::open::Basis;
use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::language::Language;
use domain::localized::Localized;
use domain::owner::Owner;
use domain::report::{Report, ReportScope};
use domain::round::Round;
use jiff::Timestamp;

use crate::desk::{Answer, Desk, file, go, named, page, page_as};
use crate::form::{Choice, Form};
use crate::jobs::Outcome;
use crate::layout::{Chrome, Section};
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/reports", get(list))
        .route("/reports/build", get(ask).post(begin))
        .route("/reports/{id}", get(show))
        .route("/reports/{id}/files/{name}", get(open))
}

/// A report with when and by whom it was built.
struct ReportLine {
    record: RecordId,
    report: Report,
    round: Localized,
    built: Option<(Timestamp, String)>,
    languages: String,
    files: Vec<(String, String, String)>,
}

async fn line(desk: &Desk, stored: &Stored, rounds: &[Stored]) -> Result<Option<ReportLine>, Refusal> {
    let Some(report) = stored.noun::<Report>().cloned() else { return Ok(None) };
    let record = stored.revision.record;
    let history = app::record::history::history(desk.node(), &desk.actor, record).await?;
    let of_report = |stored: &&Stored| stored.revision.record == report.round.record();
    let round = rounds.iter().find(of_report).and_then(Stored::noun::<Round>);
    let languages: Vec<String> =
        report.languages.iter().map(|language| desk.t.text(&format!("web-in-language-{language}"))).collect();
    let files = report.files.iter().map(|file| {
        let extension = file.name.rsplit('.').next().unwrap_or_default();
        (file.name.clone(), extension.to_uppercase(), desk.t.bytes(file.length))
    });
    Ok(Some(ReportLine {
        record,
        round: round.map(|round| round.title.clone()).unwrap_or_default(),
        built: history.first().map(|(_, act)| (act.instant, act.person.login.clone())),
        languages: languages.join(", "),
        files: files.collect(),
        report,
    }))
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage {
    c: Chrome,
    lines: Vec<ReportLine>,
    may_build: bool,
}

async fn list(desk: Desk) -> Answer {
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let mut lines = Vec::new();
    for stored in app::report::open::list(desk.node(), &desk.actor).await? {
        lines.extend(line(&desk, &stored, &rounds).await?);
    }
    page(&ReportsPage {
        c: desk.chrome(Section::Reports, desk.t.text("web-reports-title")),
        lines,
        may_build: desk.actor.may_with(Permission::BuildReport, &Owner::Secretariat, None),
    })
}

#[derive(Template)]
#[template(path = "report_build.html")]
struct BuildPage {
    c: Chrome,
    f: Form,
    rounds: Vec<Choice>,
    scopes: Vec<Choice>,
    languages: Vec<Choice>,
}

/// The languages of a report in the order in which they stand in it.
const ORDERS: &[(&str, &[Language])] = &[
    ("en-ru", &[Language::EN, Language::RU]),
    ("ru-en", &[Language::RU, Language::EN]),
    ("en", &[Language::EN]),
    ("ru", &[Language::RU]),
];

async fn shown(desk: &Desk, f: Form) -> Result<BuildPage, Refusal> {
    if !desk.actor.may_with(Permission::BuildReport, &Owner::Secretariat, None) {
        return Err(Refusal::NotAllowed(Permission::BuildReport));
    }
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let c = desk.chrome(Section::Reports, desk.t.text("web-report-build-title"));
    let rounds = rounds.iter().rev().filter_map(|stored| {
        let round = stored.noun::<Round>()?;
        Some(Choice::new(stored.revision.record, c.text(&round.title)))
    });
    Ok(BuildPage {
        rounds: rounds.collect(),
        scopes: Choice::words(desk.t, "report-scope", ReportScope::ALL),
        languages: ORDERS
            .iter()
            .map(|(order, _)| Choice::new(order, desk.t.text(&format!("web-report-build-language-order-{order}"))))
            .collect(),
        c,
        f,
    })
}

async fn ask(desk: Desk) -> Answer {
    let form = Form::new()
        .with("round", desk.asked("round").unwrap_or_default())
        .with("scope", ReportScope::Participants)
        .with("languages", "en-ru");
    page(&shown(&desk, form).await?)
}

/// Building is a job: its page tells how far it has come, and leads to the report when it stands.
async fn begin(desk: Desk, form: Form) -> Answer {
    let mut faults = Vec::new();
    let round: Option<Id<Round>> = written::required(&form, "round", "choice-not-read", &mut faults);
    let scope: Option<ReportScope> = written::required(&form, "scope", "choice-not-read", &mut faults);
    let order = ORDERS.iter().find(|(order, _)| *order == form.value("languages"));
    let (Some(round), Some(scope), Some((_, languages))) = (round, scope, order) else {
        if order.is_none() {
            faults.push(domain::fault::Fault::error("field-missing").at("languages"));
        }
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form.faulty(desk.t, &faults)).await?);
    };
    // Whoever may not build is told so here, not after waiting.
    shown(&desk, Form::new()).await?;
    let input = BuildReport { round, scope: Some(scope), languages: languages.to_vec() };
    let (site, actor) = (desk.site.clone(), desk.actor.clone());
    let path = desk.site.jobs.begin(desk.node().surroundings.new_id(), &desk.actor, "report", |job| async move {
        job.tell("web-report-building", 0, None);
        let built = build(&site.node, &actor, &input).await?;
        Ok(Outcome::Made(format!("/reports/{}", built.report.revision.record)))
    });
    go(&path)
}

/// How many revisions that a report rests on stand on a page.
const BASIS: usize = 50;

/// What a report rests on: a page of it.
struct BasisPart {
    lines: Vec<Basis>,
    only_changed: bool,
    /// How many reach the person, how many of them have changed since, how many do not reach the person.
    reached: usize,
    changed: usize,
    hidden: usize,
    /// Where the page begins among how many.
    offset: usize,
    shown: usize,
}

impl BasisPart {
    async fn of(desk: &Desk, report: &Report) -> Result<Self, Refusal> {
        let mut all = app::report::open::basis(desk.node(), &desk.actor, report).await?;
        let reached = all.len();
        let changed = all.iter().filter(|basis| basis.changed()).count();
        let only_changed = desk.asked("changed").is_some();
        if only_changed {
            all.retain(Basis::changed);
        }
        let mut words: BTreeMap<Kind, String> = BTreeMap::new();
        for basis in &all {
            words.entry(basis.now.kind).or_insert_with(|| desk.t.word("kind", basis.now.kind.as_str()));
        }
        all.sort_by_cached_key(|basis| {
            (
                words.get(&basis.now.kind).cloned(),
                basis.now.owner.clone(),
                basis.now.sort.clone(),
                basis.now.name.clone(),
            )
        });
        let (offset, shown) = (desk.place.asked_as("offset").unwrap_or_default(), all.len());
        Ok(Self {
            lines: all.into_iter().skip(offset).take(BASIS).collect(),
            only_changed,
            reached,
            changed,
            hidden: report.basis.len().saturating_sub(reached),
            offset,
            shown,
        })
    }
}

/// A file of a report.
struct FileLine {
    name: String,
    size: String,
    sha256: String,
    is_pdf: bool,
}

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    c: Chrome,
    stored: Stored,
    line: ReportLine,
    files: Vec<FileLine>,
    basis: BasisPart,
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Report> = named(&id)?;
    let stored = app::report::open::show(desk.node(), &desk.actor, id).await?;
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let line = line(&desk, &stored, &rounds).await?.ok_or(Refusal::NotFound("report"))?;
    let basis = BasisPart::of(&desk, &line.report).await?;
    page(&ReportPage {
        c: desk.chrome(Section::Reports, desk.t.text("web-report-title")),
        files: line
            .report
            .files
            .iter()
            .map(|file| FileLine {
                name: file.name.clone(),
                size: desk.t.bytes(file.length),
                sha256: file.sha256.to_string(),
                is_pdf: file.media_type == "application/pdf",
            })
            .collect(),
        stored,
        line,
        basis,
    })
}

async fn open(desk: Desk, Path((id, name)): Path<(String, String)>) -> Answer {
    Ok(file(app::report::open::open(desk.node(), &desk.actor, named(&id)?, &name).await?))
}
