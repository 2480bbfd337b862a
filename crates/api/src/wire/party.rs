//! Party screening on the wire: versions of lists, asked parties, hits, decisions.

use app::party::import::ListImport;
use app::party::screen::Screened;
use app::party::{UsedList, aligned, evidence};
use domain::party_list_version::PartyListVersion;
use domain::party_screening::{HitDecision, PartyHit, PartyScreening};
use jiff::civil::Date;
use locale::Translator;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record;
use crate::wire::texts::Texts;

/// A version of a list of parties.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyListVersionBody {
    /// Which list: `un`, `ofac`, `eu`, `uk`, or the name of a national list.
    pub list: String,
    /// What it is called by: `list@day`.
    pub key: String,
    /// The form it was published in.
    pub format: String,
    /// Its title.
    pub title: Texts,
    /// Who publishes it.
    pub publisher: Texts,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub published: Option<String>,
    /// After how many days it is too old to be relied on.
    pub max_age_days: u16,
    /// The day it was imported.
    #[schema(format = Date)]
    pub imported: String,
    /// Where the files come from.
    pub source: String,
    /// For a national table: which heading holds what.
    #[schema(value_type = Object)]
    pub columns: std::collections::BTreeMap<String, String>,
    /// The files, kept byte for byte: name, length in bytes, SHA-256.
    #[schema(value_type = Vec<Object>)]
    pub files: serde_json::Value,
    /// How many entries it has.
    pub entries: u32,
    /// How many names they have together.
    pub names: u32,
    /// What differs from the version before: entries `added`, `altered`, `removed`.
    #[schema(value_type = Option<Object>)]
    pub difference: serde_json::Value,
    /// What became of kept screenings: how many were looked at again, and how many have new, changed or removed hits.
    #[schema(value_type = Object)]
    pub looked_again: serde_json::Value,
}

impl From<&PartyListVersion> for PartyListVersionBody {
    fn from(version: &PartyListVersion) -> Self {
        Self {
            list: version.list.clone(),
            key: version.key(),
            format: version.format.clone(),
            title: (&version.title).into(),
            publisher: (&version.publisher).into(),
            published: version.published.map(|date| date.to_string()),
            max_age_days: version.max_age_days(),
            imported: version.imported.to_string(),
            source: version.source.clone(),
            columns: version.columns.clone(),
            files: serde_json::to_value(&version.files).unwrap_or_default(),
            entries: version.entries,
            names: version.names,
            difference: serde_json::to_value(version.difference).unwrap_or_default(),
            looked_again: serde_json::to_value(version.looked_again).unwrap_or_default(),
        }
    }
}

impl record::Body for PartyListVersionBody {
    type Noun = PartyListVersion;
}

/// A list that was asked, with its age.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AskedListBody {
    /// The id of the version.
    pub id: String,
    /// The version.
    pub key: String,
    /// How many days old it is; nothing when it does not say when it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
    /// Whether it is too old to be relied on, or nobody knows how old it is.
    pub too_old: bool,
    /// The same in words.
    pub told: String,
}

impl AskedListBody {
    pub(crate) fn of(t: Translator, used: &UsedList, today: Date) -> Self {
        Self {
            id: used.id.to_string(),
            key: used.version.key(),
            age: used.age(today),
            too_old: used.is_too_old(today),
            told: app::party::export::list_in_words(t, used, today),
        }
    }
}

/// What an import does, or would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyListImportBody {
    /// The id of the version; nothing for a preview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The version.
    pub version: PartyListVersionBody,
    /// The version it follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What changed since, entry by entry.
    #[schema(value_type = Vec<Object>)]
    pub changes: serde_json::Value,
    /// The caller's own screenings that change.
    pub screenings: Vec<ChangedScreeningBody>,
    /// What a person should look at, by code.
    pub warnings: Vec<String>,
}

/// A kept screening that an import changes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangedScreeningBody {
    /// The record.
    pub id: String,
    /// The name that was asked.
    pub name: String,
    /// How many hits are new.
    pub new: u32,
    /// How many hits have an entry that says something else.
    pub changed: u32,
    /// How many hits have an entry that is gone.
    pub removed: u32,
}

