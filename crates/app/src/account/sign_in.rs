//! Signing in, with throttling: after five failures in a row under one login each further attempt must wait, twice as
//! long every time, up to a quarter of an hour.

use domain::account::Account;
use domain::act::Face;
use domain::body::Kind;
use domain::hash::Hash;
use jiff::Timestamp;
use store::{Session, Throttle};

use crate::account::password;
use crate::actor::Actor;
use crate::node::Node;
use crate::refusal::Refusal;

/// Failures that cost nothing.
const FREE_FAILURES: u32 = 5;
/// The longest wait, in seconds.
const LONGEST_WAIT: u64 = 900;
/// Longest login or password that is looked at, in bytes: hashing a megabyte is work an attacker could order.
const LONGEST_INPUT: usize = 1024;

/// A new session: the token goes into the cookie and is kept nowhere else.
#[derive(Debug)]
pub struct SignedIn {
    /// 64 hexadecimal digits: 256 random bits.
    pub token: String,
    /// Who signed in.
    pub actor: Actor,
}

/// How long an attempt at this instant must still wait, in seconds.
fn wait(throttle: &Throttle, now: Timestamp) -> u64 {
    let Some(beyond) = throttle.failures.checked_sub(FREE_FAILURES) else { return 0 };
    let pause = 2_u64.saturating_pow(beyond.min(20)).min(LONGEST_WAIT);
    let passed = now.as_second().saturating_sub(throttle.last.as_second()).unsigned_abs();
    pause.saturating_sub(passed)
}

/// Signs in.
///
/// # Errors
/// [`Refusal::WrongPassword`] for an unknown login, a wrong password or a closed account alike;
/// [`Refusal::TooManyAttempts`].
pub async fn sign_in(node: &Node, login: &str, password: &str, face: Face) -> Result<SignedIn, Refusal> {
    let now = node.surroundings.now();
    let login = login.trim().to_lowercase();
    if login.len() > LONGEST_INPUT || password.len() > LONGEST_INPUT {
        return Err(Refusal::WrongPassword);
    }
    let name = format!("login {login}");
    let throttle = node.store.throttle(&name).await?;
    if let Some(seconds) = throttle.as_ref().map(|throttle| wait(throttle, now)).filter(|seconds| *seconds > 0) {
        return Err(Refusal::TooManyAttempts { seconds });
    }
    let account = node.store.find(Kind::Account, None, &login).await?;
    let credential = match &account {
        Some(account) => node.store.credential(account.revision.record).await?,
        None => None,
    };
    let fits = match &credential {
        Some(credential) => password::verify(password, &credential.password_hash),
        None => {
            password::waste_time(password);
            false
        }
    };
    let active = account.as_ref().and_then(|account| account.noun::<Account>()).is_some_and(|person| person.active);
    let (Some(account), true) = (account, fits && active) else {
        let failures = throttle.map_or(0, |throttle| throttle.failures).saturating_add(1);
        node.store.set_throttle(&Throttle { name, failures, last: now }).await?;
        return Err(Refusal::WrongPassword);
    };
    node.store.clear_throttle(&name).await?;
    let actor = Actor::load(&node.store, &account, face).await?.ok_or(Refusal::WrongPassword)?;
    let mut random = [0; 32];
    node.surroundings.random(&mut random);
    let token = Hash(random).to_string();
    let session = Session { token: Hash::of(token.as_bytes()), account: actor.account, created: now, seen: now };
    node.store.put_session(&session).await?;
    Ok(SignedIn { token, actor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(failures: u32, seconds_ago: i64, expect: u64) {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let last = Timestamp::from_second(1_000_000 - seconds_ago).unwrap();
        assert_eq!(wait(&Throttle { name: String::new(), failures, last }, now), expect);
    }

    #[test]
    fn waits_double_after_five_failures() {
        check(4, 0, 0);
        check(5, 0, 1);
        check(8, 0, 8);
        check(8, 8, 0);
        check(8, 3, 5);
        check(500, 0, 900);
    }
}
