//! Goods to identify and candidates, on the wire.

use std::collections::BTreeMap;

use domain::fault::Fault;
use identify::{Identification, Item, OneOrMany, Parameters};
use locale::Translator;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Items to identify.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoodsAsked {
    /// The items; 10,000 at most.
    pub items: Vec<GoodsItem>,
    /// The lists to ask, `list@edition` or `list`; without them the newest edition of each.
    #[serde(default)]
    pub lists: Vec<String>,
}

/// Goods to determine.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DetermineAsked {
    /// The provision, as a candidate names it.
    #[schema(example = "1C350.24")]
    pub provision: String,
    /// What is known of the goods.
    pub item: GoodsItem,
    /// The scientific name of the organism or toxin.
    #[serde(default)]
    pub organism: Option<String>,
    /// The number of the papers.
    #[serde(default)]
    pub reference: String,
}

/// What is known of one item. Everything but the id may be missing.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoodsItem {
    /// The asker's own identifier, given back with the answer.
    #[schema(example = "line-1")]
    pub id: String,
    /// The description as it stands on the declaration or invoice, English or Russian.
    #[schema(example = "Freeze dryer, steam sterilisable, 50 kg ice per day")]
    pub description: Option<String>,
    /// The language of the description, where it is known. Both are always read.
    #[schema(example = "en")]
    pub lang: Option<String>,
    /// The nomenclature code (HS, CN, TN VED).
    #[schema(example = "8419390009")]
    pub hs: Option<String>,
    /// A CAS number.
    #[schema(example = "7664-39-3")]
    pub cas: Option<String>,
    /// A structure: SMILES, InChI or InChIKey.
    pub smiles: Option<String>,
    /// The name of a chemical or an organism.
    pub name: Option<String>,
    /// Who made it.
    pub maker: Option<String>,
    /// Its model.
    pub model: Option<String>,
    /// Parameters with their units, by name.
    pub parameters: Option<BTreeMap<String, String>>,
}

impl From<GoodsItem> for Item {
    fn from(asked: GoodsItem) -> Self {
        let parameters = asked.parameters.map(|named| {
            Parameters::Named(named.into_iter().map(|(name, value)| (name, serde_json::Value::String(value))).collect())
        });
        Self {
            id: asked.id,
            description: asked.description,
            lang: asked.lang,
            hs: asked.hs,
            cas: asked.cas.map(OneOrMany::One),
            smiles: asked.smiles,
            name: asked.name,
            maker: asked.maker,
            model: asked.model,
            parameters,
        }
    }
}

/// The answers, in the order of the items.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsAnswers {
    /// One for each item.
    pub answers: Vec<GoodsAnswer>,
    /// What every answer means: no candidate is not a clearance.
    pub note: String,
}

/// The answer for one item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsAnswer {
    /// The item's identifier.
    pub id: String,
    /// Candidates, the likeliest first. None says that none was found, and never that the goods are not controlled.
    pub candidates: Vec<GoodsCandidate>,
    /// What could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<GoodsFault>,
}

/// An entry that may cover the item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsCandidate {
    /// The entry's code.
    #[schema(example = "2B352")]
    pub code: String,
    /// The provision that is nearest.
    #[schema(example = "2B352.e")]
    pub path: String,
    /// The list.
    pub list: String,
    /// Its version.
    pub version: String,
    /// By which way it was found: `cas`, `structure`, `name`, `code`, `text` or `nomenclature`.
    pub channel: String,
    /// How often an answer like this one is right, 0 to 1.
    pub confidence: f64,
    /// Whether this should stop a consignment for a person to look at.
    pub strong: bool,
    /// The provision's short title, or its words.
    pub title: String,
    /// Why, in words.
    pub reasons: Vec<String>,
}

/// What could not be read of an item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GoodsFault {
    /// The stable code.
    pub code: String,
    /// The words.
    pub message: String,
}

impl GoodsAnswers {
    /// The answers in a language.
    pub(crate) fn of(answers: &[Identification], t: Translator) -> Self {
        Self {
            answers: answers.iter().map(|answer| answer_of(answer, t)).collect(),
            note: t.text("goods-not-a-clearance"),
        }
    }
}

fn answer_of(answer: &Identification, t: Translator) -> GoodsAnswer {
    let candidates = answer.candidates.iter().map(|candidate| GoodsCandidate {
        code: candidate.code.clone(),
        path: candidate.path.clone(),
        list: candidate.list.clone(),
        version: candidate.version.clone(),
        channel: candidate.channel.as_str().to_owned(),
        confidence: (f64::from(candidate.confidence) * 1000.0).round() / 1000.0,
        strong: candidate.strong,
        title: app::goods::title(candidate, t.language()).to_owned(),
        reasons: candidate.reasons.iter().map(|reason| app::goods::reason(t, reason)).collect(),
    });
    let fault = |fault: &Fault| GoodsFault { code: fault.code.clone(), message: t.fault(fault).message };
    GoodsAnswer {
        id: answer.id.clone(),
        candidates: candidates.collect(),
        faults: answer.faults.iter().map(fault).collect(),
    }
}
