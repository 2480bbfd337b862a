//! The shipped criteria answered as in an interview: what is asked is answered from a table, and what comes out is compared.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::collections::BTreeSet;
use std::path::Path;

use lists::built_in::{BuiltInList, eu_annex_i};
use lists::determine::{Answer, Facts, Question, QuestionKey, determine};

/// One line of a table: what should come out, for which provision, by which answers (`key = value | method`).
struct Interview<'t> {
    outcome: &'t str,
    path: &'t str,
    answers: Vec<(&'t str, &'t str)>,
}

/// Reads `outcome<TAB>path<TAB>answers`, the answers separated by ` & `. Lines with `#` are comments. Parts are named by
/// `parts:KIND = one; another | complete`, and what is asked of one of them is answered by `KIND[one].key = value`.
fn interviews(table: &str) -> Vec<Interview<'_>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = |line| {
        let cells: Vec<&str> = str::split(line, '\t').collect();
        let [outcome, path, answers] = cells[..] else { panic!("three cells: {line}") };
        let answers = answers.split(" & ").filter_map(|answer| answer.split_once(" = ")).collect();
        Interview { outcome, path, answers }
    };
    lines.map(read).collect()
}

/// The answer to this question. A judgement is named by its provision, and by words of its question where the provision
/// asks several: `judge:1C111.d~military`; `*` is any provision.
fn answer_to<'t>(question: &Question, answers: &[(&'t str, &'t str)]) -> Option<&'t str> {
    let key = match &question.part {
        Some((kind, _, name)) => format!("{kind}[{name}].{}", question.key),
        None => question.key.to_string(),
    };
    let words = question.words.text(domain::language::Language::EN);
    let fits = |named: &str| match (named.strip_prefix("judge:"), key.strip_prefix("judge:")) {
        (Some(named), Some(asked)) => {
            let (path, hint) = named.split_once('~').unwrap_or((named, ""));
            asked.rsplit_once(':').is_some_and(|(asked, _)| path == "*" || asked == path) && words.contains(hint)
        }
        _ => named == key,
    };
    answers.iter().find(|(named, _)| fits(named)).map(|(_, value)| *value)
}

/// Whether a question is one of fact, which may be answered before it is asked.
fn is_fact(key: &QuestionKey) -> bool {
    matches!(key, QuestionKey::Is(_) | QuestionKey::Quantity { .. } | QuestionKey::Cas)
}

/// Asks until the outcome stands or nothing that is asked has an answer, and says what came out and what stayed open.
fn hold(list: &BuiltInList, interview: &Interview<'_>) -> (String, Vec<String>) {
    let path = interview.path.parse().unwrap();
    let mut facts = Facts::default();
    // What is still open after its answer, such as a value without its method, is not answered twice.
    let mut given = BTreeSet::new();
    // Facts are told first, as on a form; then what is asked is answered.
    for (key, value) in interview.answers.iter().filter(|(_, value)| !value.contains(" | ")) {
        let Some(key) = key.parse().ok().filter(is_fact) else { continue };
        let answer = Answer { value: (*value).to_owned(), ..Answer::default() };
        facts.take(list, &key, None, &answer, "A. Officer", "2026-01-01T00:00:00Z").unwrap();
    }
    loop {
        let determination = determine(list, &facts, &path).unwrap_or_else(|| panic!("no {}", interview.path));
        let next = determination.questions.iter().find_map(|question| {
            let value = answer_to(question, &interview.answers)?;
            let asked = (question.key.clone(), question.part.clone());
            (!given.contains(&asked)).then_some((asked, value))
        });
        let Some(((key, part), value)) = next else {
            let open = determination.questions.iter().map(|question| question.key.to_string()).collect();
            return (determination.outcome.to_string(), open);
        };
        let (value, method) = value.split_once(" | ").map_or((value, None), |(v, m)| (v, Some(m.to_owned())));
        let complete = method.as_deref() == Some("complete");
        let answer = Answer { value: value.to_owned(), method, complete, ..Answer::default() };
        let of_part = part.as_ref().map(|(kind, index, _)| (kind.as_str(), *index));
        facts.take(list, &key, of_part, &answer, "A. Officer", "2026-01-01T00:00:00Z").unwrap();
        given.insert((key, part));
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the tables are the test")]
fn come_out_as_the_clauses_say() {
    let list = eu_annex_i().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interviews");
    let (mut held, mut wrong) = (0, Vec::new());
    for entry in folder.read_dir().unwrap() {
        let table = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for interview in interviews(&table) {
            held += 1;
            let (outcome, open) = hold(&list, &interview);
            if outcome != interview.outcome {
                let (path, answers) = (interview.path, interview.answers);
                wrong.push(format!("{path} {answers:?}: {outcome}, not {}; open: {open:?}", interview.outcome));
            }
        }
    }
    assert!(wrong.is_empty() && held > 0, "{held} held\n{}", wrong.join("\n"));
}
