//! Markings: how carefully a record is handled, and with whom it is shared.
//!
//! Handling follows ST/SGB/2007/6 (Unclassified, Confidential, Strictly Confidential). Sharing is a ladder: each step
//! reaches everyone the step before it reaches. A part of a report inherits the strictest marking of what it cites.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::Id;
use crate::owner::{Owner, StateCode};
use crate::round::Round;

crate::words! {
    /// How carefully. The order of the variants is the order of strictness.
    Handling {
        /// May be read by everyone it is shared with.
        Unclassified = "unclassified",
        /// Only for people who review on behalf of a State, and the secretariat.
        Confidential = "confidential",
        /// Only for the owner's own coordinator and releasing officer, wherever it is shared.
        StrictlyConfidential = "strictly-confidential",
    }
}

crate::words! {
    /// The steps of the ladder, narrowest first.
    SharingLevel {
        /// The owner only.
        National = "national",
        /// A named group of States.
        Group = "group",
        /// The participants of one round.
        Round = "round",
        /// The Committee and its experts, and the participants of the round.
        Committee = "committee",
        /// Everyone.
        Public = "public",
    }
}

/// With whom a record is shared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "level", rename_all = "kebab-case")]
pub enum Sharing {
    /// The owner only.
    National,
    /// The owner and these States. An empty group is nobody but the owner, never everybody.
    Group {
        /// The States of the group.
        states: BTreeSet<StateCode>,
    },
    /// The participants of this round.
    Round {
        /// The round.
        round: Id<Round>,
    },
    /// The Committee and its experts; also the participants of the round, if one is named.
    Committee {
        /// The round whose participants read it too.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        round: Option<Id<Round>>,
    },
    /// Everyone who may sign in, and every reader of what is published.
    Public,
}

impl Sharing {
    /// The step of the ladder.
    #[must_use]
    pub fn level(&self) -> SharingLevel {
        match self {
            Self::National => SharingLevel::National,
            Self::Group { .. } => SharingLevel::Group,
            Self::Round { .. } => SharingLevel::Round,
            Self::Committee { .. } => SharingLevel::Committee,
            Self::Public => SharingLevel::Public,
        }
    }

    /// What both allow. Two different groups share their common States; two different rounds share nothing but the
    /// owner: when in doubt, narrower.
    #[must_use]
    pub fn narrowest(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Group { states: a }, Self::Group { states: b }) => Self::Group { states: a & b },
            (Self::Round { round: a }, Self::Round { round: b }) if a != b => Self::National,
            (Self::Round { round: a }, Self::Committee { round: Some(b) })
            | (Self::Committee { round: Some(a) }, Self::Round { round: b })
                if a != b =>
            {
                Self::National
            }
            (Self::Committee { round: a }, Self::Committee { round: b }) if a != b => Self::Committee { round: None },
            _ if self.level() <= other.level() => self.clone(),
            _ => other.clone(),
        }
    }
}

/// Handling and sharing together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Marking {
    /// How carefully.
    pub handling: Handling,
    /// With whom.
    pub sharing: Sharing,
}

impl Marking {
    /// Unclassified and kept to the owner: what every new record starts with.
    pub const NATIONAL: Self = Self { handling: Handling::Unclassified, sharing: Sharing::National };
    /// Unclassified and public.
    pub const PUBLIC: Self = Self { handling: Handling::Unclassified, sharing: Sharing::Public };

    /// Unclassified, for the participants of this round.
    #[must_use]
    pub fn round(round: Id<Round>) -> Self {
        Self { handling: Handling::Unclassified, sharing: Sharing::Round { round } }
    }

    /// The strictest of both, as a part of a report inherits it from what it cites.
    #[must_use]
    pub fn strictest(&self, other: &Self) -> Self {
        Self { handling: self.handling.max(other.handling), sharing: self.sharing.narrowest(&other.sharing) }
    }
}

/// Who may read a record, as one word: owner, handling and sharing. Records with the same audience are readable by
/// the same people, so the decision is taken once per audience and a list is filtered by it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Audience {
    /// Whose record it is.
    pub owner: Owner,
    /// How it is marked.
    pub marking: Marking,
}

/// Who wants to read, as far as an audience asks.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    /// The State of the account.
    pub state: Option<StateCode>,
    /// Whether one of its roles reviews, or works on goods, on behalf of that State.
    pub reviews: bool,
    /// Whether it coordinates or releases for that State.
    pub leads: bool,
    /// Whether it belongs to the secretariat.
    pub secretariat: bool,
    /// Whether it is the Committee's expert.
    pub committee: bool,
    /// The rounds that the account's State takes part in.
    pub rounds: BTreeSet<Id<Round>>,
}

impl Audience {
    /// Whether this reader belongs to the audience.
    #[must_use]
    pub fn includes(&self, reader: &Reader) -> bool {
        let owns = match &self.owner {
            Owner::State(code) => reader.reviews && reader.state.as_ref() == Some(code),
            Owner::Secretariat => reader.secretariat,
        };
        let in_round = |round: &Id<Round>| reader.secretariat || (reader.reviews && reader.rounds.contains(round));
        let reached = owns
            || match &self.marking.sharing {
                Sharing::National => false,
                Sharing::Group { states } => {
                    reader.reviews && reader.state.as_ref().is_some_and(|state| states.contains(state))
                }
                Sharing::Round { round } => in_round(round),
                Sharing::Committee { round } => reader.committee || round.as_ref().is_some_and(in_round),
                Sharing::Public => true,
            };
        reached
            && match self.marking.handling {
                Handling::Unclassified => true,
                Handling::Confidential => reader.reviews || reader.secretariat,
                Handling::StrictlyConfidential => owns && (reader.leads || reader.secretariat),
            }
    }
}

