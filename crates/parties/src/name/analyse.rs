//! Taking a name apart.

use std::collections::HashMap;
use std::sync::Arc;

use text::{Script, fold, script_of};

use super::compound::split_compound;
use super::knowledge::knowledge;
use super::part::{Part, Role};
use crate::party::PartyKind;

/// Most parts of a name that are compared. Longer names are screened by these, and the hit says so.
pub const MOST_PARTS: usize = 24;

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What kind of party it was read as.
    pub kind: PartyKind,
    /// Its parts, in the written order.
    pub parts: Vec<Arc<Part>>,
    /// Whether parts were left out because there are too many.
    pub cut: bool,
    /// Whether nothing in it says who is meant: it has only titles, particles, initials, legal forms or digits.
    pub slight: bool,
    /// How many parts stand before the comma of a person's name, as lists write family names; 0 where none is told.
    pub family: u8,
}

impl Name {
    /// Takes a name apart.
    #[must_use]
    pub fn new(name: &str, kind: PartyKind) -> Self {
        Analyst::default().analyse(name, kind)
    }
}

/// Takes names apart and remembers the parts it has seen, because names share them.
#[derive(Debug, Default)]
pub(crate) struct Analyst {
    seen: [HashMap<String, Arc<Part>>; 4],
}

/// Most parts remembered: some 30 MB at most.
const MOST_SEEN: usize = 60_000;

impl Analyst {
    pub(crate) fn analyse(&mut self, name: &str, kind: PartyKind) -> Name {
        let name = clean(name);
        let before = if kind == PartyKind::Person { before_comma(&name) } else { None };
        let family_words = before.map_or(0, |before| words(before).len());
        let words = words(&name);
        let words = if kind == PartyKind::Person { words } else { join_forms(&words) };
        let mut cut = false;
        let mut parts: Vec<Arc<Part>> = Vec::with_capacity(words.len());
        let mut family = 0;
        for (place, word) in words.iter().enumerate() {
            if place == family_words {
                family = parts.len();
            }
            if parts.len() >= MOST_PARTS {
                cut = true;
                break;
            }
            for piece in split_compound(word, kind).into_iter().filter(|piece| !piece.is_empty()) {
                parts.push(self.part(piece, kind));
            }
        }
        add_numbers(&mut parts);
        let slight = !parts.iter().any(|part| says_who(part));
        if kind == PartyKind::Person {
            name_behind_names(&mut parts);
        }
        // A particle leads to something: at the end it is a name, «Zachary Le».
        if kind == PartyKind::Person
            && parts.len() > 1
            && let Some(last) = parts.last_mut().filter(|last| last.role == Role::Particle)
        {
            *last = Arc::new(Part { role: Role::Name, ..Part::clone(last) });
        }
        // A name of titles and particles only is a name all the same.
        if !parts.iter().any(|part| part.weight() >= Role::General.weight()) {
            for part in &mut parts {
                if part.role != Role::Form {
                    *part = Arc::new(Part { role: Role::Name, ..Part::clone(part) });
                }
            }
        }
        if kind != PartyKind::Person && !parts.iter().any(|part| part.role.distinguishes()) {
            // General words only: «Central Bank» is all there is of its name.
            for part in parts.iter_mut().filter(|part| part.role == Role::General) {
                *part = Arc::new(Part { role: Role::Frequent, ..Part::clone(part) });
            }
        }
        Name { kind, parts, cut, slight, family: family as u8 }
    }

    fn part(&mut self, word: &str, kind: PartyKind) -> Arc<Part> {
        let seen = &mut self.seen[kind as usize];
        if let Some(part) = seen.get(word) {
            return Arc::clone(part);
        }
        if seen.len() >= MOST_SEEN {
            seen.clear();
        }
        let part = Arc::new(Part::new(word, kind));
        seen.insert(word.to_owned(), Arc::clone(&part));
        part
    }
}

/// What stands before the only comma of a name: «Brellund» of «Brellund, Tavit».
fn before_comma(name: &str) -> Option<&str> {
    let (before, after) = name.split_once(',')?;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (!after.contains(',') && letters(before) && letters(after)).then_some(before)
}

/// Whether a part says who is meant, as a title, a legal form or a number by itself does not.
fn says_who(part: &Part) -> bool {
    let slight = matches!(part.role, Role::Title | Role::Particle | Role::Initial | Role::Form | Role::Number);
    // One letter of an alphabet is no name; one Chinese character is.
    let letter = matches!(part.script, Script::Latin | Script::Cyrillic) && part.text.chars().count() < 2;
    !slight && !letter
}

/// A name without what cannot be seen, in small letters, with look-alike letters of another alphabet put right.
pub(crate) fn clean(name: &str) -> String {
    let visible: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    fold(&visible)
}

