//! Accounts: the people of the node, and one's own password.

use app::{Permission, Refusal, Seen};
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use domain::account::Account;
use domain::fault::Fault;
use domain::ids::Id;
use domain::role::Role;

use crate::desk::{Answer, Desk, faults, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::session;
use crate::views::Routes;
use crate::views::written::localized;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new()
        .route("/accounts", get(list))
        .route("/accounts/new", get(new).post(create))
        .route("/accounts/{id}", get(edit).post(save))
        .route("/accounts/{id}/password", get(password_form).post(set_password))
        .route("/password", get(own_form).post(set_own))
}

/// A line of the list.
struct AccountLine {
    id: String,
    account: Account,
    of: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage {
    c: Chrome,
    lines: Vec<AccountLine>,
    may_save: bool,
    roles: Vec<Choice>,
}

async fn list(desk: Desk) -> Answer {
    let c = desk.chrome(Section::Accounts, desk.t.text("web-nav-accounts"));
    let role: Option<Role> = desk.place.asked_as("role");
    let words = desk.asked("text").map(text::fold);
    let accounts = app::account::list::list(desk.node(), &desk.actor).await?;
    let mut lines: Vec<AccountLine> = accounts
        .iter()
        .filter_map(|stored| {
            let account = stored.noun::<Account>()?.clone();
            let roles: Vec<String> = account.roles.iter().map(|role| c.word("role", role)).collect();
            let of = account.state.as_ref().map(|code| c.state(code)).unwrap_or_default();
            Some(AccountLine { id: stored.revision.record.to_string(), of, roles: c.t.list(&roles), account })
        })
        .filter(|line| role.is_none_or(|role| line.account.roles.contains(&role)))
        .filter(|line| {
            words.as_ref().is_none_or(|words| {
                let names: Vec<&str> = line.account.name.iter().map(|(_, name)| name).collect();
                let all = text::fold(&format!("{} {} {}", line.account.login, names.join(" "), line.of));
                words.split_whitespace().all(|word| all.contains(word))
            })
        })
        .collect();
    match desk.asked("sort") {
        Some("name") => lines.sort_by(|a, b| c.text(&a.account.name).cmp(c.text(&b.account.name))),
        Some("state") => lines.sort_by(|a, b| a.of.cmp(&b.of)),
        _ => {}
    }
    let may_save = desk.actor.may_somewhere(Permission::SaveAccount);
    let roles = Choice::words(c.t, "role", Role::ALL);
    page(&AccountsPage { lines, may_save, roles, c })
}

#[derive(Template)]
#[template(path = "account_form.html")]
struct AccountForm {
    c: Chrome,
    f: Form,
    id: Option<String>,
    action: String,
    roles: Vec<Choice>,
    states: Vec<Choice>,
}

fn form_page(desk: &Desk, id: Option<String>, form: Form, status: StatusCode) -> Answer {
    let title = if id.is_some() { "web-account-edit" } else { "web-account-new" };
    let c = desk.chrome(Section::Accounts, desk.t.text(title));
    let states = desk.states.sorted(c.language);
    page_as(
        status,
        &AccountForm {
            action: id.as_ref().map_or_else(|| "/accounts/new".to_owned(), |id| format!("/accounts/{id}")),
            roles: Choice::words(c.t, "role", Role::ALL),
            states: states.iter().map(|state| Choice::new(&state.code, c.text(&state.short))).collect(),
            f: form,
            id,
            c,
        },
    )
}

fn read(form: &Form, before: Option<&Account>, wrong: &mut Vec<Fault>) -> Account {
    let mut roles = Vec::new();
    for role in form.all("roles") {
        match role.parse() {
            Ok(role) => roles.push(role),
            Err(_) => wrong.push(Fault::error("word-unknown").at("roles").with("value", role)),
        }
    }
    let account = Account {
        login: form.value("login").trim().to_owned(),
        name: localized(form, "name", before.map(|before| &before.name)),
        state: form.read("state", "state-code-wrong", wrong),
        roles,
        active: before.is_none() || form.chosen("active", "yes"),
        demo: before.is_some_and(|before| before.demo),
    };
    account.check(wrong);
    account
}

async fn new(desk: Desk) -> Answer {
    desk.actor.permit(Permission::SaveAccount)?;
    form_page(&desk, None, Form::new(), StatusCode::OK)
}

async fn create(desk: Desk, form: Form) -> Answer {
    desk.actor.permit(Permission::SaveAccount)?;
    let mut wrong = Vec::new();
    let account = read(&form, None, &mut wrong);
    let taken = app::account::list::list(desk.node(), &desk.actor).await?;
    if taken.iter().any(|stored| stored.noun::<Account>().is_some_and(|other| other.login == account.login)) {
        wrong.push(Fault::error("account-login-taken").at("login").with("login", &account.login));
    }
    let password = form.value("password").to_owned();
    if password.chars().count() < app::account::password::SHORTEST {
        let shortest = app::account::password::SHORTEST.to_string();
        wrong.push(Fault::error("password-length").at("password").with("shortest", shortest));
    }
    if wrong.is_empty() {
        match app::account::save::save(desk.node(), &desk.actor, account, None).await {
            Ok(stored) => {
                let id = stored.revision.record;
                app::account::save::set_password(desk.node(), &desk.actor, id, &password).await?;
                return go_done("/accounts", "saved");
            }
            Err(refusal) => wrong = faults(refusal)?,
        }
    }
    form_page(&desk, None, form.with("password", "").faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY)
}

async fn find(desk: &Desk, id: &str) -> Result<(app::Stored, Account), Refused> {
    let id = named::<Id<Account>>(id)?.record();
    let accounts = app::account::list::list(desk.node(), &desk.actor).await?;
    let stored = accounts.into_iter().find(|stored| stored.revision.record == id);
    let stored = stored.ok_or(Refusal::NotFound("account"))?;
    let account = stored.noun::<Account>().cloned().ok_or(Refusal::NotFound("account"))?;
    Ok((stored, account))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, account) = find(&desk, &id).await?;
    let mut form = Form::new()
        .with("seen", stored.revision.version)
        .with("login", &account.login)
        .with_localized("name", &account.name)
        .with("state", account.state.as_ref().map(ToString::to_string).unwrap_or_default());
    for role in &account.roles {
        form.add("roles", role);
    }
    if account.active {
        form.set("active", "yes");
    }
    form_page(&desk, Some(id), form, StatusCode::OK)
}

