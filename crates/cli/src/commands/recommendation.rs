//! `tripoint recommendation`: the register of recommendations across rounds, and what States say to them.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use app::recommendation::list::{RecommendationFilter, RecommendationPage, list};
use app::recommendation::{export, respond, save, show};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::finding::Finding;
use domain::ids::Id;
use domain::measure::Measure;
use domain::owner::StateCode;
use domain::recommendation::{Addressee, Recommendation};
use domain::response::{Position, Response};
use domain::round::Round;
use jiff::civil::Date;
use serde_json::json;
use store::Stored;

use super::naming::find;
use super::noun_file::NounFileWithReason;
use super::showing::{localized, record, records};
use super::table_file::TableFile;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Show(Show),
    Save(NounFileWithReason),
    Respond(Respond),
    Export(Export),
}

#[derive(Debug, Args)]
pub struct Filter {
    #[arg(long, value_name = "KEY")]
    pub round: Option<String>,
    #[arg(long, value_name = "STATE|all|partners")]
    pub addressee: Option<Addressee>,
    #[arg(long, value_name = "KEY")]
    pub theme: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
}

#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    pub filter: Filter,
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub offset: u32,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "RECOMMENDATION")]
    pub recommendation: String,
}

#[derive(Debug, Args)]
pub struct Respond {
    #[arg(value_name = "RECOMMENDATION")]
    pub recommendation: String,
    #[arg(long, value_name = "STATE")]
    pub state: StateCode,
    #[arg(long, value_name = "POSITION", value_parser = words(Position::ALL, Position::as_str))]
    pub position: Position,
    #[arg(long, value_name = "TEXT")]
    pub reasons_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub reasons_ru: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seen: u32,
}

#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    pub filter: Filter,
    #[command(flatten)]
    pub file: TableFile,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List(command) => {
            let filter = command.filter.read(session).await?;
            let filter = RecommendationFilter { limit: command.limit, offset: command.offset, ..filter };
            print_list(&list(node, actor, &filter).await?, output);
            Ok(())
        }
        Command::Show(command) => show_one(session, &command, output).await,
        Command::Save(file) => {
            let (noun, seen) = file.noun.read(session).await?;
            output.saved(&save::save(node, actor, noun, seen, &file.reason).await?);
            Ok(())
        }
        Command::Respond(command) => {
            let home = find(session, Kind::Recommendation, &command.recommendation).await?;
            let response = Response {
                recommendation: Id::new(home.revision.record),
                state: command.state,
                position: command.position,
                reasons: localized(command.reasons_en.as_deref(), command.reasons_ru.as_deref()),
                date: command.date.unwrap_or_else(|| node.surroundings.today()),
            };
            output.saved(&respond::respond(node, actor, response, command.seen).await?);
            Ok(())
        }
        Command::Export(command) => {
            let filter = command.filter.read(session).await?;
            let file = export::export(node, actor, &filter, command.file.format, command.file.language(output)).await?;
            command.file.deliver(session, output, file)
        }
    }
}

impl Filter {
    async fn read(self, session: &Session) -> Result<RecommendationFilter, CommandError> {
        let round = match &self.round {
            Some(key) => Some(Id::new(find(session, Kind::Round, key).await?.revision.record)),
            None => None,
        };
        Ok(RecommendationFilter {
            round,
            addressee: self.addressee,
            theme: self.theme,
            text: self.text,
            limit: None,
            offset: 0,
        })
    }
}

/// `karsk-2026:3`
fn name(noun: &Recommendation, round: Option<&Round>) -> String {
    round.map_or_else(|| noun.number.to_string(), |round| format!("{}:{}", round.key, noun.number))
}

