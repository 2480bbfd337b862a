//! Building the report of a round.

use std::sync::Arc;

use domain::act::Verb;
use domain::hash::Hash;
use domain::ids::Id;
use domain::language::Language;
use domain::marking::{Marking, Sharing};
use domain::owner::Owner;
use domain::report::{Report, ReportFile, ReportScope};
use domain::round::Round;
use report::RoundRecord;
use store::Stored;

use crate::actor::Actor;
use crate::change::Draft;
use crate::export::Exported;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::report::gather::gather;

/// What to build.
#[derive(Debug, Clone)]
pub struct BuildReport {
    /// The round.
    pub round: Id<Round>,
    /// For whom; `None` means for as wide an audience as the round itself is shared with.
    pub scope: Option<ReportScope>,
    /// Its languages; the first leads.
    pub languages: Vec<Language>,
}

/// A report with its files.
#[derive(Debug)]
pub struct Built {
    /// The record.
    pub report: Stored,
    /// PDF and DOCX.
    pub files: Vec<Exported>,
}

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The widest scope that the marking of a round allows.
fn scope_of(round: &Stored) -> ReportScope {
    match &round.revision.marking.sharing {
        Sharing::Public => ReportScope::Public,
        Sharing::Committee { .. } => ReportScope::Committee,
        _ => ReportScope::Participants,
    }
}

/// The record as PDF and DOCX. Setting type takes a second of pure computing: it runs beside the server's other work, not
/// in its way, and the two files are made side by side.
async fn set(record: RoundRecord) -> Result<(Vec<u8>, Vec<u8>), Refusal> {
    let document = Arc::new(report::compose(&record));
    let same = Arc::clone(&document);
    let docx = tokio::task::spawn_blocking(move || report::to_docx(&same));
    let pdf = tokio::task::spawn_blocking(move || report::to_pdf(&document));
    let stopped = |_| Refusal::NotFound("report");
    Ok((pdf.await.map_err(stopped)??, docx.await.map_err(stopped)??))
}

/// Builds the report of a round as PDF and DOCX and keeps both. The act names the hash of the report, the report the
/// hashes of its files and of every revision it rests on: the signed checkpoint thereby covers all of them.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`], [`Refusal::Report`] when the text cannot be set.
pub async fn build(node: &Node, actor: &Actor, input: &BuildReport) -> Result<Built, Refusal> {
    let permit = actor.permit(Permission::BuildReport)?;
    let round = node.read::<Round>(&permit, input.round.record()).await?;
    permit.on(&round, None)?;
    let scope = input.scope.unwrap_or_else(|| scope_of(&round));
    let (record, basis) = gather(node, &round, scope, &input.languages).await?;
    let (pdf, docx) = set(record).await?;
    let key = &round.noun::<Round>().ok_or(Refusal::NotFound("round"))?.key;
    let files: Vec<Exported> = [("pdf", PDF, pdf), ("docx", DOCX, docx)]
        .into_iter()
        .map(|(extension, media_type, bytes)| Exported {
            file_name: format!("{key}-{scope}.{extension}"),
            media_type: media_type.to_owned(),
            bytes,
        })
        .collect();
    let report = Report {
        round: input.round,
        scope,
        languages: input.languages.clone(),
        files: files
            .iter()
            .map(|file| ReportFile {
                name: file.file_name.clone(),
                media_type: file.media_type.clone(),
                length: file.bytes.len() as u64,
                sha256: Hash::of(&file.bytes),
            })
            .collect(),
        basis,
    };
    let marking = match scope {
        ReportScope::Participants => Marking::round(input.round),
        ReportScope::Committee => {
            Marking { sharing: Sharing::Committee { round: Some(input.round) }, ..Marking::PUBLIC }
        }
        ReportScope::Public => Marking::PUBLIC,
    };
    let id = node.surroundings.new_id();
    let mut draft = Draft::new(node, actor, "");
    draft.add(Verb::BuildReport, id, Owner::Secretariat, marking, report);
    for file in &files {
        draft.keep(file.bytes.clone());
    }
    draft.commit().await?;
    let report = node.store.get(id).await?.ok_or(Refusal::NotFound("report"))?;
    Ok(Built { report, files })
}
