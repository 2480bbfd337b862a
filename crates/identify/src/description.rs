//! A description, read: its words, what they may be looked up by, and what kind of thing it speaks of.

use std::collections::HashMap;
use std::ops::Range;

use text::{Token, TokenKind};

use crate::stop_words::{is_grammar, is_list_jargon};
use crate::terms::{Stems, Step, amount, codes_between, is_range, step};
use crate::thesaurus::{FoundKind, Thesaurus};

/// Words of a description that are read. What comes after is not looked at, and the answer says so.
pub const MOST_WORDS: usize = 1500;

/// Bytes of a description that are read.
pub const MOST_BYTES: usize = 32 * 1024;

/// A description, read once for all channels.
#[derive(Debug, Default)]
pub(crate) struct Description {
    /// The words that count, in order: no grammar.
    pub(crate) words: Vec<Word>,
    /// What is looked up, each with how often it stands there.
    pub(crate) terms: Vec<Term>,
    /// Terms that belong to its head, from the first on.
    pub(crate) head: usize,
    /// Kinds of goods that the thesaurus knows by these words.
    pub(crate) kinds: Vec<FoundKind>,
    /// The first word (in `words`) of what the goods are for or go with, where the description says so.
    pub(crate) purpose: Option<usize>,
    /// Entries that it takes out of what it speaks of: "other than those specified in 1C010".
    pub(crate) excluded: Vec<String>,
    /// Places (in `words`) of words of everyday goods.
    pub(crate) everyday: Vec<usize>,
    /// Whether it speaks of software or technology.
    pub(crate) subject: Subject,
    /// Codes of list entries that it names, with where they stand.
    pub(crate) codes: Vec<(String, Range<usize>)>,
    /// Whether a part at the end was left unread.
    pub(crate) cut: bool,
    /// While it is read: whether what comes now says what the goods are for.
    in_purpose: bool,
    /// … and whether grammar stood directly before.
    apart: bool,
}

/// A word of a description.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) stem: String,
    /// Where it stands in the description, in bytes.
    pub(crate) place: Range<usize>,
    /// A word of the phrases of every list.
    pub(crate) jargon: bool,
    pub(crate) number: bool,
    /// Grammar was left out directly before it.
    pub(crate) apart: bool,
    /// It says what the goods are for, not what they are.
    pub(crate) of_purpose: bool,
}

/// A term to look up.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) text: String,
    /// Weight by how often it stands there.
    pub(crate) weight: f32,
    /// The word it begins with.
    pub(crate) word: usize,
    pub(crate) kind: TermKind,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TermKind {
    /// A word or a code as it stands there.
    Single,
    /// Two words that stand side by side.
    Pair,
    /// A number with its unit.
    Amount,
    /// The word with which a head opens, counted among heads only.
    Opening,
    /// A code between two that were written: "3A225 to 3A228".
    Between,
}

/// What a description speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Subject {
    /// Goods.
    #[default]
    Goods,
    /// Software (group D of the lists).
    Software,
    /// Technology (group E).
    Technology,
}

