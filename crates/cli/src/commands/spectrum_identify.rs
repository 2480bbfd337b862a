//! `tripoint spectrum identify` and `eval`: what spectra show, and how right that is. Neither needs a node.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::spectrum::{Examined, told};
use report::measurement::{confidence_word, finding_text, nuclide_label, paragraphs};
use serde_json::{Value as Json, json};
use spectra::evaluation::{Tally, Truth, score, wilson};
use spectra::identify::LineVerdict;
use spectra::summary::{Answered, identify_file};

use super::spectrum::{Eval, Identify, code_of, read_spectra};
use crate::output::{CommandError, Output};

pub(super) fn identify(command: &Identify, output: &Output) -> Result<(), CommandError> {
    let background = command.background.as_deref().map(read_spectra).transpose()?.map(|(file, _)| file);
    let mut failed = 0;
    for path in &command.files {
        let name = path.display().to_string();
        let read = read_spectra(path);
        let answered = read.as_ref().ok().and_then(|(file, _)| identify_file(file, background.as_ref()));
        match (&read, &answered) {
            (Ok((_, findings)), Some(answered)) => {
                if output.json {
                    output.data_line(&told::identified(&name, &answered.summary, findings, output.t));
                } else {
                    shown(&name, answered, command.files.len() > 1, output);
                }
            }
            (Ok(_), None) => {
                failed += 1;
                if output.json {
                    output.data_line(&json!({ "file": name, "error": "no-counts" }));
                } else {
                    output.message(&format!("{name}: {}", output.t.text("spectrum-answer-too-few-counts")));
                }
            }
            (Err(error), _) => {
                failed += 1;
                if output.json {
                    output.data_line(&json!({ "file": name, "error": code_of(error), "message": output.told(error) }));
                } else {
                    output.error(error);
                }
            }
        }
    }
    if failed > 0 { Err(CommandError::FilesNotRead { failed, of: command.files.len() }) } else { Ok(()) }
}

/// What a kept file shows, as `tripoint spectrum identify` tells it.
pub(super) fn kept(examined: &Examined, output: &Output) {
    if output.json {
        let summary = &examined.answered.summary;
        output.data_line(&told::identified(&examined.file_name, summary, &examined.findings, output.t));
    } else {
        shown(&examined.file_name, &examined.answered, false, output);
    }
}

fn shown(name: &str, answered: &Answered, several: bool, output: &Output) {
    if several {
        output.line(name);
    }
    for paragraph in paragraphs(&answered.summary, output.t) {
        output.line(&paragraph);
    }
    let headings = [
        "spectrum-column-nuclide",
        "cli-column-confidence",
        "spectrum-column-line",
        "spectrum-column-verdict",
        "spectrum-column-net",
        "spectrum-column-expected",
        "spectrum-column-limit",
    ];
    let mut rows = Vec::new();
    for named in &answered.summary.nuclides {
        for (n, line) in named.lines.iter().take(6).enumerate() {
            let verdict = match line.verdict {
                LineVerdict::Seen => "seen",
                LineVerdict::Missing => "missing",
                LineVerdict::BelowLimit => "below-limit",
            };
            let first = |text: String| if n == 0 { text } else { String::new() };
            rows.push(vec![
                first(nuclide_label(named, output.t)),
                first(confidence_word(named.confidence, output.t)),
                format!("{} {:.1}", line.emitter, line.energy),
                output.t.word("spectrum-line", verdict),
                format!("{:.0} ± {:.0}", line.seen, line.uncertainty),
                format!("{:.0}", line.expected),
                format!("{:.0}", line.detection_limit),
            ]);
        }
    }
    if !rows.is_empty() {
        output.table(&headings, rows);
    }
    for finding in &answered.summary.findings {
        output.message(&finding_text(finding, output.t));
    }
}

/// A row of a table of truths.
struct Known {
    file: PathBuf,
    background: Option<PathBuf>,
    truth: Truth,
}

