//! One round as the command line shows it.

use app::round::show::{RoundView, find as find_round, show};
use domain::finding::Finding;
use domain::ids::Id;
use domain::participant::Participant;
use domain::programme_item::ProgrammeItem;
use domain::recommendation::Recommendation;
use domain::visit::Visit;
use serde_json::json;
use store::Stored;

use super::naming::find;
use super::showing::{record, records};
use crate::commands::Session;
use crate::output::{CommandError, Output};

/// The round that is named, else the latest one.
pub(super) async fn show_round(session: &Session, name: Option<&str>, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let stored = match name {
        Some(name) => find(session, domain::body::Kind::Round, name).await?,
        None => find_round(node, actor, None).await?,
    };
    let view = show(node, actor, Id::new(stored.revision.record)).await?;
    if output.json {
        let accounts: Vec<Stored> = view.visit_accounts.values().cloned().collect();
        output.data(&json!({
            "round": record(&view.round),
            "states": view.states.values().collect::<Vec<_>>(),
            "programme": records(&view.programme),
            "participants": records(&view.participants),
            "visits": records(&view.visits),
            "visit_accounts": records(&accounts),
            "findings": records(&view.findings),
            "recommendations": records(&view.recommendations),
            "reports": records(&view.reports),
        }));
    } else {
        print(&view, output);
    }
    Ok(())
}

fn print(view: &RoundView, output: &Output) {
    let round = view.head();
    let states = round.states.iter().map(|member| {
        let name = view.states.get(&member.code).map(|state| output.text_of(&state.short)).unwrap_or_default();
        let roles: Vec<String> = member.roles.iter().map(|role| output.t.word("state-role", role.as_str())).collect();
        format!("{} {name} ({})", member.code, roles.join(", "))
    });
    if round.training {
        output.line(&output.t.text("report-training-band"));
    }
    output.head(
        &[
            ("cli-column-key", round.key.clone()),
            ("cli-column-title", output.text_of(&round.title)),
            ("cli-column-kind", output.t.word("round-kind", round.kind.as_str())),
            ("cli-column-place", output.text_of(&round.place)),
            ("cli-column-dates", output.t.dates(round.start, round.end)),
            ("cli-column-states", states.collect::<Vec<_>>().join("\n")),
        ],
        &view.round,
    );
    if !view.programme.is_empty() {
        output.heading("cli-heading-programme");
        output.table(&["cli-column-date", "cli-column-time", "cli-column-title"], programme(view, output));
    }
    if !view.participants.is_empty() {
        output.heading("cli-heading-participants");
        let headings = ["cli-column-state", "cli-column-name", "cli-column-role", "cli-column-body"];
        output.table(&headings, participants(view, output));
    }
    let headings = ["cli-column-number", "cli-column-text"];
    let parts = [
        ("cli-heading-visits", numbered(&view.visits, |visit: &Visit| (visit.number, output.text_of(&visit.title)))),
        (
            "cli-heading-findings",
            numbered(&view.findings, |finding: &Finding| (finding.number, output.text_of(&finding.text))),
        ),
        (
            "cli-heading-recommendations",
            numbered(&view.recommendations, |noun: &Recommendation| (noun.number, output.text_of(&noun.text))),
        ),
    ];
    for (heading, rows) in parts {
        if !rows.is_empty() {
            output.heading(heading);
            output.table(&headings, rows);
        }
    }
}

fn programme(view: &RoundView, output: &Output) -> Vec<Vec<String>> {
    let items = view.programme.iter().filter_map(Stored::noun::<ProgrammeItem>);
    let row = |item: &ProgrammeItem| {
        let end = item.end.map(|end| format!("–{}", output.t.time(end))).unwrap_or_default();
        vec![output.t.date(item.date), format!("{}{end}", output.t.time(item.start)), output.text_of(&item.title)]
    };
    items.map(row).collect()
}

fn participants(view: &RoundView, output: &Output) -> Vec<Vec<String>> {
    let people = view.participants.iter().filter_map(Stored::noun::<Participant>);
    let row = |person: &Participant| {
        vec![
            person.state.as_ref().map(ToString::to_string).unwrap_or_default(),
            output.text_of(&person.name),
            output.t.word("participant-role", person.role.as_str()),
            output.text_of(&person.body),
        ]
    };
    people.map(row).collect()
}

/// The rows of a list that is numbered within the round.
fn numbered<N: domain::body::Noun>(records: &[Stored], row: impl Fn(&N) -> (u16, String)) -> Vec<Vec<String>> {
    let nouns = records.iter().filter_map(|stored| stored.noun::<N>());
    nouns.map(&row).map(|(number, text)| vec![number.to_string(), text]).collect()
}
