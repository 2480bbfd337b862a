//! Korean syllables, taken apart by rule.

/// First consonants, in the order of Unicode: as romanised in names, and their sound.
const INITIAL: [(&str, &str); 19] = [
    ("g", "k"),
    ("kk", "k"),
    ("n", "n"),
    ("d", "t"),
    ("tt", "t"),
    ("r", "r"),
    ("m", "m"),
    ("b", "p"),
    ("pp", "p"),
    ("s", "s"),
    ("ss", "s"),
    ("", ""),
    ("j", "C"),
    ("jj", "C"),
    ("ch", "C"),
    ("k", "k"),
    ("t", "t"),
    ("p", "p"),
    ("h", "h"),
];

/// Vowels.
const VOWEL: [(&str, &str); 21] = [
    ("a", "a"),
    ("ae", "e"),
    ("ya", "ia"),
    ("yae", "ie"),
    ("eo", "o"),
    ("e", "e"),
    ("yeo", "io"),
    ("ye", "ie"),
    ("o", "o"),
    ("wa", "va"),
    ("wae", "ve"),
    ("oe", "oe"),
    ("yo", "io"),
    ("u", "u"),
    ("wo", "vo"),
    ("we", "ve"),
    ("wi", "vi"),
    ("yu", "iu"),
    ("eu", "u"),
    ("ui", "ui"),
    ("i", "i"),
];

/// Last consonants.
const LAST: [(&str, &str); 28] = [
    ("", ""),
    ("k", "k"),
    ("k", "k"),
    ("k", "k"),
    ("n", "n"),
    ("n", "n"),
    ("n", "n"),
    ("t", "t"),
    ("l", "l"),
    ("k", "k"),
    ("m", "m"),
    ("p", "p"),
    ("l", "l"),
    ("l", "l"),
    ("p", "p"),
    ("l", "l"),
    ("m", "m"),
    ("p", "p"),
    ("p", "p"),
    ("t", "t"),
    ("t", "t"),
    ("ng", "ng"),
    ("t", "t"),
    ("t", "t"),
    ("k", "k"),
    ("t", "t"),
    ("p", "p"),
    ("t", "t"),
];

/// The romanised parts of one Korean syllable, and their sounds.
pub(super) fn syllable(c: char) -> Option<[(&'static str, &'static str); 3]> {
    let index = u32::from(c).checked_sub(0xac00).filter(|index| *index < 11_172)? as usize;
    Some([INITIAL[index / 588], VOWEL[index % 588 / 28], LAST[index % 28]])
}