pub(super) fn eval(command: &Eval, output: &Output) -> Result<(), CommandError> {
    let text = super::noun_file::read_input(&command.truth, 64 << 20)?;
    let not_a = || CommandError::NotA { path: command.truth.display().to_string(), what: "truth" };
    let known = truths(&text, &command.dir).ok_or_else(not_a)?;
    let mut by_class: BTreeMap<String, Tally> = BTreeMap::new();
    let mut all = Tally::default();
    for row in &known {
        let Ok((file, _)) = read_spectra(&row.file) else {
            all.unreadable += 1;
            continue;
        };
        let background = row.background.as_deref().and_then(|path| read_spectra(path).ok()).map(|(file, _)| file);
        let Some(answered) = identify_file(&file, background.as_ref()) else {
            all.unreadable += 1;
            continue;
        };
        let scored = score(&row.truth, &answered.identification);
        let class = answered.identification.basis.class.map_or("?", |class| class.name()).to_owned();
        by_class.entry(class).or_default().add(&scored);
        all.add(&scored);
        if !output.json && command.each && !scored.complete_and_correct() {
            let file = row.file.display();
            output.message(&format!("{file}: − {}  + {}", scored.missed.join(" "), scored.false_names.join(" ")));
        }
    }
    if output.json {
        let parts: BTreeMap<&String, Json> = by_class.iter().map(|(class, tally)| (class, numbers(tally))).collect();
        output.data(&json!({ "all": numbers(&all), "by_detector_class": parts }));
        return Ok(());
    }
    let headings = [
        "cli-column-class",
        "cli-column-spectra",
        "cli-column-all-found",
        "cli-column-complete-and-correct",
        "cli-column-false-names",
        "cli-column-false-on-backgrounds",
        "cli-column-false-nuclear",
    ];
    let mut rows: Vec<Vec<String>> = by_class.iter().map(|(class, tally)| cells(class, tally)).collect();
    rows.push(cells(&output.t.text("cli-spectrum-all"), &all));
    output.table(&headings, rows);
    if all.unreadable > 0 {
        output.say("cli-spectrum-unreadable", &[("count", all.unreadable.into())]);
    }
    Ok(())
}

/// Reads the table by its headings: `file` and `nuclides` are needed, `also_ok`, `background_file` and `score` are used
/// where they stand; rows whose `score` is `no` are left out.
fn truths(bytes: &[u8], dir: &Path) -> Option<Vec<Known>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headings = reader.headers().ok()?.clone();
    let column = |name: &str| headings.iter().position(|heading| heading.trim() == name);
    let (file, nuclides) = (column("file")?, column("nuclides")?);
    let list = |text: &str| -> Vec<String> {
        text.split([';', ',']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    let mut known = Vec::new();
    for record in reader.records() {
        let record = record.ok()?;
        let of = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default();
        if of(column("score")).trim() == "no" {
            continue;
        }
        let background = of(column("background_file")).trim();
        known.push(Known {
            file: dir.join(record.get(file)?.trim()),
            background: (!background.is_empty() && !background.starts_with('(')).then(|| dir.join(background)),
            truth: Truth { required: list(record.get(nuclides)?), allowed: list(of(column("also_ok"))) },
        });
    }
    Some(known)
}

/// A proportion with its interval, in per cent.
fn share(right: usize, of: usize) -> String {
    if of == 0 {
        return "–".to_owned();
    }
    let (low, high) = wilson(right, of);
    let percent = |part: f64| part * 100.0;
    format!("{:.0} % ({:.0}–{:.0})", percent(right as f64 / of as f64), percent(low), percent(high))
}

fn per(count: usize, of: usize) -> String {
    if of == 0 { "–".to_owned() } else { format!("{:.2}", count as f64 / of as f64) }
}

fn cells(class: &str, tally: &Tally) -> Vec<String> {
    vec![
        class.to_owned(),
        tally.spectra.to_string(),
        share(tally.all_found, tally.with_sources),
        share(tally.complete_and_correct, tally.spectra),
        per(tally.false_names, tally.spectra),
        per(tally.false_names_on_backgrounds, tally.backgrounds),
        tally.false_special_nuclear.to_string(),
    ]
}

fn numbers(tally: &Tally) -> Json {
    let interval = |right: usize, of: usize| {
        let (low, high) = wilson(right, of);
        json!({ "right": right, "of": of, "low": low, "high": high })
    };
    let rate = |count: usize, of: usize| (of > 0).then(|| count as f64 / of as f64);
    json!({
        "spectra": tally.spectra,
        "all_found": interval(tally.all_found, tally.with_sources),
        "complete_and_correct": interval(tally.complete_and_correct, tally.spectra),
        "false_per_spectrum": rate(tally.false_names, tally.spectra),
        "false_per_background": rate(tally.false_names_on_backgrounds, tally.backgrounds),
        "false_special_nuclear": tally.false_special_nuclear,
        "unreadable": tally.unreadable,
    })
}
