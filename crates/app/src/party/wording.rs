//! Hits in words: both names side by side, part by part, and what speaks for the hit or against it besides.

use domain::party_screening::{HitReason, PartyHit};
use locale::{Translator, Value};

/// Parts of the two names side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlignedLine {
    /// As asked; empty when only the list has it.
    pub asked: String,
    /// As listed; empty when only the asker has it.
    pub listed: String,
    /// How they are the same, or that only one side has it.
    pub how: String,
    /// How alike, in thousandths; nothing when only one side has it.
    pub alike: Option<u16>,
}

/// What is said of a hit besides its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLine {
    /// In words.
    pub text: String,
    /// Whether it speaks for the hit, against it, or neither.
    pub speaks: Speaks,
}

domain::words! {
    /// What a reason does to a hit.
    Speaks {
        /// It strengthens.
        For = "for",
        /// It weakens.
        Against = "against",
        /// It does neither, and should be known.
        Neither = "neither",
    }
}

fn value<'r>(reason: &'r HitReason, name: &str) -> &'r str {
    reason.values.get(name).map_or("", String::as_str)
}

/// The names of a hit side by side, in the order of the asked one.
#[must_use]
pub fn aligned(t: Translator, hit: &PartyHit) -> Vec<AlignedLine> {
    let line = |reason: &HitReason| match reason.code.as_str() {
        "part" => Some(AlignedLine {
            asked: value(reason, "asked").to_owned(),
            listed: value(reason, "listed").to_owned(),
            how: t.word("party-how", value(reason, "how")),
            alike: value(reason, "alike").parse().ok(),
        }),
        "only-asked" => Some(AlignedLine {
            asked: value(reason, "parts").to_owned(),
            listed: String::new(),
            how: t.text("party-only-asked"),
            alike: None,
        }),
        "only-listed" => Some(AlignedLine {
            asked: String::new(),
            listed: value(reason, "parts").to_owned(),
            how: t.text("party-only-listed"),
            alike: None,
        }),
        _ => None,
    };
    hit.reasons.iter().filter_map(line).collect()
}

/// Everything else that is said of a hit.
#[must_use]
pub fn evidence(t: Translator, hit: &PartyHit) -> Vec<EvidenceLine> {
    let line = |reason: &HitReason| {
        let code = reason.code.as_str();
        if matches!(code, "part" | "only-asked" | "only-listed") {
            return None;
        }
        let speaks = match code {
            "identifier" => Speaks::For,
            "alias" if value(reason, "quality") == "low" => Speaks::Against,
            "frequent-names" => Speaks::Against,
            _ if code.ends_with("-agrees") => Speaks::For,
            _ if code.ends_with("-differs") => Speaks::Against,
            _ => Speaks::Neither,
        };
        Some(EvidenceLine { text: told(t, reason), speaks })
    };
    hit.reasons.iter().filter_map(line).collect()
}

fn told(t: Translator, reason: &HitReason) -> String {
    let key = format!("party-reason-{}", reason.code);
    if !t.has(&key) {
        // A reason that has no words yet is told by its code and values: nothing is left out.
        let values: Vec<String> = reason.values.iter().map(|(name, value)| format!("{name} {value}")).collect();
        return format!("{}: {}", reason.code, values.join(", "));
    }
    let mut values: Vec<(&str, Value)> =
        reason.values.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
    let quality = reason.values.get("quality").map(|quality| t.word("party-quality", quality));
    if let Some(words) = &quality {
        values.retain(|(name, _)| *name != "quality");
        values.push(("quality", words.as_str().into()));
    }
    t.with(&key, &values)
}

/// A hit on one line: the names side by side, then everything else.
pub(super) fn on_one_line(t: Translator, hit: &PartyHit) -> String {
    let names = aligned(t, hit).into_iter().map(|line| match (line.asked.is_empty(), line.listed.is_empty()) {
        (false, false) => format!("{} = {} ({})", line.asked, line.listed, line.how),
        (false, true) => format!("{} ({})", line.asked, line.how),
        _ => format!("{} ({})", line.listed, line.how),
    });
    names.chain(evidence(t, hit).into_iter().map(|line| line.text)).collect::<Vec<_>>().join("; ")
}
