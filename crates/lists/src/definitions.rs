//! Defined terms: read where a text carries them. Terms of a list as a whole stand in a section of definitions; terms of one
//! entry stand in its technical notes. A term is printed between quotation marks wherever it is used.

use std::collections::BTreeSet;

use domain::language::Language;
use domain::localized::Localized;

use crate::path::ProvisionPath;
use crate::provision::{NoteKind, Provision};
use crate::version::{DefinedTerm, ListVersion};

/// A definition found in a text: the term without its marks, and the sentence that defines it with what follows on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The term.
    pub term: String,
    /// What the text says of it.
    pub meaning: String,
}

/// Longest term, in characters. The longest of the lists known has about 60.
const LONGEST_TERM: usize = 100;

/// Longest meaning that is kept, in characters.
const LONGEST_MEANING: usize = 4_000;

/// How far behind the term its verb may stand, in characters: "“Accuracy”, usually measured in terms of inaccuracy, means".
const FARTHEST_VERB: usize = 120;

/// Verbs that only define.
const DEFINES: [&str; 10] = [
    "means",
    "mean",
    "refers to",
    "is defined as",
    "are defined as",
    "означает",
    "означают",
    "понимается",
    "понимаются",
    "определяется как",
];

/// Verbs that define at the beginning of a sentence only: "'Tensile strength' is the …".
const STATES: [&str; 6] = ["is", "are", "includes", "include", "– это", "— это"];

/// The definitions in a text, in its order.
#[must_use]
pub fn find(text: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    for line in text.lines() {
        let quoted = quotations(line);
        let mut starts: Vec<(usize, &str)> = Vec::new();
        for (start, end, term) in &quoted {
            if defines(line, *start, *end) && !starts.iter().any(|(_, known)| known == term) {
                starts.push((sentence_start(line, *start), term));
            }
        }
        for (place, (start, term)) in starts.iter().enumerate() {
            let end = starts.get(place + 1).map_or(line.len(), |(next, _)| (*next).max(*start));
            let meaning: String =
                line.get(*start..end).unwrap_or_default().trim().chars().take(LONGEST_MEANING).collect();
            if !meaning.is_empty() {
                found.push(Definition { term: (*term).to_owned(), meaning });
            }
        }
    }
    found
}

/// The texts between quotation marks of either kind: where they begin, where they end, what they hold. A single mark inside a
/// word is an apostrophe.
fn quotations(text: &str) -> Vec<(usize, usize, &str)> {
    const MARKS: [(char, char); 5] = [('"', '"'), ('“', '”'), ('\'', '\''), ('‘', '’'), ('«', '»')];
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, open)) =
        text.get(from..).and_then(|rest| rest.char_indices().find(|(_, c)| MARKS.iter().any(|(open, _)| open == c)))
    {
        let start = from + at;
        from = start + open.len_utf8();
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let closes: Vec<char> = MARKS.iter().filter(|(mark, _)| *mark == open).map(|(_, close)| *close).collect();
        let rest = text.get(from..).unwrap_or_default();
        let end = rest.char_indices().take(LONGEST_TERM).find(|(at, c)| {
            let behind = rest.get(at + c.len_utf8()..).and_then(|behind| behind.chars().next());
            closes.contains(c) && !behind.is_some_and(char::is_alphanumeric)
        });
        if let Some((length, close)) = end {
            let term = rest.get(..length).unwrap_or_default().trim_end_matches([',', '.', ';', ' ']).trim();
            let behind = from + length + close.len_utf8();
            if !term.is_empty() && term.chars().any(char::is_alphabetic) {
                found.push((start, behind, term));
            }
            from = behind;
        }
    }
    found
}

/// Whether a verb of definition stands behind the quotation, before the sentence ends.
fn defines(text: &str, start: usize, end: usize) -> bool {
    let behind: String = text.get(end..).unwrap_or_default().chars().take(FARTHEST_VERB).collect();
    let begins = begins_sentence(text, start);
    // "(1 2 3)" behind a term says in which categories it is used.
    let mut rest = behind.trim_start();
    if let Some(bracket) = rest.strip_prefix('(') {
        rest = bracket.split_once(')').map_or("", |(_, behind)| behind).trim_start();
    }
    let sentence = rest.split(['.', ';', ':']).next().unwrap_or_default().trim_start_matches([',', ' ']);
    let folded = text::fold(sentence);
    let padded = format!(" {folded} ");
    let holds = |verbs: &[&str]| verbs.iter().any(|verb| padded.contains(&format!(" {verb} ")));
    let at_once = |verbs: &[&str]| verbs.iter().any(|verb| padded.starts_with(&format!(" {verb} ")));
    if at_once(&DEFINES) || (begins && (at_once(&STATES) || holds(&DEFINES))) {
        return true;
    }
    rest.starts_with(['–', '—']) && begins
}

