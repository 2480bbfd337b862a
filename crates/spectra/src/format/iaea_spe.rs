//! IAEA and ORTEC SPE: sections that begin with `$NAME:`, in any order. Dialects of Maestro, GammaVision, Kromek (which may
//! carry no calibration), digiBASE and others differ in which sections they have.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Neutrons, Position, Spectrum, SpectrumFile};

/// A section: its name without `$` and `:`, the line it begins on, and its lines.
struct Section<'t> {
    name: String,
    line: usize,
    lines: Vec<&'t str>,
}

impl Section<'_> {
    fn said(&self) -> Option<String> {
        let said: Vec<&str> = self.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        (!said.is_empty()).then(|| said.join("\n"))
    }

    fn numbers(&self) -> Vec<f64> {
        self.lines.iter().flat_map(|line| lines::numbers(line, 64).0).take(256).collect()
    }

    fn place(&self) -> String {
        format!("line {}", self.line)
    }
}

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let sections = sections(text)?;
    let mut findings = Vec::new();
    let mut file = SpectrumFile::default();
    let mut spectra: Vec<Spectrum> = Vec::new();
    let mut spectrum = Spectrum::default();
    let mut fits = Fits::default();
    for section in &sections {
        // Some files hold several records one after another.
        if section.name == "DATA" && !spectrum.counts.is_empty() || section.name == "ENDRECORD" {
            spectrum.calibration = std::mem::take(&mut fits).calibration();
            spectra.push(std::mem::take(&mut spectrum));
        }
        match section.name.as_str() {
            "SPEC_ID" => spectrum.title = section.said().map(|said| said.replace('\n', " ")),
            "SPEC_REM" => remarks(section, &mut file, &mut spectrum),
            "DATE_MEA" => {
                match section.lines.iter().find(|line| !line.trim().is_empty()).and_then(|line| moment::read(line)) {
                    Some(moment) => {
                        spectrum.started = Some(moment.civil);
                        spectrum.utc_offset_minutes = moment.offset;
                    }
                    None => findings.push(Finding::warning("start-not-read", &section.place())),
                }
            }
            "MEAS_TIM" => match section.numbers().as_slice() {
                [live, real, ..] => {
                    spectrum.live_time = Some(*live);
                    spectrum.real_time = Some(*real);
                }
                [live] => spectrum.live_time = Some(*live),
                [] => findings.push(Finding::warning("times-not-read", &section.place())),
            },
            "DATA" => spectrum.counts = data(section, &mut findings),
            "ENER_FIT" => fits.linear = section.numbers(),
            "MCA_CAL" => {
                if section.lines.iter().any(|line| line.to_ascii_lowercase().contains("mev")) {
                    findings.push(Finding::note("calibration-in-mev", &section.place()));
                    fits.unit = 1000.0;
                }
                let numbers = section.numbers();
                let order = numbers.first().copied().unwrap_or(0.0).clamp(0.0, 32.0) as usize;
                fits.polynomial = numbers.into_iter().skip(1).take(order).collect();
            }
            "ENER_DATA_X" | "ENER_DATA" => fits.points = section.numbers(),
            "ENER_TABLE" => fits.table = table(section),
            "GPS" | "GPS_COORDINATES" => spectrum.position = position(section),
            "DOSE_RATE" => spectrum.dose_rate = section.numbers().first().copied(),
            "NEUTRON_CPS" if spectrum.neutrons.is_some() => {}
            "NEUTRONS" | "NEUTRON_COUNTS" | "NEUTRON_CPS" | "COUNTS_NEUTRON" => {
                spectrum.neutrons = neutrons(section, spectrum.real_time);
            }
            "DETECTOR_TYPE" | "DETECTOR" => spectrum.detector.described = section.said(),
            "DEVICE_ID" | "SERIAL_NUMBER" => file.instrument.serial = section.said(),
            "INSTRUMENT_TYPE" | "INSTRUMENT" | "MODEL" => file.instrument.model = section.said(),
            "MANUFACTURER" => file.instrument.manufacturer = section.said(),
            "KROMEK_INFO" => kromek(section, &mut file, &mut spectrum),
            "APPLICATION_ID" => file.instrument.software.extend(section.said()),
            "RADIONUCLIDES" => file.instrument_results.extend(radionuclides(section)),
            _ => {}
        }
    }
    if !spectrum.counts.is_empty() || spectra.is_empty() {
        spectrum.calibration = fits.calibration();
        spectra.push(spectrum);
    }
    file.spectra = spectra;
    Some(Reading { file, findings })
}

/// The sections of a text that is one of this family: it has a `$DATA` or another of the usual names near its beginning.
fn sections(text: &str) -> Option<Vec<Section<'_>>> {
    let mut found: Vec<Section<'_>> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        if let Some(rest) = trimmed.strip_prefix('$') {
            let (name, after) = rest.split_once(':').unwrap_or((rest, ""));
            let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ' ');
            if plain && !name.is_empty() && name.len() < 64 {
                let name = name.trim().to_ascii_uppercase();
                let lines = if after.trim().is_empty() { Vec::new() } else { vec![after] };
                found.push(Section { name, line: n + 1, lines });
                continue;
            }
        }
        match found.last_mut() {
            Some(section) => section.lines.push(line),
            None if trimmed.is_empty() => {}
            // Before the first section only a few odd lines are borne.
            None if n > 20 => return None,
            None => {}
        }
    }
    const USUAL: [&str; 5] = ["DATA", "SPEC_ID", "MEAS_TIM", "DATE_MEA", "SPEC_REM"];
    found.iter().any(|section| USUAL.contains(&section.name.as_str())).then_some(found)
}

