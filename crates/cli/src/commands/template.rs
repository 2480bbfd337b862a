//! `tripoint template`: the forms that matrices are made under.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::path::PathBuf;

use app::Refusal;
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::fault::Fault;
use domain::ids::Id;
use domain::template::{RowAnswers, Template};

use super::naming::find;
use crate::commands::Session;
use crate::folder_files::read_folder;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List,
    Show(Show),
    Add(Add),
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "KEY[@VERSION]")]
    pub template: String,
}

#[derive(Debug, Args)]
pub struct Add {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List => {
            let templates = app::template::list(node, actor).await?;
            let headings = ["cli-column-key", "cli-column-version", "cli-column-name", "cli-column-id"];
            output.listed(&templates, templates.len() as u64, &headings, |template: &Template, stored| {
                vec![
                    template.key.clone(),
                    template.version.to_string(),
                    output.text_of(&template.name),
                    stored.revision.record.to_string(),
                ]
            });
        }
        Command::Show(command) => {
            let id = find(session, Kind::Template, &command.template).await?.revision.record;
            let template = app::template::show(node, actor, Id::new(id)).await?;
            if output.json {
                output.data(&*template);
            } else {
                print(&template, output);
            }
        }
        Command::Add(command) => {
            let files = read_folder(&command.folder)?;
            let (template, faults) = intake::template_folder::read(&files);
            let Some(template) = template.filter(|_| !faults.iter().any(Fault::is_error)) else {
                return Err(Refusal::Invalid(faults).into());
            };
            output.warnings(&faults);
            output.saved(&app::template::add(node, actor, template).await?);
        }
    }
    Ok(())
}

fn print(template: &Template, output: &Output) {
    output.pairs(&[
        ("cli-column-key", format!("{}@{}", template.key, template.version)),
        ("cli-column-name", output.text_of(&template.name)),
        ("cli-column-provider", output.text_of(&template.provider)),
        ("cli-column-source", template.source.title.clone()),
        ("cli-column-date", output.t.partial_date(template.date)),
        ("cli-column-note", output.text_of(&template.note)),
    ]);
    output.heading("cli-heading-legend");
    for mark in &template.marks {
        let verified = if mark.verified { String::new() } else { output.t.text("cli-unverified") };
        let meaning = output.text_of(&mark.meaning);
        output.line(&format!("{}  {meaning} {verified}", output.t.word("mark", mark.key.name())));
    }
    output.line("");
    let rows = template.rows().map(|(key, _, row)| {
        let cells = match &row.answers {
            RowAnswers::Information => output.t.text("cli-answers-text"),
            RowAnswers::YesNo => output.t.text("cli-answers-yes-no"),
            RowAnswers::Marks(parts) => {
                parts.iter().map(|(weapon, facet)| format!("{weapon}:{facet}")).collect::<Vec<_>>().join(" ")
            }
        };
        let confidence = template.confidence(&row.confidence);
        let shown = confidence.map(|confidence| output.text_of(&confidence.shown)).unwrap_or_default();
        vec![key.to_string(), output.text_of(&row.label), cells, shown]
    });
    output.table(&["cli-column-row", "cli-column-asks", "cli-column-cells", "cli-column-wording"], rows.collect());
}
