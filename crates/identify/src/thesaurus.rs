//! The goods-to-list thesaurus: how declarations and invoices call goods, and how control lists call them.
//!
//! It is data, one line a kind of goods, in `data/thesaurus/`: trade words in English and Russian, the list's words, the
//! provisions they lead to, headings of the nomenclature, and what decides: the kind itself, or figures.

use std::collections::HashMap;

use domain::fault::Fault;

use crate::terms::{Stems, terms_of};

/// What decides whether goods of a kind are those that the list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decides {
    /// The kind itself: whatever bears this name is worth a look.
    Kind,
    /// Figures or make: most goods of this name are free, and the candidate is not strong by the name alone.
    Figures,
}

/// One kind of goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodsKind {
    /// A short name for reasons and for the file: `freeze-dryer`.
    pub id: String,
    /// The trade words it was given, as written, English first.
    pub trade_words: Vec<String>,
    /// Words of control lists for the same goods.
    pub list_words: String,
    /// Provisions it leads to, in lists that use these codes.
    pub paths: Vec<String>,
    /// What decides.
    pub decides: Decides,
    /// Beginnings of nomenclature codes under which such goods are declared.
    pub nomenclature: Vec<String>,
}

/// All kinds of goods, with what finds them in a description.
#[derive(Debug, Default)]
pub struct Thesaurus {
    kinds: Vec<GoodsKind>,
    phrases: Vec<Phrase>,
    /// Phrases by each of their stems that is rarest among all phrases.
    by_stem: HashMap<Box<str>, Vec<u32>>,
    everyday: HashMap<Box<str>, Vec<Vec<String>>>,
    headings: Vec<String>,
    /// Terms of the list's words of each kind.
    list_terms: Vec<Vec<String>>,
}

#[derive(Debug)]
struct Phrase {
    kind: u32,
    stems: Vec<String>,
    written: u32,
}

/// A kind of goods found in a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundKind {
    /// Its place in [`Thesaurus::kinds`].
    pub(crate) kind: u32,
    /// Its trade words as the thesaurus has them.
    pub(crate) written: u32,
    /// Places of the words of the description that gave it.
    pub(crate) words: Vec<usize>,
}

/// Trade words apart from each other by this many other words at most still belong together.
const SLACK: usize = 1;

