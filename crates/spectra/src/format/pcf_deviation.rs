//! The deviation pairs of a PCF file: by column (2, or 4 when compressed), panel (8) and analyser (8), twenty pairs each of
//! energy and offset, as numbers of four bytes, or whole numbers of two when compressed. Detectors are named after their
//! place: `Ba3` is column 1 (`a`), panel 2 (`B`), analyser 3.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::binary::Binary;

const PANELS: usize = 8;
const ANALYSERS: usize = 8;
const PAIRS: usize = 20;

/// The block takes this many bytes in either layout.
const BYTES: usize = 4 * PANELS * ANALYSERS * PAIRS * 2 * 2;

/// Deviation pairs by column, panel, analyser.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    columns: usize,
    by_place: BTreeMap<(usize, usize, usize), Vec<(f64, f64)>>,
}

/// Reads the pairs that may follow at an offset, and says where the records begin.
pub(crate) fn read(file: &Binary<'_>, at: usize) -> (Pairs, usize) {
    let header = file.bytes(at, 256).unwrap_or_default();
    let has = |mark: &[u8]| header.windows(mark.len()).any(|part| part == mark);
    if !has(b"DeviationPairs") {
        return (Pairs::default(), at);
    }
    let compressed = has(b"DeviationPairsInFileCompressed");
    let (columns, size) = if compressed { (4, 2) } else { (2, 4) };
    let body = at + 256;
    let number = |n: usize| {
        let place = body + n * size;
        let found = if compressed { file.i16(place).map(f64::from) } else { file.f32(place) };
        found.unwrap_or(0.0)
    };
    let mut by_place = BTreeMap::new();
    for column in 0..columns {
        for panel in 0..PANELS {
            for analyser in 0..ANALYSERS {
                let first = ((column * PANELS + panel) * ANALYSERS + analyser) * PAIRS * 2;
                let mut pairs: Vec<(f64, f64)> =
                    (0..PAIRS).map(|n| (number(first + 2 * n), number(first + 2 * n + 1))).collect();
                while pairs.last() == Some(&(0.0, 0.0)) {
                    pairs.pop();
                }
                if !pairs.is_empty() {
                    by_place.insert((column, panel, analyser), pairs);
                }
            }
        }
    }
    (Pairs { columns, by_place }, body + BYTES)
}

impl Pairs {
    /// The pairs of each detector: by its place, and for detectors whose name is no place, the first place not yet taken.
    pub(crate) fn assign(&self, names: &[&str]) -> BTreeMap<String, Vec<(f64, f64)>> {
        let mut assigned = BTreeMap::new();
        if self.by_place.is_empty() {
            return assigned;
        }
        let mut taken = BTreeSet::new();
        for name in names {
            if let Some(place) = place(name) {
                taken.insert(place);
                if let Some(pairs) = self.by_place.get(&place) {
                    assigned.insert((*name).to_owned(), pairs.clone());
                }
            }
        }
        let mut free = (0..self.columns)
            .flat_map(|column| (0..PANELS).map(move |panel| (column, panel)))
            .flat_map(|(column, panel)| (0..ANALYSERS).map(move |analyser| (column, panel, analyser)))
            .filter(|place| !taken.contains(place));
        for name in names.iter().filter(|name| place(name).is_none()) {
            let Some(place) = free.next() else { break };
            if let Some(pairs) = self.by_place.get(&place) {
                assigned.insert((*name).to_owned(), pairs.clone());
            }
        }
        assigned
    }
}

/// Column, panel and analyser that a name says.
fn place(name: &str) -> Option<(usize, usize, usize)> {
    let name = name.to_ascii_lowercase();
    let within = |byte: u8, first: u8, last: u8| (first..=last).contains(&byte).then(|| usize::from(byte - first));
    match name.as_bytes() {
        [panel, column, analyser] => {
            Some((within(*column, b'a', b'd')?, within(*panel, b'a', b'h')?, within(*analyser, b'1', b'8')?))
        }
        [panel, analyser] => Some((0, within(*panel, b'a', b'h')?, within(*analyser, b'1', b'8')?)),
        _ => None,
    }
}

/// The detector that the title of a record names: after `Det=`, or a word that is a place, such as `Aa1`.
pub(crate) fn detector(title: &str) -> Option<&str> {
    let words = || title.split(|c: char| !(c.is_ascii_alphanumeric() || c == '=' || c == '_'));
    let named = words().find_map(|word| {
        let (key, value) = word.split_once('=')?;
        let key = key.to_ascii_lowercase();
        (matches!(key.as_str(), "det" | "detector") && !value.is_empty()).then_some(value)
    });
    named.or_else(|| words().find(|word| word.len() == 3 && place(word).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detectors_are_places() {
        assert_eq!(place("Aa1"), Some((0, 0, 0)));
        assert_eq!(place("Ba3"), Some((0, 1, 2)));
        assert_eq!(place("Hd8"), Some((3, 7, 7)));
        assert_eq!(place("Ia1"), None);
        assert_eq!(detector("Background Aa1  Distance=250 cm"), Some("Aa1"));
        assert_eq!(detector("Survey 5 Det=Bb2"), Some("Bb2"));
        assert_eq!(detector("Cs-137 at 1 m"), None);
    }
}
