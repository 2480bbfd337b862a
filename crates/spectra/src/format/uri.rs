//! Spectra in addresses, as QR codes carry them: `RADDATA://G0/`, a header of options, then fields `X:value` of one letter and
//! the counts. After SpecUtils' description of the format; base 45 is RFC 9285.

use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Neutrons, Position, Spectrum, SpectrumFile, SpectrumRole};

const MARK: &str = "raddata://g0/";
/// No such text is longer, in bytes.
const LONGEST: usize = 1 << 20;
/// Nor what it unpacks to.
const UNPACKED: u64 = 8 << 20;
/// Between spectra of one address.
const BETWEEN: &[u8] = b":0A:";

/// Bits of the options.
const NOT_DEFLATED: u8 = 0x01;
const NOT_IN_LETTERS: u8 = 0x02;
const COUNTS_AS_TEXT: u8 = 0x04;
const ZEROS_NOT_COUNTED: u8 = 0x08;
const BASE_64: u8 = 0x10;

/// One address, unpacked.
struct Part {
    options: u8,
    parts: u32,
    part: u32,
    data: Vec<u8>,
}

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref().filter(|text| text.len() <= LONGEST)?;
    let lower = text.to_ascii_lowercase();
    // It may stand in a letter (`mailto:`), but near its beginning.
    let first = lower.find(MARK).filter(|at| *at < 2048)?;
    let places: Vec<usize> =
        lower.get(first..)?.match_indices(MARK).map(|(at, _)| first + at).chain([text.len()]).collect();
    let mut findings = Vec::new();
    let parts: Vec<Part> = places
        .windows(2)
        .filter_map(|pair| text.get(pair[0] + MARK.len()..pair[1]))
        .filter_map(|given| part(given).or_else(|| part(&unescaped(given))))
        .collect();
    let mut file = SpectrumFile::default();
    let Some(head) = parts.iter().find(|part| part.part == 0 || part.parts == 1) else {
        findings.push(Finding::error("address-broken", ""));
        return Some(Reading { file, findings });
    };
    let mut left = head.data.as_slice();
    while let Some((spectrum, rest)) = spectrum(left, head, file.spectra.first(), &mut file.instrument.model) {
        file.spectra.push(spectrum);
        match rest.strip_prefix(BETWEEN) {
            Some(rest) if file.spectra.len() < 10 => left = rest,
            _ => break,
        }
    }
    let missing = head.parts.saturating_sub(parts.len() as u32);
    if let Some(spectrum) = file.spectra.first_mut().filter(|_| head.parts > 1) {
        let mut later: Vec<&Part> = parts.iter().filter(|part| part.part > 0).collect();
        later.sort_by_key(|part| part.part);
        for part in later {
            spectrum.counts.extend(counts(&part.data, part.options).map(|(counts, _)| counts).unwrap_or_default());
        }
        if missing > 0 {
            findings
                .push(Finding::error("address-parts-missing", "").with("missing", missing).with("parts", head.parts));
        }
    }
    if head.options & ZEROS_NOT_COUNTED == 0 {
        for spectrum in &mut file.spectra {
            spectrum.counts = expanded(&spectrum.counts);
        }
    }
    if file.spectra.is_empty() {
        findings.push(Finding::error("address-broken", ""));
    }
    Some(Reading { file, findings })
}

/// Unpacks one address: options (one or two hexadecimal digits), number of parts less one, number of this part or of spectra
/// less one, with several parts a check sum, then the data.
fn part(given: &str) -> Option<Part> {
    let (header, mut data) = given.trim_start().split_once('/')?;
    let digits: Vec<u32> = header.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    let (options, parts, part) = match digits.as_slice() {
        [options, parts, part] => (*options, parts + 1, *part),
        [high, low, parts, part] => (16 * high + low, parts + 1, *part),
        _ => return None,
    };
    let options = u8::try_from(options).ok()?;
    if parts > 1 {
        data = data.split_once('/').filter(|(sum, _)| sum.bytes().all(|b| b.is_ascii_digit()))?.1;
    }
    let bytes = if options & BASE_64 != 0 {
        let letters: String = data.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
        URL_SAFE_NO_PAD.decode(letters).ok()?
    } else if options & NOT_IN_LETTERS == 0 {
        // A reader of codes may add blanks at the end, which are letters of base 45 too.
        let letters = data.trim_matches(|c| matches!(c, '\r' | '\n' | '\t'));
        return [letters, letters.trim_end()].into_iter().find_map(|letters| {
            let bytes = base_45(letters)?;
            Some(Part { options, parts, part, data: inflated(bytes, options)? })
        });
    } else {
        data.as_bytes().to_vec()
    };
    Some(Part { options, parts, part, data: inflated(bytes, options)? })
}

fn inflated(bytes: Vec<u8>, options: u8) -> Option<Vec<u8>> {
    if options & NOT_DEFLATED != 0 {
        return Some(bytes);
    }
    let mut out = Vec::new();
    let zlib = flate2::read::ZlibDecoder::new(bytes.as_slice()).take(UNPACKED).read_to_end(&mut out);
    if zlib.is_err() {
        out.clear();
        flate2::read::DeflateDecoder::new(bytes.as_slice()).take(UNPACKED).read_to_end(&mut out).ok()?;
    }
    Some(out)
}

