//! The exact channels: CAS number, structure, name, and a code that the item itself names.

use domain::fault::Fault;
use lists::cas::{CasNumber, find_cas};

use crate::candidate::{Channel, Reason};
use crate::confidence;
use crate::identifier::Read;
use crate::indexed_list::IndexedList;
use crate::item::Item;
use crate::knowledge::Knowledge;
use crate::substances::{Named, Substance};

/// What an exact channel found in one list.
#[derive(Debug)]
pub(crate) struct Exact {
    pub(crate) provision: u32,
    pub(crate) channel: Channel,
    pub(crate) confidence: f32,
    pub(crate) strong: bool,
    pub(crate) reason: Reason,
}

/// CAS numbers of an item: those given as such, and those that stand in its words. A wrong check digit in the field is
/// a fault; in running text only where "CAS" stands there, as other numbers have the same form.
pub(crate) fn cas_numbers(item: &Item, faults: &mut Vec<Fault>) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    let mut add = |number: &CasNumber| {
        if numbers.iter().all(|known| known != number.as_str()) {
            numbers.push(number.as_str().to_owned());
        }
    };
    let given: Vec<&str> =
        item.cas.iter().flat_map(|given| given.iter()).filter(|text| !text.trim().is_empty()).collect();
    for written in given {
        let short: String = written.chars().take(400).collect();
        let found = find_cas(&short);
        if found.is_empty() {
            let shown: String = short.chars().take(40).collect();
            faults.push(Fault::error("cas-form").at("cas").with("text", shown));
        }
        for one in found {
            match one {
                Ok(number) => add(&number),
                Err(wrong) => faults.push(Fault::error(wrong.code()).at("cas").with("text", wrong_number(&wrong))),
            }
        }
    }
    for written in [&item.description, &item.name].into_iter().flatten() {
        let mut end = written.len().min(crate::description::MOST_BYTES);
        while !written.is_char_boundary(end) {
            end -= 1;
        }
        if !written[..end].contains('-') && !written[..end].contains(['–', '‐', '−']) {
            continue;
        }
        let says_cas = text::fold(&written[..end]).contains("cas");
        for one in find_cas(&written[..end]) {
            match one {
                Ok(number) => add(&number),
                Err(wrong) if says_cas => {
                    faults.push(Fault::warning(wrong.code()).at("description").with("text", wrong_number(&wrong)));
                }
                Err(_) => {}
            }
        }
    }
    numbers
}

fn wrong_number(wrong: &lists::cas::NotACasNumber) -> String {
    match wrong {
        lists::cas::NotACasNumber::Form(text) => text.clone(),
        lists::cas::NotACasNumber::CheckDigit { number, .. } => number.clone(),
    }
}

/// Substances that an item names, in its field for names or in its description.
pub(crate) fn names(knowledge: &Knowledge, item: &Item, words: &str) -> Vec<Named> {
    let mut named = match item.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => knowledge.substances.by_name(name),
        _ => Vec::new(),
    };
    let mut end = words.len().min(crate::description::MOST_BYTES);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    for one in knowledge.substances.in_description(&words[..end], crate::description::MOST_WORDS) {
        if named.iter().all(|known| known.substance != one.substance) {
            named.push(one);
        }
    }
    named
}

/// Everything that exact channels find in a list.
pub(crate) fn find(knowledge: &Knowledge, list: &IndexedList, read: &Read) -> Vec<Exact> {
    let mut found = Vec::new();
    by_cas(knowledge, list, read, &mut found);
    by_structure(knowledge, list, read, &mut found);
    by_name(knowledge, list, read, &mut found);
    by_code(list, read, &mut found);
    found
}

fn by_cas(knowledge: &Knowledge, list: &IndexedList, read: &Read, found: &mut Vec<Exact>) {
    for cas in &read.cas {
        let known = knowledge.by_cas.get(cas);
        let printed = list.by_cas.get(cas);
        let places = match (printed, known) {
            (Some(places), _) => places.as_slice(),
            (None, Some(chemical)) => list.chemicals[*chemical].as_slice(),
            (None, None) => &[],
        };
        if printed.is_none()
            && let Some(place) = list.by_cas_of_notes.get(cas)
        {
            found.push(Exact {
                provision: *place,
                channel: Channel::Cas,
                confidence: confidence::CAS_OF_A_NOTE,
                strong: false,
                reason: Reason::CasOfNote { cas: cas.clone() },
            });
        }
        for place in places {
            let whole = is_the_thing_itself(list, *place);
            let name = known.map(|chemical| knowledge.chemicals[*chemical].name_en.clone());
            found.push(Exact {
                provision: *place,
                channel: Channel::Cas,
                confidence: if whole { confidence::CAS } else { confidence::CAS_OF_A_PART },
                strong: whole,
                reason: Reason::Cas { cas: cas.clone(), name },
            });
        }
    }
}

