//! Custody: who held a sample, from whom to whom, when, where, why, under which seal. A hand-over counts when both sides have
//! acknowledged it. What does not fit together is shown, never smoothed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_required, check_text};
use crate::ids::{Id, RecordId};
use crate::sample::Sample;

crate::words! {
    /// What happened to a sample.
    CustodyAction {
        /// It was collected: custody begins.
        Collect = "collect",
        /// It went from one person to another.
        Transfer = "transfer",
        /// It was put into or taken out of storage.
        Store = "store",
        /// Its seal was opened.
        Open = "open",
        /// It was split: a part has a record of its own.
        Split = "split",
        /// A step that consumes or alters it was approved, with what will be lost.
        ApproveLoss = "approve-loss",
        /// It was disposed of or given back: custody ends.
        End = "end",
    }
}

crate::words! {
    /// How the seal was found.
    SealState {
        /// Whole, and with the number that was expected.
        Intact = "intact",
        /// Broken, missing or with another number.
        Broken = "broken",
        /// There was none to be found.
        None = "none",
    }
}

/// One side of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyParty {
    /// The person's name.
    pub name: String,
    /// The person's body.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// The account that acknowledged for this side, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Acknowledgement>,
}

/// That a side says: yes, so it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// The account.
    pub account: RecordId,
    /// What its person signs in with, as it was then.
    pub login: String,
    /// When.
    pub at: Timestamp,
}

/// An event in the custody of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyEvent {
    /// The sample.
    pub sample: Id<Sample>,
    /// What happened.
    pub action: CustodyAction,
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: String,
    /// What for.
    pub purpose: String,
    /// Who gave it away; nobody at its collection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released_by: Option<CustodyParty>,
    /// Who had it afterwards.
    pub received_by: CustodyParty,
    /// The container.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub container: String,
    /// The number of the seal that was found.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub seal_found: String,
    /// How it was found.
    pub seal_state: SealState,
    /// The number of the seal that was on it afterwards.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub seal: String,
    /// The condition of the sample; for an approval, what will be lost.
    pub condition: String,
    /// What was not as it should be.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub deviation: String,
}

impl CustodyEvent {
    /// Everything wrong with it by itself.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("place", &self.place, faults);
        check_required("purpose", &self.purpose, faults);
        check_required("condition", &self.condition, faults);
        check_required("received_by", &self.received_by.name, faults);
        for (field, text) in [
            ("container", &self.container),
            ("seal_found", &self.seal_found),
            ("seal", &self.seal),
            ("deviation", &self.deviation),
        ] {
            check_text(field, text, faults);
        }
        if self.action == CustodyAction::Transfer {
            if self.released_by.as_ref().is_none_or(|party| party.name.trim().is_empty()) {
                faults.push(Fault::error("custody-needs-both").at("released_by"));
            }
            if self.seal.trim().is_empty() && self.deviation.trim().is_empty() {
                faults.push(Fault::error("custody-needs-seal").at("seal"));
            }
        }
        if self.seal_state == SealState::Broken && self.deviation.trim().is_empty() {
            faults.push(Fault::error("custody-needs-deviation").at("deviation"));
        }
    }

    /// Whether every side that it names has acknowledged it.
    #[must_use]
    pub fn is_acknowledged(&self) -> bool {
        let said = |party: &CustodyParty| party.acknowledged.is_some();
        said(&self.received_by) && self.released_by.as_ref().is_none_or(said)
    }
}

crate::words! {
    /// What does not fit in a chain of custody.
    Break {
        /// It does not begin with a collection.
        NoBeginning = "no-beginning",
        /// Who gave it away is not who had it before.
        OtherHolder = "other-holder",
        /// It happened before the event that comes before it in the record.
        OutOfOrder = "out-of-order",
        /// A side has not acknowledged.
        NotAcknowledged = "not-acknowledged",
        /// The seal that was found is not the one that was put on.
        OtherSeal = "other-seal",
        /// The seal was found broken.
        BrokenSeal = "broken-seal",
        /// Something happened after custody had ended.
        AfterEnd = "after-end",
    }
}

