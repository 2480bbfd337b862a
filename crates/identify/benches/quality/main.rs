//! How well and how fast goods are identified, on data made by others, with plain BM25 on the same work beside it.
//!
//! `cargo bench -p identify --bench quality`; `… -- misses SET` shows what went wrong in the development half of a set,
//! `… -- features` what the confidence by words is fitted on, `… -- ask TEXT` one answer. The data is found as tests find it (`TRIPOINT_EVALUATION_DATA`); it is not
//! part of the repository. Cases are parted by a hash of their identifier: what was tuned was tuned on the one half, the
//! table shows both.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints, reads files and stops when something is missing"
)]

mod cases;
mod plain_bm25;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use domain::language::Language;
use identify::{Identification, Identifier, Knowledge, Scratch};

use cases::{Known, cases};

#[derive(Default)]
struct Counts {
    cases: u32,
    first: u32,
    five: u32,
    path: u32,
    strong: u32,
    none: u32,
}

fn main() {
    let Some(annex) = testkit::evaluation_data("lists/eu_annexI_20251115_lines.jsonl") else { return };
    let bytes = std::fs::read(&annex).expect("the annex");
    let folder = annex.parent().expect("a folder").to_owned();
    let (started, used) = (Instant::now(), processor_seconds());
    let built_in = lists::built_in::eu_annex_i().expect("the built-in list");
    let mut head = built_in.version.head.clone();
    head.own_words = false;
    head.list = "official".to_owned();
    let (official, _) = lists::read::line_json::read("annex", &bytes, head, Language::EN);
    let official = official.expect("the annex reads");
    println!("lists read in {:?} ({:.2} s of processor)", started.elapsed(), processor_seconds() - used);
    let (started, used) = (Instant::now(), processor_seconds());
    let (knowledge, faults) = Knowledge::shipped(&built_in);
    assert!(faults.is_empty(), "{faults:?}");
    let knowledge = Arc::new(knowledge);
    let against_official = Identifier::new(Arc::clone(&knowledge), &[&official], &built_in.version);
    let made = started.elapsed();
    println!("knowledge and index made in {made:?} ({:.2} s of processor)", processor_seconds() - used);
    println!("memory at most so far: {}", memory());
    let against_built_in = Identifier::new(knowledge, &[&built_in.version], &built_in.version);

    let known = cases(&folder, &bytes);
    // `cargo bench` adds an argument of its own.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.first().map(String::as_str) {
        Some("misses") => {
            let set = arguments.get(1).map_or("", String::as_str);
            return misses(&known, set, |item| against_official.identify(item, &mut Scratch::default()));
        }
        Some("misses-built-in") => {
            let set = arguments.get(1).map_or("", String::as_str);
            return misses(&known, set, |item| against_built_in.identify(item, &mut Scratch::default()));
        }
        Some("ask") => {
            for text in &arguments[1..] {
                let item = identify::Item { description: Some(text.clone()), ..identify::Item::default() };
                let answer = against_official.identify(&item, &mut Scratch::default());
                println!("{}", serde_json::to_string(&answer).expect("an answer is JSON"));
            }
            return;
        }
        Some("features") => {
            return features(&known, &[("official", &against_official), ("built-in", &against_built_in)]);
        }
        _ => {}
    }
    for (name, identifier) in [("the official text", &against_official), ("the built-in list", &against_built_in)] {
        println!("\nAgainst {name}\n");
        table(&known, |item| identifier.identify(item, &mut Scratch::default()));
    }
    println!("\nPlain BM25 over the words of the official entries, same cases\n");
    plain_bm25::table(&official, &known);
    speed(&against_official, &known);
}