/// A chemical that only a note of the list names: taken out there, or a part of what the provision means.
fn of_a_note(knowledge: &Knowledge, chemical: usize, provision: u32, channel: Channel) -> Exact {
    let reason = Reason::CasOfNote { cas: knowledge.chemicals[chemical].cas.clone() };
    Exact { provision, channel, confidence: confidence::CAS_OF_A_NOTE, strong: false, reason }
}

fn by_structure(knowledge: &Knowledge, list: &IndexedList, read: &Read, found: &mut Vec<Exact>) {
    let Some(structure) = &read.structure else { return };
    let mut listed = false;
    for chemical in knowledge.structures.same(structure) {
        if let Some(place) = list.chemicals_of_notes.get(chemical) {
            found.push(of_a_note(knowledge, *chemical, *place, Channel::Structure));
        }
    }
    let mut push = |chemical: usize, how: fn(&crate::knowledge::KnownChemical, &str) -> Reason, confidence: f32| {
        for place in &list.chemicals[chemical] {
            let whole = is_the_thing_itself(list, *place);
            let reason = how(&knowledge.chemicals[chemical], &structure.key);
            let confidence = if whole { confidence } else { confidence::CAS_OF_A_PART };
            found.push(Exact { provision: *place, channel: Channel::Structure, confidence, strong: whole, reason });
            listed = true;
        }
    };
    let same = knowledge.structures.same(structure);
    for chemical in same {
        push(
            *chemical,
            |known, key| Reason::SameStructure {
                key: key.to_owned(),
                name: known.name_en.clone(),
                cas: known.cas.clone(),
            },
            confidence::SAME_STRUCTURE,
        );
    }
    for chemical in knowledge.structures.skeleton(structure.skeleton()) {
        if !same.contains(chemical) {
            push(
                *chemical,
                |known, _| Reason::SameSkeleton { name: known.name_en.clone(), cas: known.cas.clone() },
                confidence::SAME_SKELETON,
            );
        }
    }
    if same.is_empty() {
        for parent in &structure.parents {
            for chemical in knowledge.structures.skeleton(parent) {
                push(
                    *chemical,
                    |known, _| Reason::SameParent { name: known.name_en.clone(), cas: known.cas.clone() },
                    confidence::SAME_PARENT,
                );
            }
        }
    }
    if listed {
        // The families are of chemicals "other than those specified" one by one.
        return;
    }
    for family in knowledge.structures.families(structure) {
        if let Some(place) = list.index.by_path.get(&family.path) {
            found.push(Exact {
                provision: *place,
                channel: Channel::Structure,
                confidence: confidence::FAMILY,
                strong: true,
                reason: Reason::Family { family: family.id.clone() },
            });
        }
    }
}

/// Letters of a name that may be short for anything: CN, CS, HD, PEG.
const SHORT_NAME: usize = 3;

