//! TKA: live time, real time, then a count a line; nothing else. As any list of numbers could be one, all lines must be
//! numbers, the times plausible, and the counts whole.

use crate::format::{CHANNEL_LIMIT, Reading, Source, lines};
use crate::spectrum::{Spectrum, SpectrumFile};

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let mut numbers = Vec::new();
    for line in text.lines().map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{1a}')) {
        if line.is_empty() {
            continue;
        }
        numbers.push(lines::number(line)?);
        if numbers.len() > CHANNEL_LIMIT {
            return None;
        }
    }
    let (live, real) = match numbers.as_slice() {
        [live, real, rest @ ..] if rest.len() >= 16 => (*live, *real),
        _ => return None,
    };
    let counts = numbers.split_off(2);
    let whole = counts.iter().all(|count| *count >= 0.0 && count.fract() == 0.0);
    // A bare column of counts looks the same when its first two numbers could be times: then only the name can tell.
    let named = source.name.is_some_and(|name| name.to_ascii_lowercase().ends_with(".tka"));
    let fractional = live.fract() != 0.0 || real.fract() != 0.0;
    let distinct = live > 0.0 && real >= live;
    if !named && !fractional && !distinct {
        return None;
    }
    if !whole || live < 0.0 || real < 0.0 || live > real * 1.01 + 1.0 {
        return None;
    }
    let spectrum = Spectrum { counts, live_time: Some(live), real_time: Some(real), ..Spectrum::default() };
    Some(Reading { file: SpectrumFile { spectra: vec![spectrum], ..SpectrumFile::default() }, findings: Vec::new() })
}
