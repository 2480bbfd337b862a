//! The daily file of spectroscopic portals: lines of two letters and values between commas. `S1` and `S2` say how the portal is
//! set up, `GB`, `NB` and `BX` are a background and its end, `GS` and `NS` a second of a passage, `AB` the background that the
//! alarm was judged against, `ID` what the portal named, and `GX` ends the passage.
//!
//! The file gives one duration, not two times; live and real time are both that, and a finding says so. It gives deviation
//! pairs but no coefficients: its spectra are uncalibrated.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, SPECTRUM_LIMIT, Source, TOTAL_CHANNEL_LIMIT, lines, moment};
use crate::spectrum::{DetectorClass, InstrumentResult, Neutrons, Spectrum, SpectrumFile, SpectrumRole};

const KINDS: [&str; 9] = ["S1", "S2", "GB", "NB", "BX", "GS", "NS", "AB", "ID"];
/// A time slice of the portal, in seconds.
const SLICE: f64 = 0.1;
/// Seconds of one signal line where no neutron line says how many slices it holds.
const USUAL: f64 = 1.0;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let first = text.lines().next()?;
    // A plainer portal writes `GB,000822,000750,000770,000757,00-00-04.919`: counts of four detectors and a clock.
    let clock = first.rsplit(',').next().is_some_and(|last| last.matches('-').count() > 1);
    let known = fields(first).is_some_and(|(kind, _)| KINDS.contains(&kind));
    if clock || !known || !text.lines().filter_map(fields).any(|(kind, _)| kind == "S1") {
        return None;
    }
    let mut day = Day::default();
    let mut channels = 0;
    for (n, line) in text.lines().enumerate() {
        let Some((kind, rest)) = fields(line) else { continue };
        channels += day.line(kind, rest, n + 1);
        if channels > TOTAL_CHANNEL_LIMIT || day.file.spectra.len() >= SPECTRUM_LIMIT {
            day.findings.push(Finding::error("too-many-spectra", "").with("limit", SPECTRUM_LIMIT));
            break;
        }
    }
    day.close_background(None);
    day.close_passage(&[]);
    if !day.file.spectra.is_empty() {
        day.findings.push(Finding::note("one-duration", ""));
    }
    if day.passed_over > 0 {
        day.findings.push(Finding::warning("lines-passed-over", "").with("count", day.passed_over));
    }
    Some(Reading { file: day.file, findings: day.findings })
}

/// The letters of a line and what follows their comma.
fn fields(line: &str) -> Option<(&str, &str)> {
    let (kind, rest) = line.split_once(',')?;
    let kind = kind.trim();
    (kind.len() == 2).then_some((kind, rest))
}

#[derive(Default)]
struct Day {
    file: SpectrumFile,
    findings: Vec<Finding>,
    passed_over: usize,
    /// The detectors met so far: neutron counts stand in the order of their names.
    detectors: BTreeSet<String>,
    background: Vec<Spectrum>,
    background_neutrons: Option<(f64, Vec<f64>)>,
    /// Number of the second, and its spectrum.
    passage: Vec<(u32, Spectrum)>,
    /// Number of the second, slices, counts by detector.
    passage_neutrons: Vec<(u32, f64, Vec<f64>)>,
    analysed: Option<(f64, Vec<f64>)>,
    analysed_neutrons: Option<f64>,
    class: Option<DetectorClass>,
}

impl Day {
    /// Takes a line, and says how many channels it holds.
    fn line(&mut self, kind: &str, rest: &str, number: usize) -> usize {
        match kind {
            "S1" => self.setup(rest),
            "S2" => {}
            "GB" | "GS" => return self.gamma(kind, rest, number),
            "NB" => {
                let (mut numbers, _) = lines::numbers(rest, 1000);
                if numbers.len() > 1 {
                    let seconds = numbers.remove(0);
                    self.background_neutrons = Some((seconds, numbers));
                }
            }
            "NS" => {
                let (numbers, _) = lines::numbers(rest, 1000);
                if let [slices, second, counts @ ..] = numbers.as_slice() {
                    self.passage_neutrons.push((*second as u32, *slices, counts.to_vec()));
                }
            }
            "AB" => {
                let (what, values) = rest.split_once(',').unwrap_or((rest, ""));
                let (mut numbers, _) = lines::numbers(values, CHANNEL_LIMIT + 1);
                match (what.trim().to_ascii_lowercase().as_str(), numbers.as_slice()) {
                    ("neutron", [_, counts, ..]) => self.analysed_neutrons = Some(*counts),
                    ("gamma", [seconds, _, ..]) => {
                        let seconds = *seconds;
                        numbers.remove(0);
                        let channels = numbers.len();
                        self.analysed = Some((seconds, numbers));
                        return channels;
                    }
                    _ => self.passed_over += 1,
                }
            }
            "ID" => {
                let nuclide = rest.split(',').next().unwrap_or_default().trim();
                if !nuclide.is_empty() && !nuclide.eq_ignore_ascii_case("none") {
                    self.file
                        .instrument_results
                        .push(InstrumentResult { nuclide: nuclide.to_owned(), ..Default::default() });
                }
            }
            "BX" => {
                let started = moment::read(rest);
                self.close_background(started.map(|moment| moment.civil));
            }
            "GX" => {
                let words: Vec<&str> = rest.split(',').map(str::trim).collect();
                self.close_passage(&words);
            }
            _ => self.passed_over += 1,
        }
        0
    }