/// RFC 9285.
fn base_45(text: &str) -> Option<Vec<u8>> {
    const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let values: Vec<u32> = text
        .bytes()
        .map(|byte| LETTERS.iter().position(|letter| *letter == byte).map(|at| at as u32))
        .collect::<Option<_>>()?;
    let mut out = Vec::with_capacity(values.len() / 3 * 2 + 1);
    for group in values.chunks(3) {
        match group {
            [a, b, c] => {
                let number = a + 45 * b + 2025 * c;
                out.extend(u16::try_from(number).ok()?.to_be_bytes());
            }
            [a, b] => out.push(u8::try_from(a + 45 * b).ok()?),
            _ => return None,
        }
    }
    Some(out)
}

/// `%41` is `A`.
fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let digit = |n: usize| bytes.get(n).and_then(|b| char::from(*b).to_digit(16));
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((16 * high + low) as u8);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// One spectrum and what follows it. Axis, model and place of the first serve for those after it.
fn spectrum<'d>(
    data: &'d [u8],
    head: &Part,
    first: Option<&Spectrum>,
    model: &mut Option<String>,
) -> Option<(Spectrum, &'d [u8])> {
    let mark = b" S:";
    let at = data.windows(mark.len()).position(|part| part == mark)?;
    let said = format!(" {}", String::from_utf8_lossy(data.get(..at)?));
    let (counts, rest) = counts(data.get(at + mark.len()..)?, head.options)?;
    let field = |letter: char| -> Option<String> {
        let begin = said.find(&format!(" {letter}:"))? + 3;
        let rest = said.get(begin..)?;
        let ends = rest.char_indices().find(|(at, c)| {
            let next: Vec<char> = rest.get(*at + 1..).unwrap_or_default().chars().take(2).collect();
            *c == ' ' && matches!(next.as_slice(), [letter, ':'] if letter.is_ascii_uppercase())
        });
        Some(rest.get(..ends.map_or(rest.len(), |(at, _)| at))?.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let numbers =
        |letter: char| field(letter).map(|text| lines::numbers(&text.replace('$', ","), 64).0).unwrap_or_default();
    let times = numbers('T');
    let mut spectrum = Spectrum { title: field('O'), counts, ..Spectrum::default() };
    spectrum.role = match field('I').as_deref() {
        Some("F") => SpectrumRole::Foreground,
        Some("B") => SpectrumRole::Background,
        Some("C") => SpectrumRole::Calibration,
        Some("I") => SpectrumRole::IntrinsicActivity,
        _ => SpectrumRole::Unspecified,
    };
    (spectrum.real_time, spectrum.live_time) = (times.first().copied(), times.get(1).copied());
    spectrum.started = field('P').and_then(|text| moment::read(&text)).map(|moment| moment.civil);
    spectrum.neutrons = numbers('N').first().map(|counts| Neutrons { counts: *counts, live_time: spectrum.real_time });
    spectrum.position = match numbers('G').as_slice() {
        [latitude, longitude] => Some(Position { latitude: *latitude, longitude: *longitude }),
        _ => first.and_then(|first| first.position),
    };
    let coefficients = numbers('C');
    spectrum.calibration = if coefficients.len() >= 2 {
        let pairs = numbers('D');
        let deviation_pairs = pairs.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        EnergyCalibration::Polynomial { coefficients, deviation_pairs }
    } else {
        first.map(|first| first.calibration.clone()).unwrap_or_default()
    };
    if model.is_none() {
        *model = field('M');
    }
    Some((spectrum, rest))
}

/// Counts, and what follows them: as text, or as a number of values, two bits for the length of each, and their bytes.
fn counts(data: &[u8], options: u8) -> Option<(Vec<f64>, &[u8])> {
    if options & COUNTS_AS_TEXT != 0 {
        let end = data.windows(BETWEEN.len()).position(|part| part == BETWEEN).unwrap_or(data.len());
        let (own, rest) = data.split_at_checked(end)?;
        let text = String::from_utf8_lossy(own).replace('$', ",");
        return Some((lines::numbers(&text, CHANNEL_LIMIT).0, rest));
    }
    let values = usize::from(u16::from_le_bytes([*data.first()?, *data.get(1)?]));
    let lengths = data.get(2..2 + values.div_ceil(4))?;
    let mut at = 2 + lengths.len();
    let mut counts = Vec::with_capacity(values);
    for n in 0..values {
        let bytes = usize::from((lengths.get(n / 4)? >> (2 * (n % 4))) & 3) + 1;
        let value = data.get(at..at + bytes)?.iter().rev().fold(0_u32, |value, byte| (value << 8) | u32::from(*byte));
        counts.push(f64::from(value));
        at += bytes;
    }
    Some((counts, data.get(at..).unwrap_or_default()))
}

/// A zero is followed by how many zeros it stands for.
fn expanded(counts: &[f64]) -> Vec<f64> {
    let mut out = Vec::new();
    let mut values = counts.iter();
    while let Some(value) = values.next() {
        if *value == 0.0 {
            let run = values.next().copied().unwrap_or(1.0).clamp(1.0, CHANNEL_LIMIT as f64) as usize;
            out.resize((out.len() + run).min(CHANNEL_LIMIT + 1), 0.0);
        } else if out.len() <= CHANNEL_LIMIT {
            out.push(*value);
        }
    }
    out
}
