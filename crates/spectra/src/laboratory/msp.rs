//! MSP and MGF: lists of mass spectra as text, `Name: value` and peaks (MSP), or `BEGIN IONS` blocks (MGF).

use crate::finding::Finding;
use crate::format::lines;
use crate::laboratory::{CURVE_LIMIT, Curve, LaboratoryFile, POINT_LIMIT};

pub(super) fn read(text: &str, findings: &mut Vec<Finding>) -> Option<LaboratoryFile> {
    let head: Vec<&str> = text.lines().take(200).collect();
    let has = |word: &str| head.iter().any(|line| line.trim().to_ascii_lowercase().starts_with(word));
    if !has("num peaks:") && !has("begin ions") {
        return None;
    }
    let mut file = LaboratoryFile { format: "msp".to_owned(), ..LaboratoryFile::default() };
    let mut curve = empty();
    let (mut stated, mut inside, mut total) = (None, false, 0_usize);
    let mut close = |curve: &mut Curve, stated: &mut Option<f64>, findings: &mut Vec<Finding>| {
        let done = std::mem::replace(curve, empty());
        if let Some(stated) = stated.take().filter(|stated| *stated != done.points.len() as f64) {
            let finding = Finding::warning("channel-count-differs", &done.title);
            findings.push(finding.with("stated", stated).with("found", done.points.len()));
        }
        if !done.points.is_empty() && file.curves.len() < CURVE_LIMIT {
            file.curves.push(done);
        }
    };
    for line in text.lines().map(str::trim) {
        let lower = line.to_ascii_lowercase();
        if line.is_empty() || lower == "end ions" || lower == "begin ions" || lower.starts_with("name:") {
            if inside && (!curve.points.is_empty() || lower != "begin ions") {
                close(&mut curve, &mut stated, findings);
            }
            inside = false;
        }
        let split = line.split_once(':').or_else(|| line.split_once('='));
        if let Some((name, value)) = split.filter(|_| !inside && line.starts_with(|c: char| c.is_alphabetic())) {
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "name" | "title" => value.clone_into(&mut curve.title),
                "num peaks" => {
                    stated = lines::leading_number(value);
                    inside = true;
                }
                _ if curve.statements.len() < 100 => {
                    curve.statements.push((name.trim().to_owned(), value.to_owned()));
                }
                _ => {}
            }
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_digit()) && total < POINT_LIMIT {
            inside = true;
            for peak in line.split(';') {
                if let (Some(mass), Some(height)) = pair(peak) {
                    curve.points.push((mass, height));
                    total += 1;
                }
            }
        }
    }
    close(&mut curve, &mut stated, findings);
    Some(file)
}

/// Mass and height; comments in quotation marks may follow.
fn pair(text: &str) -> (Option<f64>, Option<f64>) {
    let mut words = text.split([' ', '\t', ',']).filter(|word| !word.is_empty());
    (words.next().and_then(lines::number), words.next().and_then(lines::number))
}

fn empty() -> Curve {
    Curve {
        measured: "MASS SPECTRUM".to_owned(),
        x_unit: "m/z".to_owned(),
        y_unit: "intensity".to_owned(),
        sticks: true,
        ..Curve::default()
    }
}
