//! What is known of words in names, from `data/names/`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use text::fold;

use super::part::Role;
use crate::party::PartyKind;

/// The tables, folded for looking up.
pub(crate) struct Knowledge {
    roles: HashMap<String, Role>,
    vessel_titles: HashSet<String>,
    titles_only_first: HashSet<String>,
    frequent: HashMap<String, Frequency>,
    variants: HashMap<String, [u16; 4]>,
    general: HashMap<String, u16>,
    numbers: HashMap<String, u32>,
    /// Legal forms by their words; forms of one word stand among them too.
    forms: HashMap<String, u32>,
    longest_form: usize,
}

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(Knowledge::read);

pub(crate) fn knowledge() -> &'static Knowledge {
    &KNOWLEDGE
}

/// How many people share a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frequency {
    /// Not known as frequent.
    Rare,
    /// A frequent given name.
    Given,
    /// A frequent family name.
    Family,
    /// Frequent as both.
    Both,
}

/// First group of the forms of frequent names; those of `variants.csv` have the numbers below.
const FIRST_FREQUENT: u16 = 1_000;

/// First group of general words: those of names have the numbers below.
const FIRST_MEANING: u16 = 20_000;

impl Knowledge {
    fn read() -> Self {
        let mut roles = HashMap::new();
        let (mut vessel_titles, mut titles_only_first) = (HashSet::new(), HashSet::new());
        for line in include_str!("../../../../data/names/roles.csv").lines().skip(1) {
            let Some((role, words)) = line.split_once(',') else { continue };
            for word in words.split('|').map(fold) {
                let role = match role {
                    "title" => Role::Title,
                    "particle" => Role::Particle,
                    "compound" => Role::Compound,
                    "common" => Role::Frequent,
                    "title-first" => {
                        titles_only_first.insert(word.clone());
                        Role::Title
                    }
                    _ => {
                        vessel_titles.insert(word);
                        continue;
                    }
                };
                roles.entry(word).or_insert(role);
            }
        }
        let mut variants: HashMap<String, [u16; 4]> = HashMap::new();
        for (number, line) in (1_u16..).zip(include_str!("../../../../data/names/variants.csv").lines()) {
            for word in line.split('|').map(fold) {
                let groups = variants.entry(word).or_default();
                if !groups.contains(&number)
                    && let Some(place) = groups.iter_mut().find(|group| **group == 0)
                {
                    *place = number;
                }
            }
        }
        // Every name with several forms is one that many people have.
        let mut frequent: HashMap<String, Frequency> =
            variants.keys().map(|word| (word.clone(), Frequency::Given)).collect();
        let frequent_names = include_str!("../../../../data/names/frequent.csv").lines().skip(1).flat_map(|line| {
            let (kind, names) = line.split_once(',').unwrap_or_default();
            names.split('|').map(move |forms| (kind, forms))
        });
        for (number, (kind, forms)) in (FIRST_FREQUENT..).zip(frequent_names) {
            let several = forms.contains('/');
            for word in forms.split('/').map(fold) {
                let one = if kind == "given" { Frequency::Given } else { Frequency::Family };
                let known = frequent.entry(word.clone()).or_insert(one);
                if *known != one {
                    *known = Frequency::Both;
                }
                if several && let Some(place) = variants.entry(word).or_default().iter_mut().find(|group| **group == 0)
                {
                    *place = number;
                }
            }
        }
        let mut general = HashMap::new();
        for (number, line) in
            (FIRST_MEANING..).zip(include_str!("../../../../data/names/organisation_words.csv").lines())
        {
            for word in line.split('|').map(fold) {
                general.entry(word).or_insert(number);
            }
        }
        let mut numbers = HashMap::new();
        for line in include_str!("../../../../data/names/number_words.csv").lines() {
            let mut words = line.split('|');
            let Some(value) = words.next().and_then(|value| value.parse().ok()) else { continue };
            numbers.extend(words.map(|word| (fold(word), value)));
        }
        let mut forms = HashMap::new();
        for (class, line) in (1_u32..).zip(include_str!("../../../../data/names/company_forms.csv").lines().skip(1)) {
            let Some((_, words)) = line.split_once(',') else { continue };
            for form in words.split('|').map(fold) {
                forms.entry(form).or_insert(class);
            }
        }
        let longest_form = forms.keys().map(|form| form.split(' ').count()).max().unwrap_or(1);
        Self { roles, vessel_titles, titles_only_first, frequent, variants, general, numbers, forms, longest_form }
    }

    pub(crate) fn role(&self, word: &str) -> Option<Role> {
        self.roles.get(word).copied()
    }

    /// Whether this is a title of ships: «M/V», «tanker».
    pub(crate) fn is_title_of(&self, word: &str, kind: PartyKind) -> bool {
        kind == PartyKind::Vessel && self.vessel_titles.contains(word)
    }

    /// Whether this title is a name where a name stands before it.
    pub(crate) fn is_title_only_first(&self, word: &str) -> bool {
        self.titles_only_first.contains(word)
    }

    /// How many people have this name.
    pub(crate) fn frequency(&self, word: &str) -> Frequency {
        self.frequent.get(word).copied().unwrap_or(Frequency::Rare)
    }

    pub(crate) fn variants(&self, word: &str) -> Option<[u16; 4]> {
        self.variants.get(word).copied()
    }

    pub(crate) fn general(&self, word: &str) -> Option<u16> {
        self.general.get(word).copied()
    }

    /// The value of a number in digits, or in words where names have such: not in those of people.
    pub(crate) fn number(&self, word: &str, kind: PartyKind) -> Option<u32> {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return word.get(..word.len().min(9)).and_then(|digits| digits.parse().ok());
        }
        if matches!(kind, PartyKind::Person | PartyKind::Unknown) {
            return None;
        }
        self.numbers.get(word).copied()
    }

    /// The kind of a legal form of these words, parted by single spaces.
    pub(crate) fn form(&self, words: &str) -> Option<u32> {
        self.forms.get(words).copied()
    }

    /// How many words the longest legal form has.
    pub(crate) fn longest_form(&self) -> usize {
        self.longest_form
    }
}
