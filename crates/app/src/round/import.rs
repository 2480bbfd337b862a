//! Importing a whole round from a folder: all of it or nothing, in one transaction, an act for every record.

use std::collections::{BTreeMap, BTreeSet};

use domain::act::Verb;
use domain::answer::Answer;
use domain::body::{Kind, Noun};
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::marking::{Handling, Marking, Sharing, SharingLevel};
use domain::owner::Owner;
use domain::recommendation::Recommendation;
use domain::round::Round;
use domain::state::State;
use domain::template::Template;
pub use intake::round_folder::Files;
use intake::round_folder::{Entry, Known, RoundFolder, RoundPart};
use store::{Query, Stored};

use crate::actor::Actor;
use crate::change::Draft;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::template::built_in;

/// What an import brought, or would bring.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundImported {
    /// The rounds, earlier ones first.
    pub rounds: Vec<(RecordId, String)>,
    /// How many records of each kind.
    pub counts: BTreeMap<Kind, usize>,
    /// What a person should look at.
    pub warnings: Vec<Fault>,
}

/// Imports a folder. `check_only` reads and checks everything and stores nothing.
///
/// # Errors
/// [`Refusal::Invalid`] with every fault, each naming file, line and field; [`Refusal::NotAllowed`].
pub async fn import(node: &Node, actor: &Actor, files: &Files, check_only: bool) -> Result<RoundImported, Refusal> {
    let permit = actor.permit(Permission::ImportRound)?;
    permit.on_node()?;
    let mut draft = Draft::new(node, actor, "");
    let templates = templates(node, &mut draft).await?;
    let (folder, mut faults) = read_folder(node, files, templates).await?;
    let Some(folder) = folder.filter(|_| !faults.iter().any(Fault::is_error)) else {
        return Err(Refusal::Invalid(faults));
    };
    let mut imported = RoundImported::default();
    add_states(node, &mut draft, &folder, &mut imported, &mut faults).await?;
    for part in folder.rounds {
        let key = part.round.noun.key.clone();
        if node.store.find(Kind::Round, None, &key).await?.is_some() {
            faults.push(Fault::error("round-exists").with("key", &key));
            continue;
        }
        imported.rounds.push((part.round.id, key));
        add_round(node, &mut draft, part, &mut imported).await?;
    }
    if faults.iter().any(Fault::is_error) {
        return Err(Refusal::Invalid(faults));
    }
    imported.warnings = faults;
    if !check_only {
        draft.commit().await?;
    }
    Ok(imported)
}

/// The templates of the node; the shipped ones that it lacks are added to the draft.
async fn templates(node: &Node, draft: &mut Draft<'_>) -> Result<Vec<(Id<Template>, Template)>, Refusal> {
    let stored = node.store.list(&Query::of(Kind::Template)).await?.records;
    let mut known: Vec<(Id<Template>, Template)> = stored
        .iter()
        .filter_map(|stored| stored.noun::<Template>().map(|t| (Id::new(stored.revision.record), t.clone())))
        .collect();
    for template in built_in::all()? {
        if !known.iter().any(|(_, other)| other.key == template.key && other.version == template.version) {
            let id = node.surroundings.new_id();
            draft.add(Verb::AddTemplate, id, Owner::Secretariat, Marking::PUBLIC, template.clone());
            known.push((Id::new(id), template));
        }
    }
    Ok(known)
}

async fn read_folder(
    node: &Node,
    files: &Files,
    templates: Vec<(Id<Template>, Template)>,
) -> Result<(Option<RoundFolder>, Vec<Fault>), Refusal> {
    let states = node.store.list(&Query::of(Kind::State)).await?.records;
    let rounds = node.store.list(&Query::of(Kind::Round)).await?.records;
    let keys: BTreeMap<RecordId, String> = rounds
        .iter()
        .filter_map(|stored| stored.noun::<Round>().map(|round| (stored.revision.record, round.key.clone())))
        .collect();
    let mut recommendations = BTreeMap::new();
    for stored in node.store.list(&Query::of(Kind::Recommendation)).await?.records {
        if let Some(recommendation) = stored.noun::<Recommendation>()
            && let Some(key) = keys.get(&recommendation.round.record())
        {
            recommendations.insert((key.clone(), recommendation.number), Id::new(stored.revision.record));
        }
    }
    let states: BTreeSet<_> = states.iter().filter_map(Stored::noun::<State>).map(|state| state.code.clone()).collect();
    let known = Known { templates, states, recommendations };
    Ok(intake::round_folder::read(files, &known, &mut || node.surroundings.new_id()))
}

