//! The report of one measurement as a document: the same model, typesetting and formats as every other report.

use domain::language::Language;
use jiff::civil::Date;
use locale::{Catalogue, Translator, Value};
use spectra::finding::Finding;
use spectra::identify::LineVerdict;
use spectra::summary::Answered;

use super::drawn::explained_peaks;
use super::plot::{Scale, spectrum_svg};
use super::words::{confidence_word, finding_text, nuclide_label, paragraphs};
use crate::document::{
    Block, Cell, Document, Figure, Paragraph, ParagraphStyle, Parallel, Part, Table, TableColumn, TableRow, TitleBlock,
};

/// What the report is about.
#[derive(Debug, Clone)]
pub struct MeasurementRecord<'a> {
    /// The answer, with the spectra it is about.
    pub answered: &'a Answered,
    /// The name of the file.
    pub file_name: &'a str,
    /// Its SHA-256, in hexadecimal.
    pub sha256: &'a str,
    /// The same of the background's file, where one was given beside it.
    pub background: Option<(&'a str, &'a str)>,
    /// The instrument in its own words.
    pub instrument: &'a str,
    /// What the readers noticed in the files.
    pub findings: &'a [Finding],
    /// What is known of the case, label and value in the language of the report: the sample, who measured, what a second
    /// person decided. Empty for a file that belongs to no sample.
    pub case: &'a [(String, String)],
    /// How the record is marked, in words; empty for a file that belongs to no sample.
    pub marking: &'a str,
    /// Whether it is about things that do not exist: every page then says so.
    pub training: bool,
    /// The day of the report.
    pub date: Date,
}

/// The report in one language.
#[must_use]
pub fn compose(record: &MeasurementRecord<'_>, language: Language) -> Document {
    let languages = vec![language];
    let t = Catalogue::embedded().translator(language);
    let say = |text: String| Parallel::each(&languages, |_| text.clone());
    let key = |key: &str| say(t.text(key));
    let mut number = 0;
    let mut text = |text: String| {
        number += 1;
        let paragraph =
            Paragraph { number: Some(number), text: say(text), footnote: None, style: ParagraphStyle::Text };
        Block::Paragraph(paragraph)
    };
    let summary = &record.answered.summary;
    let answer: Vec<Block> = paragraphs(summary, t).into_iter().map(&mut text).collect();
    let mut shown = Vec::new();
    for scale in [Scale::Log, Scale::Linear] {
        if let Some((svg, size)) = spectrum_svg(record.answered, scale, t) {
            let caption = match scale {
                Scale::Log if summary.basis.background_used => "spectrum-plot-log",
                Scale::Log => "spectrum-plot-log-alone",
                Scale::Linear => "spectrum-plot-linear",
            };
            shown.push(Block::Figure(Figure {
                caption: key(caption),
                alternative: say(alternative(record, t)),
                svg,
                size,
            }));
        }
    }
    let mut basis: Vec<Block> = vec![facts(record, t, &say)];
    let noticed = record.findings.iter().chain(&summary.findings);
    basis.extend(noticed.map(|finding| text(sentence(&finding_text(finding, t)))));
    let mut sections = vec![
        ("spectrum-report-answer", answer),
        ("spectrum-report-plot", shown),
        ("spectrum-report-lines", vec![lines(record, t, &say)]),
        ("spectrum-report-peaks", vec![peaks(record, t, &say)]),
        ("spectrum-report-basis", basis),
    ];
    if !record.case.is_empty() {
        let rows = record.case.iter().map(|(label, value)| vec![say(label.clone()), say(value.clone())]).collect();
        let case = table(vec![(key("spectrum-column-what"), 50), (key("spectrum-column-value"), 110)], rows);
        sections.insert(0, ("spectrum-report-case", vec![case]));
    }
    // A table without a row says nothing, and a heading over nothing is worse.
    sections.retain(|(_, blocks)| {
        !blocks.is_empty() && blocks.iter().any(|block| !matches!(block, Block::Table(table) if table.rows.is_empty()))
    });
    let parts = ["I", "II", "III", "IV", "V", "VI"].iter().zip(sections).map(|(roman, (heading, blocks))| Part {
        number: (*roman).to_owned(),
        annex: false,
        heading: say(format!("{roman}. {}", t.text(heading))),
        blocks,
    });
    let marking = if record.marking.is_empty() { t.text("spectrum-report-marking") } else { record.marking.to_owned() };
    Document {
        languages: languages.clone(),
        date: record.date,
        band: record.training.then(|| key("report-training-band")),
        marking: say(marking),
        running_head: key("spectrum-report-running-head"),
        page_words: (key("report-page-before"), key("report-page-between")),
        title: TitleBlock {
            kind: key("spectrum-report-kind"),
            title: say(record.file_name.to_owned()),
            place_and_dates: say(started(record, t)),
            states: say(record.instrument.to_owned()),
            edition: say(t.with("spectrum-report-edition", &[("date", t.date_in_full(record.date).into())])),
        },
        note: None,
        parts: parts.collect(),
    }
}

fn alternative(record: &MeasurementRecord<'_>, t: Translator) -> String {
    let labels: Vec<String> = record.answered.summary.nuclides.iter().map(|named| nuclide_label(named, t)).collect();
    t.with("spectrum-plot-alternative", &[("nuclides", t.list(&labels).into())])
}

