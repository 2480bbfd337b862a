//! Control lists as they stand on the wire.

use domain::list_edition::ListEdition;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::record;
use crate::wire::texts::Texts;

/// An imported edition of a control list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ListEditionBody {
    /// Which list.
    pub list: String,
    /// Which edition.
    pub edition: String,
    /// Its title.
    pub title: Texts,
    /// Who issued it.
    pub authority: Texts,
    /// Whose it is, where it is one State's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Since when it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub in_force: Option<String>,
    /// Where the text comes from.
    pub source: String,
    /// The language of the text, as two letters.
    pub language: String,
    /// How the file is written.
    pub format: String,
    /// The name of the file.
    pub file_name: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// How many entries it has.
    pub entries: u32,
    /// How many provisions it has.
    pub provisions: u32,
}

impl From<&ListEdition> for ListEditionBody {
    fn from(edition: &ListEdition) -> Self {
        Self {
            list: edition.list.clone(),
            edition: edition.edition.clone(),
            title: (&edition.title).into(),
            authority: (&edition.authority).into(),
            state: edition.state.as_ref().map(ToString::to_string),
            in_force: edition.in_force.map(|date| date.to_string()),
            source: edition.source.clone(),
            language: edition.language.to_string(),
            format: edition.format.to_string(),
            file_name: edition.file_name.clone(),
            sha256: edition.sha256.to_string(),
            entries: edition.entries,
            provisions: edition.provisions,
        }
    }
}

impl record::Body for ListEditionBody {
    type Noun = ListEdition;
}

/// What can be opened: an edition by its key.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EditionBody {
    /// What it is opened by: `list@edition`.
    pub key: String,
    /// Its title.
    pub title: Texts,
    /// Whether its texts are the program's own short titles.
    pub own_words: bool,
    /// How many entries it has.
    pub entries: usize,
    /// How many provisions it has.
    pub provisions: usize,
}
