//! Lines of names and pairs: read in batches, worked through by several threads, told in the order they came in.

use std::io::{BufRead, Write};

use parties::{Screen, Worker, id_of_line, identified_party_of_line, pair_of_line, unscreenable};
use serde_json::{Value, json};

use super::party::next_line;
use crate::output::{CommandError, told as failed};

/// What was told.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Lines that could not be answered.
    pub(super) refused: usize,
}

/// How the lines are worked through. It changes how fast, never what is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// How many threads.
    pub(super) threads: usize,
    /// Lines of one batch.
    pub(super) batch: usize,
}

impl Pace {
    /// So many threads, and batches large enough for each to be busy and small enough to be told soon.
    pub(super) const fn of(threads: usize) -> Self {
        Self { threads, batch: 2_048 }
    }
}

/// An answer: the line of JSON, and whether it is a refusal.
type Answer = (String, bool);

/// Screens each line.
pub(super) fn screen(
    screen: &Screen,
    input: impl BufRead,
    pace: Pace,
    out: &mut impl Write,
) -> Result<Told, CommandError> {
    let mut workers: Vec<Worker> = (0..pace.threads).map(|_| Worker::default()).collect();
    work(input, &mut workers, pace, |line, worker| screen_line(screen, line, worker), out)
}

fn screen_line(screen: &Screen, line: &str, worker: &mut Worker) -> Answer {
    let (id, party, faults) = match identified_party_of_line(line) {
        Ok(read) => read,
        Err(fault) => return refused(&id_of_line(line), &fault.code, &json!([])),
    };
    let screened = screen.check_with(&party, worker);
    let hits = serde_json::to_value(&screened.hits).unwrap_or(Value::Null);
    if let Some(code) = screened.refused {
        return refused(&id, &code, &hits);
    }
    let mut answer = json!({"id": id, "hits": hits});
    if !faults.is_empty() {
        answer["unread"] = faults.iter().filter_map(|fault| fault.place.field.clone()).collect();
    }
    (answer.to_string(), false)
}

/// Compares the names of each line.
pub(super) fn compare(
    threshold: u16,
    input: impl BufRead,
    pace: Pace,
    out: &mut impl Write,
) -> Result<Told, CommandError> {
    let mut workers = vec![(); pace.threads];
    work(input, &mut workers, pace, |line, ()| compare_line(threshold, line), out)
}

fn compare_line(threshold: u16, line: &str) -> Answer {
    let pair = match pair_of_line(line) {
        Ok(pair) => pair,
        Err(fault) => return refused(&id_of_line(line), &fault.code, &Value::Null),
    };
    if let Some(code) = unscreenable(&pair.one, pair.kind).or_else(|| unscreenable(&pair.other, pair.kind)) {
        return refused(&pair.id, code, &Value::Null);
    }
    let score = parties::compare(&pair.one, &pair.other, pair.kind).alignment.score;
    let score_told = f64::from(score) / 1000.0;
    (json!({"id": pair.id, "score": score_told, "match": score >= threshold}).to_string(), false)
}

/// What could not be answered is told as that, never as if nothing was found.
fn refused(id: &Value, code: &str, hits: &Value) -> Answer {
    let answer = if hits.is_null() {
        json!({"id": id, "score": 0.0, "match": false, "refused": code})
    } else {
        json!({"id": id, "hits": hits, "refused": code})
    };
    (answer.to_string(), true)
}

fn work<W: Send>(
    mut input: impl BufRead,
    workers: &mut [W],
    pace: Pace,
    answer: impl Fn(&str, &mut W) -> Answer + Sync,
    out: &mut impl Write,
) -> Result<Told, CommandError> {
    let mut told = Told::default();
    let unread = |source| failed("file-not-read", std::path::Path::new("-"), source);
    let mut line = Vec::new();
    let mut batch: Vec<String> = Vec::with_capacity(pace.batch);
    let mut first = true;
    loop {
        let more = next_line(&mut input, &mut line).map_err(unread)?;
        if more {
            let text = String::from_utf8_lossy(&line);
            let text = if std::mem::take(&mut first) { text.trim_start_matches('\u{feff}') } else { &text };
            if !text.trim().is_empty() {
                batch.push(text.to_owned());
            }
        }
        if batch.len() >= pace.batch || !more {
            let share = batch.len().div_ceil(workers.len()).max(1);
            let answers: Vec<Vec<Answer>> = std::thread::scope(|scope| {
                let running: Vec<_> = batch
                    .chunks(share)
                    .zip(workers.iter_mut())
                    .map(|(lines, worker)| {
                        let answer = &answer;
                        scope.spawn(move || lines.iter().map(|line| answer(line, worker)).collect())
                    })
                    .collect();
                running.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
            });
            for (text, is_refusal) in answers.into_iter().flatten() {
                told.refused += usize::from(is_refusal);
                // A closed pipe is the reader's right.
                if writeln!(out, "{text}").is_err() {
                    return Ok(told);
                }
            }
            batch.clear();
        }
        if !more {
            let _ = out.flush();
            return Ok(told);
        }
    }
}

#[cfg(test)]
mod tests {
    use parties::read::{File, read_file};
    use parties::{Screen, Worker};

