//! Making a node: its first act, the operator's account, the shipped templates; and the demo.

use std::collections::BTreeMap;

use domain::account::Account;
use domain::act::{ActPerson, Face, Verb};
use domain::body::Kind;
use domain::ids::RecordId;
use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::revision::Revision;
use domain::role::Role;
use store::{ActDraft, Batch, Change, Credential, Query, Stored};

use crate::account::password;
use crate::actor::Actor;
use crate::change::Draft;
use crate::node::Node;
use crate::refusal::Refusal;
use crate::template::built_in;

/// The login of the account that the command line acts as. Whoever holds the node's folder holds its database and its
/// key: the account names that authority in the register, it does not grant it.
pub const OPERATOR: &str = "operator";

/// A password that was drawn for an account. Shown once, kept nowhere.
#[derive(Debug, Clone)]
pub struct DrawnPassword {
    /// The account.
    pub account: Account,
    /// The password.
    pub password: String,
}

/// Begins the register of a new node: its first acts make the node, the operator and the shipped templates.
///
/// # Errors
/// What the store refuses.
pub async fn initialise(node: &Node) -> Result<DrawnPassword, Refusal> {
    let operator = Account {
        login: OPERATOR.to_owned(),
        name: Localized::en_ru("Operator of the node", "Оператор узла"),
        state: None,
        roles: vec![Role::Administrator, Role::Secretariat],
        active: true,
        demo: false,
    };
    let id = node.surroundings.new_id();
    let person = ActPerson { account: id, login: operator.login.clone(), roles: operator.roles.clone() };
    let act = |verb| ActDraft { person: person.clone(), face: Face::CommandLine, verb, reason: String::new() };
    let first = Revision::first(id, Owner::Secretariat, Marking::NATIONAL, operator.clone());
    let mut changes = vec![
        Change { act: act(Verb::InitialiseNode), revision: None },
        Change { act: act(Verb::SaveAccount), revision: Some(first) },
    ];
    for template in built_in::all()? {
        let id = node.surroundings.new_id();
        let revision = Revision::first(id, Owner::Secretariat, Marking::PUBLIC, template);
        changes.push(Change { act: act(Verb::AddTemplate), revision: Some(revision) });
    }
    let batch = Batch { instant: node.surroundings.now(), changes, blobs: Vec::new() };
    node.store.commit(batch, &node.signer).await?;
    let password = set_drawn_password(node, id).await?;
    Ok(DrawnPassword { account: operator, password })
}

async fn set_drawn_password(node: &Node, account: RecordId) -> Result<String, Refusal> {
    let password = password::draw(&*node.surroundings);
    let password_hash = password::hash(&password, &*node.surroundings).ok_or(Refusal::NotFound("password"))?;
    node.store.set_credential(&Credential { account, password_hash }).await?;
    Ok(password)
}

/// The actor of the command line: the operator, or the account with this login.
///
/// # Errors
/// [`Refusal::NotFound`] when there is no such account.
pub async fn operator(node: &Node, login: Option<&str>) -> Result<Actor, Refusal> {
    let login = login.unwrap_or(OPERATOR);
    let account = node.store.find(Kind::Account, None, login).await?.ok_or(Refusal::NotFound("account"))?;
    Actor::load(&node.store, &account, Face::CommandLine).await?.ok_or(Refusal::NotFound("account"))
}

/// Makes the demo people, each with a drawn password. People who are there already keep theirs.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::NotAllowed`].
pub async fn add_people(node: &Node, actor: &Actor, people: Vec<Account>) -> Result<Vec<DrawnPassword>, Refusal> {
    let permit = actor.permit(crate::permission::Permission::SaveAccount)?;
    permit.on_node()?;
    let existing: BTreeMap<String, RecordId> = node
        .store
        .list(&Query::of(Kind::Account))
        .await?
        .records
        .iter()
        .filter_map(|stored: &Stored| stored.noun::<Account>().map(|a| (a.login.clone(), stored.revision.record)))
        .collect();
    let mut draft = Draft::new(node, actor, "");
    let mut ids = Vec::new();
    for account in people {
        let id = match existing.get(&account.login) {
            Some(id) => *id,
            None => {
                let id = node.surroundings.new_id();
                draft.add(Verb::SaveAccount, id, Owner::Secretariat, Marking::NATIONAL, account.clone());
                id
            }
        };
        ids.push((id, account));
    }
    if !draft.is_empty() {
        draft.commit().await?;
    }
    let mut drawn = Vec::new();
    for (id, account) in ids {
        // An account without a password is one whose making was cut short: it gets its password now.
        if node.store.credential(id).await?.is_none() {
            let password = set_drawn_password(node, id).await?;
            drawn.push(DrawnPassword { account, password });
        }
    }
    Ok(drawn)
}