impl Thesaurus {
    /// Reads the three tables: kinds of goods (`id`, `en`, `ru`, `list words`, `paths`, `decides`, `nomenclature`, parted by
    /// tabs, values by `|`), everyday words (`en`, `ru`) and everyday headings of the nomenclature. A line that cannot be read is a fault and is left out.
    #[must_use]
    pub fn read(goods: &str, everyday: &str, headings: &str) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut thesaurus = Self::default();
        for (number, line) in content_lines(goods) {
            match goods_kind(line) {
                Some(kind) => thesaurus.kinds.push(kind),
                None => faults.push(Fault::error("thesaurus-line").inside("goods.tsv", Some(number as u64))),
            }
        }
        for (_, line) in content_lines(everyday) {
            for word in line.split(['\t', '|']).map(str::trim).filter(|word| !word.is_empty()) {
                let stems = stems(word);
                if let Some(first) = stems.first() {
                    thesaurus.everyday.entry(first.clone().into_boxed_str()).or_default().push(stems);
                }
            }
        }
        thesaurus.headings = content_lines(headings).map(|(_, line)| line.trim().to_owned()).collect();
        thesaurus.arrange();
        (thesaurus, faults)
    }

    /// All kinds of goods.
    #[must_use]
    pub fn kinds(&self) -> &[GoodsKind] {
        &self.kinds
    }

    /// Beginnings of the nomenclature codes of everyday goods.
    pub(crate) fn everyday_headings(&self) -> &[String] {
        &self.headings
    }

    /// What to look up for the list's words of a kind.
    pub(crate) fn list_terms(&self, kind: u32) -> &[String] {
        self.list_terms.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    fn arrange(&mut self) {
        let mut known = Stems::default();
        self.list_terms = self.kinds.iter().map(|kind| terms_of(&kind.list_words, 40, &mut known)).collect();
        let mut spread: HashMap<String, u32> = HashMap::new();
        for (number, kind) in self.kinds.iter().enumerate() {
            for (written, words) in kind.trade_words.iter().enumerate() {
                let stems = stems(words);
                for stem in &stems {
                    *spread.entry(stem.clone()).or_default() += 1;
                }
                if !stems.is_empty() {
                    self.phrases.push(Phrase { kind: number as u32, stems, written: written as u32 });
                }
            }
        }
        for (number, phrase) in self.phrases.iter().enumerate() {
            let rarest = phrase.stems.iter().min_by_key(|stem| spread.get(*stem).copied().unwrap_or_default());
            if let Some(rarest) = rarest {
                self.by_stem.entry(rarest.clone().into_boxed_str()).or_default().push(number as u32);
            }
        }
    }

    /// The kinds whose trade words stand in a description, given as stems in order. The words of a phrase may stand in
    /// any order ("pump, vacuum"), close together; a phrase with a number must stand as it is, for "boron, not more than
    /// 10" is not boron-10. `apart` says before which words grammar was left out. Of two phrases on the same words the
    /// longer one counts.
    pub(crate) fn find(&self, description: &[&str], apart: &[bool]) -> Vec<FoundKind> {
        let mut found: Vec<FoundKind> = Vec::new();
        for (place, stem) in description.iter().enumerate() {
            let Some(phrases) = self.by_stem.get(*stem) else { continue };
            for phrase in phrases {
                let phrase = &self.phrases[*phrase as usize];
                let found_words = if phrase.stems.iter().any(|stem| is_number(stem)) {
                    stands_exactly(&phrase.stems, description, apart, place)
                } else {
                    stands_near(&phrase.stems, description, place)
                };
                let Some(words) = found_words else { continue };
                let same = found.iter_mut().find(|one| one.kind == phrase.kind);
                match same {
                    Some(one) if one.words.len() >= words.len() => {}
                    Some(one) => *one = FoundKind { kind: phrase.kind, written: phrase.written, words },
                    None => found.push(FoundKind { kind: phrase.kind, written: phrase.written, words }),
                }
            }
        }
        let covered = |one: &FoundKind, other: &FoundKind| {
            other.words.len() > one.words.len() && one.words.iter().all(|word| other.words.contains(word))
        };
        let longest: Vec<bool> = found.iter().map(|one| !found.iter().any(|other| covered(one, other))).collect();
        let mut keep = longest.into_iter();
        found.retain(|_| keep.next().unwrap_or(true));
        found
    }

    /// Places of the words that say "an everyday thing": clothes, toys, kitchen, jewellery.
    pub(crate) fn everyday(&self, description: &[&str]) -> Vec<usize> {
        let mut places = Vec::new();
        for (place, stem) in description.iter().enumerate() {
            let Some(phrases) = self.everyday.get(*stem) else { continue };
            let stands = |phrase: &Vec<String>| {
                phrase.iter().zip(description.iter().skip(place)).filter(|(one, other)| one == *other).count()
                    == phrase.len()
            };
            if phrases.iter().any(stands) {
                places.push(place);
            }
        }
        places
    }
}

/// Finds every stem of a phrase around a place; the places in order, or nothing.
fn stands_near(phrase: &[String], description: &[&str], place: usize) -> Option<Vec<usize>> {
    let reach = phrase.len() - 1 + SLACK;
    let from = if phrase.len() == 1 { place } else { place.saturating_sub(reach) };
    let to = if phrase.len() == 1 { place + 1 } else { (place + reach + 1).min(description.len()) };
    let mut places = Vec::with_capacity(phrase.len());
    for stem in phrase {
        // The nearest to the rarest word, so that "pump … pump, vacuum" takes the second.
        let nearest = (from..to).filter(|at| description[*at] == stem && !places.contains(at));
        places.push(nearest.min_by_key(|at| at.abs_diff(place))?);
    }
    places.sort_unstable();
    (places.last()? - places.first()? <= reach).then_some(places)
}

