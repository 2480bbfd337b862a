//! All rounds of a folder, in two passes: findings and recommendations may refer to any plan and any earlier round, so
//! they are read when everything else has been.

use std::collections::BTreeSet;

use domain::fault::Fault;
use domain::ids::Id;

use super::context::Context;
use super::folder::Folder;
use super::{
    RoundFolder, RoundPart, accounts, findings, matrices, people, plans, recommendations, round, states, visits,
};
use crate::limits;

/// Reads everything.
pub(super) fn read_all(mut folder: Folder<'_>, context: &mut Context<'_>) -> RoundFolder {
    let states = states::read(&mut folder, context);
    let accounts = accounts::read(&mut folder, context);
    let mut parts = Vec::new();
    first_pass(folder, 0, context, &mut parts);
    none_is_later(&parts, context);
    // By their days, so that what an earlier round recommended is known; the outermost was read last and stays last.
    parts.sort_by_key(|(_, part): &(Folder<'_>, RoundPart)| part.round.noun.start);
    keys_differ(&parts, context);
    let mut rounds = Vec::new();
    for (mut folder, mut part) in parts {
        part.findings = findings::read(&mut folder, &part, context);
        recommendations::read(&mut folder, &mut part, context);
        rounds.push(part);
        folder.finish(&mut context.faults);
    }
    RoundFolder { rounds, states, accounts }
}

/// The round of this folder and those of `earlier/`, without what refers to others.
fn first_pass<'f>(
    mut folder: Folder<'f>,
    depth: usize,
    context: &mut Context<'_>,
    parts: &mut Vec<(Folder<'f>, RoundPart)>,
) {
    for earlier in folder.earlier() {
        if depth < limits::DEEPEST_EARLIER {
            first_pass(earlier, depth + 1, context, parts);
        } else {
            let fault = Fault::error("folder-too-deep").with("limit", limits::DEEPEST_EARLIER.to_string());
            context.faults.push(fault.inside(&earlier.path("round.toml"), None));
        }
    }
    let Some(round) = round::read(&mut folder, context) else {
        // Without its round nothing of the folder can be linked; the other files are read when there is one.
        return;
    };
    let programme = people::programme(&mut folder, &round, context);
    let participants = people::participants(&mut folder, &round, context);
    let visits = visits::read(&mut folder, &round, context);
    let matrices = matrices::read(&mut folder, &round, context);
    let plans = plans::read(&mut folder, &round, context);
    let part = RoundPart {
        round,
        programme,
        participants,
        visits,
        findings: Vec::new(),
        recommendations: Vec::new(),
        responses: Vec::new(),
        progress: Vec::new(),
        matrices,
        plans,
    };
    parts.push((folder, part));
}

/// What stands in `earlier/` began before the outermost round, which was read last.
fn none_is_later(parts: &[(Folder<'_>, RoundPart)], context: &mut Context<'_>) {
    let Some(((_, last), earlier)) = parts.split_last() else { return };
    for (folder, part) in earlier.iter().filter(|(_, part)| part.round.noun.start > last.round.noun.start) {
        let fault = Fault::error("earlier-round-later").with("date", part.round.noun.start.to_string());
        context.faults.push(fault.at("round.start").inside(&folder.path("round.toml"), None));
    }
}

/// Two rounds of a folder never share a key.
fn keys_differ(parts: &[(Folder<'_>, RoundPart)], context: &mut Context<'_>) {
    let mut keys = BTreeSet::new();
    for (folder, part) in parts {
        if !keys.insert(&part.round.noun.key) {
            let fault = Fault::error("round-key-twice").with("key", &part.round.noun.key);
            context.faults.push(fault.at("round.key").inside(&folder.path("round.toml"), None));
        }
    }
}

/// The id of a part's round.
pub(super) fn id_of(part: &RoundPart) -> Id<domain::round::Round> {
    Id::new(part.round.id)
}
