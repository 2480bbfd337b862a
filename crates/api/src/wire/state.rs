//! States on the wire.

use domain::fault::Fault;
use domain::state::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{Reading, StateCodeText};

/// A State with its names.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateBody {
    /// Its code, unique in a node.
    pub code: StateCodeText,
    /// Official short name.
    pub short: Texts,
    /// Formal name.
    #[serde(default)]
    pub formal: Texts,
    /// Whether it exists only for teaching.
    pub fictitious: bool,
    /// Where the names come from.
    #[serde(default)]
    pub source: String,
}

impl Body for StateBody {
    type Noun = State;
}

impl From<&State> for StateBody {
    fn from(state: &State) -> Self {
        Self {
            code: state.code.clone().into(),
            short: (&state.short).into(),
            formal: (&state.formal).into(),
            fictitious: state.fictitious,
            source: state.source.clone(),
        }
    }
}

impl TryFrom<StateBody> for State {
    type Error = Vec<Fault>;
    fn try_from(body: StateBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let code = read.one("code", &body.code);
        let short = read.texts("short", &body.short);
        let formal = read.texts("formal", &body.formal);
        let StateBody { fictitious, source, .. } = body;
        read.finish(|| Some(Self { code: code?, short, formal, fictitious, source }))
    }
}