impl From<&ListImport> for PartyListImportBody {
    fn from(import: &ListImport) -> Self {
        let changed = import.changed.iter().map(|one| ChangedScreeningBody {
            id: one.id.to_string(),
            name: one.name.clone(),
            new: one.renewed.new,
            changed: one.renewed.changed,
            removed: one.renewed.removed,
        });
        Self {
            id: import.stored.as_ref().map(|stored| stored.revision.record.to_string()),
            version: (&import.version).into(),
            before: import.before.as_ref().map(PartyListVersion::key),
            changes: serde_json::to_value(&import.changes).unwrap_or_default(),
            screenings: changed.collect(),
            warnings: import.faults.iter().map(|fault| fault.code.clone()).collect(),
        }
    }
}

/// A version with its entries.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyListWhole {
    /// The version.
    pub version: record::Record<PartyListVersionBody>,
    /// Its entries, as they were read.
    #[schema(value_type = Vec<Object>)]
    pub entries: serde_json::Value,
}

/// What changed between two versions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyListChanges {
    /// The earlier version.
    pub before: String,
    /// The later.
    pub after: String,
    /// The changes, in the order of the later one, removed entries last.
    #[schema(value_type = Vec<Object>)]
    pub changes: serde_json::Value,
}

/// Parties to be screened.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartiesAsked {
    /// At most 1,000 parties, each `{"id", "name", "kind", "birth", "country", "gender", "ids"}`; only the name is
    /// required.
    #[schema(value_type = Vec<Object>)]
    pub parties: Vec<serde_json::Value>,
}

/// What was found about several parties.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartiesAnswered {
    /// The lists that were asked.
    pub lists: Vec<AskedListBody>,
    /// What was found, in the order asked.
    pub answers: Vec<PartyAnswer>,
    /// What no hit means.
    pub no_hit_means: String,
}

/// What was found about one party.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyAnswer {
    /// The caller's own name for it.
    #[schema(value_type = Object)]
    pub id: serde_json::Value,
    /// The hits, the likeliest first.
    pub hits: Vec<PartyHitBody>,
    /// The code of a fault, when the name could not be screened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unscreened: Option<String>,
    /// Fields that could not be read; the party was screened without them.
    pub unread: Vec<String>,
}

impl PartiesAnswered {
    pub(crate) fn of(
        t: Translator,
        screened: &Screened,
        asked: Vec<(serde_json::Value, Vec<String>)>,
        today: Date,
    ) -> Self {
        let answers = asked.into_iter().zip(&screened.found).map(|((id, unread), found)| PartyAnswer {
            id,
            hits: found.hits.iter().map(|hit| PartyHitBody::of(t, hit, None)).collect(),
            unscreened: found.unscreened.as_ref().map(|fault| fault.code.clone()),
            unread,
        });
        Self {
            lists: screened.lists.used.iter().map(|used| AskedListBody::of(t, used, today)).collect(),
            answers: answers.collect(),
            no_hit_means: t.text("party-no-hit-means"),
        }
    }
}

/// A listed party that may be the asked one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyHitBody {
    /// The list.
    pub list: String,
    /// The key of the entry.
    pub entry: String,
    /// The digest of what the entry says.
    pub digest: String,
    /// The listed name that fits best.
    pub name: String,
    /// The name the entry is listed under.
    pub listed_as: String,
    /// The programmes of the entry.
    pub programmes: Vec<String>,
    /// How much speaks for it, 0 to 1.
    pub score: f64,
    /// Why, by codes and values; fractions in thousandths.
    #[schema(value_type = Vec<Object>)]
    pub reasons: serde_json::Value,
    /// Why, in words: the names part by part, then what speaks for it and against it.
    pub told: Vec<String>,
    /// How it stands, when it is kept: `open`, `cleared`, `confirmed`, `gone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Why it is open again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_again: Option<String>,
    /// What was decided, the latest last.
    pub decisions: Vec<HitDecisionBody>,
}

