//! Sessions: from the token of a cookie to the person, and their end.

use domain::act::Face;
use domain::hash::Hash;
use jiff::{SignedDuration, Timestamp};

use crate::actor::Actor;
use crate::node::Node;
use crate::refusal::Refusal;

/// A session that is not used ends after this.
pub const IDLE: SignedDuration = SignedDuration::from_hours(8);
/// A session ends after this however much it is used.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// How exactly the last use is kept: writing it with every page would make every page a write.
const SEEN_PRECISION: SignedDuration = SignedDuration::from_mins(5);

fn age(now: Timestamp, then: Timestamp) -> SignedDuration {
    now.duration_since(then)
}

/// The person of this token.
///
/// # Errors
/// [`Refusal::SignInNeeded`] when there is no such session, it is over, or the account is closed.
pub async fn resume(node: &Node, token: &str, face: Face) -> Result<Actor, Refusal> {
    let now = node.surroundings.now();
    // Looking up the hash of the token compares nothing secret: whoever can time it learns only about hashes.
    let key = Hash::of(token.as_bytes());
    let session = node.store.session(&key).await?.ok_or(Refusal::SignInNeeded)?;
    if age(now, session.seen) > IDLE || age(now, session.created) > LONGEST {
        node.store.end_session(&key).await?;
        return Err(Refusal::SignInNeeded);
    }
    if age(now, session.seen) > SEEN_PRECISION {
        node.store.touch_session(&key, now).await?;
    }
    let account = node.store.get(session.account).await?.ok_or(Refusal::SignInNeeded)?;
    Actor::load(&node.store, &account, face).await?.ok_or(Refusal::SignInNeeded)
}

/// Ends a session. Ending one that is not there is no error.
///
/// # Errors
/// When the store cannot be written.
pub async fn sign_out(node: &Node, token: &str) -> Result<(), Refusal> {
    Ok(node.store.end_session(&Hash::of(token.as_bytes())).await?)
}
