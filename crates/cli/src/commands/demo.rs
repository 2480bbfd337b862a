//! `tripoint demo`: a node with the training round, ready to look at. A second run opens the same folder.

use std::sync::Arc;

use app::party::import::OfferedList;
use app::report::build::{BuildReport, build};
use app::round::import::{Files, import};
use app::{Actor, Node, Offered, setup};
use domain::account::Account;
use domain::body::Kind;
use domain::ids::Id;
use domain::language::Language;
use domain::localized::Localized;
use rust_embed::RustEmbed;
use serde_json::json;
use store::Query;

use super::demo_sample;
use crate::arguments::{Demo, Global};
use crate::node_folder::{NodeFolder, write_file};
use crate::output::{CommandError, Output};
use crate::{Rim, ServeOptions, progress};

/// The training round, carried by the program so that the demo works anywhere.
#[derive(RustEmbed)]
#[folder = "../../examples/training-round"]
struct TrainingRound;

/// The training list of parties, in its first version, and consignees to be screened.
#[derive(RustEmbed)]
#[folder = "../../examples/training-parties"]
struct TrainingParties;

fn training_round() -> Files {
    TrainingRound::iter()
        .filter_map(|name| TrainingRound::get(&name).map(|file| (name.to_string(), file.data.into_owned())))
        .collect()
}

pub(super) async fn run(global: &Global, command: Demo, rim: Rim, output: &Output) -> Result<(), CommandError> {
    let path = global.node.clone().unwrap_or(command.folder);
    let folder = NodeFolder::new(&path, global.database.as_deref());
    let node = folder.create(Some("tripoint-demo.example"), rim.surroundings.clone(), true).await?;
    let mut passwords = Vec::new();
    if node.store.head().await?.is_none() {
        passwords.push(setup::initialise(&node).await?);
    }
    let operator = setup::operator(&node, None).await?;
    let bar = progress::step(output, "cli-demo-loading");
    load(&node, &operator).await?;
    bar.finish_and_clear();
    let bar = progress::step(output, "cli-demo-people");
    passwords.extend(setup::add_people(&node, &operator, people()).await?);
    demo_sample::enter(&node).await?;
    bar.finish_and_clear();
    let bar = progress::step(output, "cli-demo-parties");
    load_parties(&node, &operator).await?;
    bar.finish_and_clear();
    let bar = progress::step(output, "cli-demo-report");
    let files = write_reports(&node, &operator, &folder).await?;
    bar.finish_and_clear();
    if output.json {
        let passwords: Vec<_> =
            passwords.iter().map(|drawn| json!({ "login": drawn.account.login, "password": drawn.password })).collect();
        output.data(&json!({ "folder": path.display().to_string(), "files": files, "accounts": passwords }));
    } else {
        print_for_people(&passwords, &files, &path.display().to_string(), output);
    }
    if command.no_serve {
        node.store.close().await;
        return Ok(());
    }
    let options = ServeOptions { listen: command.listen, behind_tls: false };
    let address = format!("http://{}", command.listen);
    output.say("cli-serving", &[("address", address.as_str().into())]);
    (rim.serve)(Arc::new(node), options).await.map_err(|source| CommandError::File {
        code: "not-served",
        path: address,
        source,
    })
}

/// Imports the training round unless it is there.
async fn load(node: &Node, operator: &Actor) -> Result<(), CommandError> {
    let rounds = node.store.count(&Query::of(Kind::Round)).await?;
    if rounds == 0 {
        import(node, operator, &training_round(), false).await?;
    }
    Ok(())
}

/// The account that screens the training consignees.
const OFFICER: &str = "licensing-xo";

/// Imports the training list of parties unless a list is there, and screens the training consignees.
async fn load_parties(node: &Node, operator: &Actor) -> Result<(), CommandError> {
    if node.store.count(&Query::of(Kind::PartyListVersion)).await? > 0 {
        return Ok(());
    }
    let file = |name: &str| {
        let bytes = TrainingParties::get(name).map(|file| file.data.into_owned()).unwrap_or_default();
        Offered { file_name: name.rsplit('/').next().unwrap_or(name).to_owned(), bytes }
    };
    let offered = OfferedList {
        title: Localized::en_ru(
            "Training list: these parties do not exist",
            "Учебный список: таких лиц и организаций нет",
        ),
        files: vec![file("2026-09/training-list.csv"), file("2026-09/training-list.toml")],
        ..OfferedList::default()
    };
    app::party::import::import(node, operator, offered).await?;
    let officer = setup::operator(node, Some(OFFICER)).await?;
    let columns = std::collections::BTreeMap::new();
    app::party::table::check_table(node, &officer, &file("shipments.csv"), &columns, &|_, _| {}).await?;
    Ok(())
}

/// The demo people of the training round.
fn people() -> Vec<Account> {
    let (people, _) = intake::round_folder::accounts(&training_round());
    people
}

/// Builds the report of the latest round unless one was built, and writes the newest one's files to `out/`.
async fn write_reports(node: &Node, operator: &Actor, folder: &NodeFolder) -> Result<Vec<String>, CommandError> {
    let round = app::round::list::list(node, operator).await?.pop();
    let Some(round) = round else { return Ok(Vec::new()) };
    let id = Id::new(round.revision.record);
    let reports = app::report::open::list(node, operator).await?;
    let files = match reports.first() {
        None => {
            let input = BuildReport { round: id, scope: None, languages: vec![Language::EN, Language::RU] };
            build(node, operator, &input).await?.files
        }
        Some(report) => {
            let names = report.noun::<domain::report::Report>().map(|report| report.files.clone()).unwrap_or_default();
            let mut files = Vec::new();
            for file in names {
                let id = Id::new(report.revision.record);
                files.push(app::report::open::open(node, operator, id, &file.name).await?);
            }
            files
        }
    };
    let mut written = Vec::new();
    for file in files {
        let path = folder.out().join(&file.file_name);
        write_file(&path, &file.bytes)?;
        written.push(path.display().to_string());
    }
    Ok(written)
}

fn print_for_people(passwords: &[setup::DrawnPassword], files: &[String], path: &str, output: &Output) {
    output.say("cli-demo-ready", &[("path", path.into())]);
    for file in files {
        output.line(file);
    }
    if passwords.is_empty() {
        return;
    }
    output.line("");
    let width = passwords.iter().map(|drawn| drawn.account.login.len()).max().unwrap_or(0);
    for drawn in passwords {
        let roles: Vec<String> = drawn.account.roles.iter().map(|role| output.t.word("role", role.as_str())).collect();
        let name = drawn.account.name.text(output.t.language());
        output.line(&format!("{:width$}  {}  {name}, {}", drawn.account.login, drawn.password, roles.join(", ")));
    }
    output.say("cli-passwords-once", &[]);
}
