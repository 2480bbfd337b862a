//! Cyrillic and Latin, both ways, in six readings, from one table.

use std::collections::HashMap;
use std::sync::LazyLock;

/// In which language's spelling a Cyrillic word is read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Russian.
    Russian,
    /// Belarusian.
    Belarusian,
    /// Ukrainian.
    Ukrainian,
    /// Kazakh.
    Kazakh,
    /// Kyrgyz.
    Kyrgyz,
    /// Tajik.
    Tajik,
}

impl Reading {
    /// Every reading, in the order of the table's columns.
    pub const ALL: [Self; 6] =
        [Self::Russian, Self::Belarusian, Self::Ukrainian, Self::Kazakh, Self::Kyrgyz, Self::Tajik];

    fn column(self) -> usize {
        match self {
            Self::Russian => 0,
            Self::Belarusian => 1,
            Self::Ukrainian => 2,
            Self::Kazakh => 3,
            Self::Kyrgyz => 4,
            Self::Tajik => 5,
        }
    }
}

/// One letter of the table.
#[derive(Debug)]
pub(super) struct Letter {
    letter: char,
    /// Its symbols in a sound key.
    pub(super) sound: &'static str,
    /// For each reading, whether the letter is of its alphabet, its usual spellings, and those at a beginning.
    spellings: [Option<(Vec<&'static str>, Vec<&'static str>)>; 6],
}

static TABLE: LazyLock<HashMap<char, Letter>> = LazyLock::new(|| {
    let text = include_str!("../../../../data/transliteration/cyrillic.csv");
    text.lines().skip(1).filter_map(letter).map(|letter| (letter.letter, letter)).collect()
});

fn letter(line: &'static str) -> Option<Letter> {
    let mut cells = line.split(',');
    let letter = cells.next()?.chars().next()?;
    let sound = cells.next()?;
    let mut spellings = [const { None }; 6];
    for (place, cell) in spellings.iter_mut().zip(cells) {
        if !cell.is_empty() {
            let (inside, beginning) = cell.split_once('/').unwrap_or((cell, cell));
            *place = Some((inside.split('|').collect(), beginning.split('|').collect()));
        }
    }
    Some(Letter { letter, sound, spellings })
}

pub(super) fn find(c: char) -> Option<&'static Letter> {
    TABLE.get(&c)
}

/// The readings whose alphabets have every letter of a word; all of them when the word has none of their letters.
#[must_use]
pub fn readings(word: &str) -> Vec<Reading> {
    let letters: Vec<&Letter> = word.to_lowercase().chars().filter_map(find).collect();
    let fits = |reading: &Reading| letters.iter().all(|letter| letter.spellings[reading.column()].is_some());
    let fitting: Vec<Reading> = Reading::ALL.into_iter().filter(fits).collect();
    if fitting.is_empty() { vec![Reading::Russian] } else { fitting }
}

/// Romanises a Cyrillic text in one reading, with the usual spelling of each letter. Letters of other alphabets are
/// written as the first reading that has them writes them; what is not Cyrillic stays. Capitals stay capitals.
#[must_use]
pub fn to_latin(text: &str, reading: Reading) -> String {
    let mut latin = String::with_capacity(text.len());
    let mut beginning = true;
    for c in text.chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let Some(letter) = find(lower) else {
            latin.push(c);
            beginning = !c.is_alphabetic();
            continue;
        };
        let own = letter.spellings[reading.column()].as_ref();
        let spelling = own.or_else(|| letter.spellings.iter().flatten().next());
        let written = spelling.map_or("", |(inside, start)| {
            (if beginning { start } else { inside }).first().copied().unwrap_or_default()
        });
        if c == lower {
            latin.push_str(written);
        } else {
            let mut rest = written.chars();
            latin.extend(rest.next().into_iter().flat_map(char::to_uppercase));
            latin.push_str(rest.as_str());
        }
        beginning = "аеёиоуыэюяіїєәөүұӣӯьъ".contains(lower);
    }
    latin
}

