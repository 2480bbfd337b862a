//! Score identification against cases whose answer is known.

use identify::{Case, Evaluation, Scratch};

use crate::actor::Actor;
use crate::goods::lists::{AskedLists, open};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Counts how often the lists of a node answer cases rightly.
///
/// # Errors
/// [`Refusal::NotAllowed`]; when the lists cannot be read.
pub async fn evaluate(node: &Node, actor: &Actor, cases: &[Case]) -> Result<Evaluation, Refusal> {
    let permit = actor.permit(Permission::IdentifyGoods)?;
    let lists = open(node, &permit, &[]).await?;
    Ok(against(&lists, cases))
}

/// The same for lists that were opened without a node.
#[must_use]
pub fn against(lists: &AskedLists, cases: &[Case]) -> Evaluation {
    let mut evaluation = Evaluation::default();
    let mut scratch = Scratch::default();
    for case in cases {
        evaluation.add(case, &lists.identify(&case.item, &mut scratch));
    }
    evaluation
}
