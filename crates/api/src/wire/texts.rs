//! A text in several languages.

use std::collections::BTreeMap;

use domain::localized::Localized;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text by language: two letters of ISO 639-1 to the text. `{}` where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(example = json!({ "en": "Law on export control", "ru": "Закон об экспортном контроле" }))]
pub struct Texts(pub BTreeMap<String, String>);

impl From<&Localized> for Texts {
    fn from(localized: &Localized) -> Self {
        Self(localized.iter().map(|(language, text)| (language.to_string(), text.to_owned())).collect())
    }
}

/// Several texts.
pub(crate) fn texts(localized: &[Localized]) -> Vec<Texts> {
    localized.iter().map(Texts::from).collect()
}
