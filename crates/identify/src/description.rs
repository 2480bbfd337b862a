//! A description, read: its words, what they may be looked up by, and what kind of thing it speaks of.

use std::collections::HashMap;
use std::ops::Range;

use text::{Token, TokenKind};

use crate::stop_words::{is_grammar, is_list_jargon};
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
    /// Kinds of goods that the thesaurus knows by these words.
    pub(crate) kinds: Vec<FoundKind>,
    /// The first word (in `words`) of what the goods are for or go with, where the description says so.
    pub(crate) purpose: Option<usize>,
    /// Places (in `words`) of words of everyday goods.
    pub(crate) everyday: Vec<usize>,
    /// Whether it speaks of software or technology.
    pub(crate) subject: Subject,
    /// Codes of list entries that it names, with where they stand.
    pub(crate) codes: Vec<(String, Range<usize>)>,
    /// Whether a part at the end was left unread.
    pub(crate) cut: bool,
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
}

/// A term to look up.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) text: String,
    /// Weight by how often it stands there.
    pub(crate) weight: f32,
    /// The word it begins with.
    pub(crate) word: usize,
    /// Two words that stand side by side.
    pub(crate) pair: bool,
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
    pub(crate) fn read(written: &str, thesaurus: &Thesaurus) -> Self {
        let mut end = written.len().min(MOST_BYTES);
        while !written.is_char_boundary(end) {
            end -= 1;
        }
        let tokens = text::tokens(&written[..end], MOST_WORDS);
        let cut = end < written.len() || tokens.len() == MOST_WORDS;
        let mut description = Self { cut, subject: subject(&tokens), ..Self::default() };
        let mut counted: HashMap<String, usize> = HashMap::new();
        let mut before: Option<(String, usize, bool)> = None;
        for token in tokens {
            match token.kind {
                TokenKind::Code => {
                    description.codes.push((token.text.to_ascii_uppercase(), token.place.clone()));
                    description.push(token.text, token.place, &mut counted, false);
                    before = None;
                }
                TokenKind::Number => {
                    let word = Word { stem: token.text, place: token.place, jargon: false, number: true };
                    description.words.push(word);
                    before = None;
                }
                TokenKind::Word if is_grammar(&token.text) => {
                    if description.purpose.is_none() && says_purpose(&token.text) && !description.words.is_empty() {
                        description.purpose = Some(description.words.len());
                    }
                }
                // A letter alone is the label of a paragraph or a part of a model's name.
                TokenKind::Word if token.text.chars().nth(1).is_none() => before = None,
                TokenKind::Word => {
                    let stem = text::stem(&token.text);
                    let word = description.push(stem.clone(), token.place, &mut counted, true);
                    if let Some((before, at, _)) = before {
                        description.count(format!("{before} {stem}"), at, true, &mut counted);
                    }
                    before = Some((stem, word, true));
                }
            }
        }
        for term in &mut description.terms {
            // Said twice is a little more than said once.
            term.weight = 1.0 + (term.weight).ln();
        }
        let stems: Vec<&str> = description.words.iter().map(|word| word.stem.as_str()).collect();
        description.kinds = thesaurus.find(&stems);
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
        self.words.push(Word { stem: stem.clone(), place, jargon, number: false });
        self.count(stem, word, false, counted);
        word
    }

    fn count(&mut self, text: String, word: usize, pair: bool, counted: &mut HashMap<String, usize>) {
        if let Some(term) = counted.get(&text) {
            self.terms[*term].weight += 1.0;
        } else {
            counted.insert(text.clone(), self.terms.len());
            self.terms.push(Term { text, weight: 1.0, word, pair });
        }
    }
}

/// Words after which a description says what goods are for, not what they are.
fn says_purpose(word: &str) -> bool {
    matches!(word, "for" | "to" | "with" | "into" | "для" | "под" | "к")
}

/// Whether the head of the description is software or technology: the word stands among the first few, or the whole is
/// short enough that it can only be the head.
fn subject(tokens: &[Token]) -> Subject {
    let mut subject = Subject::Goods;
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
            _ => continue,
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
        assert_eq!(Description::read(written, &Thesaurus::default()).subject, subject, "{written}");
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
        let description = Description::read(&"valve для насоса ".repeat(60_000), &Thesaurus::default());
        assert!(description.cut);
        assert!(description.words.len() <= MOST_WORDS);
    }
}
