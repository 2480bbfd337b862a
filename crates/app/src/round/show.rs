//! One round with everything that belongs to it and reaches the person.

use std::collections::BTreeMap;

use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::owner::StateCode;
use domain::round::Round;
use domain::state::State;
use domain::visit::VisitAccount;
use store::{Query, Stored};

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A round as a page or a report needs it.
#[derive(Debug, Clone)]
pub struct RoundView {
    /// The round.
    pub round: Stored,
    /// Its States by code.
    pub states: BTreeMap<StateCode, State>,
    /// Its programme, in the order of time.
    pub programme: Vec<Stored>,
    /// Who takes part, by State.
    pub participants: Vec<Stored>,
    /// Visits, by number.
    pub visits: Vec<Stored>,
    /// The accounts of visits that reach the person, by visit.
    pub visit_accounts: BTreeMap<RecordId, Stored>,
    /// Findings, by number.
    pub findings: Vec<Stored>,
    /// Recommendations, by number.
    pub recommendations: Vec<Stored>,
    /// Reports built, oldest first.
    pub reports: Vec<Stored>,
}

impl RoundView {
    /// The round itself.
    ///
    /// # Panics
    /// Never: a view is only made of a round.
    #[must_use]
    pub fn head(&self) -> &Round {
        #[expect(clippy::expect_used, reason = "a view is only made from a record that was read as a round")]
        self.round.noun::<Round>().expect("a round")
    }
}

/// One round.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Round>) -> Result<RoundView, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    view(node, &permit, id).await
}

/// The round of this key, or the latest one that reaches the person when no key is given.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn find(node: &Node, actor: &Actor, key: Option<&str>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let query = Query { name: key.map(str::to_owned), ..Query::of(Kind::Round) };
    node.read_list(&permit, query).await?.records.pop().ok_or(Refusal::NotFound("round"))
}

pub(crate) async fn view(node: &Node, permit: &Permit<'_>, id: Id<Round>) -> Result<RoundView, Refusal> {
    let round = node.read::<Round>(permit, id.record()).await?;
    let states = states_of(node, round.noun::<Round>().ok_or(Refusal::NotFound("round"))?).await?;
    let children = async |kind| node.children(permit, kind, id.record()).await;
    let visits = children(Kind::Visit).await?;
    let parents: Vec<RecordId> = visits.iter().map(|visit| visit.revision.record).collect();
    let mut visit_accounts = BTreeMap::new();
    if !parents.is_empty() {
        let query = Query { parents, ..Query::of(Kind::VisitAccount) };
        for stored in node.read_list(permit, query).await?.records {
            if let Some(visit) = stored.noun::<VisitAccount>().map(|account| account.visit.record()) {
                visit_accounts.insert(visit, stored);
            }
        }
    }
    Ok(RoundView {
        round,
        states,
        programme: children(Kind::ProgrammeItem).await?,
        participants: children(Kind::Participant).await?,
        visits,
        visit_accounts,
        findings: children(Kind::Finding).await?,
        recommendations: children(Kind::Recommendation).await?,
        reports: children(Kind::Report).await?,
    })
}

/// The States of a round. States are public, so nothing is kept from anybody here.
pub(crate) async fn states_of(node: &Node, round: &Round) -> Result<BTreeMap<StateCode, State>, Refusal> {
    let all = node.store.list(&Query::of(Kind::State)).await?.records;
    Ok(all
        .iter()
        .filter_map(Stored::noun::<State>)
        .filter(|state| round.states.iter().any(|member| member.code == state.code))
        .map(|state| (state.code.clone(), state.clone()))
        .collect())
}
