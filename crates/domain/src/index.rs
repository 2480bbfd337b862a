//! What can be looked up about a record without reading its body. Everything here is derived from a revision and can be
//! thrown away and built again; `verify` does so and compares.

use crate::body::{Body, Kind};
use crate::ids::RecordId;
use crate::localized::Localized;
use crate::recommendation::Addressee;
use crate::revision::Revision;
use crate::sort_key::sort_key;

/// The lookup of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Its kind.
    pub kind: Kind,
    /// The record it belongs to: the matrix of an answer, the round of a finding.
    pub parent: Option<RecordId>,
    /// What names it among its siblings. Two records of one kind, owner and parent never share it; for kinds without
    /// such a name it is the id.
    pub name: String,
    /// What it sorts by among its siblings.
    pub sort: String,
    /// Its text, to be searched: titles and texts in every language.
    pub text: String,
    /// Words it is filtered by, as `(name, value)`.
    pub facets: Vec<(&'static str, String)>,
}

/// Longest text a record sorts by, in characters: databases limit what an index holds.
const LONGEST_SORTED: usize = 200;

fn all_texts(texts: &[&Localized]) -> String {
    let mut all = String::new();
    for text in texts {
        for (_, text) in text.iter() {
            if !all.is_empty() {
                all.push('\n');
            }
            all.push_str(text);
        }
    }
    all
}

