//! Answering a cell.

use app::matrix::show::MatrixView;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::answer::Answer as CellAnswer;
use domain::cell::{CellKey, Mark};
use domain::citation::{Citation, Translation};
use domain::fault::Fault;
use domain::ids::Id;
use domain::language::Language;
use domain::localized::Localized;

use crate::desk::{Answer, Desk, faults, go_done, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::matrix::cell::open;
use crate::views::matrix::{Head, part_name};

/// Languages that a cited text may be in, besides those of the site: those of the participating States and of the
/// United Nations.
const TEXT_LANGUAGES: &[&str] = &["ar", "be", "en", "es", "fr", "ky", "ru", "tg", "zh"];
/// The marks in the order in which a form offers them.
const MARKS: &[Mark] = &[Mark::Blank, Mark::X, Mark::Question, Mark::NotApplicable, Mark::Yes, Mark::No];

/// One mark that the cell takes, with its meaning in this form.
struct MarkChoice {
    mark: Mark,
    meaning: Localized,
}

#[derive(Template)]
#[template(path = "cell_edit.html")]
struct CellForm {
    c: Chrome,
    head: Head,
    f: Form,
    key: CellKey,
    part: String,
    label: Localized,
    confidence: Option<Localized>,
    marks: Vec<MarkChoice>,
    citations: Vec<usize>,
    languages: Vec<Choice>,
    translations: Vec<Choice>,
    documents: Vec<Choice>,
}

/// Languages to choose from, by their names in the language of the page.
fn text_languages(c: &Chrome) -> Vec<Choice> {
    let mut languages: Vec<Choice> =
        TEXT_LANGUAGES.iter().map(|code| Choice::new(code, c.t(format!("web-document-language-{code}")))).collect();
    languages.sort_by(|a, b| a.label.cmp(&b.label));
    languages
}

async fn documents_of(desk: &Desk, view: &MatrixView, key: &CellKey) -> Result<Vec<Choice>, Refused> {
    let Some(stored) = view.answers.get(key) else { return Ok(Vec::new()) };
    let documents = app::document::open::list(desk.node(), &desk.actor, stored.revision.record).await?;
    let choices = documents.iter().filter_map(|stored| {
        let document = stored.noun::<domain::document::Document>()?;
        Some(Choice::new(stored.revision.record, document.title.text(desk.t.language())))
    });
    Ok(choices.collect())
}

async fn form_page(desk: &Desk, view: &MatrixView, key: CellKey, form: Form, status: StatusCode) -> Answer {
    let c = desk.chrome(Section::Matrices, "");
    let part = part_name(&c, &view.template, &key);
    let (_, row) = view.template.row(&key.row).ok_or(Refused::NoSuchPage)?;
    let marks = MARKS
        .iter()
        .filter(|mark| view.template.refuses(&key, **mark).is_none())
        .map(|mark| MarkChoice {
            mark: *mark,
            meaning: view.template.marks.iter().find(|m| m.key == *mark).map(|m| m.meaning.clone()).unwrap_or_default(),
        })
        .collect();
    // One empty group beyond the filled ones; `more` asks for three.
    let mut citations = form.repeated("citations");
    let free = citations.last().copied().unwrap_or_default();
    let empty = if form.chosen("do", "more") { 3 } else { usize::from(!form.chosen("do", "save") || free == 0) };
    citations.extend((1..=empty).map(|n| free + n));
    let title = desk.t.with("web-cell-answer", &[("cell", format!("{} · {part}", key.row).into())]);
    let page = CellForm {
        head: Head::of(&c, view),
        label: row.label.clone(),
        confidence: view.template.confidence(&row.confidence).map(|confidence| confidence.shown.clone()),
        languages: text_languages(&c),
        translations: Choice::words(c.t, "translation", Translation::ALL),
        documents: documents_of(desk, view, &key).await?,
        c: c.titled(Section::Matrices, title),
        f: form,
        key,
        part,
        marks,
        citations,
    };
    page_as(status, &page)
}

fn filled(answer: &CellAnswer, version: u32) -> Form {
    let mut form = Form::new()
        .with("seen", version)
        .with("mark", answer.mark.name())
        .with_localized("information", &answer.information)
        .with_localized("remarks", &answer.remarks);
    for (n, citation) in answer.citations.iter().enumerate() {
        let at = format!("citations.{}", n + 1);
        form = form.with_localized(&format!("{at}.instrument"), &citation.instrument);
        form.set(&format!("{at}.article"), &citation.article);
        form.set(&format!("{at}.date"), citation.date.map(|date| date.to_string()).unwrap_or_default());
        form.set(&format!("{at}.language"), citation.language.map(|language| language.to_string()).unwrap_or_default());
        form.set(&format!("{at}.link"), &citation.link);
        form.set(&format!("{at}.translation"), citation.translation);
        form.set(&format!("{at}.document"), citation.document.map(|id| id.to_string()).unwrap_or_default());
    }
    form
}

/// The form of a cell.
pub async fn form(desk: Desk, Path((id, cell)): Path<(String, String)>) -> Answer {
    let (view, key) = open(&desk, &id, &cell).await?;
    let stored = view.answers.get(&key);
    let form = match (stored, stored.and_then(|stored| stored.noun::<CellAnswer>())) {
        (Some(stored), Some(answer)) => filled(answer, stored.revision.version),
        _ => filled(&CellAnswer::blank(Id::new(view.matrix.revision.record), key.clone()), 0),
    };
    form_page(&desk, &view, key, form, StatusCode::OK).await
}

/// The texts of the languages that the form shows, put onto what the record says in others.
fn onto(before: Option<&Localized>, form: &Form, name: &str) -> Localized {
    crate::views::written::localized(form, name, before)
}

fn read(form: &Form, before: &CellAnswer, wrong: &mut Vec<Fault>) -> CellAnswer {
    let mark = form.value("mark");
    let mut citations = Vec::new();
    let mut numbers = Vec::new();
    for n in form.repeated("citations") {
        let at = |field: &str| format!("citations.{n}.{field}");
        let earlier = before.citations.get(n - 1);
        let citation = Citation {
            instrument: onto(earlier.map(|citation| &citation.instrument), form, &at("instrument")),
            article: form.value(at("article")).trim().to_owned(),
            date: form.date(&at("date"), wrong),
            language: form.read::<Language>(&at("language"), "language-unknown", wrong),
            link: form.value(at("link")).trim().to_owned(),
            translation: form.read(&at("translation"), "word-unknown", wrong).unwrap_or(Translation::Original),
            document: form.read(&at("document"), "field-unknown", wrong),
        };
        let said = !citation.instrument.is_empty()
            || !citation.article.is_empty()
            || citation.date.is_some()
            || !citation.link.is_empty()
            || citation.document.is_some();
        if said {
            citations.push(citation);
            numbers.push(n);
        }
    }
    let answer = CellAnswer {
        mark: MARKS.iter().find(|known| known.name() == mark).copied().unwrap_or(before.mark),
        information: onto(Some(&before.information), form, "information"),
        remarks: onto(Some(&before.remarks), form, "remarks"),
        citations,
        ..before.clone()
    };
    // The faults of a citation are shown where it stands in the form, which may have empty groups between.
    let mut own = Vec::new();
    answer.check(&mut own);
    wrong.extend(own.into_iter().map(|mut fault| {
        if let Some(field) = &fault.place.field
            && let Some((n, rest)) = field.strip_prefix("citations.").and_then(|rest| rest.split_once('.'))
            && let Some(stands) = n.parse::<usize>().ok().and_then(|n| numbers.get(n.wrapping_sub(1)))
        {
            fault.place.field = Some(format!("citations.{stands}.{rest}"));
        }
        fault
    }));
    answer
}

/// Saves the answer, or shows the form again with more room for citations.
pub async fn save(desk: Desk, Path((id, cell)): Path<(String, String)>, form: Form) -> Answer {
    let (view, key) = open(&desk, &id, &cell).await?;
    if form.chosen("do", "more") {
        return form_page(&desk, &view, key, form, StatusCode::OK).await;
    }
    let blank = CellAnswer::blank(Id::new(view.matrix.revision.record), key.clone());
    let before = view.answer(&key).unwrap_or(&blank);
    let mut wrong = Vec::new();
    let answer = read(&form, before, &mut wrong);
    let back = format!("/matrices/{id}/cells/{key}");
    if wrong.iter().any(Fault::is_error) {
        return form_page(&desk, &view, key, form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let seen = form.seen().unwrap_or_default();
    if seen > 0 && answer == *before && view.answers.get(&key).is_some_and(|stored| stored.revision.version == seen) {
        return go_done(&back, "unchanged");
    }
    match app::matrix::answer::answer(desk.node(), &desk.actor, answer, seen, form.value("reason")).await {
        Ok(_) => go_done(&back, "saved"),
        Err(refusal @ app::Refusal::Conflict { .. }) => conflict(&desk, &form, refusal, &back),
        Err(refusal) => {
            let form = form.faulty(desk.t, &faults(refusal)?);
            form_page(&desk, &view, key, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{filled, read};
    use crate::form::Form;
    use domain::answer::Answer;
    use domain::ids::{Id, Uuid};
    use domain::language::Language;

    fn blank() -> Answer {
        Answer::blank(Id::new(Uuid::from_u128(1)), "IV.6:N:LF".parse().unwrap())
    }

    #[test]
    fn what_is_shown_is_read_back() {
        let mut answer = blank();
        answer.information.set(Language::EN, "The law.");
        let mut wrong = Vec::new();
        let form = Form::new()
            .with("mark", "x")
            .with("information.en", "The law.")
            .with("citations.3.instrument.en", "Law on Export Control")
            .with("citations.3.date", "2002-05");
        let read_once = read(&form, &answer, &mut wrong);
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(read_once.citations.len(), 1, "empty groups are no citations");
        let again = read(&filled(&read_once, 1), &read_once, &mut wrong);
        assert_eq!(again, read_once);
    }

    #[test]
    fn a_fault_stands_where_the_citation_stands_in_the_form() {
        let mut wrong = Vec::new();
        read(&Form::new().with("citations.4.article", "12"), &blank(), &mut wrong);
        assert_eq!(wrong[0].place.field.as_deref(), Some("citations.4.instrument"));
    }
}
