//! Sources on the wire: where something comes from.

use domain::template::Source;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::written::{PartialDateText, Reading, Written};

/// Where something comes from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceBody {
    /// What it is called there.
    #[serde(default)]
    pub title: String,
    /// Who published it.
    #[serde(default)]
    pub publisher: String,
    /// Its address.
    #[serde(default)]
    pub url: String,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDateText>,
}

impl From<&Source> for SourceBody {
    fn from(source: &Source) -> Self {
        Self {
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            url: source.url.clone(),
            date: source.date.map(Written::from),
        }
    }
}

impl SourceBody {
    /// The source at this field of its body.
    pub(crate) fn read(&self, field: &str, read: &mut Reading) -> Source {
        Source {
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            url: self.url.clone(),
            date: read.option(&format!("{field}.date"), &self.date),
        }
    }
}
