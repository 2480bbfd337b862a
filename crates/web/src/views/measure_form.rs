//! A measure as a form: every field, in every language of the site.

use app::{Permission, Refusal};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::language::Language;
use domain::localized::Localized;
use domain::measure::{FormOfCompletion, Funding, Measure, TimeFrame};
use domain::plan::Plan;
use domain::progress::ProgressStatus;
use locale::Catalogue;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::conflict;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/plans/{id}/measures/new", get(new).post(add))
        .route("/measures/{id}/edit", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "measure_form.html")]
struct MeasureForm {
    c: Chrome,
    f: Form,
    back: String,
    is_new: bool,
    forms: Vec<Choice>,
    fundings: Vec<Choice>,
    statuses: Vec<Choice>,
}

fn shown(desk: &Desk, f: Form, back: String, number: Option<&str>) -> MeasureForm {
    let title = match number {
        None => desk.t.text("web-measure-form-new"),
        Some(number) => desk.t.with("web-measure-form-edit", &[("number", number.into())]),
    };
    MeasureForm {
        c: desk.chrome(Section::Plans, title),
        f,
        back,
        is_new: number.is_none(),
        forms: Choice::words(desk.t, "form-of-completion", FormOfCompletion::ALL),
        fundings: Choice::words(desk.t, "funding", Funding::ALL),
        statuses: Choice::words(desk.t, "progress-status", ProgressStatus::ALL),
    }
}

/// Bodies are filled in as lines, the same number of them in every language; each line is one body.
fn bodies(form: &Form, before: Option<&Measure>) -> Vec<Localized> {
    let mut bodies: Vec<Localized> = before.map(|measure| measure.supporting.clone()).unwrap_or_default();
    for language in Catalogue::embedded().languages() {
        let lines: Vec<&str> = form.value(format!("supporting.{language}")).lines().collect();
        bodies.resize(bodies.len().max(lines.len()), Localized::default());
        for (n, body) in bodies.iter_mut().enumerate() {
            body.set(*language, lines.get(n).copied().unwrap_or_default());
        }
    }
    bodies.retain(|body| !body.is_empty());
    bodies
}

/// The lines of one language as the form shows them; a body without a name in it leaves its line empty.
fn body_lines(bodies: &[Localized], language: Language) -> String {
    let lines: Vec<&str> = bodies.iter().map(|body| body.get(language).unwrap_or_default()).collect();
    lines.join("\n").trim_end().to_owned()
}

/// Leads a fault of the measure to the field of the form that puts it right.
fn at_field(fault: &mut Fault) {
    if fault.code == "time-frame-missing" {
        *fault = Fault::error("time-frame-without-dates").at("time_frame.start");
    } else if fault.place.field.as_deref().is_some_and(|field| field.starts_with("supporting.")) {
        fault.place.field = Some("supporting".to_owned());
    }
}

fn read(form: &Form, plan: Id<Plan>, before: Option<&Measure>, faults: &mut Vec<Fault>) -> Measure {
    let text = |name, get: fn(&Measure) -> &Localized| written::localized(form, name, before.map(get));
    let status = written::required(form, "status", "choice-not-read", faults);
    let measure = Measure {
        plan,
        number: before.map_or_else(|| form.value("number").trim().to_owned(), |measure| measure.number.clone()),
        operative_paragraphs: written::list(form, "operative_paragraphs", "choice-not-read", faults),
        rows: written::list(form, "rows", "row-not-read", faults),
        text: text("text", |measure| &measure.text),
        expected_result: text("expected_result", |measure| &measure.expected_result),
        form: form.read("form", "choice-not-read", faults),
        time_frame: TimeFrame {
            start: form.date("time_frame.start", faults),
            end: form.date("time_frame.end", faults),
        },
        lead: text("lead", |measure| &measure.lead),
        supporting: bodies(form, before),
        funding: form.read("funding", "choice-not-read", faults),
        partners: text("partners", |measure| &measure.partners),
        indicator: text("indicator", |measure| &measure.indicator),
        assistance_needed: text("assistance_needed", |measure| &measure.assistance_needed),
        status: status.unwrap_or(ProgressStatus::NotStarted),
    };
    measure.check(faults);
    // A date that could not be read is told once, not also as missing.
    let unread = faults.iter().any(|fault| fault.code == "date-not-read");
    faults.retain(|fault| !(unread && fault.code == "time-frame-missing"));
    for fault in faults.iter_mut() {
        at_field(fault);
    }
    measure
}

