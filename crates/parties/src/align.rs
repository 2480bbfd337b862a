//! Alignment: which part of one name is which part of the other, and what that makes of the two names.

mod judge;

use serde::{Deserialize, Serialize};

use judge::judge;

use crate::name::{Name, Role};
use crate::party::PartyKind;
use crate::similarity::{edits, similarity};

domain::words! {
    /// How two parts were found to be the same.
    How {
        /// Letter by letter.
        Same = "same",
        /// But for accents, apostrophes and capitals.
        Accents = "accents",
        /// In another alphabet.
        Alphabet = "alphabet",
        /// As a form of the same given name.
        Variant = "variant",
        /// As the same general word in another language.
        Meaning = "meaning",
        /// By its sound.
        Sound = "sound",
        /// But for a slip of spelling.
        Spelling = "spelling",
        /// As an initial.
        Initial = "initial",
        /// Written as one word here and as several there.
        Joined = "joined",
        /// As a number.
        Number = "number",
        /// As a legal form of the same kind.
        Form = "form",
    }
}

/// Parts that were found to be the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairing {
    /// Places in the first name.
    pub one: Vec<u8>,
    /// Places in the second.
    pub other: Vec<u8>,
    /// How.
    pub how: How,
    /// How alike, in thousandths.
    pub alike: u16,
}

/// Two names side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// How much speaks for one party having both names: 0 to 1000.
    pub score: u16,
    /// The parts that are the same.
    pub pairings: Vec<Pairing>,
    /// Places of the first name that have no counterpart.
    pub left_one: Vec<u8>,
    /// Places of the second that have none.
    pub left_other: Vec<u8>,
    /// Whether both have parts that distinguish and have no counterpart: then they are two names.
    pub contradict: bool,
    /// Whether only names that many people have are the same, and one of the two names has more: then it is no match by
    /// itself.
    pub frequent_only: bool,
    /// Whether both have a number, and only these tell the names apart: «Sea Heron 5» and «Sea Heron 6». Two names that
    /// someone put side by side may be one with a slip; on a list they are two ships.
    pub numbers_differ: bool,
}

/// Puts two names side by side.
pub(crate) fn align(one: &Name, other: &Name) -> Alignment {
    let mut state = State::new(one, other);
    state.pair_single_parts();
    state.pair_joined(false);
    state.pair_joined(true);
    let found = state.finish();
    if found.score < 700 && found.contradict { as_wholes(one, other, found) } else { found }
}

struct State<'n> {
    one: &'n Name,
    other: &'n Name,
    /// For each part, the pairing it is in.
    one_in: [u8; 32],
    other_in: [u8; 32],
    pairings: Vec<Pairing>,
}

const FREE: u8 = u8::MAX;

impl<'n> State<'n> {
    fn new(one: &'n Name, other: &'n Name) -> Self {
        Self { one, other, one_in: [FREE; 32], other_in: [FREE; 32], pairings: Vec::with_capacity(8) }
    }

    fn pair_single_parts(&mut self) {
        let mut found: Vec<(u16, u16, u8, u8, How)> = Vec::with_capacity(16);
        for (i, a) in self.one.parts.iter().enumerate().take(32) {
            for (j, b) in self.other.parts.iter().enumerate().take(32) {
                if let Some((alike, how)) = similarity(a, b) {
                    // The best first; among equals the heavier, then those at like places.
                    let weight = a.weight().min(b.weight());
                    found.push((alike, weight * 32 + 31 - i.abs_diff(j) as u16, i as u8, j as u8, how));
                }
            }
        }
        found.sort_unstable_by_key(|(alike, rank, i, j, _)| (std::cmp::Reverse((*alike, *rank)), *i, *j));
        for (alike, _, i, j, how) in found {
            if self.one_in[usize::from(i)] == FREE && self.other_in[usize::from(j)] == FREE {
                self.take(Pairing { one: vec![i], other: vec![j], how, alike });
            }
        }
    }

    fn take(&mut self, pairing: Pairing) {
        let number = self.pairings.len() as u8;
        pairing.one.iter().for_each(|place| self.one_in[usize::from(*place)] = number);
        pairing.other.iter().for_each(|place| self.other_in[usize::from(*place)] = number);
        self.pairings.push(pairing);
    }