/// Spellings of one reading with their letters, the longest first; among equals the earlier line of the table.
type Spellings = Vec<(&'static str, char)>;

static REVERSED: LazyLock<[Spellings; 6]> = LazyLock::new(|| {
    let text = include_str!("../../../../data/transliteration/cyrillic.csv");
    let mut reversed: [Spellings; 6] = Default::default();
    for letter in text.lines().skip(1).filter_map(letter) {
        for (spellings, found) in reversed.iter_mut().zip(&letter.spellings) {
            let Some((inside, beginning)) = found else { continue };
            for spelling in beginning.iter().chain(inside).filter(|spelling| !spelling.is_empty()) {
                spellings.push((spelling, letter.letter));
            }
        }
    }
    for spellings in &mut reversed {
        spellings.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.chars().count()));
    }
    reversed
});

/// Writes a Latin text in Cyrillic letters, as one reading would spell it: the longest spelling that fits is taken.
/// Several Cyrillic spellings may be meant by one Latin one; this gives one of them, small letters for small ones.
#[must_use]
pub fn to_cyrillic(text: &str, reading: Reading) -> String {
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    let mut cyrillic = String::with_capacity(text.len() * 2);
    while let Some(c) = rest.chars().next() {
        let after_vowel = cyrillic.chars().last().is_some_and(|last| "аеёиоуыэюяіїєәөүұӣӯ".contains(last));
        let at_start = cyrillic.chars().last().is_none_or(|last| !last.is_alphabetic());
        let fits = |spelling: &&(&str, char)| rest.starts_with(spelling.0);
        let found = REVERSED[reading.column()].iter().find(fits);
        let (taken, letter) = match found {
            // A glide behind a vowel, a vowel between consonants.
            Some((spelling @ ("y" | "i" | "j"), letter)) => {
                let vowel = match (reading, *spelling) {
                    (Reading::Belarusian | Reading::Russian, "y") => 'ы',
                    (Reading::Belarusian, _) | (Reading::Ukrainian, "i") => 'і',
                    (Reading::Kazakh | Reading::Kyrgyz, "y") => 'ы',
                    _ => 'и',
                };
                let glide = *spelling == "j" || (after_vowel && *spelling == "y");
                (
                    spelling.len(),
                    if glide {
                        'й'
                    } else if *letter == 'ж' {
                        'ж'
                    } else {
                        vowel
                    },
                )
            }
            Some(("e", _)) => (1, if at_start && reading != Reading::Ukrainian { 'э' } else { 'е' }),
            Some((spelling, letter)) => (spelling.len(), *letter),
            None => (c.len_utf8(), c),
        };
        cyrillic.push(letter);
        rest = rest.get(taken..).unwrap_or_default();
    }
    cyrillic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reading: Reading, cyrillic: &str, latin: &str) {
        assert_eq!(to_latin(cyrillic, reading), latin);
    }

    #[test]
    fn each_reading_romanises_in_its_own_way() {
        check(Reading::Russian, "Елена Щукина", "Yelena Shchukina");
        check(Reading::Russian, "Хабибуллин", "Khabibullin");
        check(Reading::Belarusian, "Гродна Ціхан", "Hrodna Tsikhan");
        check(Reading::Ukrainian, "Гулієв", "Huliyev");
        check(Reading::Ukrainian, "Їжак", "Yizhak");
        check(Reading::Kyrgyz, "Жээнбеков", "Zheenbekov");
        check(Reading::Kazakh, "Қасым", "Qasym");
        check(Reading::Tajik, "Ҷумъа Раҳмон", "Juma Rahmon");
        check(Reading::Tajik, "", "");
    }

    #[test]
    fn and_back() {
        for (reading, latin, cyrillic) in [
            (Reading::Russian, "khabibullin", "хабибуллин"),
            (Reading::Ukrainian, "hryhorenko", "григоренко"),
            (Reading::Tajik, "rahmon", "раҳмон"),
            (Reading::Russian, "zhukov", "жуков"),
        ] {
            let found = to_cyrillic(latin, reading);
            let other = found.replace('ҳ', "х");
            assert!(found == cyrillic || other == cyrillic.replace('ҳ', "х"), "{latin}: {found}");
        }
    }

    #[test]
    fn letters_tell_their_alphabets() {
        assert_eq!(readings("ґудзь"), [Reading::Belarusian, Reading::Ukrainian]);
        assert_eq!(readings("ҷӯра"), [Reading::Tajik]);
        assert_eq!(readings("Иванов").len(), 5);
    }
}