async fn save(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, before) = find(&desk, &id).await?;
    let mut wrong = Vec::new();
    let account = read(&form, Some(&before), &mut wrong);
    let seen = Seen { record: stored.revision.record, version: form.seen().unwrap_or_default() };
    if wrong.is_empty() {
        match app::account::save::save(desk.node(), &desk.actor, account, Some(seen)).await {
            Ok(_) => return go_done("/accounts", "saved"),
            Err(refusal @ Refusal::Conflict { .. }) => {
                return conflict(&desk, &form, refusal, &format!("/accounts/{id}"));
            }
            Err(refusal) => wrong = faults(refusal)?,
        }
    }
    form_page(&desk, Some(id), form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY)
}

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordPage {
    c: Chrome,
    f: Form,
    own: bool,
    action: String,
    back: String,
    shortest: usize,
}

fn password_page(desk: &Desk, of: Option<(&str, &Account)>, form: Form, status: StatusCode) -> Answer {
    let title = match of {
        Some((_, account)) => desk.t.with("web-password-of", &[("login", account.login.as_str().into())]),
        None => desk.t.text("web-own-password"),
    };
    let section = if of.is_some() { Section::Accounts } else { Section::Elsewhere };
    let page = PasswordPage {
        c: desk.chrome(section, title),
        // What was typed never travels back.
        f: form.with("password", "").with("again", "").with("current", ""),
        own: of.is_none(),
        action: of.map_or_else(|| "/password".to_owned(), |(id, _)| format!("/accounts/{id}/password")),
        back: of.map_or("/", |_| "/accounts").to_owned(),
        shortest: app::account::password::SHORTEST,
    };
    page_as(status, &page)
}

/// The new password, typed twice alike.
fn typed(form: &Form, wrong: &mut Vec<Fault>) -> String {
    let password = form.value("password");
    if password != form.value("again") {
        wrong.push(Fault::error("password-differs").at("again"));
    }
    password.to_owned()
}

async fn password_form(desk: Desk, Path(id): Path<String>) -> Answer {
    desk.actor.permit(Permission::SaveAccount)?;
    let (_, account) = find(&desk, &id).await?;
    password_page(&desk, Some((&id, &account)), Form::new(), StatusCode::OK)
}

async fn set_password(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, account) = find(&desk, &id).await?;
    let mut wrong = Vec::new();
    let password = typed(&form, &mut wrong);
    if wrong.is_empty() {
        let record = stored.revision.record;
        match app::account::save::set_password(desk.node(), &desk.actor, record, &password).await {
            Ok(()) => return go_done("/accounts", "password"),
            Err(refusal) => wrong = faults(refusal)?,
        }
    }
    let form = form.faulty(desk.t, &wrong);
    password_page(&desk, Some((&id, &account)), form, StatusCode::UNPROCESSABLE_ENTITY)
}

async fn own_form(desk: Desk) -> Answer {
    password_page(&desk, None, Form::new(), StatusCode::OK)
}

/// Sets one's own password. The current one is asked, so that a page left open is not enough.
async fn set_own(desk: Desk, form: Form) -> Answer {
    let mut wrong = Vec::new();
    let password = typed(&form, &mut wrong);
    let (node, actor) = (desk.node(), &desk.actor);
    match app::account::sign_in::sign_in(node, &actor.login, form.value("current"), domain::act::Face::Web).await {
        Ok(again) => app::account::session::sign_out(node, &again.token).await?,
        Err(Refusal::WrongPassword) => wrong.push(Fault::error("sign-in-wrong").at("current")),
        Err(Refusal::TooManyAttempts { seconds }) => {
            wrong.push(Fault::error("sign-in-too-often").at("current").with("seconds", seconds.to_string()));
        }
        Err(refusal) => return Err(refusal.into()),
    }
    if wrong.is_empty() {
        match app::account::save::set_password(node, actor, actor.account, &password).await {
            Ok(()) => {
                let mut response = Redirect::to("/sign-in?done=password").into_response();
                if let Ok(cookie) = HeaderValue::from_str(&session::end(&desk.site)) {
                    response.headers_mut().append(SET_COOKIE, cookie);
                }
                return Ok(response);
            }
            Err(refusal) => wrong = faults(refusal)?,
        }
    }
    password_page(&desk, None, form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY)
}
