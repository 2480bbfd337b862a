//! Sessions on the wire.

use app::Actor;
use app::permission::{Permission, Relation};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::texts::Texts;
use crate::wire::written::{IdText, RoleWord, StateCodeText, Written};

/// Signs in.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The login.
    pub login: String,
    /// The password.
    #[schema(format = Password)]
    pub password: String,
}

/// A new session.
#[derive(Clone, Serialize, ToSchema)]
pub struct Session {
    /// The token: send it as `Authorization: Bearer <token>`. It is kept nowhere else.
    pub token: String,
    /// Who signed in.
    pub person: Person,
}

/// Who is signed in, and what they may do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Person {
    /// The account.
    pub account: IdText,
    /// What the person signs in with.
    pub login: String,
    /// The person's name.
    pub name: Texts,
    /// The State the person belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCodeText>,
    /// What the person comes to do.
    pub roles: Vec<RoleWord>,
    /// What the person may do, and to what.
    pub permissions: Vec<PersonPermission>,
}

/// Something the person may do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PersonPermission {
    /// What: a word of docs/reference/permissions.txt.
    pub permission: String,
    /// To what: `own`, `round`, `other`.
    pub relations: Vec<String>,
}

/// Sets a password.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// The new password.
    #[schema(format = Password)]
    pub password: String,
}

impl From<&Actor> for Person {
    fn from(actor: &Actor) -> Self {
        let permissions = Permission::ALL.iter().map(|permission| PersonPermission {
            permission: permission.to_string(),
            relations: Relation::ALL
                .iter()
                .filter(|relation| actor.may(*permission, **relation))
                .map(ToString::to_string)
                .collect(),
        });
        Self {
            account: actor.account.into(),
            login: actor.login.clone(),
            name: (&actor.name).into(),
            state: actor.state.clone().map(Written::from),
            roles: actor.roles.iter().copied().map(Written::from).collect(),
            permissions: permissions.filter(|permission| !permission.relations.is_empty()).collect(),
        }
    }
}