impl Index {
    /// The lookup of this revision.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm a kind, side by side, is what makes it checkable")]
    pub fn of(revision: &Revision) -> Self {
        let mut index = Self {
            kind: revision.body.kind(),
            parent: None,
            name: revision.record.to_string(),
            sort: String::new(),
            text: String::new(),
            facets: Vec::new(),
        };
        let numbered = |index: &mut Self, number: &str| {
            index.name = number.to_owned();
            index.sort = sort_key(number);
        };
        match &revision.body {
            Body::State(state) => {
                numbered(&mut index, state.code.as_str());
                index.text = all_texts(&[&state.short, &state.formal]);
            }
            Body::Account(account) => {
                numbered(&mut index, &account.login);
                index.text = all_texts(&[&account.name]);
                index.facets.extend(account.roles.iter().map(|role| ("role", role.to_string())));
            }
            Body::Template(template) => {
                index.name = format!("{}@{}", template.key, template.version);
                index.sort = sort_key(&index.name);
                index.text = all_texts(&[&template.name]);
            }
            Body::Matrix(matrix) => {
                index.parent = Some(matrix.template.record());
                index.name = matrix.state.to_string();
                index.sort = matrix.state.to_string();
                index.facets.push(("status", matrix.status.to_string()));
            }
            Body::Answer(answer) => {
                index.parent = Some(answer.matrix.record());
                index.name = answer.cell.to_string();
                index.sort = sort_key(&index.name);
                index.text = all_texts(&[&answer.information, &answer.remarks]);
                index.facets.push(("row", answer.cell.row.to_string()));
            }
            Body::Plan(plan) => {
                index.sort = format!("{}/{}", plan.state, plan.start);
                index.text = all_texts(&[&plan.title]);
                index.facets.push(("state", plan.state.to_string()));
            }
            Body::Measure(measure) => {
                index.parent = Some(measure.plan.record());
                numbered(&mut index, &measure.number);
                index.text = all_texts(&[&measure.text, &measure.lead, &measure.expected_result]);
                index.facets.push(("status", measure.status.to_string()));
                // A day, so that "overdue" is a comparison of texts.
                if let Some(end) = measure.time_frame.end {
                    index.facets.push(("due", end.last_day().to_string()));
                }
                index.facets.extend(measure.rows.iter().map(|row| ("row", row.to_string())));
            }
            Body::Progress(progress) => {
                index.parent = Some(progress.about);
                index.sort = progress.date.to_string();
                index.text = all_texts(&[&progress.text]);
                index.facets.push(("state", progress.state.to_string()));
            }
            Body::Round(round) => {
                index.name.clone_from(&round.key);
                index.sort = round.start.to_string();
                index.text = all_texts(&[&round.title, &round.place]);
                index.facets.extend(round.states.iter().map(|state| ("state", state.code.to_string())));
            }
            Body::ProgrammeItem(item) => {
                index.parent = Some(item.round.record());
                index.sort = format!("{}T{}", item.date, item.start);
                index.text = all_texts(&[&item.title, &item.speakers]);
            }
            Body::Participant(participant) => {
                index.parent = Some(participant.round.record());
                index.sort = participant.state.as_ref().map_or_else(|| "~".to_owned(), ToString::to_string);
                index.text = all_texts(&[&participant.name, &participant.body]);
            }
            Body::Visit(visit) => {
                index.parent = Some(visit.round.record());
                numbered(&mut index, &visit.number.to_string());
                index.text = all_texts(&[&visit.title, &visit.summary]);
            }
            Body::VisitAccount(account) => {
                index.parent = Some(account.visit.record());
            }
            Body::Finding(finding) => {
                index.parent = Some(finding.round.record());
                numbered(&mut index, &finding.number.to_string());
                index.text = all_texts(&[&finding.title, &finding.text]);
                index.facets.push(("kind", finding.kind.to_string()));
                index.facets.extend(finding.theme.iter().map(|theme| ("theme", theme.clone())));
                index.facets.extend(finding.states.iter().map(|state| ("state", state.to_string())));
            }
            Body::Recommendation(recommendation) => {
                index.parent = Some(recommendation.round.record());
                numbered(&mut index, &recommendation.number.to_string());
                index.text = all_texts(&[&recommendation.text]);
                index.facets.extend(recommendation.theme.iter().map(|theme| ("theme", theme.clone())));
                index.facets.extend(
                    recommendation.addressees.iter().map(|addressee| ("addressee", Addressee::to_string(addressee))),
                );
                index.facets.extend(recommendation.measures.iter().map(|id| ("measure", id.to_string())));
                index.facets.extend(recommendation.continues.iter().map(|id| ("continues", id.to_string())));
            }
            Body::Response(response) => {
                index.parent = Some(response.recommendation.record());
                index.name = response.state.to_string();
                index.sort = response.state.to_string();
                index.text = all_texts(&[&response.reasons]);
                index.facets.push(("position", response.position.to_string()));
            }
            Body::Document(document) => {
                index.parent = Some(document.about);
                index.sort = sort_key(&document.file_name);
                index.text = all_texts(&[&document.title]);
                index.facets.push(("blob", document.sha256.to_string()));
            }
            Body::Report(report) => {
                index.parent = Some(report.round.record());
                index.facets.push(("scope", report.scope.to_string()));
                index.facets.extend(report.files.iter().map(|file| ("blob", file.sha256.to_string())));
            }
            Body::Release(release) => {
                index.parent = Some(release.record);
            }
            Body::ListEdition(edition) => {
                index.name = format!("{}@{}", edition.list, edition.edition);
                index.sort = sort_key(&index.name);
                index.text = all_texts(&[&edition.title, &edition.authority]);
                index.facets.push(("list", edition.list.clone()));
                index.facets.push(("blob", edition.sha256.to_string()));
            }
            Body::Determination(determination) => {
                index.sort = sort_key(&determination.provision);
                index.text = format!("{}\n{}", determination.good, determination.reference);
                index.facets.push(("list", format!("{}@{}", determination.list, determination.edition)));
                index.facets.push(("provision", determination.provision.clone()));
                index.facets.push(("outcome", determination.outcome.to_string()));
                index.facets.push(("concluded", determination.concluded.to_string()));
            }
            Body::Sample(sample) => {
                index.parent = sample.parent.map(crate::ids::Id::record);
                numbered(&mut index, &sample.code);
                index.text = all_texts(&[&sample.description]);
                index.facets.push(("nature", sample.nature.to_string()));
                index.facets.extend(sample.photographs.iter().map(|file| ("blob", file.sha256.to_string())));
            }
            Body::CustodyEvent(event) => {
                index.parent = Some(event.sample.record());
                index.sort = event.at.to_string();
                index.facets.push(("action", event.action.to_string()));
            }
            Body::LaboratoryMeasurement(measurement) => {
                index.parent = Some(measurement.sample.record());
                index.sort = measurement.started.map(|started| started.to_string()).unwrap_or_default();
                index.facets.push(("technique", measurement.technique.to_string()));
                let files = [Some(&measurement.file), measurement.background.as_ref()];
                index.facets.extend(files.into_iter().flatten().map(|file| ("blob", file.sha256.to_string())));
            }
            Body::LaboratoryResult(result) => {
                index.parent = Some(result.measurement.record());
                index.text = all_texts(&[&result.statement]);
                index.facets.push(("outcome", result.outcome.to_string()));
            }
            Body::PartyListVersion(version) => {
                // The same files are imported once; two versions of one day may follow each other.
                index.name = format!("{}@{}#{}", version.list, version.dated(), version.content());
                index.sort = sort_key(&version.key());
                index.text = all_texts(&[&version.title, &version.publisher]);
                index.facets.push(("list", version.list.clone()));
                index.facets.extend(version.files.iter().map(|file| ("blob", file.sha256.to_string())));
            }
            Body::PartyScreening(screening) => {
                // One party is kept once, so that what was decided about it is found again.
                index.name = screening.party.digest().to_string();
                index.sort = screening.party.name.to_lowercase().chars().take(LONGEST_SORTED).collect();
                index.text.clone_from(&screening.party.name);
                for reference in &screening.references {
                    index.text.push('\n');
                    index.text.push_str(&reference.source);
                }
                index.facets.push(("state", screening.state().to_string()));
                let checks = screening.references.iter().filter_map(|reference| reference.check);
                index.facets.extend(checks.map(|check| ("check", check.to_string())));
            }
        }
        index.facets.sort();
        index.facets.dedup();
        index
    }
}
