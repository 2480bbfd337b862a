//! Comparing two names.

use crate::align::{Alignment, align};
use crate::name::Name;
use crate::party::PartyKind;

/// The score from which two names are a match and a name is a hit, in thousandths.
pub const THRESHOLD: u16 = 700;

/// What came of comparing two names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The first name, taken apart.
    pub one: Name,
    /// The second.
    pub other: Name,
    /// Both side by side.
    pub alignment: Alignment,
}

impl Comparison {
    /// Whether the names are taken for names of one party.
    #[must_use]
    pub fn is_match(&self) -> bool {
        self.alignment.score >= THRESHOLD
    }
}

/// A name, and the names it is made of where several are written in one: «Al-Qa'ida/Islamic Army».
pub(crate) fn alternates(name: &str) -> Vec<&str> {
    let mut names = vec![name];
    let pieces: Vec<&str> = name.split('/').map(str::trim).collect();
    let letters = |piece: &&str| piece.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_ALTERNATE;
    if (2..=4).contains(&pieces.len()) && pieces.iter().all(letters) {
        names.extend(pieces);
    }
    names
}

/// Fewest letters of one name among several: «A/S» and «c/o» are none.
const SHORTEST_ALTERNATE: usize = 4;

/// Compares two names of parties of one kind.
#[must_use]
pub fn compare(one: &str, other: &str, kind: PartyKind) -> Comparison {
    if kind == PartyKind::Unknown {
        // Where it is not told what they are, they are read in each way.
        let person = compare(one, other, PartyKind::Person);
        let organisation = compare(one, other, PartyKind::Organisation);
        return if organisation.alignment.score > person.alignment.score { organisation } else { person };
    }
    let mut best: Option<Comparison> = None;
    for one in alternates(one) {
        let one = Name::new(one, kind);
        for other in alternates(other) {
            let other = Name::new(other, kind);
            let alignment = align(&one, &other);
            if best.as_ref().is_none_or(|best| best.alignment.score < alignment.score) {
                best = Some(Comparison { one: one.clone(), other, alignment });
            }
        }
    }
    best.unwrap_or_else(|| {
        let (one, other) = (Name::new(one, kind), Name::new(other, kind));
        let alignment = align(&one, &other);
        Comparison { one, other, alignment }
    })
}