/// `owner/handling/level[/detail]`: the key of the audience in the index.
impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.owner, self.marking.handling, self.marking.sharing.level())?;
        match &self.marking.sharing {
            Sharing::Group { states } => {
                let states: Vec<&str> = states.iter().map(StateCode::as_str).collect();
                write!(f, "/{}", states.join(","))
            }
            Sharing::Round { round } | Sharing::Committee { round: Some(round) } => write!(f, "/{round}"),
            _ => Ok(()),
        }
    }
}

/// Text that is not the key of an audience.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an audience: {0:?}")]
pub struct NotAnAudience(pub String);

impl std::str::FromStr for Audience {
    type Err = NotAnAudience;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAnAudience(text.to_owned());
        let mut parts = text.splitn(4, '/');
        let mut part = || parts.next().ok_or_else(wrong);
        let owner = part()?.parse().map_err(|_| wrong())?;
        let handling = part()?.parse().map_err(|_| wrong())?;
        let level: SharingLevel = part()?.parse().map_err(|_| wrong())?;
        let detail = parts.next();
        let round = |detail: &str| detail.parse().map_err(|_| wrong());
        let sharing = match (level, detail) {
            (SharingLevel::National, None) => Sharing::National,
            (SharingLevel::Public, None) => Sharing::Public,
            (SharingLevel::Committee, detail) => Sharing::Committee { round: detail.map(round).transpose()? },
            (SharingLevel::Round, Some(detail)) => Sharing::Round { round: round(detail)? },
            (SharingLevel::Group, Some(detail)) => Sharing::Group {
                states: detail
                    .split(',')
                    .filter(|code| !code.is_empty())
                    .map(str::parse)
                    .collect::<Result<_, _>>()
                    .map_err(|_| wrong())?,
            },
            _ => return Err(wrong()),
        };
        Ok(Self { owner, marking: Marking { handling, sharing } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Uuid;

    fn state(code: &str) -> StateCode {
        code.parse().unwrap()
    }
    fn round(n: u128) -> Id<Round> {
        Id::new(Uuid::from_u128(n))
    }
    fn delegate(code: &str, rounds: &[u128]) -> Reader {
        Reader {
            state: Some(state(code)),
            reviews: true,
            rounds: rounds.iter().map(|n| round(*n)).collect(),
            ..Reader::default()
        }
    }

    #[track_caller]
    fn check(audience: &str, reader: &Reader, expect: bool) {
        let parsed: Audience = audience.parse().unwrap();
        assert_eq!(parsed.to_string(), audience, "round trip");
        assert_eq!(parsed.includes(reader), expect, "{audience} for {reader:?}");
    }

    #[test]
    fn who_reads_what() {
        let round_1 = round(1).to_string();
        let secretariat = Reader { secretariat: true, ..Reader::default() };
        let expert = Reader { committee: true, ..Reader::default() };
        let officer = Reader { state: Some(state("XO")), ..Reader::default() };
        check("XO/unclassified/national", &delegate("XO", &[]), true);
        check("XO/unclassified/national", &delegate("XS", &[1]), false);
        check("XO/unclassified/national", &officer, false);
        check("XO/unclassified/national", &secretariat, false);
        check("XO/unclassified/group/XS,XT", &delegate("XS", &[]), true);
        check("XO/unclassified/group/", &delegate("XS", &[]), false);
        check(&format!("XO/unclassified/round/{round_1}"), &delegate("XS", &[1]), true);
        check(&format!("XO/unclassified/round/{round_1}"), &delegate("XS", &[2]), false);
        check(&format!("XO/unclassified/round/{round_1}"), &secretariat, true);
        check(&format!("XO/unclassified/round/{round_1}"), &expert, false);
        check("XO/unclassified/committee", &expert, true);
        check("XO/confidential/committee", &expert, false);
        check("XO/unclassified/public", &officer, true);
        check("XO/strictly-confidential/public", &delegate("XO", &[]), false);
        check("XO/strictly-confidential/public", &Reader { leads: true, ..delegate("XO", &[]) }, true);
        check("secretariat/unclassified/national", &secretariat, true);
    }

    #[test]
    fn the_strictest_is_never_wider_than_either() {
        let one = Sharing::Round { round: round(1) };
        let two = Sharing::Round { round: round(2) };
        assert_eq!(one.narrowest(&two), Sharing::National);
        assert_eq!(one.narrowest(&Sharing::Public), one);
        assert_eq!(one.narrowest(&Sharing::Committee { round: Some(round(2)) }), Sharing::National);
        let group = |codes: &[&str]| Sharing::Group { states: codes.iter().map(|c| state(c)).collect() };
        assert_eq!(group(&["XO", "XS"]).narrowest(&group(&["XS", "XT"])), group(&["XS"]));
    }
}
