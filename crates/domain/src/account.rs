//! Accounts: the people of a node. The record holds who they are; the password's hash is kept apart, outside the
//! register, so that it can be changed and forgotten.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::localized::Localized;
use crate::owner::StateCode;
use crate::role::Role;

/// A person who may sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What is typed to sign in: lower-case Latin letters, digits, `.`, `-`, `_`; unique in the node.
    pub login: String,
    /// The person's name.
    pub name: Localized,
    /// The State the person belongs to; `None` for the secretariat, auditors and the Committee's experts.
    pub state: Option<StateCode>,
    /// What the person comes to do.
    pub roles: Vec<Role>,
    /// Whether signing in is allowed. Accounts are never deleted: acts point to them.
    pub active: bool,
    /// Whether the account was made by `tripoint demo`: the log-in page of a demo node names it.
    #[serde(default)]
    pub demo: bool,
}

impl Account {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
        if self.login.is_empty() || self.login.len() > 64 || !self.login.chars().all(allowed) {
            faults.push(Fault::error("account-login").at("login").with("login", &self.login));
        }
        self.name.check_required("name", faults);
        if self.roles.is_empty() {
            faults.push(Fault::error("account-without-role").at("roles"));
        }
        for role in &self.roles {
            if role.belongs_to_state() != self.state.is_some() {
                let code = if self.state.is_some() { "account-role-outside-state" } else { "account-role-needs-state" };
                faults.push(Fault::error(code).at("roles").with("role", role.as_str()));
            }
        }
    }
}