async fn plan_of(desk: &Desk, id: Id<Plan>) -> Result<(), Refusal> {
    let view = app::plan::show::show(desk.node(), &desk.actor, id).await?;
    let allowed = desk.actor.may_with(Permission::SaveMeasure, &view.plan.revision.owner, None);
    if allowed { Ok(()) } else { Err(Refusal::NotAllowed(Permission::SaveMeasure)) }
}

async fn new(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    plan_of(&desk, id).await?;
    let form = Form::new().with("status", ProgressStatus::NotStarted);
    page(&shown(&desk, form, format!("/plans/{id}"), None))
}

async fn add(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let mut faults = Vec::new();
    let measure = read(&form, id, None, &mut faults);
    if faults.is_empty() {
        let number = measure.number.clone();
        match app::plan::measure::save(desk.node(), &desk.actor, measure, None, form.value("reason")).await {
            Ok(stored) => return go_done(&format!("/measures/{}", stored.revision.record), "saved"),
            Err(refusal) => faults = written::again(refusal, Some(("number", &number)))?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, format!("/plans/{id}"), None))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Measure> = named(&id)?;
    let view = app::plan::measure::show(desk.node(), &desk.actor, id).await?;
    let measure = view.measure.noun::<Measure>().ok_or(Refusal::NotFound("measure"))?;
    let date = |date: Option<domain::partial_date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let mut form = Form::new()
        .with("number", &measure.number)
        .with("operative_paragraphs", measure.operative_paragraphs.join("; "))
        .with("rows", written::joined(&measure.rows, "; "))
        .with_localized("text", &measure.text)
        .with_localized("expected_result", &measure.expected_result)
        .with("form", measure.form.map(FormOfCompletion::as_str).unwrap_or_default())
        .with("time_frame.start", date(measure.time_frame.start))
        .with("time_frame.end", date(measure.time_frame.end))
        .with_localized("lead", &measure.lead)
        .with("funding", measure.funding.map(Funding::as_str).unwrap_or_default())
        .with_localized("partners", &measure.partners)
        .with_localized("indicator", &measure.indicator)
        .with_localized("assistance_needed", &measure.assistance_needed)
        .with("status", measure.status)
        .with("seen", view.measure.revision.version);
    for language in Catalogue::embedded().languages() {
        form.set(&format!("supporting.{language}"), body_lines(&measure.supporting, *language));
    }
    page(&shown(&desk, form, format!("/measures/{id}"), Some(&measure.number)))
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Measure> = named(&id)?;
    let back = format!("/measures/{id}");
    let view = app::plan::measure::show(desk.node(), &desk.actor, id).await?;
    let before = view.measure.noun::<Measure>().ok_or(Refusal::NotFound("measure"))?;
    let mut faults = Vec::new();
    let measure = read(&form, before.plan, Some(before), &mut faults);
    if faults.is_empty() {
        let seen = written::seen(&form, id.record());
        match app::plan::measure::save(desk.node(), &desk.actor, measure, Some(seen), form.value("reason")).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, back, Some(&before.number)))
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use domain::localized::Localized;

    use super::{bodies, body_lines};
    use crate::form::Form;

    #[test]
    fn bodies_are_lines_that_meet_across_languages() {
        let form = Form::new().with("supporting.en", "Customs\nBorder Service").with("supporting.ru", "Таможня\n\nМВД");
        let read = bodies(&form, None);
        let said: Vec<[&str; 2]> = read
            .iter()
            .map(|body| [Language::EN, Language::RU].map(|language| body.get(language).unwrap_or("-")))
            .collect();
        assert_eq!(said, [["Customs", "Таможня"], ["Border Service", "-"], ["-", "МВД"]]);
        assert_eq!(body_lines(&read, Language::RU), "Таможня\n\nМВД");
        assert_eq!(body_lines(&[Localized::new(Language::EN, "Customs")], Language::RU), "");
    }
}
