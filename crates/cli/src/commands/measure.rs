//! `tripoint measure`: the lines of action plans.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use app::plan::measure::{save, show};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::ids::Id;
use domain::measure::{Measure, TimeFrame};
use domain::progress::Progress;
use domain::recommendation::Recommendation;
use serde_json::json;
use store::Stored;

use super::naming::find;
use super::noun_file::NounFileWithReason;
use super::showing::{record, records};
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    Show(Show),
    Save(NounFileWithReason),
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "MEASURE")]
    pub measure: String,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::Show(command) => show_measure(session, &command, output).await,
        Command::Save(file) => {
            let (measure, seen) = file.noun.read(session).await?;
            output.saved(&save(&session.node, &session.actor, measure, seen, &file.reason).await?);
            Ok(())
        }
    }
}

async fn show_measure(session: &Session, command: &Show, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let id = Id::new(find(session, Kind::Measure, &command.measure).await?.revision.record);
    let view = show(node, actor, id).await?;
    let recommendations = app::recommendation::follow::of_measure(node, actor, id).await?;
    if output.json {
        output.data(&json!({
            "measure": record(&view.measure),
            "plan": record(&view.plan),
            "progress": records(&view.progress),
            "recommendations": records(&recommendations),
        }));
        return Ok(());
    }
    let Some(measure) = view.measure.noun::<Measure>() else { return Ok(()) };
    let rows: Vec<String> = measure.rows.iter().map(ToString::to_string).collect();
    output.head(
        &[
            ("cli-column-number", format!("{}:{}", view.measure.revision.owner, measure.number)),
            ("cli-column-text", output.text_of(&measure.text)),
            ("cli-column-expected-result", output.text_of(&measure.expected_result)),
            ("cli-column-operative-paragraphs", measure.operative_paragraphs.join(", ")),
            ("cli-column-rows", rows.join(", ")),
            ("cli-column-time-frame", output.time_frame(&measure.time_frame)),
            ("cli-column-lead", output.text_of(&measure.lead)),
            ("cli-column-status", output.t.word("progress-status", measure.status.as_str())),
        ],
        &view.measure,
    );
    output.progress(&view.progress);
    if !recommendations.is_empty() {
        output.heading("cli-heading-recommendations");
        for stored in &recommendations {
            if let Some(noun) = stored.noun::<Recommendation>() {
                output.line(&format!("{}  {}", noun.number, output.text_of(&noun.text)));
            }
        }
    }
    Ok(())
}

impl Output {
    /// From when until when.
    pub(super) fn time_frame(&self, time_frame: &TimeFrame) -> String {
        let date = |date: Option<_>| date.map(|date| self.t.partial_date(date)).unwrap_or_default();
        match (time_frame.start, time_frame.end) {
            (Some(start), Some(end)) if start == end => date(Some(end)),
            (Some(_), Some(_)) => format!("{} – {}", date(time_frame.start), date(time_frame.end)),
            (Some(_), None) => self.t.with("cli-since", &[("date", date(time_frame.start).into())]),
            (None, _) => date(time_frame.end),
        }
    }

    /// Progress entries, oldest first.
    pub(super) fn progress(&self, entries: &[Stored]) {
        if entries.is_empty() {
            return;
        }
        self.heading("cli-heading-progress");
        for entry in entries.iter().filter_map(Stored::noun::<Progress>) {
            let status = self.t.word("progress-status", entry.status.as_str());
            let text = self.text_of(&entry.text);
            self.line(&format!("{}  {}  {status}: {text}", entry.date, entry.state));
        }
    }
}