    /// `S1`: kind of detector, application, channels, version of the algorithm, then its parameters.
    fn setup(&mut self, rest: &str) {
        let words: Vec<&str> = rest.split(',').map(str::trim).collect();
        self.class = words.first().and_then(|word| DetectorClass::from_words(word));
        self.file.instrument.class = Some("Spectroscopic Portal Monitor".to_owned());
        self.file.instrument.model = match words.get(1).copied() {
            Some("SPM") => Some("ASP".to_owned()),
            Some("RDSC") => Some("Radiation Detector Straddle Carrier".to_owned()),
            Some("MRDIS") => Some("Mobile Radiation Detection and Identification System".to_owned()),
            other => other.filter(|word| !word.is_empty()).map(str::to_owned),
        };
        if let Some(version) = words.get(3).filter(|word| !word.is_empty()) {
            let version = format!("algorithm {version}");
            if !self.file.instrument.software.contains(&version) {
                self.file.instrument.software.push(version);
            }
        }
    }

    fn gamma(&mut self, kind: &str, rest: &str, number: usize) -> usize {
        let Some((name, values)) = rest.split_once(',') else {
            self.passed_over += 1;
            return 0;
        };
        let (mut counts, broken) = lines::numbers(values, CHANNEL_LIMIT + 1);
        if broken > 0 {
            let place = format!("line {number}");
            self.findings.push(Finding::error("counts-not-numbers", &place).with("channels", broken));
        }
        let second = (kind == "GS" && !counts.is_empty()).then(|| counts.remove(0) as u32);
        let channels = counts.len();
        if channels < 2 {
            self.passed_over += 1;
            return 0;
        }
        let name = name.trim().to_owned();
        self.detectors.insert(name.clone());
        let mut spectrum = Spectrum { title: Some(name.clone()), counts, ..Spectrum::default() };
        spectrum.detector.name = Some(name);
        spectrum.detector.class = self.class;
        match second {
            Some(second) => self.passage.push((second, spectrum)),
            None => self.background.push(spectrum),
        }
        channels
    }

    fn index(&self, spectrum: &Spectrum) -> Option<usize> {
        self.detectors.iter().position(|name| spectrum.detector.name.as_ref() == Some(name))
    }

    fn close_background(&mut self, started: Option<DateTime>) {
        let neutrons = self.background_neutrons.take();
        for mut spectrum in std::mem::take(&mut self.background) {
            spectrum.role = SpectrumRole::Background;
            spectrum.occupied = Some(false);
            spectrum.started = started;
            if let Some((seconds, counts)) = &neutrons {
                (spectrum.live_time, spectrum.real_time) = (Some(*seconds), Some(*seconds));
                spectrum.neutrons = self
                    .index(&spectrum)
                    .and_then(|index| counts.get(index))
                    .map(|counts| Neutrons { counts: *counts, live_time: Some(*seconds) });
            }
            self.file.spectra.push(spectrum);
        }
    }

    /// `GX`: colour of the light, number of the passage, start of the last slice, name of the full file, speeds.
    fn close_passage(&mut self, words: &[&str]) {
        let word = |n: usize| words.get(n).copied().filter(|word| !word.is_empty());
        let ended = word(2).and_then(moment::read).map(|moment| moment.civil);
        let passage = std::mem::take(&mut self.passage);
        let neutrons = std::mem::take(&mut self.passage_neutrons);
        let last = passage.iter().map(|(second, _)| *second).max().unwrap_or_default();
        if let Some((seconds, counts)) = self.analysed.take() {
            // The sum over all detectors; the scale of its duration is the one that SpecUtils found to fit.
            let seconds = SLICE * self.detectors.len() as f64 * seconds;
            self.file.spectra.push(Spectrum {
                title: Some("analysed background".to_owned()),
                role: SpectrumRole::Background,
                counts,
                live_time: Some(seconds),
                real_time: Some(seconds),
                occupied: Some(false),
                derived: true,
                neutrons: self.analysed_neutrons.take().map(|counts| Neutrons { counts, live_time: None }),
                ..Spectrum::default()
            });
        }
        for (second, mut spectrum) in passage {
            let beside = neutrons.iter().find(|(of, ..)| *of == second);
            let seconds = beside.map_or(USUAL, |(_, slices, _)| SLICE * slices);
            spectrum.role = SpectrumRole::Foreground;
            spectrum.occupied = Some(true);
            (spectrum.live_time, spectrum.real_time) = (Some(seconds), Some(seconds));
            let before = SignedDuration::try_from_secs_f64(seconds * f64::from(last.saturating_sub(second))).ok();
            spectrum.started = ended.zip(before).and_then(|(ended, before)| ended.checked_sub(before).ok());
            spectrum.neutrons = beside
                .and_then(|(.., counts)| counts.get(self.index(&spectrum)?))
                .map(|counts| Neutrons { counts: *counts, live_time: Some(seconds) });
            spectrum.alarms.extend(word(0).filter(|colour| !colour.eq_ignore_ascii_case("green")).map(str::to_owned));
            spectrum.remarks.extend(word(1).map(|number| format!("passage {number}, second {second}")));
            self.file.spectra.push(spectrum);
        }
    }
}
