//! `tripoint party check`, `change`, `table`, `list`, `show`, `decide`: screenings with a node.

use std::path::PathBuf;

use app::party::decide::{Decide as Decision, decide as record_decision};
use app::party::keep::{ToKeep, change as describe, keep};
use app::party::list::{KeptScreening, ScreeningFilter, list as kept};
use app::party::screen::{Found, lists_in_use, screen};
use app::party::table::check_table;
use app::party::{aligned, asked_of_line, evidence};
use app::{Offered, Seen, Stored, TableFormat};
use clap::Args;
use domain::body::Kind;
use domain::fault::Fault;
use domain::ids::Id;
use domain::party_screening::{
    AskedParty, HitState, HitVerdict, PartyHit, PartyKind, PartyReference, PartyScreening, ScreeningState,
};
use serde_json::{Value, json};

use super::naming::find;
use super::noun_file::read_input;
use super::party_list::{pairs, tell_ages};
use super::showing::deliver;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};
use crate::progress;

#[derive(Debug, Args)]
pub struct Asked {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "WORD", value_parser = words(PartyKind::ALL, PartyKind::as_str))]
    pub kind: Option<PartyKind>,
    #[arg(long, value_name = "DATE")]
    pub birth: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub country: Vec<String>,
    #[arg(long, value_name = "WORD")]
    pub gender: Option<String>,
    #[arg(long = "number", value_name = "NUMBER")]
    pub number: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reference: String,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub asked: Asked,
    #[arg(long)]
    pub keep: bool,
}

#[derive(Debug, Args)]
pub struct Change {
    #[arg(value_name = "ID")]
    pub screening: String,
    #[command(flatten)]
    pub asked: Asked,
}

