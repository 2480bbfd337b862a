//! IEC 1455 (61455): lines of 68 characters that begin with `A004`, at fixed columns: 58 lines of description, then five
//! channels a line after the number of the first.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{DetectorClass, Spectrum, SpectrumFile};

/// Lines before the channels.
const HEADER: usize = 58;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let mut rows = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let head: Vec<&str> = rows.by_ref().take(HEADER).map(|line| line.strip_prefix("A004")).collect::<Option<_>>()?;
    if head.len() < 4 {
        return None;
    }
    let mut findings = Vec::new();
    let mut spectrum = Spectrum::default();
    let field = |row: usize, from: usize, to: usize| {
        let row = head.get(row).copied().unwrap_or_default();
        row.get(from..to.min(row.len())).unwrap_or_default().trim()
    };
    spectrum.detector.described = Some(field(0, 4, 18).to_owned()).filter(|text| !text.is_empty());
    spectrum.detector.class = spectrum.detector.described.as_deref().and_then(DetectorClass::from_words);
    spectrum.live_time = lines::number(field(1, 0, 12));
    spectrum.real_time = lines::number(field(1, 12, 24));
    let stated = lines::number(field(1, 24, 30));
    match moment::read(field(2, 0, 17)) {
        Some(moment) => spectrum.started = Some(moment.civil),
        None => findings.push(Finding::warning("start-not-read", "line 3")),
    }
    let coefficients: Vec<f64> = (0..4).map_while(|n| lines::number(field(3, 15 * n, 15 * (n + 1)))).collect();
    spectrum.calibration = EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
    let described: Vec<&str> = (5..9).map(|row| field(row, 0, 64)).filter(|text| !text.is_empty()).collect();
    spectrum.title = Some(described.join(" ")).filter(|text| !text.is_empty());
    let mut broken = 0_usize;
    for (n, row) in rows.enumerate() {
        let place = format!("line {}", HEADER + 1 + n);
        let Some(row) = row.strip_prefix("A004") else {
            findings.push(Finding::error("line-of-another-record", &place));
            break;
        };
        let (numbers, others) = lines::numbers(row, 16);
        let Some((first, counts)) = numbers.split_first() else { continue };
        broken += others;
        if *first != spectrum.counts.len() as f64 {
            findings.push(Finding::error("channel-out-of-order", &place).with("channel", first));
            break;
        }
        spectrum.counts.extend(counts);
        if spectrum.counts.len() > CHANNEL_LIMIT {
            break;
        }
    }
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", "").with("channels", broken));
    }
    if let Some(stated) = stated.filter(|stated| *stated >= 1.0 && stated.fract() == 0.0) {
        // The last line is filled up with zeros.
        if spectrum.counts.len() as f64 > stated {
            spectrum.counts.truncate(stated as usize);
        } else if (spectrum.counts.len() as f64) < stated {
            let found = spectrum.counts.len();
            findings
                .push(Finding::warning("channel-count-differs", "line 2").with("stated", stated).with("found", found));
        }
    }
    Some(Reading { file: SpectrumFile { spectra: vec![spectrum], ..SpectrumFile::default() }, findings })
}
