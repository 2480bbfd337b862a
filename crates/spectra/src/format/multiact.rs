//! MultiAct: the word, a header with whole seconds, then counts of three bytes, little end first. No axis, no date.
//!
//! The layout is the one SpecUtils found in such files; the bytes between are not known.

use crate::finding::Finding;
use crate::format::binary::Binary;
use crate::format::{CHANNEL_LIMIT, Reading, Source};
use crate::spectrum::{Spectrum, SpectrumFile};

/// Where the real time, the live time and the counts stand, from the first byte of the file.
const REAL: usize = 8 + 107;
const LIVE: usize = 8 + 115;
const COUNTS: usize = 8 + 128;
/// Bytes behind the counts.
const TAIL: usize = 21;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let file = Binary(source.bytes);
    let is_marked = file.bytes(0, 8).is_some_and(|word| word.eq_ignore_ascii_case(b"MultiAct"));
    if !is_marked {
        return None;
    }
    let (real, live) = (file.u32(REAL)?, file.u32(LIVE)?);
    let end = source.bytes.len().checked_sub(TAIL)?;
    let count =
        |at: usize| file.bytes(at, 3).map(|b| f64::from(b[0]) + 256.0 * f64::from(b[1]) + 65_536.0 * f64::from(b[2]));
    let counts: Vec<f64> = (COUNTS..end).step_by(3).filter_map(count).take(CHANNEL_LIMIT + 1).collect();
    if counts.len() < 16 {
        return None;
    }
    let findings = vec![Finding::note("layout-partly-known", "byte 8")];
    let spectrum =
        Spectrum { counts, live_time: Some(f64::from(live)), real_time: Some(f64::from(real)), ..Spectrum::default() };
    Some(Reading { file: SpectrumFile { spectra: vec![spectrum], ..SpectrumFile::default() }, findings })
}