/// States that the node lacks are added. One that it has keeps its names; if they differ, a person should look.
async fn add_states(
    node: &Node,
    draft: &mut Draft<'_>,
    folder: &RoundFolder,
    imported: &mut RoundImported,
    faults: &mut Vec<Fault>,
) -> Result<(), Refusal> {
    for state in &folder.states {
        match node.store.find(Kind::State, None, state.code.as_str()).await? {
            None => {
                let id = node.surroundings.new_id();
                draft.add(Verb::SaveState, id, Owner::Secretariat, Marking::PUBLIC, state.clone());
                *imported.counts.entry(Kind::State).or_default() += 1;
            }
            Some(stored) if stored.noun::<State>() != Some(state) => {
                faults.push(Fault::warning("state-differs").with("state", state.code.as_str()));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn marking(level: SharingLevel, handling: Handling, round: Id<Round>) -> Marking {
    let sharing = match level {
        // A folder names no groups, and an empty group is nobody but the owner.
        SharingLevel::National | SharingLevel::Group => Sharing::National,
        SharingLevel::Round => Sharing::Round { round },
        SharingLevel::Committee => Sharing::Committee { round: Some(round) },
        SharingLevel::Public => Sharing::Public,
    };
    Marking { handling, sharing }
}

async fn add_round(
    node: &Node,
    draft: &mut Draft<'_>,
    part: RoundPart,
    imported: &mut RoundImported,
) -> Result<(), Refusal> {
    let round = Id::new(part.round.id);
    let counts = &mut imported.counts;
    let mut adder = Adder { draft, round, counts };
    adder.entry(Verb::SaveRound, part.round);
    adder.entries(Verb::SaveProgrammeItem, part.programme);
    adder.entries(Verb::SaveParticipant, part.participants);
    for (visit, account) in part.visits {
        adder.entry(Verb::SaveVisit, visit);
        adder.entries(Verb::SaveVisitAccount, account.into_iter().collect());
    }
    adder.entries(Verb::SaveFinding, part.findings);
    for plan in part.plans {
        let marking = marking(plan.plan.level, plan.plan.handling, round);
        let owner = plan.plan.owner.clone();
        adder.entry(Verb::SavePlan, plan.plan);
        for (id, measure) in plan.measures {
            adder.add(Verb::SaveMeasure, id.record(), owner.clone(), marking.clone(), measure);
        }
        adder.entries(Verb::AddProgress, plan.progress);
    }
    adder.entries(Verb::SaveRecommendation, part.recommendations);
    adder.entries(Verb::Respond, part.responses);
    adder.entries(Verb::AddProgress, part.progress);
    for matrix in part.matrices {
        let head = matrix.matrix;
        let marking = marking(head.level, head.handling, round);
        let owner = head.owner.clone();
        let existing =
            node.store.find(Kind::Matrix, Some(head.noun.template.record()), head.noun.state.as_str()).await?;
        // A State has one matrix under a template: a later round's file goes on with it.
        let id = match &existing {
            Some(existing) => existing.revision.record,
            None => head.id,
        };
        if existing.is_none() {
            adder.entry(Verb::SaveMatrix, head);
        }
        for answer in matrix.answers {
            let answer = Answer { matrix: Id::new(id), ..answer };
            let current = match &existing {
                Some(_) => node.store.find(Kind::Answer, Some(id), &answer.cell.to_string()).await?,
                None => None,
            };
            match current {
                Some(current) if current.noun::<Answer>() == Some(&answer) => {}
                Some(current) => adder.draft.change(Verb::SaveAnswer, &current, current.revision.version, answer),
                None => adder.add(Verb::SaveAnswer, node.surroundings.new_id(), owner.clone(), marking.clone(), answer),
            }
        }
    }
    Ok(())
}

/// Adds records of one round to a draft, and counts them.
struct Adder<'a, 'b> {
    draft: &'a mut Draft<'b>,
    round: Id<Round>,
    counts: &'a mut BTreeMap<Kind, usize>,
}

impl Adder<'_, '_> {
    fn add<N: Noun>(&mut self, verb: Verb, id: RecordId, owner: Owner, marking: Marking, noun: N) {
        *self.counts.entry(N::KIND).or_default() += 1;
        self.draft.add(verb, id, owner, marking, noun);
    }

    fn entry<N: Noun>(&mut self, verb: Verb, entry: Entry<N>) {
        let marking = marking(entry.level, entry.handling, self.round);
        self.add(verb, entry.id, entry.owner, marking, entry.noun);
    }

    fn entries<N: Noun>(&mut self, verb: Verb, entries: Vec<Entry<N>>) {
        for entry in entries {
            self.entry(verb, entry);
        }
    }
}
