//! The text form of SPC that identiFINDERs and others write: lines of `Name : value`, then the channels. The coefficients are
//! written highest power first.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{DetectorClass, InstrumentResult, Neutrons, Position, Spectrum, SpectrumFile};

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let head: Vec<&str> = text.lines().take(80).collect();
    let says = |name: &str| head.iter().any(|line| key(line).is_some_and(|(key, _)| key.eq_ignore_ascii_case(name)));
    if !(says("SpectrumName") || says("SubSpcNum") || (says("CalibCoeff") && says("Length"))) {
        return None;
    }
    let mut findings = Vec::new();
    let mut file = SpectrumFile::default();
    let mut spectrum = Spectrum::default();
    let mut stated = None;
    let mut ended = false;
    for (n, line) in text.lines().enumerate() {
        let place = format!("line {}", n + 1);
        if line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && key(line).is_none() {
            let (numbers, _) = lines::numbers(line, CHANNEL_LIMIT);
            // After the channels, and a blank line, some files are filled up with zeros.
            if !ended && spectrum.counts.len() <= CHANNEL_LIMIT {
                spectrum.counts.extend(numbers);
            }
            continue;
        }
        if line.trim().is_empty() {
            ended |= stated.is_some_and(|stated: f64| spectrum.counts.len() as f64 >= stated);
            continue;
        }
        let Some((name, value)) = key(line) else { continue };
        match name.to_ascii_lowercase().as_str() {
            "length" => stated = lines::leading_number(value),
            "realtime" => spectrum.real_time = lines::leading_number(value),
            "livetime" | "liveime" | "lifetime" => spectrum.live_time = lines::leading_number(value),
            "starttime" => spectrum.started = moment::read(value).map(|moment| moment.civil),
            "calibcoeff" => spectrum.calibration = calibration(value),
            "xunit" if !value.to_ascii_lowercase().starts_with("kev") => {
                findings.push(Finding::warning("unit-of-axis", &place).with("unit", value));
            }
            "neutroncounts" | "sumneutrons" => {
                let before = spectrum.neutrons.map_or(0.0, |neutrons| neutrons.counts);
                let counts = lines::leading_number(value).map(|counts| before + counts);
                spectrum.neutrons = counts.map(|counts| Neutrons { counts, live_time: None });
            }
            "doserate" | "avgdoserate" => spectrum.dose_rate = dose_rate(value).or(spectrum.dose_rate),
            "gps" => spectrum.position = position(value),
            "detectortype" | "gammadetector" => {
                spectrum.detector.class = spectrum.detector.class.or_else(|| DetectorClass::from_words(value));
                let words = spectrum.detector.described.take();
                let words = words.map_or_else(|| value.to_owned(), |before| format!("{before}, {value}"));
                spectrum.detector.described = Some(words);
            }
            "spectrumname" => spectrum.title = Some(value.to_owned()).filter(|text| !text.is_empty()),
            "serialnumber" | "deviceid" => file.instrument.serial = Some(value.to_owned()),
            "manufacturer" => file.instrument.manufacturer = Some(value.to_owned()),
            "modelnumber" => file.instrument.model = Some(value.to_owned()),
            "firmware" | "softwareversion" | "application" => file.instrument.software.push(format!("{name} {value}")),
            "comment" => file.remarks.push(value.to_owned()),
            name if name.starts_with("nuclide") && name.len() > 7 => file.instrument_results.push(result(value)),
            _ => {}
        }
    }
    if let Some(neutrons) = &mut spectrum.neutrons {
        neutrons.live_time = spectrum.real_time;
    }
    if let Some(stated) = stated.filter(|stated| *stated > 0.0 && *stated != spectrum.counts.len() as f64) {
        let found = spectrum.counts.len();
        findings.push(Finding::warning("channel-count-differs", "").with("stated", stated).with("found", found));
        if (stated as usize) < found {
            spectrum.counts.truncate(stated as usize);
        }
    }
    file.spectra.push(spectrum);
    Some(Reading { file, findings })
}

fn key(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim();
    let plain = !name.is_empty() && name.len() < 40 && name.starts_with(|c: char| c.is_ascii_alphabetic());
    plain.then(|| (name, value.trim()))
}

/// `a=… b=… c=… d=…`: d is the constant term, c the gain.
fn calibration(value: &str) -> EnergyCalibration {
    let term = |name: &str| {
        let from = value.find(name)? + name.len();
        lines::leading_number(value.get(from..)?)
    };
    let [a, b, c, d] = ["a=", "b=", "c=", "d="].map(term);
    let coefficients = match (b, c, d) {
        (_, Some(c), Some(d)) => vec![d, c, b.unwrap_or(0.0), a.unwrap_or(0.0)],
        (Some(b), Some(c), None) => vec![b, c],
        _ => return EnergyCalibration::None,
    };
    EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() }
}

/// In µSv/h; a bare number is in µSv/h already.
fn dose_rate(value: &str) -> Option<f64> {
    let number = lines::leading_number(value)?;
    let unit = value.to_lowercase();
    Some(if unit.contains("nsv") {
        number / 1000.0
    } else if unit.contains("msv") {
        number * 1000.0
    } else {
        number
    })
}

/// `N 52 12 30.5 / E 021 00 10.1`, degrees, minutes, seconds.
fn position(value: &str) -> Option<Position> {
    let (latitude, longitude) = value.split_once('/')?;
    let degrees = |text: &str| {
        let plain: String = text.chars().map(|c| if c.is_ascii_digit() || c == '.' { c } else { ' ' }).collect();
        let (parts, _) = lines::numbers(&plain, 4);
        let mut degrees = *parts.first()?;
        degrees += parts.get(1).unwrap_or(&0.0) / 60.0 + parts.get(2).unwrap_or(&0.0) / 3600.0;
        let south_or_west = text.chars().any(|c| matches!(c, 'S' | 's' | 'W' | 'w'));
        Some(if south_or_west { -degrees } else { degrees })
    };
    Some(Position { latitude: degrees(latitude)?, longitude: degrees(longitude)? })
}

/// `8 NORM K-40`: a confidence of one digit, a category, a nuclide; or only the nuclide.
fn result(value: &str) -> InstrumentResult {
    let mut words = value.splitn(2, ' ');
    let (first, rest) = (words.next().unwrap_or_default(), words.next().unwrap_or_default().trim());
    if first.len() != 1 || rest.is_empty() {
        return InstrumentResult { nuclide: value.to_owned(), ..InstrumentResult::default() };
    }
    let (category, nuclide) = rest.split_once([' ', '.']).unwrap_or(("", rest));
    InstrumentResult {
        nuclide: nuclide.trim_start_matches(['.', ' ']).trim().to_owned(),
        confidence: Some(first.to_owned()).filter(|digit| digit != "-"),
        category: Some(category.trim().to_owned()).filter(|text| !text.is_empty()),
        remark: Some(value.to_owned()),
        ..InstrumentResult::default()
    }
}