/// Whether a sentence begins here, with nothing before it but a number, a label, the head of a note, or "For the purposes of …,".
fn begins_sentence(text: &str, start: usize) -> bool {
    let before = text.get(sentence_start(text, start)..start).unwrap_or_default().trim();
    let folded = text::fold(before);
    let bare = folded.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '(' | ':' | ',' | ' '));
    bare.is_empty()
        || bare.chars().count() == 1
        || [
            "for the purpose",
            "in ",
            "note",
            "technical note",
            "n.b",
            "для целей",
            "в позици",
            "примечани",
            "техническое",
        ]
        .iter()
        .any(|words| bare.starts_with(words))
        || matches!(bare, "the" | "a" | "an" | "term" | "the term" | "термин")
}

/// Where the sentence of this place begins.
fn sentence_start(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    let ends = before.char_indices().rev().find(|(at, c)| {
        matches!(c, '.' | ';') && before.get(at + 1..).is_some_and(|behind| behind.starts_with(' '))
            // "1. ", "a. " and "N.B. " end no sentence.
            && before.get(..*at).is_some_and(|left| {
                let word = left.rsplit(char::is_whitespace).next().unwrap_or_default();
                word.chars().count() > 2 && !word.contains('.')
            })
    });
    ends.map_or(0, |(at, _)| at + 2).min(place)
}

/// The terms that the technical notes of an entry define for it alone.
pub(crate) fn of_notes(provisions: &[Provision]) -> Vec<DefinedTerm> {
    let mut terms: Vec<DefinedTerm> = Vec::new();
    for provision in provisions {
        let notes = provision.notes.iter().filter(|note| note.kind == NoteKind::TechnicalNote);
        for (language, text) in notes.flat_map(|note| note.text.iter()) {
            for definition in find(text) {
                let entry =
                    provision.path.entry().parse().or_else(|_| ProvisionPath::own_numbering(provision.path.entry()));
                let Ok(entry) = entry else { continue };
                let known = terms.iter().any(|term| {
                    term.scope.as_ref() == Some(&entry) && same(term.term.text(language), &definition.term)
                });
                if !known {
                    terms.push(term(&definition, language, Some(entry)));
                }
            }
        }
    }
    terms
}

/// A term with its meaning in one language.
pub(crate) fn term(definition: &Definition, language: Language, scope: Option<ProvisionPath>) -> DefinedTerm {
    DefinedTerm {
        term: Localized::new(language, &definition.term),
        meaning: Localized::new(language, &definition.meaning),
        scope,
    }
}

/// Whether two printings are one term: letters of either case, one or many.
fn same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

/// What a term is known by: folded, its last word without the ending of the plural.
pub(crate) fn key(term: &str) -> String {
    let folded = text::fold(term);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    match bare.rsplit_once(' ') {
        Some((before, last)) => format!("{before} {}", text::stem(last)),
        None => text::stem(bare),
    }
}

/// The terms that the provision, those above and below it, and their notes use between quotation marks. A term of the entry
/// goes before one of the list.
#[must_use]
pub fn used<'l>(list: &'l ListVersion, path: &ProvisionPath) -> Vec<&'l DefinedTerm> {
    let mut keys: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    let within = list.provisions().iter().filter(|provision| provision.path.is_within(path));
    for provision in list.above(path).into_iter().chain(within) {
        let notes = provision.notes.iter().flat_map(|note| note.text.iter());
        for (_, text) in provision.text.iter().chain(notes) {
            for (_, _, term) in text.lines().flat_map(quotations) {
                let key = key(term);
                if seen.insert(key.clone()) {
                    keys.push(key);
                }
            }
        }
    }
    let of_entry = |term: &&DefinedTerm| term.scope.as_ref().is_none_or(|scope| scope.as_str() == path.entry());
    keys.iter()
        .filter_map(|wanted| {
            let fits = |term: &&DefinedTerm| term.term.iter().any(|(_, term)| key(term) == *wanted);
            let mut fitting: Vec<&DefinedTerm> = list.terms.iter().filter(of_entry).filter(fits).collect();
            fitting.sort_by_key(|term| term.scope.is_none());
            fitting.first().copied()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(
        "\"Accuracy\" (2 3 6 7 8), usually measured in terms of inaccuracy, means the maximum deviation.",
        "Accuracy"
    )]
    #[case("Technical Note: For the purposes of 9C901, 'wheel gauge' is the distance between wheels.", "wheel gauge")]
    #[case("1. ‘Wheel gauges’ are measured cold. 2. A 'hub' means the middle.", "Wheel gauges|hub")]
    #[case("«Колея» означает расстояние между колёсами.", "Колея")]
    #[case("The 'hub' of a wheel whose 'gauge' is greater than 5 m.", "")]
    #[case("Widgets that don't mean anything", "")]
    #[case("\"", "")]
    fn finds(#[case] text: &str, #[case] expect: &str) {
        let terms: Vec<String> = find(text).into_iter().map(|definition| definition.term).collect();
        assert_eq!(terms.join("|"), expect);
    }

    #[test]
    fn the_meaning_is_the_sentence_and_what_follows_it() {
        let found = find("Rigid ones only. 'Hub' means the middle. It may be hollow.");
        assert_eq!(found[0].meaning, "'Hub' means the middle. It may be hollow.");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "['\"“”‘’«». a-zа-я();:\\n]{0,120}|\\PC{0,60}") {
            let _ = find(&text);
        }
    }
}