fn started(record: &MeasurementRecord<'_>, t: Translator) -> String {
    let spectrum = &record.answered.foreground;
    match spectrum.started {
        Some(started) => {
            let time = format!("{:02}:{:02}:{:02}", started.hour(), started.minute(), started.second());
            let instant = format!("{}, {time}", t.date_in_full(started.date()));
            t.with("spectrum-report-started", &[("instant", instant.into())])
        }
        None => t.text("spectrum-report-not-started"),
    }
}

fn table(columns: Vec<(Parallel, u16)>, rows: Vec<Vec<Parallel>>) -> Block {
    Block::Table(Table {
        caption: None,
        columns: columns.into_iter().map(|(heading, width)| TableColumn { heading, width }).collect(),
        rows: rows
            .into_iter()
            .map(|cells| TableRow { heading: false, cells: cells.into_iter().map(Cell::text).collect() })
            .collect(),
    })
}

/// A finding as a sentence of the report: findings begin small and end without a stop, as messages beside data do.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

fn facts(record: &MeasurementRecord<'_>, t: Translator, say: &impl Fn(String) -> Parallel) -> Block {
    let spectrum = &record.answered.foreground;
    let basis = &record.answered.summary.basis;
    let seconds = |time: Option<f64>| {
        time.map_or_else(
            || t.text("spectrum-not-stated"),
            |time| t.with("spectrum-seconds", &[("time", format!("{time:.1}").into())]),
        )
    };
    let class = basis.class.map(|class| class.name().to_owned()).unwrap_or_default();
    let width = basis.fwhm_662.map(|width| format!("{width:.1} keV")).unwrap_or_default();
    let mut rows: Vec<(&str, String)> = vec![
        ("spectrum-fact-sha256", record.sha256.to_owned()),
        ("spectrum-fact-live-time", seconds(spectrum.live_time)),
        ("spectrum-fact-real-time", seconds(spectrum.real_time)),
        ("spectrum-fact-counts", format!("{:.0}", basis.counts)),
        ("spectrum-fact-class", class),
        ("spectrum-fact-width", width),
        ("spectrum-fact-library", basis.library.clone()),
    ];
    if let Some((name, hash)) = record.background {
        rows.push(("spectrum-fact-background", format!("{name}, {hash}")));
    }
    let rows = rows.into_iter().map(|(label, value)| vec![say(t.text(label)), say(value)]).collect();
    table(vec![(say(t.text("spectrum-column-what")), 50), (say(t.text("spectrum-column-value")), 110)], rows)
}

fn peaks(record: &MeasurementRecord<'_>, t: Translator, say: &impl Fn(String) -> Parallel) -> Block {
    let rows = explained_peaks(record.answered).into_iter().map(|found| {
        let net: [(&str, Value); 2] = [
            ("net", format!("{:.0}", found.peak.area).into()),
            ("doubt", format!("{:.0}", found.peak.area_uncertainty).into()),
        ];
        let explained = if found.is_unexplained {
            t.text("spectrum-peak-unexplained")
        } else if found.lines.is_empty() {
            t.text("spectrum-peak-other")
        } else {
            found.lines.join(", ")
        };
        vec![
            say(format!("{:.1}", found.peak.energy)),
            say(t.with("spectrum-net-counts", &net)),
            say(format!("{:.1}", found.peak.fwhm)),
            say(explained),
        ]
    });
    let columns = [
        ("spectrum-column-energy", 28),
        ("spectrum-column-net", 36),
        ("spectrum-column-width", 26),
        ("spectrum-column-explained", 70),
    ];
    table(columns.into_iter().map(|(key, width)| (say(t.text(key)), width)).collect(), rows.collect())
}

fn lines(record: &MeasurementRecord<'_>, t: Translator, say: &impl Fn(String) -> Parallel) -> Block {
    let mut rows = Vec::new();
    for named in &record.answered.summary.nuclides {
        for line in named.lines.iter().take(8) {
            let verdict = match line.verdict {
                LineVerdict::Seen => "seen",
                LineVerdict::Missing => "missing",
                LineVerdict::BelowLimit => "below-limit",
            };
            let values: [(&str, Value); 2] =
                [("net", format!("{:.0}", line.seen).into()), ("doubt", format!("{:.0}", line.uncertainty).into())];
            rows.push(vec![
                say(format!("{} ({})", named.nuclide, confidence_word(named.confidence, t))),
                say(format!("{} {:.1}", line.emitter, line.energy)),
                say(t.word("spectrum-line", verdict)),
                say(t.with("spectrum-net-counts", &values)),
                say(format!("{:.0}", line.expected)),
                say(format!("{:.0}", line.detection_limit)),
            ]);
        }
    }
    let columns = [
        ("spectrum-column-nuclide", 34),
        ("spectrum-column-line", 30),
        ("spectrum-column-verdict", 28),
        ("spectrum-column-net", 26),
        ("spectrum-column-expected", 21),
        ("spectrum-column-limit", 21),
    ];
    table(columns.into_iter().map(|(key, width)| (say(t.text(key)), width)).collect(), rows)
}
