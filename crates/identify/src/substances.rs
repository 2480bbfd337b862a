//! Chemicals and organisms by name: the name given in a field of its own, or standing in a description.

use std::collections::{HashMap, HashSet};

use crate::chemical_name::{key, known_readings, loose_key, places, readings};

/// A substance that is known by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Substance {
    /// A chemical, by its place in the table.
    Chemical(usize),
    /// An organism or toxin, by its place in the table.
    Organism(usize),
}

/// A name that was recognised.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    pub(crate) substance: Substance,
    /// As it was written.
    pub(crate) written: String,
    /// The name of the table that it matched, by its place among the names given.
    pub(crate) name: usize,
    /// The same apart from spelling; otherwise its parts stand in another order.
    pub(crate) exact: bool,
    /// The share of the words of the text that the name takes up, 0 to 1.
    pub(crate) share: f32,
}

/// All names.
#[derive(Debug, Default)]
pub(crate) struct Substances {
    by_key: HashMap<Box<str>, Vec<(Substance, usize)>>,
    /// Names by their letters, where only one substance has them.
    by_letters: HashMap<Box<str>, Option<Loose>>,
    /// How keys begin, so that a description is searched quickly.
    beginnings: HashSet<[u8; 4]>,
}

/// The one substance that has these letters, with the places of groups in each of its names.
#[derive(Debug)]
struct Loose {
    substance: Substance,
    name: usize,
    places: Vec<Vec<u8>>,
}

impl Loose {
    /// Whether groups sit in the same places, where both names say where: 4-nitro is not 2-nitro.
    fn agrees(&self, places: &[u8]) -> bool {
        let mut said = self.places.iter().filter(|known| !known.is_empty()).peekable();
        places.is_empty() || said.peek().is_none() || said.any(|known| known == places)
    }
}

/// Words of a name in a description at most.
const LONGEST: usize = 10;

/// A name inside a description has this many letters at least: `CS` and `tin` are words of other things.
const SHORTEST: usize = 6;

impl Substances {
    /// Adds a name. The number is given back with a match.
    pub(crate) fn add(&mut self, substance: Substance, name: &str, number: usize) {
        for reading in known_readings(name) {
            self.add_key(substance, &reading, number);
        }
    }

    fn add_key(&mut self, substance: Substance, reading: &str, number: usize) {
        let key = key(reading);
        if key.is_empty() {
            return;
        }
        if let Some(letters) = loose_key(reading) {
            let places = places(reading);
            let new = || Some(Loose { substance, name: number, places: Vec::new() });
            let known = self.by_letters.entry(letters.into_boxed_str()).or_insert_with(new);
            match known {
                Some(loose) if loose.substance == substance => loose.places.push(places),
                other => *other = None,
            }
        }
        if let Some(beginning) = beginning(key.as_bytes()) {
            self.beginnings.insert(beginning);
        }
        let known = self.by_key.entry(key.into_boxed_str()).or_default();
        if known.iter().all(|(other, _)| *other != substance) {
            known.push((substance, number));
        }
    }

    /// Substances that a field for names names.
    pub(crate) fn by_name(&self, written: &str) -> Vec<Named> {
        let mut found: Vec<Named> = Vec::new();
        let readings = readings(written);
        for exact in [true, false] {
            for reading in &readings {
                let matches: Vec<(Substance, usize)> = if exact {
                    self.by_key.get(key(reading).as_str()).cloned().unwrap_or_default()
                } else {
                    let letters = loose_key(reading);
                    let loose = letters.and_then(|letters| self.by_letters.get(letters.as_str())?.as_ref());
                    let loose = loose.filter(|loose| loose.agrees(&places(reading)));
                    loose.map(|loose| (loose.substance, loose.name)).into_iter().collect()
                };
                for (substance, name) in matches {
                    if found.iter().all(|one| one.substance != substance) {
                        found.push(Named { substance, written: reading.clone(), name, exact, share: 1.0 });
                    }
                }
                // The whole says more than what stands in its brackets.
                if !found.is_empty() {
                    return found;
                }
            }
        }
        found
    }

