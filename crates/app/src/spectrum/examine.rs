//! Examining a file: what it shows, by whom it was recorded, what is doubtful about it. Nothing is kept.

use std::sync::Arc;

use domain::fault::Fault;
use domain::hash::Hash;
use jiff::civil::DateTime;
use spectra::finding::Finding;
use spectra::spectrum::{Instrument, InstrumentResult, Spectrum, SpectrumFile, SpectrumRole};
use spectra::summary::{Answered, identify_file};

use crate::actor::Actor;
use crate::matrix::import::Offered;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::spectrum::read::{aside, read_file};

/// What a file shows, with what it was read from.
#[derive(Debug, Clone)]
pub struct Examined {
    /// Its name.
    pub file_name: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
    /// The family of formats that it was read as.
    pub format: String,
    /// The instrument.
    pub instrument: Instrument,
    /// What the instrument itself said.
    pub instrument_results: Vec<InstrumentResult>,
    /// Remarks in the file.
    pub remarks: Vec<String>,
    /// Every record of the file.
    pub records: Vec<RecordLine>,
    /// The record that was looked at, counted from 1; `None` when the file was looked at as a whole.
    pub record: Option<usize>,
    /// What the readers noticed, in the file and in that of the background.
    pub findings: Vec<Finding>,
    /// Name and SHA-256 of the file of the background, where one was given beside it.
    pub background: Option<(String, Hash)>,
    /// The answer.
    pub answered: Answered,
}

/// A record of a file, to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordLine {
    /// Its number, from 1.
    pub number: usize,
    /// Its title, or what tells it from its neighbours.
    pub title: String,
    /// What it was recorded for.
    pub role: SpectrumRole,
    /// The detector's name.
    pub detector: String,
    /// When it began, by the clock of the file.
    pub started: Option<DateTime>,
    /// Live time in seconds.
    pub live_time: Option<f64>,
    /// Counts.
    pub counts: f64,
    /// Whether the portal was occupied.
    pub occupied: Option<bool>,
}

/// Examines a file, with a background where one is given. `record` asks for one record of the file, counted from 1, instead
/// of the item as a whole.
///
/// # Errors
/// [`Refusal::Invalid`] when one of the files cannot be read, holds no counts, or has no such record;
/// [`Refusal::NotAllowed`].
pub async fn examine(
    actor: &Actor,
    file: Arc<Offered>,
    background: Option<Arc<Offered>>,
    record: Option<usize>,
) -> Result<Examined, Refusal> {
    let _permit = actor.permit(Permission::IdentifySpectrum)?;
    aside(move || examined(&file, background.as_deref(), record)).await
}

/// The same without a node, for whoever holds the files.
///
/// # Errors
/// [`Refusal::Invalid`] as [`examine`].
pub fn examined(file: &Offered, background: Option<&Offered>, record: Option<usize>) -> Result<Examined, Refusal> {
    let (read, mut findings) = read_file(file, "file")?;
    let under = background.map(|background| read_file(background, "background")).transpose()?;
    let records = read.spectra.iter().enumerate().map(|(n, spectrum)| RecordLine::of(n + 1, spectrum)).collect();
    let no_counts = || Refusal::fault(Fault::error("spectrum-no-counts").at("file").with("name", &file.file_name));
    let chosen = record.map(|record| only(&read, record)).transpose()?;
    let answered = identify_file(chosen.as_ref().unwrap_or(&read), under.as_ref().map(|(file, _)| file));
    let answered = answered.ok_or_else(no_counts)?;
    findings.extend(under.into_iter().flat_map(|(_, findings)| findings));
    Ok(Examined {
        file_name: file.file_name.clone(),
        length: file.bytes.len() as u64,
        sha256: Hash::of(&file.bytes),
        format: read.format,
        instrument: read.instrument,
        instrument_results: read.instrument_results,
        remarks: read.remarks,
        records,
        record,
        findings,
        background: background.map(|background| (background.file_name.clone(), Hash::of(&background.bytes))),
        answered,
    })
}

/// The file with one record as the item, and the backgrounds beside it.
fn only(file: &SpectrumFile, record: usize) -> Result<SpectrumFile, Refusal> {
    let chosen = record.checked_sub(1).and_then(|at| file.spectra.get(at)).ok_or_else(|| {
        Refusal::fault(Fault::error("spectrum-no-such-record").at("record").with("number", record.to_string()))
    })?;
    let item = Spectrum { role: SpectrumRole::Foreground, ..chosen.clone() };
    let backgrounds = file
        .spectra
        .iter()
        .enumerate()
        .filter(|(at, other)| at + 1 != record && other.role == SpectrumRole::Background)
        .map(|(_, other)| other.clone());
    Ok(SpectrumFile { spectra: std::iter::once(item).chain(backgrounds).collect(), ..SpectrumFile::default() })
}

impl RecordLine {
    fn of(number: usize, spectrum: &Spectrum) -> Self {
        Self {
            number,
            title: spectrum.title.clone().unwrap_or_default(),
            role: spectrum.role,
            detector: spectrum.detector.name.clone().unwrap_or_default(),
            started: spectrum.started,
            live_time: spectrum.live_time,
            counts: spectrum.counts.iter().filter(|count| count.is_finite()).sum(),
            occupied: spectrum.occupied,
        }
    }
}

impl Examined {
    /// The instrument as its file names it: maker, model, serial number.
    #[must_use]
    pub fn instrument_name(&self) -> String {
        let parts = [&self.instrument.manufacturer, &self.instrument.model, &self.instrument.serial];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spe(peak: usize) -> Offered {
        let counts: Vec<String> = (0..512)
            .map(|channel: usize| if channel.abs_diff(peak) < 3 { "900".to_owned() } else { "20".to_owned() })
            .collect();
        let text = format!(
            "$SPEC_ID:\nfictitious\n$MEAS_TIM:\n100 101\n$DATA:\n0 511\n{}\n$MCA_CAL:\n2\n0 3\n",
            counts.join("\n")
        );
        Offered { file_name: "a.spe".to_owned(), bytes: text.into_bytes() }
    }

    #[test]
    fn a_record_is_asked_for_by_its_number() {
        assert_eq!(examined(&spe(220), None, None).unwrap().records.len(), 1);
        assert_eq!(examined(&spe(220), None, Some(1)).unwrap().record, Some(1));
        for wrong in [0, 2, usize::MAX] {
            let Err(Refusal::Invalid(faults)) = examined(&spe(220), None, Some(wrong)) else { panic!("{wrong}") };
            assert_eq!(faults[0].code, "spectrum-no-such-record");
        }
    }

    #[test]
    fn what_cannot_be_read_says_which_file_it_was() {
        let nothing = Offered { file_name: "b.spe".to_owned(), bytes: Vec::new() };
        for (file, background, code, field) in
            [(&nothing, None, "spectrum-empty", "file"), (&spe(9), Some(&nothing), "spectrum-empty", "background")]
        {
            let Err(Refusal::Invalid(faults)) = examined(file, background, None) else { panic!("{code}") };
            assert_eq!((faults[0].code.as_str(), faults[0].place.field.as_deref()), (code, Some(field)));
        }
    }
}
