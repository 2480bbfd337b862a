//! The head of a round as a form. Repeated groups (organisers, themes, decisions) show what stands there and two empty
//! ones; a group that is left empty is left out.

use app::{Permission, Refusal};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::localized::Localized;
use domain::owner::Owner;
use domain::round::{NextRound, Organiser, OrganiserRole, Round, RoundKind, RoundState, StateRole, Theme};
use domain::template::{Source, Template as MatrixTemplate};
use jiff::civil::Date;

use crate::desk::{Answer, Desk, go_done, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::conflict;
use crate::views::round::round_of;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new().route("/rounds/new", get(new).post(enter)).route("/rounds/{round}/edit", get(edit).post(change))
}

/// Empty groups that stand ready under each list.
const SPARE: usize = 2;

#[derive(Template)]
#[template(path = "round_form.html")]
struct RoundForm {
    c: Chrome,
    f: Form,
    back: String,
    is_new: bool,
    kinds: Vec<Choice>,
    templates: Vec<Choice>,
    states: Vec<Choice>,
    roles: Vec<Choice>,
    organiser_roles: Vec<Choice>,
    organisers: Vec<usize>,
    themes: Vec<usize>,
    decisions: Vec<usize>,
    cooperation: Vec<usize>,
}

impl RoundForm {
    /// Whether a group or anything in it has a fault: then it stands open.
    fn faulty(&self, group: &str, n: &usize) -> bool {
        let group = format!("{group}.{n}");
        self.f.faults().iter().any(|fault| fault.field == group || fault.field.starts_with(&format!("{group}.")))
    }

    /// What a folded group is called, in the language of the page.
    fn named(&self, group: &str, n: &usize, part: &str) -> &str {
        self.f.value(format!("{group}.{n}.{part}.{}", self.c.language))
    }
}

/// The numbers of the groups to show: those that are there, and the spare ones.
fn groups(form: &Form, name: &str) -> Vec<usize> {
    let last = form.repeated(name).last().copied().unwrap_or_default();
    let filled = form.pairs().any(|(key, value)| key.starts_with(&format!("{name}.{last}.")) && !value.is_empty());
    let last = if filled { last } else { last.saturating_sub(SPARE) };
    (1..=last + SPARE).collect()
}

async fn shown(desk: &Desk, f: Form, back: String, is_new: bool) -> Result<RoundForm, Refusal> {
    if !desk.actor.may_with(Permission::SaveRound, &Owner::Secretariat, None) {
        return Err(Refusal::NotAllowed(Permission::SaveRound));
    }
    let title = if is_new { "web-round-form-new" } else { "web-round-form-edit" };
    let c = desk.chrome(Section::Rounds, desk.t.text(title));
    let templates = app::template::list(desk.node(), &desk.actor).await?;
    let templates = templates.iter().filter_map(|stored| {
        let template = stored.noun::<MatrixTemplate>()?;
        Some(Choice::new(stored.revision.record, c.text(&template.name)))
    });
    Ok(RoundForm {
        kinds: Choice::words(desk.t, "round-kind", RoundKind::ALL),
        templates: templates.collect(),
        states: c.states.sorted(c.language).iter().map(|s| Choice::new(&s.code, s.short.text(c.language))).collect(),
        roles: Choice::words(desk.t, "state-role", StateRole::ALL),
        organiser_roles: Choice::words(desk.t, "organiser-role", OrganiserRole::ALL),
        organisers: groups(&f, "organisers"),
        themes: groups(&f, "themes"),
        decisions: groups(&f, "decisions"),
        cooperation: groups(&f, "cooperation"),
        c,
        f,
        back,
        is_new,
    })
}

/// The texts of a repeated field, empty ones left out.
fn texts(form: &Form, name: &str, before: Option<&Vec<Localized>>) -> Vec<Localized> {
    form.repeated(name)
        .into_iter()
        .map(|n| written::localized(form, &format!("{name}.{n}"), before.and_then(|texts| texts.get(n - 1))))
        .filter(|text| !text.is_empty())
        .collect()
}

fn organisers(form: &Form, before: Option<&Round>, faults: &mut Vec<Fault>) -> Vec<Organiser> {
    let mut organisers = Vec::new();
    for n in form.repeated("organisers") {
        let before = before.and_then(|round| round.organisers.get(n - 1)).map(|organiser| &organiser.name);
        let name = written::localized(form, &format!("organisers.{n}.name"), before);
        let short = form.value(format!("organisers.{n}.short")).trim().to_owned();
        if name.is_empty() && short.is_empty() {
            continue;
        }
        let role = form.read(&format!("organisers.{n}.role"), "choice-not-read", faults);
        organisers.push(Organiser { name, short, role: role.unwrap_or(OrganiserRole::Organiser) });
    }
    organisers
}

