//! Accounts on the wire. A password is never part of one.

use domain::account::Account;
use domain::fault::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{Reading, RoleWord, StateCodeText, Written};

/// A person who may sign in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountBody {
    /// What is typed to sign in: lower-case Latin letters, digits, `.`, `-`, `_`; unique in the node.
    pub login: String,
    /// The person's name.
    pub name: Texts,
    /// The State the person belongs to; absent for the secretariat, auditors and the Committee's experts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCodeText>,
    /// What the person comes to do.
    pub roles: Vec<RoleWord>,
    /// Whether signing in is allowed. Accounts are closed, never deleted.
    pub active: bool,
    /// Whether the account was made for a demonstration.
    #[serde(default)]
    pub demo: bool,
}

impl Body for AccountBody {
    type Noun = Account;
}

impl From<&Account> for AccountBody {
    fn from(account: &Account) -> Self {
        Self {
            login: account.login.clone(),
            name: (&account.name).into(),
            state: account.state.clone().map(Written::from),
            roles: account.roles.iter().copied().map(Written::from).collect(),
            active: account.active,
            demo: account.demo,
        }
    }
}

impl TryFrom<AccountBody> for Account {
    type Error = Vec<Fault>;
    fn try_from(body: AccountBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let name = read.texts("name", &body.name);
        let state = read.option("state", &body.state);
        let roles = read.all("roles", &body.roles);
        let AccountBody { login, active, demo, .. } = body;
        read.finish(|| Some(Self { login, name, state, roles, active, demo }))
    }
}
