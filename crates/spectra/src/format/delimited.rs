//! CSV and text: columns of numbers, with or without a heading. What each column was taken to be is told in a finding, for
//! such files rarely say.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Spectrum, SpectrumFile, SpectrumRole};

/// A heading of a column and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Energy,
    Channel,
    Counts(SpectrumRole),
    Other,
}

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let separator = separator(text)?;
    let mut before: Vec<&str> = Vec::new();
    let mut rows: Vec<Vec<f64>> = Vec::new();
    let mut width = 0;
    let mut first_line = 0;
    let mut skipped = 0_usize;
    for (n, line) in text.lines().enumerate() {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{1a}');
        if line.is_empty() {
            continue;
        }
        match row(line, separator) {
            Some(numbers) if rows.is_empty() || numbers.len() == width => {
                if rows.is_empty() {
                    width = numbers.len();
                    first_line = n + 1;
                }
                rows.push(numbers);
            }
            // A few rows of another width before the table are part of what stands before it.
            Some(numbers) if rows.len() < 4 => {
                rows.clear();
                width = numbers.len();
                first_line = n + 1;
                rows.push(numbers);
            }
            _ if rows.len() < 4 => {
                rows.clear();
                before.push(line);
                if before.len() > 200 {
                    return None;
                }
            }
            _ => skipped += 1,
        }
        if rows.len() > CHANNEL_LIMIT {
            break;
        }
    }
    if rows.len() < 16 || width == 0 || skipped > rows.len() {
        return None;
    }
    let mut findings = Vec::new();
    if skipped > 0 {
        findings.push(Finding::warning("lines-passed-over", &format!("line {first_line}")).with("count", skipped));
    }
    let columns = columns(&before, separator, width, &rows)?;
    let values = |n: usize| rows.iter().map(|row| row.get(n).copied().unwrap_or(0.0)).collect::<Vec<f64>>();
    let mut file = SpectrumFile::default();
    let written = Written::gather(&before, separator);
    // Counts belong to the energies that stand nearest before them.
    let mut calibration = EnergyCalibration::None;
    for (n, kind) in columns.iter().enumerate() {
        if *kind == Column::Energy {
            findings.push(Finding::note("energies-are-lower-edges", &format!("column {}", n + 1)));
            calibration = EnergyCalibration::LowerEdges { edges: values(n) };
        }
        let Column::Counts(role) = *kind else { continue };
        findings.push(Finding::note("column-taken-as-counts", &format!("column {}", n + 1)));
        file.spectra.push(Spectrum {
            role,
            counts: values(n),
            calibration: calibration.clone(),
            live_time: written.live,
            real_time: written.real,
            started: written.started.map(|moment| moment.civil),
            utc_offset_minutes: written.started.and_then(|moment| moment.offset),
            title: written.title.clone(),
            ..Spectrum::default()
        });
    }
    file.remarks = before
        .iter()
        .filter(|line| line.chars().any(char::is_alphabetic))
        .take(50)
        .map(|line| (*line).to_owned())
        .collect();
    Some(Reading { file, findings })
}

/// The separator that most of the first lines of numbers agree on.
fn separator(text: &str) -> Option<char> {
    [';', '\t', ',', ' '].into_iter().find(|separator| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(400);
        let mut rows = 0;
        for line in lines {
            let found = row(line, *separator).is_some_and(|row| row.len() > 1);
            if found {
                rows += 1;
            } else if rows < 4 {
                rows = 0;
            }
            if rows >= 8 {
                return true;
            }
        }
        false
    })
}

/// The numbers of a line, all of whose cells must be numbers. A trailing separator is borne.
fn row(line: &str, separator: char) -> Option<Vec<f64>> {
    let cells: Vec<&str> = if separator == ' ' {
        line.split_whitespace().collect()
    } else {
        line.trim_end_matches(separator).split(separator).map(|cell| cell.trim().trim_matches('"')).collect()
    };
    if cells.is_empty() || cells.len() > 16 {
        return None;
    }
    cells.into_iter().map(lines::number).collect()
}

/// What the columns are: from the heading where there is one, else from the numbers.
fn columns(before: &[&str], separator: char, width: usize, rows: &[Vec<f64>]) -> Option<Vec<Column>> {
    let heading = before.last().map(|line| {
        let cells: Vec<&str> =
            if separator == ' ' { line.split_whitespace().collect() } else { line.split(separator).collect() };
        cells.into_iter().map(meaning).collect::<Vec<_>>()
    });
    if let Some(heading) = heading.filter(|heading| heading.len() >= width)
        && heading.iter().any(|column| matches!(column, Column::Counts(_)))
    {
        return Some(heading.into_iter().take(width).collect());
    }
    let rising = |n: usize| rows.windows(2).all(|pair| matches!(pair, [a, b] if a.get(n) < b.get(n)));
    let whole = |n: usize| rows.iter().all(|row| row.get(n).is_some_and(|number| number.fract() == 0.0));
    let steps_of_one = |n: usize| {
        rows.windows(2).all(|pair| matches!((pair.first(), pair.last()), (Some(a), Some(b)) if b.get(n).zip(a.get(n)).is_some_and(|(b, a)| b - a == 1.0)))
    };
    let counts = Column::Counts(SpectrumRole::Unspecified);
    match width {
        1 if rows.len() >= 64 && whole(0) => Some(vec![counts]),
        2 if rising(0) && steps_of_one(0) => Some(vec![Column::Channel, counts]),
        2 if rising(0) => Some(vec![Column::Energy, counts]),
        3 if rising(0) && steps_of_one(0) && rising(1) => Some(vec![Column::Channel, Column::Energy, counts]),
        _ => None,
    }
}

fn meaning(heading: &str) -> Column {
    let said: String = heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    if said.starts_with("energ") || said == "kev" || said.contains("энерг") {
        return Column::Energy;
    }
    if said.starts_with("chan") || said == "ch" || said == "bin" || said.contains("канал") {
        return Column::Channel;
    }
    let is_counts = ["count", "data", "spectrum", "импульс", "счет", "счёт"].iter().any(|word| said.contains(word));
    if is_counts && !said.contains("rate") && !said.contains("cps") && !said.contains("err") {
        let background = said.contains("background") || said.contains("bkg") || said.contains("фон");
        return Column::Counts(if background { SpectrumRole::Background } else { SpectrumRole::Unspecified });
    }
    Column::Other
}

/// What the lines before the table say.
#[derive(Default)]
struct Written {
    live: Option<f64>,
    real: Option<f64>,
    started: Option<moment::Moment>,
    title: Option<String>,
}

impl Written {
    fn gather(before: &[&str], separator: char) -> Self {
        let mut found = Self::default();
        for line in before {
            let line = line.trim_start_matches(['#', '/', '*', '"', ' ']);
            let split = line.split_once([':', '=']).or_else(|| line.split_once(separator));
            let Some((name, value)) = split else { continue };
            let name: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
            let value = value.trim().trim_matches(['"', ',', ';', ' ']);
            match name.as_str() {
                name if name.starts_with("livetime") || name == "lt" => found.live = moment::seconds(value),
                name if name.starts_with("realtime") || name.starts_with("truetime") || name == "rt" => {
                    found.real = moment::seconds(value);
                }
                name if name.starts_with("starttime") || name.starts_with("startdate") || name == "date" => {
                    found.started = moment::read(value);
                }
                "title" | "name" | "spectrumname" | "sample" => {
                    found.title = Some(value.to_owned()).filter(|text| !text.is_empty());
                }
                _ => {}
            }
        }
        found
    }
}