/// `first last`, then a count a channel; the first channel is 0 in nearly all files.
fn data(section: &Section<'_>, findings: &mut Vec<Finding>) -> Vec<f64> {
    let mut lines = section.lines.iter().filter(|line| !line.trim().is_empty());
    let (range, _) = lines::numbers(lines.next().copied().unwrap_or_default(), 8);
    let mut counts = Vec::new();
    let mut broken = 0;
    for line in lines {
        let (numbers, others) = lines::numbers(line, CHANNEL_LIMIT);
        broken += others;
        counts.extend(numbers);
        if counts.len() > CHANNEL_LIMIT {
            let finding = Finding::error("too-many-channels", &section.place());
            findings.push(finding.with("channels", counts.len()).with("limit", CHANNEL_LIMIT));
            return Vec::new();
        }
    }
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", &section.place()).with("channels", broken));
    }
    let stated = match range.as_slice() {
        [first, last, ..] if last >= first => last - first + 1.0,
        _ => 0.0,
    };
    if stated != counts.len() as f64 {
        let finding = Finding::warning("channel-count-differs", &section.place());
        findings.push(finding.with("stated", stated).with("found", counts.len()));
    }
    counts
}

/// The ways in which a record gives its energy axis, best first.
#[derive(Default)]
struct Fits {
    linear: Vec<f64>,
    polynomial: Vec<f64>,
    points: Vec<f64>,
    table: Vec<f64>,
    unit: f64,
}

impl Fits {
    fn calibration(self) -> EnergyCalibration {
        let unit = if self.unit == 0.0 { 1.0 } else { self.unit };
        let usable = |numbers: &[f64]| numbers.len() > 1 && numbers.iter().skip(1).any(|number| *number != 0.0);
        for mut coefficients in [self.polynomial, self.linear] {
            if usable(&coefficients) {
                for coefficient in &mut coefficients {
                    *coefficient *= unit;
                }
                return EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
            }
        }
        if self.table.len() > 1 {
            return EnergyCalibration::LowerEdges { edges: self.table };
        }
        // Two points or more: `count`, then pairs of channel and energy. Two make a line.
        if let [count, x0, y0, x1, y1] = self.points.as_slice()
            && *count == 2.0
            && x1 > x0
        {
            let gain = (y1 - y0) / (x1 - x0);
            let coefficients = vec![y0 - gain * x0, gain];
            return EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
        }
        EnergyCalibration::None
    }
}

/// `channel energy` on each line after the number of lines.
fn table(section: &Section<'_>) -> Vec<f64> {
    let rows = section.lines.iter().map(|line| lines::numbers(line, 8).0);
    rows.filter_map(|row| if let [_, energy] = row.as_slice() { Some(*energy) } else { None })
        .take(CHANNEL_LIMIT)
        .collect()
}

fn remarks(section: &Section<'_>, file: &mut SpectrumFile, spectrum: &mut Spectrum) {
    for line in section.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        if let Some(detector) = line.strip_prefix("DETDESC#") {
            spectrum.detector.described = Some(detector.trim().to_owned());
        } else if let Some(number) = line.strip_prefix("DET#") {
            spectrum.detector.name = Some(number.trim().to_owned());
        } else if let Some(software) = line.strip_prefix("AP#") {
            file.instrument.software.push(software.trim().to_owned());
        } else {
            spectrum.remarks.push(line.to_owned());
        }
    }
}

/// Names and values on lines that follow each other.
fn kromek(section: &Section<'_>, file: &mut SpectrumFile, spectrum: &mut Spectrum) {
    file.instrument.manufacturer = Some("Kromek".to_owned());
    for pair in section.lines.windows(2) {
        let [name, value] = pair else { continue };
        let value = value.trim().to_owned();
        match name.trim().trim_end_matches(':') {
            "DETECTOR_TYPE" => {
                file.instrument.model = Some(value);
            }
            "DETECTOR_SERIAL_NO" => file.instrument.serial = Some(value),
            "DETECTOR_TYPE_DESCRIPTION" => spectrum.detector.described = Some(value),
            _ => {}
        }
    }
}

fn position(section: &Section<'_>) -> Option<Position> {
    let mut latitude = None;
    let mut longitude = None;
    for line in &section.lines {
        let (name, value) = line.split_once(['=', ':']).unwrap_or(("", line));
        let value = lines::leading_number(value);
        match name.trim().to_ascii_lowercase() {
            name if name.starts_with("lat") => latitude = value,
            name if name.starts_with("lon") => longitude = value,
            _ => {}
        }
    }
    Some(Position { latitude: latitude?, longitude: longitude? })
}

fn neutrons(section: &Section<'_>, real_time: Option<f64>) -> Option<Neutrons> {
    let counts = section.lines.iter().find_map(|line| {
        let value = line.rsplit(['=', ':']).next().unwrap_or(line);
        lines::leading_number(value)
    })?;
    if section.name == "NEUTRON_CPS" {
        return real_time.map(|seconds| Neutrons { counts: counts * seconds, live_time: Some(seconds) });
    }
    Some(Neutrons { counts, live_time: real_time })
}

fn radionuclides(section: &Section<'_>) -> Vec<crate::spectrum::InstrumentResult> {
    let all = section.lines.iter().flat_map(|line| line.split(',')).map(str::trim).filter(|name| !name.is_empty());
    let result = |name: &str| {
        let (nuclide, confidence) = name.split_once('=').or_else(|| name.split_once(' ')).unwrap_or((name, ""));
        crate::spectrum::InstrumentResult {
            nuclide: nuclide.trim().to_owned(),
            confidence: Some(confidence.trim().to_owned()).filter(|said| !said.is_empty()),
            ..crate::spectrum::InstrumentResult::default()
        }
    };
    all.map(result).collect()
}
