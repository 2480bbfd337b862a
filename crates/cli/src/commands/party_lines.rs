//! Lines of names and pairs: read in batches, worked through by several threads, told in the order they came in.

use std::io::{BufRead, Write as _};

use parties::{Screen, Worker, id_of_line, pair_of_line, party_of_line, unreadable};
use serde_json::{Value, json};

use super::party::next_line;
use crate::output::{CommandError, Output, told as failed};

/// What was told.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Lines that could not be answered.
    pub(super) refused: usize,
}

/// Lines of one batch: enough for every thread to be busy, few enough to be told soon.
const BATCH: usize = 2_048;

/// An answer: the line of JSON, and whether it is a refusal.
type Answer = (String, bool);

/// Screens each line.
pub(super) fn screen(
    screen: &Screen,
    input: impl BufRead,
    threads: usize,
    output: &Output,
) -> Result<Told, CommandError> {
    let mut workers: Vec<Worker> = (0..threads).map(|_| Worker::default()).collect();
    let answer = |line: &str, worker: &mut Worker| -> Answer {
        let (party, faults) = match party_of_line(line) {
            Ok(read) => read,
            Err(fault) => return refused(&id_of_line(line), &fault.code, &json!([])),
        };
        let id = id_of_line(line);
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
    };
    work(input, &mut workers, answer, output)
}

/// Compares the names of each line.
pub(super) fn compare(
    threshold: u16,
    input: impl BufRead,
    threads: usize,
    output: &Output,
) -> Result<Told, CommandError> {
    let mut workers = vec![(); threads];
    let answer = |line: &str, (): &mut ()| -> Answer {
        let pair = match pair_of_line(line) {
            Ok(pair) => pair,
            Err(fault) => return refused(&id_of_line(line), &fault.code, &Value::Null),
        };
        if let Some(code) = unreadable(&pair.one).or_else(|| unreadable(&pair.other)) {
            return refused(&pair.id, code, &Value::Null);
        }
        let score = parties::compare(&pair.one, &pair.other, pair.kind).alignment.score;
        let score_told = f64::from(score) / 1000.0;
        (json!({"id": pair.id, "score": score_told, "match": score >= threshold}).to_string(), false)
    };
    work(input, &mut workers, answer, output)
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
    answer: impl Fn(&str, &mut W) -> Answer + Sync,
    _output: &Output,
) -> Result<Told, CommandError> {
    let mut told = Told::default();
    let unread = |source| failed("file-not-read", std::path::Path::new("-"), source);
    let mut line = Vec::new();
    let mut batch: Vec<String> = Vec::with_capacity(BATCH);
    let mut stdout = std::io::BufWriter::new(std::io::stdout().lock());
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
        if batch.len() >= BATCH || !more {
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
                if writeln!(stdout, "{text}").is_err() {
                    return Ok(told);
                }
            }
            batch.clear();
        }
        if !more {
            let _ = stdout.flush();
            return Ok(told);
        }
    }
}