impl Description {
    /// Reads a description.
    pub(crate) fn read(written: &str, thesaurus: &Thesaurus, stems: &mut Stems) -> Self {
        let mut end = written.len().min(MOST_BYTES);
        while !written.is_char_boundary(end) {
            end -= 1;
        }
        let tokens = text::tokens(&written[..end], MOST_WORDS);
        let cut = end < written.len() || tokens.len() == MOST_WORDS;
        let mut description = Self { cut, subject: subject(&tokens), ..Self::default() };
        let head_ends = end_of_head(&written[..end]);
        if opens_with_other(&written[..head_ends]) {
            description.count(OTHER.to_owned(), 0, TermKind::Opening, &mut HashMap::new());
        }
        let mut excluding = false;
        let mut read_to = 0;
        let mut counted: HashMap<String, usize> = HashMap::new();
        // The word before with its place among the words, the number before, the code before: each only when it stands
        // directly before.
        let mut before: Option<(String, usize)> = None;
        let mut number: Option<String> = None;
        let mut code: Option<String> = None;
        for token in tokens {
            if let Some(number) = number.take()
                && token.kind == TokenKind::Word
                && let Some(amount) = amount(&number, &token.text)
            {
                let word = description.words.len().saturating_sub(1);
                description.count(amount, word, TermKind::Amount, &mut counted);
            }
            let range = is_range(&token.text);
            let mut code_before = None;
            if written[read_to..token.place.start].contains([',', ';', '.', ':', '\n', ')']) {
                description.in_purpose = false;
            }
            read_to = token.place.end;
            excluding = match token.text.as_str() {
                "than" | "кроме" | "исключением" | "except" | "excluding" => true,
                other => excluding && (token.kind == TokenKind::Code || leads_to_a_code(other)),
            };
            match step(&token, stems) {
                Step::Grammar => {
                    if description.purpose.is_none() && says_purpose(&token.text) && !description.words.is_empty() {
                        description.purpose = Some(description.words.len());
                    }
                    description.in_purpose |= matches!(token.text.as_str(), "for" | "into" | "для" | "под");
                    code_before = code.take().filter(|_| range);
                }
                Step::Letter => before = None,
                Step::Number(digits) => {
                    let (stem, of_purpose) = (digits.to_owned(), description.in_purpose);
                    let apart = description.apart;
                    number = Some(stem.clone());
                    description.words.push(Word {
                        stem,
                        place: token.place,
                        jargon: false,
                        number: true,
                        of_purpose,
                        apart,
                    });
                    before = None;
                }
                Step::Code(found) => {
                    let word = description.words.len();
                    for between in code.take().map(|first| codes_between(&first, found)).unwrap_or_default() {
                        description.count(between, word, TermKind::Between, &mut counted);
                    }
                    if excluding {
                        description.excluded.push(found.to_ascii_uppercase());
                    }
                    description.codes.push((found.to_ascii_uppercase(), token.place.clone()));
                    code_before = Some(found.to_owned());
                    description.push(found.to_owned(), token.place.clone(), &mut counted, false);
                    before = None;
                }
                Step::Word(stem) => {
                    let stem = stem.to_owned();
                    let word = description.push(stem.clone(), token.place.clone(), &mut counted, true);
                    if let Some((before, at)) = before {
                        description.count(format!("{before} {stem}"), at, TermKind::Pair, &mut counted);
                    }
                    before = Some((stem, word));
                }
            }
            code = code_before;
            description.apart = is_grammar(&token.text);
            if token_ends_before(&description, head_ends) && description.terms.len() <= LONGEST_HEAD {
                description.head = description.terms.len();
            }
        }
        for term in &mut description.terms {
            let in_purpose = description.words.get(term.word).is_some_and(|word| word.of_purpose);
            // Said twice is a little more than said once.
            term.weight = (1.0 + term.weight.ln()) * if in_purpose { OF_PURPOSE } else { 1.0 };
        }
        let stems: Vec<&str> = description.words.iter().map(|word| word.stem.as_str()).collect();
        let apart: Vec<bool> = description.words.iter().map(|word| word.apart).collect();
        description.kinds = thesaurus.find(&stems, &apart);
        description.everyday = thesaurus.everyday(&stems);
        description
    }

    fn push(
        &mut self,
        stem: String,
        place: Range<usize>,
        counted: &mut HashMap<String, usize>,
        may_be_jargon: bool,
    ) -> usize {
        let jargon = may_be_jargon && is_list_jargon(&stem);
        let word = self.words.len();
        self.words.push(Word {
            stem: stem.clone(),
            place,
            jargon,
            number: false,
            of_purpose: self.in_purpose,
            apart: self.apart,
        });
        self.count(stem, word, TermKind::Single, counted);
        word
    }

    fn count(&mut self, text: String, word: usize, kind: TermKind, counted: &mut HashMap<String, usize>) {
        if let Some(term) = counted.get(&text) {
            self.terms[*term].weight += 1.0;
        } else {
            counted.insert(text.clone(), self.terms.len());
            self.terms.push(Term { text, weight: 1.0, word, kind });
        }
    }
}

/// Terms of a head at most, pairs among them.
const LONGEST_HEAD: usize = 80;

/// What is left of the weight of a word that says what goods are for: the lead glass for a hot cell is no hot cell.
const OF_PURPOSE: f32 = 0.7;