fn themes(form: &Form, before: Option<&Round>, faults: &mut Vec<Fault>) -> Vec<Theme> {
    let mut themes = Vec::new();
    for n in form.repeated("themes") {
        let field = |part: &str| format!("themes.{n}.{part}");
        let before = before.and_then(|round| round.themes.get(n - 1)).map(|theme| &theme.title);
        let title = written::localized(form, &field("title"), before);
        let key = form.value(field("key")).trim().to_owned();
        if title.is_empty() && key.is_empty() {
            continue;
        }
        themes.push(Theme {
            key,
            title,
            operative_paragraphs: written::list(form, &field("operative_paragraphs"), "choice-not-read", faults),
            rows: written::list(form, &field("rows"), "row-not-read", faults),
            priority: form.chosen(&field("priority"), "yes"),
        });
    }
    themes
}

fn next(form: &Form, before: Option<&Round>, faults: &mut Vec<Fault>) -> Option<NextRound> {
    let before = before.and_then(|round| round.next.as_ref());
    let when = form.date("next.when", faults);
    let text = written::localized(form, "next.text", before.map(|next| &next.text));
    let place = written::localized(form, "next.place", before.map(|next| &next.place));
    let invited = written::localized(form, "next.invited", before.map(|next| &next.invited));
    let host_state = form.read("next.host_state", "choice-not-read", faults);
    let said = !text.is_empty() || !place.is_empty() || !invited.is_empty() || host_state.is_some();
    if when.is_none() && form.filled("next.when").is_none() && said {
        faults.push(Fault::error("field-missing").at("next.when"));
    }
    Some(NextRound { when: when?, host_state, place, text, invited })
}

fn source(form: &Form, faults: &mut Vec<Fault>) -> Option<Source> {
    let value = |name: &str| form.value(name).trim().to_owned();
    let date = form.date("source.date", faults);
    let source =
        Source { title: value("source.title"), publisher: value("source.publisher"), url: value("source.url"), date };
    (source != Source::default()).then_some(source)
}

fn read(desk: &Desk, form: &Form, before: Option<&Round>, faults: &mut Vec<Fault>) -> Round {
    let text = |name, get: fn(&Round) -> &Localized| written::localized(form, name, before.map(get));
    let kind = written::required(form, "kind", "choice-not-read", faults);
    let start = written::day(form, "start", faults);
    let end = written::day(form, "end", faults);
    let mut languages = Vec::new();
    for code in form.value("languages").split([' ', ',', ';']).filter(|code| !code.is_empty()) {
        match code.parse() {
            Ok(language) => languages.push(language),
            Err(_) => faults.push(Fault::error("language-not-read").at("languages").with("value", code)),
        }
    }
    let mut states = Vec::new();
    for state in desk.states.sorted(desk.t.language()) {
        let roles: Vec<StateRole> = written::ticked(form, &format!("states.{}", state.code), faults);
        if !roles.is_empty() {
            states.push(RoundState { code: state.code.clone(), roles });
        }
    }
    let round = Round {
        key: before.map_or_else(|| form.value("key").trim().to_owned(), |round| round.key.clone()),
        title: text("title", |round| &round.title),
        kind: kind.unwrap_or(RoundKind::Consultations),
        training: form.chosen("training", "yes"),
        template: form.read("template", "choice-not-read", faults),
        purpose: text("purpose", |round| &round.purpose),
        framework: text("framework", |round| &round.framework),
        host: text("host", |round| &round.host),
        host_state: form.read("host_state", "choice-not-read", faults),
        place: text("place", |round| &round.place),
        start: start.unwrap_or(Date::MIN),
        end: end.or(start).unwrap_or(Date::MAX),
        languages,
        states,
        organisers: organisers(form, before, faults),
        themes: themes(form, before, faults),
        // What came before and the paragraphs for the report are entered with the folder of a round and stay.
        earlier: before.map(|round| round.earlier.clone()).unwrap_or_default(),
        statements: before.map(|round| round.statements.clone()).unwrap_or_default(),
        decisions: texts(form, "decisions", before.map(|round| &round.decisions)),
        cooperation: texts(form, "cooperation", before.map(|round| &round.cooperation)),
        output: text("output", |round| &round.output),
        next: next(form, before, faults),
        source: source(form, faults),
    };
    round.check(faults);
    round
}