#[derive(Debug, Args)]
pub struct TableCheck {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "NAME=HEADING")]
    pub column: Vec<String>,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "WORD", value_parser = words(ScreeningState::ALL, ScreeningState::as_str))]
    pub state: Option<ScreeningState>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Decide {
    #[arg(value_name = "ID")]
    pub screening: String,
    #[arg(long, value_name = "LIST/ENTRY")]
    pub entry: Option<String>,
    #[arg(long, conflicts_with = "confirm", required_unless_present = "confirm")]
    pub clear: bool,
    #[arg(long)]
    pub confirm: bool,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

/// What was typed of a party, with where it comes from.
fn party(asked: &Asked, output: &Output) -> Result<(AskedParty, Option<PartyReference>), CommandError> {
    let line = json!({
        "name": asked.name, "kind": asked.kind.map(PartyKind::as_str), "birth": asked.birth, "country": asked.country,
        "gender": asked.gender, "ids": asked.number,
    });
    let (party, unread) = asked_of_line(&line).map_err(app::Refusal::fault)?;
    output.warnings(&unread);
    let source = asked.reference.trim().to_owned();
    let reference = Some(PartyReference { source, row: None, check: None }).filter(|of| !of.source.is_empty());
    Ok((party, reference))
}

pub(super) async fn check(session: &Session, command: Check, output: &Output) -> Result<(), CommandError> {
    let (asked, reference) = party(&command.asked, output)?;
    if command.keep {
        let to_keep = vec![ToKeep { party: asked, reference }];
        let stored = keep(&session.node, &session.actor, to_keep, &|_, _| {}).await?;
        return shown(session, stored.first(), output).await;
    }
    let screened = screen(&session.node, &session.actor, std::slice::from_ref(&asked)).await?;
    let Some(found) = screened.found.first() else { return Ok(()) };
    if output.json {
        output.data(&found_data(found));
    } else {
        tell_ages(session, &screened.lists.used, output);
        tell_found(found.unscreened.as_ref(), &found.hits, None, output);
    }
    refuse_unscreened(found.unscreened.clone())
}

/// A name that could not be screened is refused also by the exit code: nothing was cleared.
fn refuse_unscreened(unscreened: Option<Fault>) -> Result<(), CommandError> {
    unscreened.map_or(Ok(()), |fault| Err(app::Refusal::fault(fault).into()))
}

pub(super) async fn change(session: &Session, command: Change, output: &Output) -> Result<(), CommandError> {
    let current = find(session, Kind::PartyScreening, &command.screening).await?;
    let (asked, reference) = party(&command.asked, output)?;
    let seen = Seen { record: current.revision.record, version: current.revision.version };
    let stored = describe(&session.node, &session.actor, seen, asked, reference).await?;
    shown(session, Some(&stored), output).await
}

async fn shown(session: &Session, stored: Option<&Stored>, output: &Output) -> Result<(), CommandError> {
    let Some(stored) = stored else { return Ok(()) };
    let id = Id::new(stored.revision.record);
    let kept = app::party::list::show(&session.node, &session.actor, id).await?;
    show(session, &kept, output)
}

fn found_data(found: &Found) -> Value {
    json!({ "hits": found.hits, "unscreened": found.unscreened.as_ref().map(|fault| fault.code.as_str()) })
}

pub(super) fn show(session: &Session, kept: &KeptScreening, output: &Output) -> Result<(), CommandError> {
    let screening = &kept.screening;
    let party = screening.party.digest();
    if output.json {
        let hits: Vec<Value> = screening
            .hits
            .iter()
            .map(|hit| {
                let (state, back) = hit.standing(&party);
                json!({ "state": state, "open_again": back, "hit": hit })
            })
            .collect();
        output.data(&json!({ "id": kept.stored.revision.record, "version": kept.stored.revision.version,
            "state": screening.state(), "party": screening.party, "references": screening.references, "hits": hits,
            "unscreened": screening.unscreened }));
        return Ok(());
    }
    tell_ages(session, &kept.lists, output);
    let state = output.t.word("screening-state", screening.state().as_str());
    output.head(&[("cli-column-name", screening.party.name.clone()), ("cli-column-status", state)], &kept.stored);
    let unscreened = screening.unscreened.as_deref().map(|code| Fault::error(code).at("name"));
    tell_found(unscreened.as_ref(), &screening.hits, Some(&party), output);
    Ok(())
}

/// Hits with both names side by side, and what else speaks for and against each.
fn tell_found(unscreened: Option<&Fault>, hits: &[PartyHit], party: Option<&domain::hash::Hash>, output: &Output) {
    let t = output.t;
    if unscreened.is_none() && hits.is_empty() {
        output.line(&t.text("cli-party-no-hit"));
        output.say("party-no-hit-means", &[]);
    }
    for hit in hits {
        output.line("");
        let programmes = hit.programmes.join(", ");
        output.line(&format!("{}/{}  {}  {programmes}", hit.list, hit.entry, hit.listed_as));
        output
            .line(&t.with("cli-party-hit", &[("name", hit.name.as_str().into()), ("alike", (hit.score / 10).into())]));
        if let Some(party) = party {
            let (state, back) = hit.standing(party);
            output.line(&t.word("hit-state", state.as_str()));
            output.line(&back.map(|back| t.word("hit-return", back.as_str())).unwrap_or_default());
            if let Some(decision) = hit.decisions.last() {
                let verdict = t.word("hit-verdict", decision.verdict.as_str());
                let by = output.text_of(&decision.by);
                output.line(&format!("{verdict}: {} ({by}, {})", decision.reason, t.instant(decision.at)));
            }
        }
        let rows = aligned(t, hit).into_iter().map(|line| vec![line.asked, line.listed, line.how]).collect();
        output.table(&["cli-column-asked", "cli-column-listed", "cli-column-how"], rows);
        for line in evidence(t, hit) {
            output.line(&format!("{}: {}", t.word("party-speaks", line.speaks.as_str()), line.text));
        }
    }
}

pub(super) async fn table(session: &Session, command: TableCheck, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let file_name = command.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = Offered { file_name, bytes: read_input(&command.file, 20_000_000)? };
    let bar = progress::bar(output, "cli-party-screening");
    let tell = |done: u64, total: u64| progress::set(&bar, done, total);
    let checked = check_table(node, actor, &file, &pairs(&command.column), &tell).await;
    bar.finish_and_clear();
    let checked = checked?;
    output.warnings(&checked.faults);
    let filter = ScreeningFilter { check: Some(checked.check), ..ScreeningFilter::default() };
    if let Some(path) = &command.out {
        return write(session, &filter, path, output).await;
    }
    let page = kept(node, actor, &filter).await?;
    tell_list(session, &page.records, page.total, output).await
}

pub(super) async fn list(session: &Session, command: List, output: &Output) -> Result<(), CommandError> {
    // Without anything asked, what waits for a decision.
    let open = Some(ScreeningState::Open).filter(|_| !command.all && command.text.is_none());
    let filter = ScreeningFilter { state: command.state.or(open), text: command.text, ..ScreeningFilter::default() };
    if let Some(path) = &command.out {
        return write(session, &filter, path, output).await;
    }
    let page = kept(&session.node, &session.actor, &filter).await?;
    tell_list(session, &page.records, page.total, output).await
}

/// Writes screenings as a table, in the format that the name of the file tells.
async fn write(
    session: &Session,
    filter: &ScreeningFilter,
    path: &std::path::Path,
    output: &Output,
) -> Result<(), CommandError> {
    let csv = path.extension().is_some_and(|extension| extension == "csv");
    let format = (if csv { TableFormat::Csv } else { TableFormat::Xlsx }, output.t.language());
    let file = app::party::export::export(&session.node, &session.actor, filter, format).await?;
    deliver(session, output, &[file], Some(path))
}

async fn tell_list(session: &Session, records: &[Stored], total: u64, output: &Output) -> Result<(), CommandError> {
    if !output.json {
        tell_ages(session, &lists_in_use(&session.node, &session.actor).await?, output);
    }
    let headings = ["cli-column-id", "cli-column-name", "cli-column-status", "cli-column-hits", "cli-column-source"];
    output.listed::<PartyScreening>(records, total, &headings, |screening, stored| {
        let sources = screening.references.iter().map(|reference| match reference.row {
            Some(row) => output
                .t
                .with("party-row", &[("source", reference.source.as_str().into()), ("row", row.to_string().into())]),
            None => reference.source.clone(),
        });
        let hits = screening.hits.iter().filter(|hit| hit.end.is_none());
        vec![
            stored.revision.record.to_string(),
            screening.party.name.clone(),
            output.t.word("screening-state", screening.state().as_str()),
            hits.map(|hit| format!("{}/{} {}", hit.list, hit.entry, hit.name)).collect::<Vec<_>>().join("\n"),
            sources.collect::<Vec<_>>().join("\n"),
        ]
    });
    Ok(())
}

pub(super) async fn decide(session: &Session, command: Decide, output: &Output) -> Result<(), CommandError> {
    let current = find(session, Kind::PartyScreening, &command.screening).await?;
    let unknown = |name: &str| CommandError::Unknown { noun: "party-hit", name: name.to_owned() };
    let screening = current.noun::<PartyScreening>().ok_or_else(|| unknown(&command.screening))?;
    let party = screening.party.digest();
    let (list, entry) = match command.entry.as_deref() {
        Some(written) => written.split_once('/').ok_or_else(|| unknown(written))?,
        None => {
            // The one that is open, when only one is.
            let mut open = screening.hits.iter().filter(|hit| hit.standing(&party).0 == HitState::Open);
            match (open.next(), open.next()) {
                (Some(only), None) => (only.list.as_str(), only.entry.as_str()),
                (None, _) => return Err(unknown(&command.screening)),
                _ => return Err(CommandError::SeveralOf { noun: "party-hit", name: command.screening.clone() }),
            }
        }
    };
    let what = Decision {
        list: list.to_owned(),
        entry: entry.to_owned(),
        verdict: if command.confirm { HitVerdict::Confirm } else { HitVerdict::Clear },
        reason: command.reason,
    };
    let id = Id::new(current.revision.record);
    let stored = record_decision(&session.node, &session.actor, id, current.revision.version, what).await?;
    output.saved(&stored);
    Ok(())
}