/// What does not fit at each event, in the order given, which is that of the record. An empty list is a link that holds.
#[must_use]
pub fn breaks(events: &[CustodyEvent]) -> Vec<Vec<Break>> {
    let mut found = Vec::with_capacity(events.len());
    let mut before: Option<&CustodyEvent> = None;
    for event in events {
        let mut here = Vec::new();
        match before {
            None if event.action != CustodyAction::Collect && event.action != CustodyAction::Split => {
                here.push(Break::NoBeginning);
            }
            None => {}
            Some(before) => {
                let from = event.released_by.as_ref().unwrap_or(&event.received_by);
                if folded(&from.name) != folded(&before.received_by.name) {
                    here.push(Break::OtherHolder);
                }
                if event.at < before.at {
                    here.push(Break::OutOfOrder);
                }
                if event.seal_state != SealState::None && folded(&event.seal_found) != folded(&before.seal) {
                    here.push(Break::OtherSeal);
                }
                if before.action == CustodyAction::End {
                    here.push(Break::AfterEnd);
                }
            }
        }
        if event.seal_state == SealState::Broken {
            here.push(Break::BrokenSeal);
        }
        if !event.is_acknowledged() {
            here.push(Break::NotAcknowledged);
        }
        found.push(here);
        // An approval changes neither holder nor seal.
        if event.action != CustodyAction::ApproveLoss {
            before = Some(event);
        }
    }
    found
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Uuid;

    fn event(action: CustodyAction, hour: u32, from: &str, to: &str, found: &str, seal: &str) -> CustodyEvent {
        let said = Some(Acknowledgement { account: Uuid::nil(), login: "vera".to_owned(), at: Timestamp::UNIX_EPOCH });
        let party =
            |name: &str| CustodyParty { name: name.to_owned(), body: String::new(), acknowledged: said.clone() };
        CustodyEvent {
            sample: Id::new(Uuid::nil()),
            action,
            at: format!("2026-03-14T{hour:02}:00:00Z").parse().expect("an instant"),
            place: "Gate 3".to_owned(),
            purpose: "analysis".to_owned(),
            released_by: (!from.is_empty()).then(|| party(from)),
            received_by: party(to),
            container: String::new(),
            seal_found: found.to_owned(),
            seal_state: if found.is_empty() { SealState::None } else { SealState::Intact },
            seal: seal.to_owned(),
            condition: "dry".to_owned(),
            deviation: String::new(),
        }
    }

    #[test]
    fn a_chain_shows_where_it_breaks() {
        use CustodyAction::{Collect, End, Transfer};
        let good = [event(Collect, 8, "", "Ana", "", "11"), event(Transfer, 9, "ana", "Boris", "11", "12")];
        assert_eq!(breaks(&good), [vec![], vec![]]);
        let mut bad = vec![
            event(Transfer, 8, "Ana", "Boris", "", "11"),
            event(Transfer, 7, "Clara", "Dora", "13", "14"),
            event(End, 9, "Dora", "Dora", "14", ""),
            event(Transfer, 10, "Dora", "Eva", "", "15"),
        ];
        bad[2].received_by.acknowledged = None;
        assert_eq!(
            breaks(&bad),
            [
                vec![Break::NoBeginning],
                vec![Break::OtherHolder, Break::OutOfOrder, Break::OtherSeal],
                vec![Break::NotAcknowledged],
                vec![Break::AfterEnd],
            ]
        );
    }

    #[test]
    fn a_transfer_needs_both_sides_and_a_seal() {
        let mut faults = Vec::new();
        event(CustodyAction::Transfer, 8, "", "Boris", "", "").check(&mut faults);
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(codes, ["custody-needs-both", "custody-needs-seal"]);
    }
}
