//! Rounds: the meetings in which States review together how they implement the resolution.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cell::RowKey;
use crate::fault::{Fault, check_text};
use crate::ids::Id;
use crate::language::Language;
use crate::localized::Localized;
use crate::measure::check_operative_paragraphs;
use crate::owner::StateCode;
use crate::partial_date::PartialDate;
use crate::template::{Source, Template};

crate::words! {
    /// What kind of meeting.
    RoundKind {
        /// A peer review.
        PeerReview = "peer-review",
        /// Consultations.
        Consultations = "consultations",
    }
}

crate::words! {
    /// What a State does in a round. Usually every State is both reviewed and reviewing.
    StateRole {
        /// Its implementation is reviewed.
        Reviewed = "reviewed",
        /// It reviews the others.
        Reviewing = "reviewing",
        /// It hosts.
        Host = "host",
        /// It observes.
        Observer = "observer",
    }
}

crate::words! {
    /// What an organisation does for a round.
    OrganiserRole {
        /// Organises it.
        Organiser = "organiser",
        /// Supports it.
        Support = "support",
    }
}

crate::words! {
    /// The part of the report in which a statement stands.
    StatementPart {
        /// Introduction.
        Introduction = "introduction",
        /// Organisation and method.
        Method = "method",
        /// What was discussed.
        Discussion = "discussion",
        /// What came of it.
        Outcome = "outcome",
        /// Follow-up.
        FollowUp = "follow-up",
    }
}

/// A round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Short stable name, unique in a node: `dushanbe-2017`.
    pub key: String,
    /// Its title.
    pub title: Localized,
    /// What kind of meeting.
    pub kind: RoundKind,
    /// Whether its States are fictitious: every page, file and printout then says so.
    pub training: bool,
    /// The matrix template it works with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<Id<Template>>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub purpose: Localized,
    /// The project or mechanism it forms part of.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub framework: Localized,
    /// Who hosts it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub host: Localized,
    /// The State that hosts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_state: Option<StateCode>,
    /// Where.
    pub place: Localized,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Working languages of the meeting; none when the source does not name them.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// The States and what each does.
    pub states: Vec<RoundState>,
    /// The organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisers: Vec<Organiser>,
    /// What it looks at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// What came before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<EarlierRound>,
    /// Paragraphs of the report that no other field holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// What the delegations decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Localized>,
    /// Matters that need further cooperation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cooperation: Vec<Localized>,
    /// What is presented, and to whom.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub output: Localized,
    /// The next round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextRound>,
    /// Where the facts come from, when the round is entered from a public source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A State in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundState {
    /// The State.
    pub code: StateCode,
    /// What it does.
    pub roles: Vec<StateRole>,
}

/// An organisation of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organiser {
    /// Its name.
    pub name: Localized,
    /// Its abbreviation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// What it does.
    pub role: OrganiserRole,
}

/// A theme of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Short stable name within the round.
    pub key: String,
    /// Its title.
    pub title: Localized,
    /// The paragraphs of the resolution it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operative_paragraphs: Vec<String>,
    /// The rows of the matrix shown side by side for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowKey>,
    /// Whether the Governments named it a priority.
    #[serde(default)]
    pub priority: bool,
}

/// What came before a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierRound {
    /// The round's key, when it is in this node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Its title.
    pub title: Localized,
    /// Where.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub place: Localized,
    /// When.
    pub when: PartialDate,
}

/// A paragraph of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Where it stands.
    pub part: StatementPart,
    /// What it says.
    pub text: Localized,
}

/// The next round as agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextRound {
    /// When.
    pub when: PartialDate,
    /// The State that hosts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_state: Option<StateCode>,
    /// Where.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub place: Localized,
    /// The decision in words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub text: Localized,
    /// Whom the States invite to it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub invited: Localized,
}

impl Round {
    /// The theme with this key.
    #[must_use]
    pub fn theme(&self, key: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.key == key)
    }

    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        if !is_key(&self.key) {
            faults.push(Fault::error("key-not-plain").at("key").with("key", &self.key));
        }
        self.title.check_required("title", faults);
        self.place.check_required("place", faults);
        for (field, text) in
            [("purpose", &self.purpose), ("framework", &self.framework), ("host", &self.host), ("output", &self.output)]
        {
            text.check(field, faults);
        }
        if self.end < self.start {
            faults.push(Fault::error("ends-before-it-starts").at("end"));
        }
        if self.states.is_empty() {
            faults.push(Fault::error("round-without-states").at("states"));
        }
        let mut codes: Vec<_> = self.states.iter().map(|state| &state.code).collect();
        codes.sort();
        if let Some(twice) = codes.windows(2).find(|pair| pair[0] == pair[1]) {
            faults.push(Fault::error("given-twice").at("states").with("what", twice[0].as_str()));
        }
        for (n, theme) in self.themes.iter().enumerate() {
            let field = format!("themes.{}", n + 1);
            if !is_key(&theme.key) {
                faults.push(Fault::error("key-not-plain").at(&field).with("key", &theme.key));
            }
            if self.themes[..n].iter().any(|earlier| earlier.key == theme.key) {
                faults.push(Fault::error("given-twice").at(&field).with("what", &theme.key));
            }
            theme.title.check_required(&format!("{field}.title"), faults);
            check_operative_paragraphs(&theme.operative_paragraphs, faults);
        }
        for (n, organiser) in self.organisers.iter().enumerate() {
            organiser.name.check_required(&format!("organisers.{}", n + 1), faults);
            check_text("organisers.short", &organiser.short, faults);
        }
        for (n, earlier) in self.earlier.iter().enumerate() {
            earlier.title.check_required(&format!("earlier.{}", n + 1), faults);
        }
        for (n, statement) in self.statements.iter().enumerate() {
            statement.text.check_required(&format!("statements.{}", n + 1), faults);
        }
        for (field, texts) in [("decisions", &self.decisions), ("cooperation", &self.cooperation)] {
            for (n, text) in texts.iter().enumerate() {
                text.check_required(&format!("{field}.{}", n + 1), faults);
            }
        }
        if let Some(next) = &self.next {
            next.text.check("next.text", faults);
            next.invited.check("next.invited", faults);
            if next.when.last_day() < self.end {
                faults.push(Fault::error("next-round-before-this").at("next.when"));
            }
        }
        if let Some(source) = &self.source {
            source.check("source", faults);
        }
    }
}

/// Whether this is a plain key: lower-case Latin letters, digits and hyphens, 1 to 64 of them. Keys become names of
/// files, so nothing else is allowed.
#[must_use]
pub fn is_key(key: &str) -> bool {
    (1..=64).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !key.starts_with('-')
}