    use super::{Pace, compare_line, screen, screen_line};

    fn lists() -> Screen {
        let bytes = "Id;Name;Type;Documents\nO-1;Tavit Oskari Brellund;person;ZX1234567\nO-2;Quillon Trading LLC;company;\nO-3;Sea Heron 5;ship;\n";
        let (list, faults) = read_file(File { name: "own.csv", bytes: bytes.as_bytes() }, None);
        assert!(faults.is_empty(), "{faults:?}");
        Screen::new(list.into_iter().collect())
    }

    #[test]
    fn every_line_has_a_clear_answer() {
        let lists = lists();
        let long = format!(r#"{{"id":1,"name":"{}"}}"#, "Brellund ".repeat(1_200));
        for (line, expect) in [
            (r#"{"id":1,"name":"Larsdal, Hanne","kind":"person"}"#, r#"{"hits":[],"id":1}"#),
            (r#"{"id":"a","name":""}"#, r#"{"hits":[],"id":"a","refused":"party-name-empty"}"#),
            (r#"{"id":1,"name":"…!?"}"#, r#"{"hits":[],"id":1,"refused":"party-name-empty"}"#),
            (r#"{"id":1,"name":"🚢🚢"}"#, r#"{"hits":[],"id":1,"refused":"party-name-empty"}"#),
            (r#"{"id":1,"name":"T"}"#, r#"{"hits":[],"id":1,"refused":"party-name-too-short"}"#),
            (r#"{"id":1,"name":"T. B.","kind":"person"}"#, r#"{"hits":[],"id":1,"refused":"party-name-too-little"}"#),
            (r#"{"id":1,"name":"ОсОО","kind":"company"}"#, r#"{"hits":[],"id":1,"refused":"party-name-too-little"}"#),
            (r#"{"id":1,"name":"LLC"}"#, r#"{"hits":[],"id":1,"refused":"party-name-too-little"}"#),
            (r#"{"id":1,"name":"12345"}"#, r#"{"hits":[],"id":1,"refused":"party-name-too-little"}"#),
            (r#"{"id":1,"name":17}"#, r#"{"hits":[],"id":1,"refused":"party-name-too-little"}"#),
            ("{\"id\":1,\"name\":\"Bre\u{fffd}lund\"}", r#"{"hits":[],"id":1,"refused":"party-name-damaged"}"#),
            (long.as_str(), r#"{"hits":[],"id":1,"refused":"party-name-too-long"}"#),
            (r#"{"id":1}"#, r#"{"hits":[],"id":1,"refused":"party-line-without-name"}"#),
            (r#"{"id":1,"name":null}"#, r#"{"hits":[],"id":1,"refused":"party-line-without-name"}"#),
            (r#"["Tavit"]"#, r#"{"hits":[],"id":null,"refused":"party-line-unreadable"}"#),
            ("{", r#"{"hits":[],"id":null,"refused":"party-line-unreadable"}"#),
            (r#"{"id":1,"name":"Hanne Larsdal","birth":"soon"}"#, r#"{"hits":[],"id":1,"unread":["birth"]}"#),
        ] {
            assert_eq!(screen_line(&lists, line, &mut Worker::default()).0, expect, "{line}");
        }
        for (line, expect) in [
            (r#"{"id":1,"a":"T","b":"T"}"#, r#"{"id":1,"match":false,"refused":"party-name-too-short","score":0.0}"#),
            (
                r#"{"id":1,"a":"LLC","b":"LLC","kind":"company"}"#,
                r#"{"id":1,"match":false,"refused":"party-name-too-little","score":0.0}"#,
            ),
            (r#"{"id":1,"a":"Tavit"}"#, r#"{"id":1,"match":false,"refused":"party-line-without-name","score":0.0}"#),
            (r#"{"id":1,"a":"Tavit","b":"Tavit"}"#, r#"{"id":1,"match":true,"score":1.0}"#),
        ] {
            assert_eq!(compare_line(700, line).0, expect, "{line}");
        }
    }

    #[test]
    fn threads_and_batches_change_nothing() {
        let lists = lists();
        let names =
            ["Tavit Brellund", "BRELLUND T. O.", "Hanne", "", "Бреллунд Тавит", "Квиллон Трейдинг", "M/V Sea Heron 5"];
        let lines: String = (0..200)
            .map(|number| format!("{{\"id\":{number},\"name\":\"{}\"}}\n", names[number * 5 % names.len()]))
            .collect();
        let told = |threads: usize, batch: usize| {
            let mut out = Vec::new();
            let told = screen(&lists, lines.as_bytes(), Pace { threads, batch }, &mut out).unwrap();
            (told.refused, String::from_utf8(out).unwrap())
        };
        let alone = told(1, 1);
        assert_eq!(alone.1.lines().count(), 200);
        assert!(alone.1.lines().filter(|line| line.contains("\"score\"")).count() > 100);
        for (threads, batch) in [(1, 2_048), (2, 2_048), (2, 7), (3, 64), (8, 5), (64, 2_048)] {
            assert!(told(threads, batch) == alone, "{threads} threads, batches of {batch}");
        }
    }
}