    /// Substances named in a description: the longest names, none inside another.
    pub(crate) fn in_description(&self, description: &str, most_words: usize) -> Vec<Named> {
        let tokens = text::tokens(description, most_words);
        let keys: Vec<String> = tokens.iter().map(|token| word_key(&token.text)).collect();
        let mut found: Vec<Named> = Vec::new();
        let mut place = 0;
        while place < tokens.len() {
            let mut next = place + 1;
            if self.may_begin(&keys[place..]) {
                let end = (place + LONGEST).min(tokens.len());
                for last in (place..end).rev() {
                    let span = &keys[place..=last];
                    let Some(matches) = self.by_span(span) else { continue };
                    let from = tokens[place].place.start;
                    let to = tokens[last].place.end;
                    let share = span.len() as f32 / tokens.len() as f32;
                    for (substance, name) in matches {
                        if found.iter().all(|one| one.substance != *substance) {
                            let written = description[from..to].to_owned();
                            found.push(Named { substance: *substance, written, name: *name, exact: true, share });
                        }
                    }
                    next = last + 1;
                    break;
                }
            }
            place = next;
        }
        found
    }

    fn may_begin(&self, keys: &[String]) -> bool {
        let first = keys[0].as_bytes();
        if !keys[0].is_ascii() {
            // The words of a Russian name stand in the order of the alphabet in its key.
            return true;
        }
        if first.len() >= 4 {
            return beginning(first).is_some_and(|beginning| self.beginnings.contains(&beginning));
        }
        let joined: String = keys.iter().take(4).map(String::as_str).collect();
        beginning(joined.as_bytes()).is_some_and(|beginning| self.beginnings.contains(&beginning))
    }

    fn by_span(&self, span: &[String]) -> Option<&Vec<(Substance, usize)>> {
        let russian = span.iter().any(|key| key.chars().any(|c| matches!(c, '\u{430}'..='\u{44f}')));
        let key = if russian {
            if span.len() > 5 {
                return None;
            }
            let mut words: Vec<&str> = span.iter().map(String::as_str).collect();
            words.sort_unstable();
            words.concat()
        } else {
            span.concat()
        };
        if key.chars().count() < SHORTEST {
            return None;
        }
        self.by_key.get(key.as_str())
    }
}

fn beginning(key: &[u8]) -> Option<[u8; 4]> {
    key.get(..4).and_then(|four| four.try_into().ok())
}

/// One word's part of a key.
fn word_key(word: &str) -> String {
    if word.is_ascii() {
        if word.contains("sulph") || word.contains("aluminium") || word.contains("caesium") || word == "phosphorous" {
            return key(word);
        }
        return word.chars().filter(char::is_ascii_alphanumeric).collect();
    }
    key(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn substances() -> Substances {
        let mut substances = Substances::default();
        let names = [
            "Thiodiglycol",
            "N,N-Diisopropyl-(beta)-aminoethanol",
            "Dimethyl methylphosphonate",
            "Цианид калия",
            "CS",
            "Ethyl phosphinyl dichloride",
            "2-Nitro-N-phenylaniline",
        ];
        for (number, name) in names.iter().enumerate() {
            substances.add(Substance::Chemical(number), name, number);
        }
        substances.add(Substance::Organism(0), "Bacillus anthracis", 100);
        substances
    }

    #[track_caller]
    fn check_description(description: &str, expect: &[Substance]) {
        let found = substances().in_description(description, 1000);
        assert_eq!(found.iter().map(|one| one.substance).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn names_stand_in_descriptions() {
        check_description("Chemical THIODIGLYCOL 98 %, 200 kg drums", &[Substance::Chemical(0)]);
        check_description("dimethyl-methyl phosphonate, flame retardant", &[Substance::Chemical(2)]);
        check_description("Калия цианид технический", &[Substance::Chemical(3)]);
        check_description("Кабель CS, экран", &[]);
        check_description("culture of Bacillus anthracis, strain Sterne", &[Substance::Organism(0)]);
    }

    #[test]
    fn a_field_for_names_knows_more() {
        let names = substances();
        let first = |written: &str| names.by_name(written).first().map(|one| (one.substance, one.exact));
        assert_eq!(first("CS"), Some((Substance::Chemical(4), true)));
        assert_eq!(
            first("Ethyl phosphonous dichloride [Ethyl phosphinyl dichloride]"),
            Some((Substance::Chemical(5), true))
        );
        assert_eq!(first("2-(Diisopropylamino)ethanol"), Some((Substance::Chemical(1), false)));
        assert_eq!(first("methylphosphonate, dimethyl"), Some((Substance::Chemical(2), false)));
        assert_eq!(first("2-Nitro-N-phenylaniline"), Some((Substance::Chemical(6), true)));
        assert_eq!(first("N-(2-Nitrophenyl) aniline"), Some((Substance::Chemical(6), false)));
        assert_eq!(first("N-(4-Nitrophenyl) aniline"), None, "groups in other places are another substance");
    }
}
