//! What is looked at in every spectrum, whatever the family: whether the axis increases, whether times and counts can be.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, SPECTRUM_LIMIT, TOTAL_CHANNEL_LIMIT};
use crate::spectrum::{DetectorClass, Spectrum};

/// A count that no detector reaches: more than this and the number is something else.
const HUGE: f64 = 1e12;

/// A year before which no clock of these instruments was set, and after which none is yet.
const YEARS: std::ops::RangeInclusive<i16> = 1975..=2100;

/// Looks at all spectra of a reading, drops what goes beyond the limits, and adds findings.
pub(crate) fn check(reading: &mut Reading) {
    let Reading { file, findings } = reading;
    file.spectra.retain(Spectrum::says_anything);
    if file.spectra.len() > SPECTRUM_LIMIT {
        findings.push(Finding::error("too-many-spectra", "").with("limit", SPECTRUM_LIMIT));
        file.spectra.truncate(SPECTRUM_LIMIT);
    }
    let mut total = 0_usize;
    let several = file.spectra.len() > 1;
    for (n, spectrum) in file.spectra.iter_mut().enumerate() {
        let place = if several { format!("record {}", n + 1) } else { String::new() };
        total = total.saturating_add(spectrum.counts.len());
        if spectrum.counts.len() > CHANNEL_LIMIT || total > TOTAL_CHANNEL_LIMIT {
            let found = spectrum.counts.len();
            findings
                .push(Finding::error("too-many-channels", &place).with("channels", found).with("limit", CHANNEL_LIMIT));
            spectrum.counts = Vec::new();
        }
        counts(spectrum, &place, findings);
        times(spectrum, &place, findings);
        let calibration = std::mem::take(&mut spectrum.calibration);
        let given = calibration.is_known();
        spectrum.calibration = calibration.checked(spectrum.counts.len(), &place, findings);
        if spectrum.calibration.is_identity() {
            findings.push(Finding::warning("calibration-identity", &place));
        }
        if !spectrum.counts.is_empty() && spectrum.calibration == EnergyCalibration::None && !several {
            // In a file of many records the reader says it once.
            let code = if given { "calibration-unusable" } else { "calibration-missing" };
            findings.push(Finding::warning(code, &place));
        }
        if let Some(position) = spectrum.position
            && (!position.latitude.is_finite()
                || !position.longitude.is_finite()
                || position.latitude.abs() > 90.0
                || position.longitude.abs() > 180.0)
        {
            findings.push(Finding::warning("position-impossible", &place));
            spectrum.position = None;
        }
        class(spectrum, file.instrument.model.as_deref());
    }
    if several && file.spectra.iter().all(|spectrum| !spectrum.calibration.is_known()) {
        findings.push(Finding::warning("calibration-missing", ""));
    }
    file.spectra.retain(Spectrum::says_anything);
}

impl Spectrum {
    /// Whether there is anything in it: counts by channel, gross counts or neutrons.
    fn says_anything(&self) -> bool {
        !self.counts.is_empty() || self.neutrons.is_some() || self.gross_counts.is_some()
    }
}

fn counts(spectrum: &mut Spectrum, place: &str, findings: &mut Vec<Finding>) {
    let broken = spectrum.counts.iter().filter(|count| !count.is_finite()).count();
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", place).with("channels", broken));
        for count in &mut spectrum.counts {
            if !count.is_finite() {
                *count = 0.0;
            }
        }
    }
    let negative = spectrum.counts.iter().filter(|count| **count < 0.0).count();
    if negative > 0 {
        findings.push(Finding::warning("counts-negative", place).with("channels", negative));
    }
    if let Some(channel) = spectrum.counts.iter().position(|count| count.abs() > HUGE) {
        findings.push(Finding::warning("counts-huge", place).with("channel", channel));
    }
    if !spectrum.counts.is_empty() && spectrum.counts.iter().all(|count| *count == 0.0) {
        findings.push(Finding::note("counts-all-zero", place));
    }
}

fn times(spectrum: &mut Spectrum, place: &str, findings: &mut Vec<Finding>) {
    for time in [&mut spectrum.live_time, &mut spectrum.real_time] {
        if time.is_some_and(|seconds| !seconds.is_finite() || seconds < 0.0) {
            findings.push(Finding::warning("time-impossible", place));
            *time = None;
        }
    }
    if spectrum.counts.is_empty() {
        return;
    }
    match (spectrum.live_time, spectrum.real_time) {
        (None, _) => findings.push(Finding::warning("live-time-missing", place)),
        (Some(0.0), _) => findings.push(Finding::warning("live-time-zero", place)),
        // Clocks differ by rounding.
        (Some(live), Some(real)) if live > real * 1.001 + 0.011 => {
            findings.push(Finding::warning("live-time-longer", place).with("live", live).with("real", real));
        }
        _ => {}
    }
    if let Some(started) = spectrum.started {
        // A clock that was never set begins on a round day.
        let unset =
            started.date().day_of_year() == 1 && matches!(started.year(), 1970 | 1980 | 1900 | 1904 | 2000 | 1601);
        if unset || !YEARS.contains(&started.year()) {
            findings.push(Finding::warning("clock-not-set", place).with("started", started));
        }
    }
}

/// The class of the crystal from whatever words the file has for it, when its reader found none.
fn class(spectrum: &mut Spectrum, model: Option<&str>) {
    if spectrum.detector.class.is_none() {
        let words = [spectrum.detector.described.as_deref(), spectrum.detector.name.as_deref(), model];
        spectrum.detector.class = words
            .into_iter()
            .flatten()
            .find_map(DetectorClass::from_words)
            .or_else(|| model.and_then(DetectorClass::of_model));
    }
}
