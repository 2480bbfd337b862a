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

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::party::PartyKind::{self, Organisation, Person, Vessel};

    #[track_caller]
    fn check(one: &str, other: &str, kind: PartyKind, expect: bool) {
        let found = compare(one, other, kind);
        assert_eq!(found.is_match(), expect, "{one} / {other}: {:?}", found.alignment);
        let turned = compare(other, one, kind);
        assert_eq!(turned.alignment.score, found.alignment.score, "{one} / {other} the other way round");
    }

    #[test]
    fn what_many_people_share_is_no_match_where_one_has_more() {
        for (one, other, expect) in [
            // Rare names tell, whatever is left out.
            ("Tavit Brellund", "Tavit Oskari Brellund", true),
            ("Carlos Brellund", "BRELLUND GARCIA, Carlos Alberto", true),
            // Frequent ones do not, unless they are all there is.
            ("Carlos Garcia", "Carlos Garcia", true),
            ("Carlos Garcia", "GARCIA BRELLUND, Juan Carlos", false),
            ("Carlos Alberto", "BRELLUND GARCIA, Carlos Alberto", false),
            ("Maria Lopez Brellund", "Maria Lopez", false),
            ("Mohammad Ali", "Mohammad Ali Brellundi", false),
            ("Mohammad Ali Brellundi", "Mohammad Brellundi", true),
            // Patronymics are left out as a rule.
            ("Сергей Иванов", "IVANOV, Sergei Olegovich", true),
            // Two known names are not one with a slip.
            ("Mario Suarez", "Maria Juarez", false),
            ("Mario Brellund", "Maria Brellund", true),
            // A title is a name where a name stands before it.
            ("David King", "David", false),
            ("King David", "David", true),
            ("Maria Prince", "Maria Brellund", false),
        ] {
            check(one, other, Person, expect);
        }
    }

    #[test]
    fn glued_names_are_the_names_they_are_made_of() {
        for one in ["Abdulrahman Brellund", "Abdurakhman Brellund", "Абдурахмон Бреллунд", "Абдул Рахман Бреллунд"]
        {
            for other in ["Abd al-Rahman Brellund", "Abdul Rahman BRELLUND", "Abdurrahman Brellund"] {
                check(one, other, Person, true);
            }
            check(one, "Abdul Rahim Brellund", Person, false);
            check(one, "Abdulaziz Brellund", Person, false);
        }
    }

    #[test]
    fn letters_that_say_more_forgive_less() {
        for (one, other, expect) in [
            ("سالم بريلوند", "Salim Brelund", true),
            ("سالم بريلوند", "Salimi Brelund", false),
            ("سلطان بريلوند", "سلمان بريلوند", true),
            ("سيد بريلوند", "سعيدي بريلوند", false),
        ] {
            check(one, other, Person, expect);
        }
    }

    #[test]
    fn organisations_and_ships() {
        for (one, other, kind, expect) in [
            ("Quillon Trading LLC", "ОсОО «Квиллон Трейдинг»", Organisation, true),
            ("Quillon Trading LLC", "Trading LLC", Organisation, false),
            ("Andrea Martin Brellund", "Andrea Martina Limited", Organisation, false),
            ("M/V Sea Heron 5", "SEA HERON V", Vessel, true),
            // Side by side one may be a slip for the other; screening tells them apart.
            ("Sea Heron 5", "Sea Heron 6", Vessel, true),
        ] {
            check(one, other, kind, expect);
        }
    }
}
