//! Readers and writers of instruments' files. Which reader reads a file is decided by its content, never by its name: `.spe`,
//! `.spc` and `.iec` each name several unrelated formats. A reader that does not find its format steps aside; one that
//! does gives the file and what it noticed beside it.

mod amptek_mca;
mod aram;
mod binary;
mod chn;
mod cnf;
mod daily;
mod delimited;
mod exploranium;
mod iaea_spe;
mod iec;
pub(crate) mod lines;
mod lsrm;
mod lzs;
mod moment;
mod multiact;
mod n42_2006;
mod n42_2011;
mod n42_calibration;
mod n42_counts;
mod pcf;
mod pcf_deviation;
mod phd;
mod radiacode;
mod soundness;
mod spc;
mod spc_ascii;
mod tka;
mod tracs_mps;
mod uri;
mod write_csv;
mod write_n42;
pub(crate) mod xml;

use crate::finding::Finding;
use crate::spectrum::SpectrumFile;

pub use write_csv::to_csv;
pub use write_n42::to_n42;

/// Larger files are refused before anything is allocated, in bytes.
pub const FILE_LIMIT: usize = 256 << 20;

/// No spectrum may have more channels. The finest instruments have 65,536.
pub const CHANNEL_LIMIT: usize = 1 << 18;

/// No file may hold more spectra.
pub const SPECTRUM_LIMIT: usize = 200_000;

/// All spectra of one file together may not have more channels.
pub const TOTAL_CHANNEL_LIMIT: usize = 32 << 20;

/// Why a file was not read as one of spectra.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotASpectrum {
    /// It has no byte.
    #[error("the file is empty")]
    Empty,
    /// It is too large.
    #[error("the file is larger than {FILE_LIMIT} bytes")]
    TooLarge,
    /// No reader knows it.
    #[error("this is not a spectrum in any of the formats that are read")]
    Unknown,
    /// It is of a known format, but no spectrum or count could be read from it.
    #[error("the file is of a known format ({0}) but holds no spectrum that can be read")]
    NoSpectrum(&'static str),
}

impl NotASpectrum {
    /// Stable code, which is also its translation key: `spectrum-refusal-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::Unknown => "unknown-format",
            Self::NoSpectrum(_) => "no-spectrum",
        }
    }
}

/// What a reader gives when it finds its format.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// What the file says.
    pub(crate) file: SpectrumFile,
    /// What was noticed.
    pub(crate) findings: Vec<Finding>,
}

/// A family of formats: its name and its reader.
type Family = (&'static str, fn(&Source<'_>) -> Option<Reading>);

/// The same for documents of XML: the reader takes over what was noticed while the document was parsed.
type DocumentFamily = (&'static str, fn(&xml::Element, Vec<Finding>) -> Option<Reading>);

/// Bytes with what several readers want to know of them.
pub(crate) struct Source<'b> {
    /// The file as it is.
    pub(crate) bytes: &'b [u8],
    /// The same decoded, where it is a text.
    pub(crate) text: Option<std::borrow::Cow<'b, str>>,
    /// Its name, where known: a tie-breaker between formats whose content is the same, and nothing else.
    pub(crate) name: Option<&'b str>,
}

/// Formats that say what they are come before those that could be many things.
const FAMILIES: &[Family] = &[
    ("cnf", cnf::read),
    ("pcf", pcf::read),
    ("spc", spc::read),
    ("exploranium", exploranium::read),
    ("multiact", multiact::read),
    ("chn", chn::read),
    ("amptek-mca", amptek_mca::read),
    ("raddata-uri", uri::read),
    ("aram", aram::read),
    ("phd", phd::read),
    ("daily-file", daily::read),
    ("iec-1455", iec::read),
    ("iaea-spe", iaea_spe::read),
    ("spc-ascii", spc_ascii::read),
    ("lsrm", lsrm::read),
    ("tka", tka::read),
    ("tracs-mps", tracs_mps::read),
    ("delimited", delimited::read),
];

/// Reads the spectra of a file. The findings say what is wrong, missing or doubtful beside what was read.
///
/// # Errors
/// When the bytes are no spectrum file of any family, or one without anything that could be read.
pub fn read(bytes: &[u8], file_name: Option<&str>) -> Result<(SpectrumFile, Vec<Finding>), NotASpectrum> {
    if bytes.is_empty() {
        return Err(NotASpectrum::Empty);
    }
    if bytes.len() > FILE_LIMIT {
        return Err(NotASpectrum::TooLarge);
    }
    let text = lines::looks_like_text(bytes).then(|| lines::decode(bytes));
    let source = Source { bytes, text, name: file_name };
    let mut known = None;
    if let Some(text) = &source.text
        && xml::looks_like(text)
    {
        return match read_xml(text) {
            // A text with fragments of XML in it begins with one when it has no words before.
            Err(refused) => aram::read(&source).map_or(Err(refused), |reading| finished(reading, "aram")),
            done => done,
        };
    }
    for (family, reader) in FAMILIES {
        if let Some(reading) = reader(&source) {
            match finished(reading, family) {
                Ok(done) => return Ok(done),
                // Another family may still read it.
                Err(_) => known = known.or(Some(*family)),
            }
        }
    }
    Err(known.map_or(NotASpectrum::Unknown, NotASpectrum::NoSpectrum))
}

/// The family of an XML document is told by its elements.
fn read_xml(text: &str) -> Result<(SpectrumFile, Vec<Finding>), NotASpectrum> {
    let mut findings = Vec::new();
    let document = xml::read(text, &mut findings).ok_or(NotASpectrum::Unknown)?;
    const ROOTS: &[DocumentFamily] = &[
        ("n42-2011", n42_2011::read),
        ("radiacode-xml", radiacode::read),
        ("n42-2006", n42_2006::read),
        ("lzs", lzs::read),
    ];
    let mut known = None;
    for (family, reader) in ROOTS {
        if let Some(reading) = reader(&document, findings.clone()) {
            match finished(reading, family) {
                Ok(done) => return Ok(done),
                Err(_) => known = known.or(Some(*family)),
            }
        }
    }
    Err(known.map_or(NotASpectrum::Unknown, NotASpectrum::NoSpectrum))
}

fn finished(mut reading: Reading, family: &'static str) -> Result<(SpectrumFile, Vec<Finding>), NotASpectrum> {
    if reading.file.format.is_empty() {
        family.clone_into(&mut reading.file.format);
    }
    soundness::check(&mut reading);
    if reading.file.spectra.is_empty() {
        return Err(NotASpectrum::NoSpectrum(family));
    }
    Ok((reading.file, reading.findings))
}