fn table(known: &[Known], answer: impl Fn(&identify::Item) -> Identification) {
    let mut sets: BTreeMap<(&str, &str), Counts> = BTreeMap::new();
    for case in known {
        let answer = answer(&case.item);
        let counts = sets.entry((case.set, case.half)).or_default();
        let place = answer.candidates.iter().position(|candidate| case.is_right(&candidate.code));
        counts.cases += 1;
        counts.first += u32::from(place == Some(0));
        counts.five += u32::from(place.is_some_and(|place| place < 5));
        counts.path += u32::from(answer.candidates.first().is_some_and(|first| case.expect.contains(&first.path)));
        counts.strong += u32::from(answer.candidates.iter().any(|candidate| candidate.strong));
        counts.none += u32::from(answer.candidates.is_empty());
    }
    println!("| set | half | cases | first | in five | exact path | with a strong one | without any |");
    println!("|---|---|---|---|---|---|---|---|");
    for ((set, half), Counts { cases, first, five, path, strong, none }) in sets {
        let share = |part: u32| format!("{:.1} %", 100.0 * f64::from(part) / f64::from(cases));
        let [first, five, path, strong, none] = [first, five, path, strong, none].map(share);
        println!("| {set} | {half} | {cases} | {first} | {five} | {path} | {strong} | {none} |");
    }
}

/// Cases of the development half that were not answered as they should be, for a set or for all of them.
fn misses(known: &[Known], set: &str, answer: impl Fn(&identify::Item) -> Identification) {
    let asked = |case: &&Known| case.half == "development" && case.set.contains(set);
    for case in known.iter().filter(asked) {
        let answer = answer(&case.item);
        let first_is_right = answer.candidates.first().is_some_and(|first| {
            if case.item.name.is_some() { case.expect.contains(&first.path) } else { case.is_right(&first.code) }
        });
        let right = if case.expect.is_empty() { answer.candidates.is_empty() } else { first_is_right };
        if right {
            continue;
        }
        let words: String = case.item.words().chars().take(160).collect();
        let place = answer.candidates.iter().position(|candidate| case.is_right(&candidate.code));
        println!("{} {:?} at {place:?}: {words}", case.set, case.expect);
        print(&answer);
    }
}

fn print(answer: &Identification) {
    for candidate in answer.candidates.iter().take(6) {
        let strong = if candidate.strong { "STRONG " } else { "" };
        println!("    {strong}{} {:.2} {:?}", candidate.path, candidate.confidence, candidate.reasons);
    }
}

/// What the confidence is fitted on: a line for each of the first entries by words, tab-separated.
fn features(known: &[Known], lists: &[(&str, &Identifier)]) {
    let mut scratch = Scratch::default();
    for case in known.iter().filter(|case| case.item.cas.is_none() && case.item.name.is_none()) {
        for (name, identifier) in lists {
            for (place, (code, features)) in
                identifier.features(&case.item, &mut scratch).into_iter().take(5).enumerate()
            {
                let right = u8::from(case.is_right(&code));
                let features: Vec<String> = features.iter().map(f32::to_string).collect();
                println!("F\t{name}\t{}\t{}\t{place}\t{right}\t{}", case.set, case.half, features.join("\t"));
            }
        }
    }
}

/// Goods descriptions as declarations have them, one after another, on one core.
fn speed(identifier: &Identifier, known: &[Known]) {
    let of_trade = |case: &&Known| case.set.starts_with("nomenclature") || case.set.starts_with("consumer");
    let items: Vec<_> = known.iter().filter(of_trade).map(|case| &case.item).collect();
    let mut scratch = Scratch::default();
    let (started, used) = (Instant::now(), processor_seconds());
    let mut candidates = 0;
    for item in &items {
        candidates += identifier.identify(item, &mut scratch).candidates.len();
    }
    let used = processor_seconds() - used;
    println!(
        "\n{} descriptions ({candidates} candidates): {used:.2} s of processor, {:.0} a second on one core ({:?} \
         elapsed); memory at most {}",
        items.len(),
        items.len() as f64 / used.max(0.01),
        started.elapsed(),
        memory()
    );
}

/// Processor time of this process in user mode, in seconds.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().nth(11).and_then(|ticks| ticks.parse().ok()).unwrap_or(0.0);
    ticks / 100.0
}

fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}