/// The term of a head that opens with "other": it is all that tells "Other software as follows" from "Software as follows".
pub(crate) const OTHER: &str = "~other";

/// Whether a head opens with "other".
pub(crate) fn opens_with_other(head: &str) -> bool {
    let mut words = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|word| {
        matches!(text::fold(word).as_str(), "other" | "другие" | "другое" | "другая" | "прочие" | "прочее" | "прочая")
    })
}

/// Words that may stand between "other than" and the code of an entry.
fn leads_to_a_code(word: &str) -> bool {
    let known: &[&str] = &[
        "those",
        "that",
        "the",
        "controlled",
        "specified",
        "described",
        "listed",
        "by",
        "in",
        "under",
        "entry",
        "entries",
        "eccn",
        "eccns",
        "items",
        "item",
        "or",
        "and",
        "to",
        "a",
        "b",
        "c",
        "d",
        "e",
        "f",
        "g",
        "h",
        "i",
        "j",
        "k",
        "of",
        "указанных",
        "указанного",
        "указанной",
        "указанные",
        "определенных",
        "включенных",
        "пункте",
        "пунктах",
        "в",
        "по",
        "и",
        "или",
        "тех",
        "позиции",
        "позициях",
    ];
    known.contains(&word)
}

/// Where the head of a description ends, in bytes: at the first colon, semicolon, line or full stop, or where a list
/// begins ("as follows").
pub(crate) fn end_of_head(written: &str) -> usize {
    let bytes = written.as_bytes();
    let ends_at = |at: usize| match bytes[at] {
        b':' | b';' | b'\n' => true,
        b'.' => bytes.get(at + 1) == Some(&b' '),
        b' ' => [" as follows", " having any of", " having all of"]
            .iter()
            .any(|sign| bytes[at..].starts_with(sign.as_bytes())),
        _ => false,
    };
    (4..bytes.len()).find(|at| ends_at(*at)).unwrap_or(written.len())
}

fn token_ends_before(description: &Description, end: usize) -> bool {
    description.words.last().is_none_or(|word| word.place.end <= end)
}

/// Words after which a description says what goods are for, not what they are.
fn says_purpose(word: &str) -> bool {
    matches!(word, "for" | "to" | "with" | "into" | "для" | "под" | "к")
}

/// Whether the head of the description is software or technology: the word stands among the first few, or the whole is
/// short enough that it can only be the head.
fn subject(tokens: &[Token]) -> Subject {
    let mut subject = Subject::Goods;
    let mut before = "";
    let content = tokens.iter().filter(|token| token.kind == TokenKind::Word && !is_grammar(&token.text));
    for (place, token) in content.enumerate().take(6) {
        let word = token.text.as_str();
        // "Technology" first: technology for software is technology. Software that is a part of goods stands later.
        let here = match word {
            "technology" | "технология" | "технологии" | "технологий" | "технологию" => {
                Subject::Technology
            }
            "documentation" | "документация" | "документации" if place < 3 => {
                Subject::Technology
            }
            "software" | "firmware" | "программное" | "программного" | "программы" => {
                Subject::Software
            }
            "code" if before == "source" => Subject::Software,
            "код" if before == "исходный" => Subject::Software,
            _ => {
                before = word;
                continue;
            }
        };
        subject = here;
        break;
    }
    subject
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, subject: Subject) {
        assert_eq!(
            Description::read(written, &Thesaurus::default(), &mut Stems::default()).subject,
            subject,
            "{written}"
        );
    }

    #[test]
    fn the_head_says_what_it_is() {
        check("\"Software\" specially designed for the \"use\" of machine tools", Subject::Software);
        check("Other \"technology\" as follows", Subject::Technology);
        check("Технология производства волокна", Subject::Technology);
        check("Machine tool with a display, five axes and spare parts, with software", Subject::Goods);
    }

    #[test]
    fn a_flood_is_read_in_part_and_says_so() {
        let description =
            Description::read(&"valve для насоса ".repeat(60_000), &Thesaurus::default(), &mut Stems::default());
        assert!(description.cut);
        assert!(description.words.len() <= MOST_WORDS);
    }
}