/// The words of a cleaned name. Dots behind single letters part initials; apostrophes and their kin belong to the word.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut digits = false;
    let mut behind = name.chars().peekable();
    while let Some(c) = behind.next() {
        match c {
            '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | '´' | 'ʿ' | 'ʾ' | '"' if !word.is_empty() || c != '"' => {}
            '?' if !word.is_empty() => {}
            _ if c.is_alphanumeric() || is_mark(c) => {
                // «№12» and «TANKER5» are a word and a number.
                let digit = c.is_ascii_digit() && !stands_for_a_letter(c, &word, behind.peek().copied());
                let c = if c.is_ascii_digit() && !digit { letter_for(c) } else { c };
                if !word.is_empty() && digit != digits {
                    push(&mut words, &mut word);
                }
                digits = digit;
                word.push(c);
            }
            _ => push(&mut words, &mut word),
        }
    }
    push(&mut words, &mut word);
    // 1st, 2nd, 3rd are one word.
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(last)
                if last.bytes().all(|b| b.is_ascii_digit())
                    && matches!(word.as_str(), "st" | "nd" | "rd" | "th")
                    && last.len() < 3 => {}
            _ => joined.push(word),
        }
    }
    joined
}

/// Whether a digit stands inside a word: «Sech1n».
fn stands_for_a_letter(c: char, word: &str, next: Option<char>) -> bool {
    let before = word.chars().last().is_some_and(char::is_alphabetic);
    letter_for(c) != c && before && next.is_some_and(char::is_alphabetic)
}

/// The letter a digit is written for.
fn letter_for(digit: char) -> char {
    match digit {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        other => other,
    }
}

/// Marks of alphabets whose vowels are marks.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x64b..=0x65f | 0x900..=0xdff | 0xe31..=0xe4e)
}

fn push(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        let whole = std::mem::take(word);
        words.push(put_right(whole));
    }
}

/// A word with letters of two alphabets in the alphabet of most of them: «Ивaнов» with a Latin a.
fn put_right(word: String) -> String {
    if word.is_ascii() {
        return word;
    }
    let has = |script: Script| word.chars().any(|c| script_of(c.encode_utf8(&mut [0; 4])) == script);
    if !(has(Script::Latin) && has(Script::Cyrillic)) {
        return word;
    }
    const TWINS: &[(char, char)] = &[
        ('a', 'а'),
        ('b', 'в'),
        ('c', 'с'),
        ('e', 'е'),
        ('h', 'н'),
        ('i', 'і'),
        ('j', 'ј'),
        ('k', 'к'),
        ('m', 'м'),
        ('o', 'о'),
        ('p', 'р'),
        ('s', 'ѕ'),
        ('t', 'т'),
        ('x', 'х'),
        ('y', 'у'),
    ];
    let to_cyrillic = script_of(&word) == Script::Cyrillic;
    let twin = |c: char| {
        let found = TWINS.iter().find(|(latin, cyrillic)| c == if to_cyrillic { *latin } else { *cyrillic });
        found.map_or(c, |(latin, cyrillic)| if to_cyrillic { *cyrillic } else { *latin })
    };
    word.chars().map(twin).collect()
}

/// Words of a legal form become one word with spaces: «limited liability company», «s a r l».
fn join_forms(words: &[String]) -> Vec<String> {
    let knowledge = knowledge();
    let mut joined = Vec::with_capacity(words.len());
    let mut place = 0;
    while place < words.len() {
        let most = knowledge.longest_form().min(words.len() - place);
        let found = (2..=most).rev().find_map(|count| {
            let form = words[place..place + count].join(" ");
            knowledge.form(&form).map(|_| (form, count))
        });
        match found {
            Some((form, count)) => {
                joined.push(form);
                place += count;
            }
            None => {
                joined.push(words[place].clone());
                place += 1;
            }
        }
    }
    joined
}

/// A title that is a name as well is one behind another name: «David King», and «King Salman» is none.
fn name_behind_names(parts: &mut [Arc<Part>]) {
    for place in 1..parts.len() {
        if parts[place].role == Role::Title
            && knowledge().is_title_only_first(&parts[place].text)
            && parts[..place].iter().any(|part| part.role.distinguishes())
        {
            parts[place] = Arc::new(Part { role: Role::Name, ..Part::clone(&parts[place]) });
        }
    }
}

/// Numbers in two words are one: «forty four».
fn add_numbers(parts: &mut Vec<Arc<Part>>) {
    let mut place = 1;
    while place < parts.len() {
        let (tens, ones) = (&parts[place - 1], &parts[place]);
        if tens.role == Role::Number
            && ones.role == Role::Number
            && (20..100).contains(&tens.value)
            && tens.value % 10 == 0
            && (1..10).contains(&ones.value)
            && tens.text.parse::<u32>().is_err()
        {
            let sum = tens.value + ones.value;
            let text = format!("{} {}", tens.text, ones.text);
            parts[place - 1] = Arc::new(Part { text, value: sum, ..Part::clone(tens) });
            parts.remove(place);
        } else {
            place += 1;
        }
    }
}
