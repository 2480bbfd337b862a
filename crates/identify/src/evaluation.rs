//! Scoring identification against cases whose answer is known.
//!
//! A case is an item with two fields more: `expect`, the codes or paths of which one is right (an empty list means goods
//! that the list does not cover), and `set`, a name under which cases are counted together.

use std::collections::BTreeMap;

use domain::fault::Fault;
use serde::{Deserialize, Serialize};

use crate::candidate::Identification;
use crate::item::Item;

/// A case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Case {
    /// What is known of the goods.
    #[serde(flatten)]
    pub item: Item,
    /// Codes or paths of which one is right. Empty: the list does not cover these goods.
    pub expect: Vec<String>,
    /// The set to which the case belongs.
    #[serde(default)]
    pub set: String,
}

/// How often answers were right, over cases of one set.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Counts {
    /// Cases that the list covers.
    pub covered: u32,
    /// … with the right entry first.
    pub first: u32,
    /// … with the right entry among the first five.
    pub in_five: u32,
    /// … with the expected path, or one below it, first; counted where a path below the entry is expected.
    pub path_first: u32,
    /// Cases for which a path below the entry is expected.
    pub with_path: u32,
    /// … with a strong candidate of the right entry.
    pub strong_right: u32,
    /// … without any candidate.
    pub without: u32,
    /// Cases that the list does not cover.
    pub not_covered: u32,
    /// … with a strong candidate all the same.
    pub strong_wrongly: u32,
    /// … without any candidate.
    pub rightly_without: u32,
}

/// The counts of every set.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Evaluation {
    /// By the name of the set.
    pub sets: BTreeMap<String, Counts>,
}

impl Evaluation {
    /// Counts one answer.
    pub fn add(&mut self, case: &Case, answer: &Identification) {
        let counts = self.sets.entry(case.set.clone()).or_default();
        if case.expect.is_empty() {
            counts.not_covered += 1;
            counts.strong_wrongly += u32::from(answer.candidates.iter().any(|candidate| candidate.strong));
            counts.rightly_without += u32::from(answer.candidates.is_empty());
            return;
        }
        let entry = |path: &str| path.split('.').next().unwrap_or_default().to_owned();
        let codes: Vec<String> = case.expect.iter().map(|path| entry(path)).collect();
        let place = answer.candidates.iter().position(|candidate| codes.contains(&candidate.code));
        counts.covered += 1;
        counts.first += u32::from(place == Some(0));
        counts.in_five += u32::from(place.is_some_and(|place| place < 5));
        counts.without += u32::from(answer.candidates.is_empty());
        let strong = |code: &String| answer.candidates.iter().any(|one| one.strong && one.code == *code);
        counts.strong_right += u32::from(codes.iter().any(strong));
        let paths: Vec<&String> = case.expect.iter().filter(|path| path.contains('.')).collect();
        if !paths.is_empty() {
            counts.with_path += 1;
            let within = |found: &str| {
                paths.iter().any(|path| {
                    found.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                })
            };
            counts.path_first += u32::from(answer.candidates.first().is_some_and(|one| within(&one.path)));
        }
    }
}

/// Reads cases, one a line. A line that is no case is a fault; the others are read.
#[must_use]
pub fn read_cases(text: &str) -> (Vec<Case>, Vec<Fault>) {
    let mut cases = Vec::new();
    let mut faults = Vec::new();
    for (number, line) in (1_u64..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(case) => cases.push(case),
            Err(error) => faults
                .push(Fault::error("case-unreadable").inside("cases", Some(number)).with("why", error.to_string())),
        }
    }
    (cases, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidate::{Candidate, Channel};

    fn answer(paths: &[(&str, bool)]) -> Identification {
        let candidates = paths.iter().map(|(path, strong)| Candidate {
            code: path.split('.').next().unwrap_or_default().to_owned(),
            path: (*path).to_owned(),
            list: String::new(),
            version: String::new(),
            channel: Channel::Text,
            confidence: 0.5,
            strong: *strong,
            reasons: Vec::new(),
            title_en: String::new(),
            title_ru: String::new(),
        });
        Identification { candidates: candidates.collect(), ..Identification::default() }
    }

    #[test]
    fn answers_are_counted() {
        let (cases, faults) = read_cases(
            "{\"id\":\"1\",\"expect\":[\"2B350.g\"],\"set\":\"a\"}\n\n{\"id\":\"2\",\"expect\":[],\"set\":\"a\"}\nnothing\n",
        );
        assert_eq!(faults.len(), 1);
        let mut evaluation = Evaluation::default();
        evaluation.add(&cases[0], &answer(&[("2B350.g.1", true), ("2A226", false)]));
        evaluation.add(&cases[0], &answer(&[("2A226", false), ("2B350.a", false)]));
        evaluation.add(&cases[1], &answer(&[]));
        evaluation.add(&cases[1], &answer(&[("2A226", true)]));
        let expect = Counts {
            covered: 2,
            first: 1,
            in_five: 2,
            path_first: 1,
            with_path: 2,
            strong_right: 1,
            without: 0,
            not_covered: 2,
            strong_wrongly: 1,
            rightly_without: 1,
        };
        assert_eq!(evaluation.sets["a"], expect);
    }
}
