//! What the pairs of parts, and the parts without one, make of two names.

use super::{How, Pairing};
use crate::name::{Name, Part, Role};

/// What was judged.
pub(super) struct Judged {
    /// How much speaks for one party having both names, in thousandths.
    pub(super) score: u16,
    /// Whether both have parts that distinguish and have no counterpart.
    pub(super) contradict: bool,
    /// Whether what is the same is too frequent for what is left over.
    pub(super) frequent_only: bool,
    /// Whether nothing but numbers tells them apart.
    pub(super) numbers_differ: bool,
}

/// The most that two names have of which only what is frequent is the same: the day or the year of birth lifts it over the
/// threshold, a country alone does not.
const FREQUENT_ONLY: u32 = 680;

fn weights(name: &Name, places: &[u8]) -> u32 {
    places.iter().filter_map(|place| name.parts.get(usize::from(*place))).map(|part| u32::from(part.weight())).sum()
}

fn heaviest<'n>(name: &'n Name, places: &[u8]) -> Option<&'n Part> {
    let parts = places.iter().filter_map(|place| name.parts.get(usize::from(*place)));
    parts.max_by_key(|part| part.weight()).map(AsRef::as_ref)
}

/// The kind of legal form of bodies that are no companies: the line of `data/names/company_forms.csv`.
const NONPROFIT: u32 = 5;

/// What the pairings and what is left make of two names.
pub(super) fn judge(one: &Name, other: &Name, pairings: &[Pairing], left: [&[u8]; 2], person: bool) -> Judged {
    let (mut matched, mut credit, mut telling, mut slips) = (0_u32, 0_u32, 0_u32, 0_u32);
    // Parts in an alphabet of syllables or of consonants meet by chance: then nothing may be left over.
    let mut by_chance = false;
    let mut initials = 0_u32;
    for pairing in pairings {
        let (a, b) = (weights(one, &pairing.one), weights(other, &pairing.other));
        let weight = (a + b) / 2;
        matched += weight;
        credit += weight * u32::from(pairing.alike);
        let chancy = |part: &Part| !matches!(part.script, text::Script::Latin | text::Script::Cyrillic);
        if let (How::Alphabet | How::Variant, Some(a), Some(b)) =
            (pairing.how, heaviest(one, &pairing.one), heaviest(other, &pairing.other))
        {
            by_chance |= a.script != b.script && (chancy(a) || chancy(b));
        }
        if pairing.how == How::Initial {
            initials += 1;
        } else if weight >= 50 {
            telling += if pairing.one.len().max(pairing.other.len()) > 1 { 2 } else { 1 };
            slips += u32::from(pairing.alike < 900);
        }
    }
    if matched == 0 {
        return Judged { score: 0, contradict: true, frequent_only: false, numbers_differ: false };
    }
    let (left_one, left_other) = (weights(one, left[0]), weights(other, left[1]));
    let tells = |part: Option<&Part>| part.is_some_and(|part| part.role.distinguishes());
    let (tells_one, tells_other) = (tells(heaviest(one, left[0])), tells(heaviest(other, left[1])));
    let contradict = tells_one && tells_other;
    let against = left_one.min(left_other);
    let extra = if person { left_one.abs_diff(left_other) / 4 } else { left_one.abs_diff(left_other) * 55 / 100 };
    // Another number in a name that is long enough to tell without it may be a slip of the pen, so it weakens; whether two
    // listed parties are meant, screening judges.
    let numbers_differ = contradict
        && [heaviest(one, left[0]), heaviest(other, left[1])]
            .into_iter()
            .flatten()
            .all(|part| part.role == Role::Number);
    let contradict = contradict && !numbers_differ;
    // Something of weight left on both sides speaks against, even where it is a general word on one of them.
    let general = Role::General.weight();
    let both = !person && u32::from(general) <= left_one.min(left_other);
    let against = match (contradict, numbers_differ, both) {
        (true, _, _) => against * 3 / 2,
        (_, true, _) => against * 6 / 10,
        (_, _, true) => against * 3 / 2,
        _ => against / 2,
    };
    // A company and an association are two bodies, whatever their names.
    let class =
        |name: &Name| name.parts.iter().find(|part| part.role == Role::Form).map(|part| part.value == NONPROFIT);
    let other_body = matches!((class(one), class(other)), (Some(a), Some(b)) if a != b);
    let whole = matched + extra + against;
    let mut score = credit / whole.max(1);
    // Each further slip makes it less likely that all of them are slips.
    score = score.saturating_sub(60 * slips.saturating_sub(1));
    if contradict {
        score = score.min(640);
    }
    if by_chance && left_one + left_other >= 25 {
        score = score.min(640);
    }
    // An initial is half a name: with a frequent name beside it, anyone.
    if person && telling < 2 && initials > 0 {
        let rest: u32 = pairings
            .iter()
            .filter(|pairing| pairing.how != How::Initial)
            .map(|pairing| weights(one, &pairing.one))
            .sum();
        score = score.min(if rest >= 100 && left_one + left_other == 0 { 760 } else { 640 });
    }
    // One shared given name or family name of several parts is no match of people.
    if person && telling < 2 && initials == 0 && (tells_one || tells_other) {
        score = score.min(600);
    }
    let frequent_only = (person || shares_only_names_of_people(one, other, pairings))
        && says_too_little(one, other, pairings, left, tells_one != tells_other);
    if frequent_only {
        score = score.min(FREQUENT_ONLY);
    }
    if other_body {
        score = score.min(650);
    }
    // More of a name must be there than is missing.
    if left_one.max(left_other) > matched + matched / 10 {
        score = score.min(650);
    }
    Judged { score: score.min(1000) as u16, contradict, frequent_only, numbers_differ }
}

