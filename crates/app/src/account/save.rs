//! Making and changing accounts, and setting passwords.

use domain::account::Account;
use domain::act::Verb;
use domain::fault::Fault;
use domain::ids::RecordId;
use domain::marking::Marking;
use domain::owner::Owner;
use store::{Credential, Stored};

use crate::account::password;
use crate::actor::Actor;
use crate::change::{Draft, Place, Seen, save as save_noun};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Makes an account (`seen` is `None`) or changes one. A closed account loses its sessions at once.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::Invalid`], [`Refusal::Conflict`].
pub async fn save(node: &Node, actor: &Actor, account: Account, seen: Option<Seen>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveAccount)?;
    permit.on_node()?;
    let active = account.active;
    let stored = match seen {
        None => {
            let place = Place::New { owner: Owner::Secretariat, marking: Marking::NATIONAL };
            save_noun(node, actor, Verb::SaveAccount, account, place, "").await?
        }
        Some(seen) => {
            let current = node.store.get(seen.record).await?.filter(|stored| stored.noun::<Account>().is_some());
            let current = current.ok_or(Refusal::NotFound("account"))?;
            let place = Place::Next { current: &current, seen: seen.version };
            save_noun(node, actor, Verb::SaveAccount, account, place, "").await?
        }
    };
    if !active {
        node.store.end_sessions_of(stored.revision.record).await?;
    }
    Ok(stored)
}

/// Sets a password: an administrator anyone's, everyone their own. All sessions of the account end.
///
/// # Errors
/// [`Refusal::NotAllowed`], or [`Refusal::Invalid`] when it is too short.
pub async fn set_password(node: &Node, actor: &Actor, account: RecordId, new: &str) -> Result<(), Refusal> {
    if actor.account != account {
        actor.permit(Permission::SaveAccount)?.on_node()?;
    }
    let length = new.chars().count();
    if length < password::SHORTEST || new.len() > 1024 {
        let fault = Fault::error("password-length").at("password").with("shortest", password::SHORTEST.to_string());
        return Err(Refusal::fault(fault));
    }
    let stored = node.store.get(account).await?.filter(|stored| stored.noun::<Account>().is_some());
    stored.ok_or(Refusal::NotFound("account"))?;
    let hash =
        password::hash(new, &*node.surroundings).ok_or_else(|| Refusal::fault(Fault::error("password-length")))?;
    let mut draft = Draft::new(node, actor, "");
    draft.note(Verb::SetPassword);
    draft.commit().await?;
    node.store.set_credential(&Credential { account, password_hash: hash }).await?;
    Ok(node.store.end_sessions_of(account).await?)
}