fn print_list(page: &RecommendationPage, output: &Output) {
    if output.json {
        let records: Vec<_> = page
            .records
            .iter()
            .map(|stored| {
                let mut data = record(stored);
                data["responses"] = json!(page.responses.get(&stored.revision.record).cloned().unwrap_or_default());
                data
            })
            .collect();
        output.data(&json!({ "records": records, "total": page.total }));
        return;
    }
    let headings = ["cli-column-recommendation", "cli-column-addressees", "cli-column-text", "cli-column-positions"];
    output.listed(&page.records, page.total, &headings, |noun: &Recommendation, stored| {
        let positions: Vec<String> = page
            .positions(stored.revision.record)
            .map(|(state, position)| format!("{state}: {}", output.t.word("position", position.as_str())))
            .collect();
        vec![
            name(noun, page.rounds.get(&noun.round.record())),
            addressees(noun, output),
            output.text_of(&noun.text),
            positions.join("\n"),
        ]
    });
}

fn addressees(noun: &Recommendation, output: &Output) -> String {
    let words = noun.addressees.iter().map(|addressee| match addressee {
        Addressee::State(code) => code.to_string(),
        Addressee::All => output.t.text("cli-addressee-all"),
        Addressee::Partners => output.t.text("cli-addressee-partners"),
    });
    words.collect::<Vec<_>>().join(", ")
}

async fn show_one(session: &Session, command: &Show, output: &Output) -> Result<(), CommandError> {
    let home = find(session, Kind::Recommendation, &command.recommendation).await?;
    let view = show::show(&session.node, &session.actor, Id::new(home.revision.record)).await?;
    if output.json {
        output.data(&json!({
            "recommendation": record(&view.recommendation),
            "round": record(&view.round),
            "responses": records(&view.responses),
            "findings": records(&view.findings),
            "measures": records(&view.measures),
            "progress": records(&view.progress),
            "continues": records(&view.continues),
            "continued_by": records(&view.continued_by),
        }));
        return Ok(());
    }
    let Some(noun) = view.recommendation.noun::<Recommendation>() else { return Ok(()) };
    output.head(
        &[
            ("cli-column-recommendation", name(noun, view.round.noun())),
            ("cli-column-text", output.text_of(&noun.text)),
            ("cli-column-addressees", addressees(noun, output)),
            ("cli-column-theme", noun.theme.clone().unwrap_or_default()),
            ("cli-column-operative-paragraphs", noun.operative_paragraphs.join(", ")),
            ("cli-column-due", noun.due.map(|due| output.t.partial_date(due)).unwrap_or_default()),
        ],
        &view.recommendation,
    );
    print_responses(&view.responses, output);
    let measure = |stored: &Stored| {
        let noun = stored.noun::<Measure>()?;
        Some(format!("{}:{}  {}", stored.revision.owner, noun.number, output.text_of(&noun.text)))
    };
    print_part("cli-heading-measures", view.measures.iter().filter_map(measure), output);
    let finding = |stored: &Stored| {
        let noun = stored.noun::<Finding>()?;
        Some(format!("{}  {}", noun.number, output.text_of(&noun.text)))
    };
    print_part("cli-heading-findings", view.findings.iter().filter_map(finding), output);
    let other = |stored: &Stored| {
        let noun = stored.noun::<Recommendation>()?;
        Some(format!("{}  {}", stored.revision.record, output.text_of(&noun.text)))
    };
    print_part("cli-heading-continues", view.continues.iter().filter_map(other), output);
    print_part("cli-heading-continued-by", view.continued_by.iter().filter_map(other), output);
    output.progress(&view.progress);
    Ok(())
}

fn print_responses(responses: &[Stored], output: &Output) {
    let lines = responses.iter().filter_map(|stored| {
        let response = stored.noun::<Response>()?;
        let position = output.t.word("position", response.position.as_str());
        let version = output.t.with("cli-version-of", &[("version", stored.revision.version.to_string().into())]);
        let line = format!("{}  {}  {position} ({version})", response.date, response.state);
        let reasons = output.text_of(&response.reasons);
        Some(if reasons.is_empty() { line } else { format!("{line}: {reasons}") })
    });
    print_part("cli-heading-responses", lines, output);
}

fn print_part(heading: &str, lines: impl Iterator<Item = String>, output: &Output) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    output.heading(heading);
    for line in lines {
        output.line(&line);
    }
}