/// Whether what is the same is shared by too many people for what one of the two names has more: «Carlos Garcia» is one of
/// many, and says little about «Garcia Brellund, Juan Carlos»; «Tavit Brellund» says much about «Tavit Oskari Brellund». The
/// same where two known names are taken for one with a slip: «Mario Suarez» and «Maria Juarez» are two people.
fn says_too_little(one: &Name, other: &Name, pairings: &[Pairing], left: [&[u8]; 2], one_sided: bool) -> bool {
    let parts = |name: &Name, places: &[u8]| -> u32 {
        places.iter().filter_map(|place| name.parts.get(usize::from(*place))).map(|part| part.rarity()).sum()
    };
    let (mut same, mut other_names, mut uncertain) = (0, false, true);
    for pairing in pairings {
        let another = is_another_name(one, other, pairing);
        let certainty = if another { CERTAINTY_OF_ANOTHER } else { certainty(pairing) };
        other_names |= another;
        uncertain &= certainty < 60;
        same += (parts(one, &pairing.one) + parts(other, &pairing.other)) / 2 * certainty / 100;
    }
    // Patronymics and initials are left out as a rule, and mean nothing where they are.
    let more = |name: &Name, places: &[u8]| -> u32 {
        let parts = places.iter().filter_map(|place| name.parts.get(usize::from(*place)));
        parts
            .filter(|part| !matches!(part.role, Role::Patronymic | Role::Initial | Role::Particle | Role::Title))
            .map(|part| part.rarity())
            .sum()
    };
    let more = if one_sided { more(one, left[0]) + more(other, left[1]) } else { 0 };
    // Nothing but family names, or nothing but given ones, where the other name tells which is which.
    let half = one_sided
        && (half_unmatched(one, pairings, left[0], |p| &p.one)
            || half_unmatched(other, pairings, left[1], |p| &p.other));
    let more = if half { more + HALF_UNMATCHED } else { more };
    let needed = if more > 0 { (NEEDED + more / 2).min(ENOUGH) } else { 0 };
    let several = pairings.len() > 1;
    same < needed || several && (other_names && same < NEEDED_BESIDE_ANOTHER || uncertain && same < NEEDED_UNCERTAIN)
}

/// What the same parts must say, in hundredths of a rare name, besides half of what one side has more.
const NEEDED: u32 = 80;

/// What a family name or a given name counts for more when none of its kind is matched.
const HALF_UNMATCHED: u32 = 80;

/// Whether a name that tells its family names by a comma has none of them matched, or none of the others: «Lopez Garcia» is
/// little evidence for «Lopez Garcia, Tavit», «Carlos Alberto» for «Brellund, Carlos Alberto».
fn half_unmatched(name: &Name, pairings: &[Pairing], left: &[u8], places: impl Fn(&Pairing) -> &Vec<u8>) -> bool {
    if name.family == 0 {
        return false;
    }
    let matched = |given: bool| pairings.iter().flat_map(&places).any(|place| (*place >= name.family) == given);
    let lacks = |given: bool| {
        let mut parts = left.iter().filter(|place| (**place >= name.family) == given);
        parts.any(|place| name.parts.get(usize::from(*place)).is_some_and(|part| part.role.distinguishes()))
    };
    [true, false].into_iter().any(|given| lacks(given) && !matched(given))
}

/// What is enough however much is left over: three frequent names, or a rare and a frequent one. Many people are listed with
/// the names of their fathers and of their places, which they leave out elsewhere.
const ENOUGH: u32 = 120;

/// What they must say where one known name is taken for another with a slip.
const NEEDED_BESIDE_ANOTHER: u32 = 90;

/// What they must say where none of them is certain.
const NEEDED_UNCERTAIN: u32 = 95;

/// How sure it is that two different known names are one with a slip, in hundredths.
const CERTAINTY_OF_ANOTHER: u32 = 20;

/// How sure it is that two parts are one name, in hundredths.
fn certainty(pairing: &Pairing) -> u32 {
    match (pairing.how, pairing.alike) {
        (How::Initial, _) => 50,
        (How::Variant, _) => 85,
        (_, 950..) => 100,
        (How::Sound | How::Spelling, alike) => u32::from(alike.saturating_sub(600)) / 6,
        (_, alike) => u32::from(alike.saturating_sub(600)) / 4,
    }
}

/// Whether two different names that are both known were paired, in one alphabet.
fn is_another_name(one: &Name, other: &Name, pairing: &Pairing) -> bool {
    matches!(pairing.how, How::Sound | How::Spelling)
        && matches!((heaviest(one, &pairing.one), heaviest(other, &pairing.other)), (Some(a), Some(b)) if a.is_another_name(b))
}

/// Whether an organisation or a ship shares nothing with the other name but names that many people have.
fn shares_only_names_of_people(one: &Name, other: &Name, pairings: &[Pairing]) -> bool {
    let of_people = |pairing: &Pairing| {
        let (a, b) = (heaviest(one, &pairing.one), heaviest(other, &pairing.other));
        let mut sides = a.into_iter().chain(b).filter(|part| part.role.distinguishes()).peekable();
        sides.peek().is_none() || sides.any(Part::is_frequent)
    };
    pairings.iter().all(of_people)
}
