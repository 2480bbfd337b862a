//! The words of provisions made ready for comparing.

use std::collections::HashMap;

use domain::language::Language;

use crate::cas::CasNumber;
use crate::parameters::{Parameter, find_parameters, join_raised};
use crate::path::ProvisionPath;
use crate::provision::{Provision, ProvisionKind};
use crate::quantity::find_number;
use crate::version::{ListVersion, Notation};

/// A provision made ready.
pub(super) struct Node<'l> {
    pub(super) provision: &'l Provision,
    pub(super) path: &'l ProvisionPath,
    /// Where its parent stands among the nodes.
    pub(super) parent: Option<usize>,
    pub(super) text: &'l str,
    /// What it says, without signs, quotes, references and the ways of printing numbers.
    pub(super) plain: Vec<String>,
    /// The same as sorted numbers of words, for measuring likeness.
    pub(super) tokens: Vec<u64>,
    pub(super) parameters: Vec<Parameter>,
    pub(super) cas: &'l [CasNumber],
    pub(super) is_used: bool,
    pub(super) notation: Notation,
    pub(super) language: Language,
}

pub(super) fn nodes(list: &ListVersion, language: Language) -> Vec<Node<'_>> {
    list.provisions().iter().enumerate().map(|(index, provision)| node(list, index, provision, language)).collect()
}

fn node<'l>(list: &ListVersion, index: usize, provision: &'l Provision, language: Language) -> Node<'l> {
    let notation = list.head.notation;
    let text = provision.text.text(language);
    let joined = join_raised(text);
    let plain = plain(&joined, notation);
    let mut tokens: Vec<u64> = plain.iter().map(|word| number_of(word)).collect();
    tokens.sort_unstable();
    tokens.dedup();
    Node {
        provision,
        path: &provision.path,
        parent: list.parent(index),
        text,
        plain,
        tokens,
        parameters: find_parameters(&joined, notation),
        cas: &provision.cas,
        is_used: provision.kind == ProvisionKind::Item,
        notation,
        language,
    }
}

/// A number that stands for a word. FNV-1a: the same on every machine and day.
fn number_of(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The words of a text: folded, without quotes and signs, numbers in one way of printing, references to provisions as
/// one sign, and the words in which authorities differ by habit made one.
pub(super) fn plain(text: &str, notation: Notation) -> Vec<String> {
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(number) = find_number(text, from, notation) {
        written.push_str(text.get(from..number.start).unwrap_or_default());
        written.push_str(&number.value.to_string());
        written.push(' ');
        from = number.end;
    }
    written.push_str(text.get(from..).unwrap_or_default());
    let folded = text::fold(&written);
    let words = folded.split(|c: char| !(c.is_alphanumeric() || c == '.')).map(|word| word.trim_matches('.'));
    let kept = words.filter(|word| !word.is_empty() && !matches!(*word, "or" | "and" | "the" | "a" | "или" | "и"));
    kept.map(habit).collect()
}

/// One word for what authorities write in several ways.
fn habit(word: &str) -> String {
    // A reference names a place in its own list, and moves when that list is re-lettered.
    if word.len() >= 5 && word.get(..5).is_some_and(|code| crate::path::is_code(&code.to_ascii_uppercase())) {
        return "§".to_owned();
    }
    match word {
        "controlled" | "specified" | "described" => "specified",
        "by" | "in" => "in",
        "fibre" => "fiber",
        "fibres" => "fibers",
        "metre" | "meter" => "meter",
        "vapour" => "vapor",
        "aluminium" => "aluminum",
        "sulphur" => "sulfur",
        "programme" => "program",
        "centre" => "center",
        other => return text::one_spelling(other).into_owned(),
    }
    .to_owned()
}

/// How alike two sets of words are, from 0 to 1000: twice what they share by what they have together, where a word that
/// stands in few provisions weighs more.
pub(super) fn likeness(one: &[u64], other: &[u64], weights: &HashMap<u64, u32>) -> u32 {
    let weight = |token: &u64| u64::from(weights.get(token).copied().unwrap_or(100));
    let (mut shared, mut all) = (0_u64, 0_u64);
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    loop {
        match (left.peek(), right.peek()) {
            (Some(a), Some(b)) if a == b => {
                shared += 2 * weight(a);
                all += 2 * weight(a);
                left.next();
                right.next();
            }
            (Some(a), Some(b)) if a < b => {
                all += weight(a);
                left.next();
            }
            (_, Some(b)) => {
                all += weight(b);
                right.next();
            }
            (Some(a), None) => {
                all += weight(a);
                left.next();
            }
            (None, None) => break,
        }
    }
    u32::try_from((shared * 1000).checked_div(all).unwrap_or(0)).unwrap_or(0)
}