    /// Looks for parts of one side that are written together on the other.
    fn pair_joined(&mut self, turned: bool) {
        let (split, whole) = if turned { (self.other, self.one) } else { (self.one, self.other) };
        for (j, target) in whole.parts.iter().enumerate().take(32) {
            let whole_in = if turned { self.one_in[j] } else { self.other_in[j] };
            let taken = whole_in != FREE;
            if taken && self.pairings[usize::from(whole_in)].alike > 900 || target.plain.len() < 3 {
                continue;
            }
            'starts: for start in 0..split.parts.len().min(32) {
                for count in 2..=4.min(split.parts.len() - start) {
                    let places = start..start + count;
                    let split_in = |place: usize| if turned { self.other_in[place] } else { self.one_in[place] };
                    // Only what is free, or paired with this very part, may be taken.
                    if places.clone().any(|place| split_in(place) != FREE && (!taken || split_in(place) != whole_in)) {
                        continue 'starts;
                    }
                    let joined: String = split.parts[places.clone()].iter().map(|part| part.plain.as_str()).collect();
                    if joined.len() > target.plain.len() + 2 {
                        break;
                    }
                    let distance = edits(joined.as_bytes(), target.plain.as_bytes());
                    // Syllables of another script meet by chance: there nothing may differ.
                    let slips = split.parts[places.clone()].iter().all(|part| part.script == target.script);
                    let allowed =
                        u16::from(slips && target.plain.len() >= 8) + u16::from(slips && target.plain.len() >= 14);
                    if distance > allowed || joined.len() + 2 < target.plain.len() {
                        continue;
                    }
                    let alike = 970 - distance * 1000 / target.plain.len().max(1) as u16;
                    let (many, single): (Vec<u8>, Vec<u8>) = (places.map(|place| place as u8).collect(), vec![j as u8]);
                    let (one, other) = if turned { (single, many) } else { (many, single) };
                    if taken {
                        self.release(whole_in);
                    }
                    self.take(Pairing { one, other, how: How::Joined, alike });
                    break 'starts;
                }
            }
        }
    }

    fn release(&mut self, number: u8) {
        for place in self.one_in.iter_mut().chain(&mut self.other_in) {
            if *place == number {
                *place = FREE;
            }
        }
        if let Some(pairing) = self.pairings.get_mut(usize::from(number)) {
            pairing.one.clear();
            pairing.other.clear();
        }
    }

    fn finish(mut self) -> Alignment {
        let left = |name: &Name, taken: &[u8; 32]| -> Vec<u8> {
            (0..name.parts.len().min(32)).filter(|place| taken[*place] == FREE).map(|place| place as u8).collect()
        };
        let left_one = left(self.one, &self.one_in);
        let left_other = left(self.other, &self.other_in);
        self.pairings.retain(|pairing| !pairing.one.is_empty());
        self.pairings.sort_by_key(|pairing| pairing.one.first().copied());
        let person = self.one.kind == PartyKind::Person && self.other.kind == PartyKind::Person;
        let judged = judge(self.one, self.other, &self.pairings, [&left_one, &left_other], person);
        Alignment {
            score: judged.score,
            pairings: self.pairings,
            left_one,
            left_other,
            contradict: judged.contradict,
            frequent_only: judged.frequent_only,
            numbers_differ: judged.numbers_differ,
        }
    }
}

/// Two names written without spaces, or with spaces at other places: «MYONGC HIN» and «MYONG CHIN».
fn as_wholes(one: &Name, other: &Name, found: Alignment) -> Alignment {
    let glued = |name: &Name| -> String {
        name.parts
            .iter()
            .filter(|part| !matches!(part.role, Role::Title | Role::Form))
            .map(|part| part.plain.as_str())
            .collect()
    };
    let (a, b) = (glued(one), glued(other));
    let longer = a.len().max(b.len());
    if longer < 8 || a.len().abs_diff(b.len()) > 1 || longer > 48 {
        return found;
    }
    let distance = edits(a.as_bytes(), b.as_bytes());
    // A changed letter inside a part was judged already; only moved spaces are forgiven here.
    let mut letters = (a.into_bytes(), b.into_bytes());
    letters.0.sort_unstable();
    letters.1.sort_unstable();
    if distance > 1
        || (distance == 1 && letters.0 != letters.1)
        || one.parts.len() == other.parts.len() && distance == 1
    {
        return found;
    }
    let all = |name: &Name| (0..name.parts.len().min(32)).map(|place| place as u8).collect::<Vec<_>>();
    let alike = 960 - distance * 1000 / longer as u16;
    let pairing = Pairing { one: all(one), other: all(other), how: How::Joined, alike };
    Alignment {
        score: alike,
        pairings: vec![pairing],
        left_one: Vec::new(),
        left_other: Vec::new(),
        contradict: false,
        frequent_only: false,
        numbers_differ: false,
    }
}