fn filled(round: &Round, seen: u32) -> Form {
    let mut form = Form::new()
        .with("key", &round.key)
        .with_localized("title", &round.title)
        .with("kind", round.kind)
        .with("training", if round.training { "yes" } else { "" })
        .with("template", round.template.map(|id: Id<MatrixTemplate>| id.to_string()).unwrap_or_default())
        .with_localized("purpose", &round.purpose)
        .with_localized("framework", &round.framework)
        .with_localized("host", &round.host)
        .with("host_state", round.host_state.as_ref().map(ToString::to_string).unwrap_or_default())
        .with_localized("place", &round.place)
        .with("start", round.start)
        .with("end", round.end)
        .with("languages", written::joined(&round.languages, " "))
        .with_localized("output", &round.output)
        .with("seen", seen);
    for state in &round.states {
        state.roles.iter().for_each(|role| form.add(&format!("states.{}", state.code), role));
    }
    for (n, organiser) in round.organisers.iter().enumerate() {
        let field = |part: &str| format!("organisers.{}.{part}", n + 1);
        form = form
            .with_localized(&field("name"), &organiser.name)
            .with(&field("short"), &organiser.short)
            .with(&field("role"), organiser.role);
    }
    for (n, theme) in round.themes.iter().enumerate() {
        let field = |part: &str| format!("themes.{}.{part}", n + 1);
        form = form
            .with(&field("key"), &theme.key)
            .with_localized(&field("title"), &theme.title)
            .with(&field("operative_paragraphs"), theme.operative_paragraphs.join("; "))
            .with(&field("rows"), written::joined(&theme.rows, "; "))
            .with(&field("priority"), if theme.priority { "yes" } else { "" });
    }
    for (name, texts) in [("decisions", &round.decisions), ("cooperation", &round.cooperation)] {
        for (n, text) in texts.iter().enumerate() {
            form = form.with_localized(&format!("{name}.{}", n + 1), text);
        }
    }
    if let Some(next) = &round.next {
        form = form
            .with("next.when", next.when)
            .with("next.host_state", next.host_state.as_ref().map(ToString::to_string).unwrap_or_default())
            .with_localized("next.place", &next.place)
            .with_localized("next.text", &next.text)
            .with_localized("next.invited", &next.invited);
    }
    if let Some(source) = &round.source {
        form = form
            .with("source.title", &source.title)
            .with("source.publisher", &source.publisher)
            .with("source.url", &source.url)
            .with("source.date", source.date.map(|date| date.to_string()).unwrap_or_default());
    }
    form
}

async fn new(desk: Desk) -> Answer {
    page(&shown(&desk, Form::new(), "/rounds".to_owned(), true).await?)
}

async fn enter(desk: Desk, form: Form) -> Answer {
    let mut faults = Vec::new();
    let round = read(&desk, &form, None, &mut faults);
    if faults.is_empty() {
        let key = round.key.clone();
        match app::round::save::save(desk.node(), &desk.actor, round, None).await {
            Ok(_) => return go_done(&format!("/rounds/{key}"), "saved"),
            Err(refusal) => faults = written::again(refusal, Some(("key", &key)))?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, "/rounds".to_owned(), true).await?)
}

async fn edit(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    let form = filled(view.head(), view.round.revision.version);
    page(&shown(&desk, form, format!("/rounds/{id}"), false).await?)
}

async fn change(desk: Desk, Path(round): Path<String>, form: Form) -> Answer {
    let id = round_of(&desk, &round).await?;
    let back = format!("/rounds/{id}");
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    let mut faults = Vec::new();
    let round = read(&desk, &form, Some(view.head()), &mut faults);
    if faults.is_empty() {
        let seen = Some(written::seen(&form, id.record()));
        match app::round::save::save(desk.node(), &desk.actor, round, seen).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form.faulty(desk.t, &faults), back, false).await?)
}

#[cfg(test)]
mod tests {
    use domain::localized::Localized;

    use super::{groups, texts};
    use crate::form::Form;

    #[test]
    fn empty_groups_stand_ready_and_are_left_out() {
        let form = Form::new()
            .with("decisions.1.en", "Meet again")
            .with("decisions.2.en", " ")
            .with("decisions.2.ru", "")
            .with("decisions.3.ru", "Доложить Комитету");
        assert_eq!(groups(&form, "decisions"), [1, 2, 3, 4, 5]);
        assert_eq!(groups(&Form::new(), "decisions"), [1, 2]);
        let before = vec![Localized::new("tg".parse().unwrap(), "боз")];
        let said: Vec<String> = texts(&form, "decisions", Some(&before))
            .iter()
            .map(|text| text.iter().map(|(language, _)| language.to_string()).collect::<Vec<_>>().join("+"))
            .collect();
        assert_eq!(said, ["en+tg", "ru"]);
    }
}