fn by_name(knowledge: &Knowledge, list: &IndexedList, read: &Read, found: &mut Vec<Exact>) {
    let everyday =
        !read.description.everyday.is_empty() || read.heading.as_ref().is_some_and(|heading| heading.everyday);
    for named in &read.named {
        let in_field = named.share >= 1.0;
        if let Substance::Chemical(chemical) = named.substance
            && let Some(place) = list.chemicals_of_notes.get(&chemical)
        {
            found.push(of_a_note(knowledge, chemical, *place, Channel::Name));
        }
        let (places, reason) = match named.substance {
            Substance::Chemical(chemical) => {
                let known = &knowledge.chemicals[chemical];
                let reason = Reason::ChemicalName {
                    written: named.written.clone(),
                    name: known.name_en.clone(),
                    cas: known.cas.clone(),
                    exact: named.exact,
                };
                (&list.chemicals[chemical], reason)
            }
            Substance::Organism(organism) => {
                let known = &knowledge.organisms[organism];
                let time = knowledge.names.get(named.name).and_then(|(_, time)| time.clone());
                let reason = Reason::OrganismName { written: named.written.clone(), name: known.name.clone(), time };
                (&list.organisms[organism], reason)
            }
        };
        for place in places {
            let whole = is_the_thing_itself(list, *place);
            // Two or three letters are the short name of many things: a candidate, and never strong by themselves.
            let short = named.written.chars().filter(|c| c.is_alphanumeric()).count() <= SHORT_NAME;
            let confidence = match (whole, named.exact, in_field) {
                (true, _, _) if short => confidence::NAME_SHORT,
                (false, _, _) => confidence::CAS_OF_A_PART,
                (true, false, _) => confidence::NAME_LOOSE,
                (true, true, true) => confidence::NAME,
                // One name in a long text may be an ingredient or what the goods are for.
                (true, true, false) => confidence::NAME_IN_DESCRIPTION * (0.5 + (3.0 * named.share).min(0.5)),
            };
            let strong = whole && !short && (in_field || !everyday && named.share >= 0.1);
            found.push(Exact { provision: *place, channel: Channel::Name, confidence, strong, reason: reason.clone() });
        }
    }
}

/// Words before a code that say that it is one.
const SAYS_CODE: &[&str] = &["eccn", "code", "код", "пункт", "позиция", "entry", "no", "n", "list", "списка"];

/// Words that are looked at before a code.
const WORDS_BEFORE: usize = 4;

/// Whether the item is declared under the code that stands at a place: nothing but such words stands before it, up to the
/// beginning or to a stop. "Controlled by ECCN 9D001" speaks of something else.
fn is_declared(words: &str, place: usize) -> bool {
    let mut before = &words[..place];
    for read in 0..=WORDS_BEFORE {
        before = before.trim_end_matches([' ', '#', '№', '\u{a0}', '-', '–', ':']);
        let stops: &[char] = if read == 0 { &['(', '['] } else { &['(', '[', '.', ';', ',', '/', '\n'] };
        if before.is_empty() || before.ends_with(stops) {
            return true;
        }
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if !SAYS_CODE.contains(&text::fold(word).as_str()) {
            return false;
        }
        before = &before[..before.len() - word.len()];
    }
    false
}

/// Longer texts than this, in words, speak of many entries: only a code at their very beginning is their own.
const SHORT_TEXT: usize = 40;

fn by_code(list: &IndexedList, read: &Read, found: &mut Vec<Exact>) {
    for (code, place) in &read.description.codes {
        let long = read.description.words.len() > SHORT_TEXT;
        if !is_declared(&read.words, place.start) || long && place.start > 12 {
            continue;
        }
        if let Some(provision) = list.index.by_path.get(code) {
            let written = read.words[place.clone()].to_owned();
            found.push(Exact {
                provision: *provision,
                channel: Channel::Code,
                confidence: confidence::CODE,
                strong: true,
                reason: Reason::Code { written },
            });
        }
    }
}

/// Whether the provision means the substance itself, and not a thing in which it is a part or from which a thing
/// protects: chemicals stand in group C, near the top of the tree.
fn is_the_thing_itself(list: &IndexedList, provision: u32) -> bool {
    let place = &list.index.provisions[provision as usize];
    let code = list.index.entries[place.entry as usize].as_bytes();
    match code {
        [digit, letter, rest @ ..] if digit.is_ascii_digit() && rest.len() == 3 => *letter == b'C' && place.depth <= 3,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::is_declared;

    #[rstest]
    #[case("2B350 valve", 0, true)]
    #[case("ECCN: 2B350, valve", 6, true)]
    #[case("Valve, ECCN 2B350", 12, true)]
    #[case("Valve (2B350)", 7, true)]
    #[case("equipment specified in 2B001, 2B350", 30, false)]
    #[case("software controlled by ECCN 2B350", 28, false)]
    #[case("other than those specified in 2B350", 30, false)]
    fn a_code_is_the_items_own_only_where_it_is_declared(
        #[case] words: &str,
        #[case] place: usize,
        #[case] expect: bool,
    ) {
        assert_eq!(is_declared(words, place), expect);
    }
}