/// What a person decided about a hit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HitDecisionBody {
    /// `clear` or `confirm`.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Texts,
    /// When, in UTC.
    pub at: String,
    /// The digest of the asked party then.
    pub party: String,
    /// The digest of the entry then.
    pub entry: String,
}

impl From<&HitDecision> for HitDecisionBody {
    fn from(decision: &HitDecision) -> Self {
        Self {
            verdict: decision.verdict.to_string(),
            reason: decision.reason.clone(),
            by: (&decision.by).into(),
            at: decision.at.to_string(),
            party: decision.party.to_string(),
            entry: decision.entry.to_string(),
        }
    }
}

impl PartyHitBody {
    fn of(t: Translator, hit: &PartyHit, party: Option<&domain::hash::Hash>) -> Self {
        let standing = party.map(|party| hit.standing(party));
        let names = aligned(t, hit).into_iter().map(|line| format!("{} | {} | {}", line.asked, line.listed, line.how));
        Self {
            list: hit.list.clone(),
            entry: hit.entry.clone(),
            digest: hit.digest.to_string(),
            name: hit.name.clone(),
            listed_as: hit.listed_as.clone(),
            programmes: hit.programmes.clone(),
            score: f64::from(hit.score) / 1000.0,
            reasons: serde_json::to_value(&hit.reasons).unwrap_or_default(),
            told: names.chain(evidence(t, hit).into_iter().map(|line| line.text)).collect(),
            state: standing.map(|(state, _)| state.to_string()),
            open_again: standing.and_then(|(_, back)| back).map(|back| back.to_string()),
            decisions: hit.decisions.iter().map(HitDecisionBody::from).collect(),
        }
    }
}

/// A kept screening.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyScreeningBody {
    /// Whom it was asked about: name, kind, birth, countries, gender, identifiers.
    #[schema(value_type = Object)]
    pub party: serde_json::Value,
    /// Where it comes from, the latest last: source, row, check.
    #[schema(value_type = Vec<Object>)]
    pub references: serde_json::Value,
    /// How it stands: `open`, `confirmed`, `cleared`, `none`, `unscreened`.
    pub state: String,
    /// The versions that made it what it is: list, version, published.
    #[schema(value_type = Vec<Object>)]
    pub lists: serde_json::Value,
    /// The hits, the likeliest first.
    pub hits: Vec<PartyHitBody>,
    /// The code of a fault, when the name could not be screened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unscreened: Option<String>,
}

impl From<&PartyScreening> for PartyScreeningBody {
    fn from(screening: &PartyScreening) -> Self {
        let party = screening.party.digest();
        let t = locale::Catalogue::embedded().translator(domain::language::Language::EN);
        Self {
            party: serde_json::to_value(&screening.party).unwrap_or_default(),
            references: serde_json::to_value(&screening.references).unwrap_or_default(),
            state: screening.state().to_string(),
            lists: serde_json::to_value(&screening.lists).unwrap_or_default(),
            hits: screening.hits.iter().map(|hit| PartyHitBody::of(t, hit, Some(&party))).collect(),
            unscreened: screening.unscreened.clone(),
        }
    }
}

impl record::Body for PartyScreeningBody {
    type Noun = PartyScreening;
}

/// A party that is kept.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepParties {
    /// At most 1,000 parties, as for screening; all of them are kept, or none.
    #[schema(value_type = Vec<Object>)]
    pub parties: Vec<serde_json::Value>,
    /// Where they come from: papers, a table.
    #[serde(default)]
    pub reference: String,
}

/// A kept party, described anew.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DescribeParty {
    /// The party, as for screening.
    #[schema(value_type = Object)]
    pub party: serde_json::Value,
    /// Where it comes from.
    #[serde(default)]
    pub reference: String,
}

/// A decision about a hit.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideHit {
    /// The list.
    pub list: String,
    /// The key of the entry.
    pub entry: String,
    /// `clear` or `confirm`.
    pub verdict: String,
    /// Why.
    pub reason: String,
}