fn is_number(stem: &str) -> bool {
    stem.starts_with(|c: char| c.is_ascii_digit()) && stem.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Finds a phrase as it is, around a place that holds one of its stems.
fn stands_exactly(phrase: &[String], description: &[&str], apart: &[bool], place: usize) -> Option<Vec<usize>> {
    let starts = (0..phrase.len()).filter(|before| phrase[*before] == description[place]);
    let mut starts = starts.filter_map(|before| place.checked_sub(before));
    let stands = |start: &usize| {
        let words = description.get(*start..*start + phrase.len());
        let close = apart.get(*start + 1..*start + phrase.len()).is_none_or(|between| !between.contains(&true));
        close && words.is_some_and(|words| words.iter().zip(phrase).all(|(one, other)| one == other))
    };
    let start = starts.find(stands)?;
    Some((start..start + phrase.len()).collect())
}

/// Stems of trade words, without grammar.
fn stems(words: &str) -> Vec<String> {
    text::tokens(words, 20)
        .into_iter()
        .filter(|token| !crate::stop_words::is_grammar(&token.text))
        .map(|token| text::stem(&token.text))
        .collect()
}

fn content_lines(table: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = table.lines().enumerate().map(|(index, line)| (index + 1, line));
    numbered.skip(1).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

fn goods_kind(line: &str) -> Option<GoodsKind> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().map(str::trim);
    let (id, en, ru) = (next()?, next()?, next()?);
    let (list_words, paths, decides, nomenclature) = (next()?, next()?, next()?, next()?);
    let values = |field: &str| -> Vec<String> {
        field.split('|').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    };
    let decides = match decides {
        "kind" => Decides::Kind,
        "figures" => Decides::Figures,
        _ => return None,
    };
    let mut trade_words = values(en);
    trade_words.extend(values(ru));
    (!id.is_empty() && !trade_words.is_empty()).then(|| GoodsKind {
        id: id.to_owned(),
        trade_words,
        list_words: list_words.replace('|', " "),
        paths: values(paths),
        decides,
        nomenclature: values(nomenclature),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOODS: &str = "id\ten\tru\tlist words\tpaths\tdecides\tnomenclature\n\
        pump\tpump\tнасос\tpumps\t\tfigures\t8413\n\
        turbopump\tvacuum pump, turbomolecular|turbo pump\tтурбомолекулярный насос\tvacuum pumps\t2B231\tfigures\t841410\n\
        boron-10\tboron-10\t\tboron\t1C225\tkind\t2845\n\
        freeze-dryer\tfreeze dryer|lyophilizer\tлиофильная сушилка\tfreeze drying equipment\t2B352.e\tkind\t8419\n";

    #[track_caller]
    fn check(description: &str, expect: &[&str]) {
        let (thesaurus, faults) = Thesaurus::read(GOODS, "en\tru\ntoy\tигрушка\n", "heading\n95\n");
        assert_eq!(faults, []);
        let apart: Vec<bool> = text::tokens(description, 50)
            .windows(2)
            .filter(|pair| !crate::stop_words::is_grammar(&pair[1].text))
            .map(|pair| crate::stop_words::is_grammar(&pair[0].text))
            .collect();
        let apart: Vec<bool> = std::iter::once(false).chain(apart).collect();
        let stems: Vec<String> = stems(description);
        let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
        let mut found: Vec<&str> = thesaurus
            .find(&stems, &apart)
            .iter()
            .map(|found| thesaurus.kinds[found.kind as usize].id.as_str())
            .collect();
        found.sort_unstable();
        assert_eq!(found, expect);
    }

    #[test]
    fn trade_words_are_found_in_any_order_close_together() {
        check("Laboratory freeze-dryers, 6 l", &["freeze-dryer"]);
        check("Сушилки лиофильные", &["freeze-dryer"]);
        check("Pump, vacuum, new turbomolecular", &["turbopump"]);
        check("Насос турбомолекулярный", &["turbopump"]);
        check("Pump for water", &["pump"]);
        check("Boron-10 powder", &["boron-10"]);
        check("Magnesium, boron not more than 10 ppm", &[]);
        check("freeze the deal and later buy a hair dryer", &[]);
    }

    #[test]
    fn a_broken_line_is_a_fault_with_its_number() {
        let (_, faults) = Thesaurus::read("head\na\tb\n", "", "");
        assert_eq!(faults.len(), 1);
    }
}
