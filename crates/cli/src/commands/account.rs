//! `tripoint account`: the people of the node, their roles and passwords.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use app::account::password::draw;
use app::account::save::{save, set_password};
use clap::{Args, Subcommand};
use domain::account::Account;
use domain::body::Kind;
use domain::localized::Localized;
use domain::measure::Measure;
use domain::owner::StateCode;
use domain::recommendation::Recommendation;
use domain::role::Role;
use serde_json::json;
use std::path::{Path, PathBuf};

use super::naming::find;
use super::noun_file::{SavePlace, read_input, read_noun};
use super::showing::records;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

/// Longest password file, in bytes.
const LONGEST: u64 = 4096;

#[derive(Debug, Subcommand)]
pub enum Command {
    List,
    Save(Save),
    Password(Password),
    Waiting,
}

#[derive(Debug, Args)]
pub struct Save {
    #[arg(value_name = "FILE", required_unless_present_any = ["id", "login_name"])]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub place: SavePlace,
    #[arg(long = "login", value_name = "LOGIN", conflicts_with = "file", required_unless_present_any = ["id", "file"])]
    pub login_name: Option<String>,
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    pub name_en: Option<String>,
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    pub name_ru: Option<String>,
    #[arg(long, value_name = "STATE", conflicts_with = "file")]
    pub state: Option<StateCode>,
    #[arg(long = "role", value_name = "ROLE", conflicts_with = "file", value_parser = words(Role::ALL, Role::as_str))]
    pub roles: Vec<Role>,
    #[arg(long, conflicts_with_all = ["file", "reopen"])]
    pub close: bool,
    #[arg(long, conflicts_with = "file")]
    pub reopen: bool,
}

#[derive(Debug, Args)]
pub struct Password {
    #[arg(value_name = "LOGIN")]
    pub account: String,
    #[arg(long)]
    pub draw: bool,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::List => list(session, output).await,
        Command::Save(command) => save_account(session, command, output).await,
        Command::Password(command) => password(session, &command, output).await,
        Command::Waiting => waiting(session, output).await,
    }
}

async fn list(session: &Session, output: &Output) -> Result<(), CommandError> {
    let accounts = app::account::list::list(&session.node, &session.actor).await?;
    let headings = [
        "cli-column-login",
        "cli-column-name",
        "cli-column-state",
        "cli-column-roles",
        "cli-column-active",
        "cli-column-version",
    ];
    output.listed(&accounts, accounts.len() as u64, &headings, |account: &Account, stored| {
        let roles: Vec<String> = account.roles.iter().map(|role| output.t.word("role", role.as_str())).collect();
        vec![
            account.login.clone(),
            output.text_of(&account.name),
            account.state.as_ref().map(ToString::to_string).unwrap_or_default(),
            roles.join(", "),
            output.t.text(if account.active { "cli-yes" } else { "cli-no" }),
            stored.revision.version.to_string(),
        ]
    });
    Ok(())
}

async fn save_account(session: &Session, command: Save, output: &Output) -> Result<(), CommandError> {
    let seen = command.place.seen(session, Kind::Account).await?;
    let account = match (&command.file, &command.place.id) {
        (Some(file), _) => read_noun(session, file).await?,
        (None, Some(id)) => {
            let current = find(session, Kind::Account, id).await?;
            let account = current.noun::<Account>().cloned();
            command.onto(account.ok_or_else(|| CommandError::Unknown { noun: "account", name: id.clone() })?)
        }
        (None, None) => command.onto(Account {
            login: String::new(),
            name: Localized::default(),
            state: None,
            roles: Vec::new(),
            active: true,
            demo: false,
        }),
    };
    output.saved(&save(&session.node, &session.actor, account, seen).await?);
    Ok(())
}

impl Save {
    /// The account with what the arguments say; what they do not name stays.
    fn onto(&self, mut account: Account) -> Account {
        if let Some(login) = &self.login_name {
            account.login.clone_from(login);
        }
        account.name.merge(&super::showing::localized(self.name_en.as_deref(), self.name_ru.as_deref()));
        if self.state.is_some() {
            account.state.clone_from(&self.state);
        }
        if !self.roles.is_empty() {
            account.roles.clone_from(&self.roles);
        }
        account.active = (account.active || self.reopen) && !self.close;
        account
    }
}

async fn password(session: &Session, command: &Password, output: &Output) -> Result<(), CommandError> {
    let account = find(session, Kind::Account, &command.account).await?.revision.record;
    let (node, actor) = (&session.node, &session.actor);
    if command.draw {
        let drawn = draw(&*node.surroundings);
        set_password(node, actor, account, &drawn).await?;
        if output.json {
            output.data(&json!({ "account": account, "password": drawn }));
        } else {
            output.line(&drawn);
            output.say("cli-passwords-once", &[]);
        }
        return Ok(());
    }
    output.say("cli-password-ask", &[]);
    let bytes = read_input(Path::new("-"), LONGEST)?;
    let text = String::from_utf8(bytes).map_err(|_| CommandError::NotA { path: "-".to_owned(), what: "utf-8" })?;
    let given = text.strip_suffix('\n').unwrap_or(&text);
    set_password(node, actor, account, given.strip_suffix('\r').unwrap_or(given)).await?;
    output.say("cli-password-set", &[]);
    Ok(())
}

/// What waits for the person: overdue measures, recommendations to respond to.
async fn waiting(session: &Session, output: &Output) -> Result<(), CommandError> {
    let home = app::home::home(&session.node, &session.actor).await?;
    if output.json {
        output.data(&json!({
            "overdue": records(&home.overdue),
            "to_answer": records(&home.to_answer),
            "round": home.round.as_ref().map(super::showing::record),
            "reports": records(&home.reports),
        }));
        return Ok(());
    }
    if home.overdue.is_empty() && home.to_answer.is_empty() {
        output.say("cli-nothing-waits", &[]);
        return Ok(());
    }
    if !home.overdue.is_empty() {
        output.line(&output.t.text("cli-heading-overdue"));
        let headings = ["cli-column-number", "cli-column-text", "cli-column-end"];
        output.listed(&home.overdue, home.overdue.len() as u64, &headings, |measure: &Measure, stored| {
            let end = measure.time_frame.end.map(|end| output.t.partial_date(end)).unwrap_or_default();
            vec![format!("{}:{}", stored.revision.owner, measure.number), output.text_of(&measure.text), end]
        });
    }
    if !home.to_answer.is_empty() {
        output.line(&output.t.text("cli-heading-to-answer"));
        let headings = ["cli-column-number", "cli-column-text", "cli-column-id"];
        output.listed(&home.to_answer, home.to_answer.len() as u64, &headings, |noun: &Recommendation, stored| {
            vec![noun.number.to_string(), output.text_of(&noun.text), stored.revision.record.to_string()]
        });
    }
    Ok(())
}
