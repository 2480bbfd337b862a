//! Stems: the forms of one word become equal, in English and Russian.

use frostem::{Algorithm, Stemmer};

use crate::spelling::one_spelling;

/// The stem of one folded word: Russian endings go from words of Cyrillic letters, English ones from words of Latin
/// letters, after British and American spellings have been made one. A word with digits in it stays as it is.
/// Stems are compared, never shown.
#[must_use]
pub fn stem(word: &str) -> String {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return word.to_owned();
    }
    if word.chars().any(|c| matches!(c, '\u{430}'..='\u{44f}')) {
        // The ending of «клапан» itself looks like one that may go, and in «клапанов» only after another has gone: the
        // rules are applied until nothing changes, so that both come to the same.
        let stemmer = Stemmer::new(Algorithm::Russian);
        let once = stemmer.stem(word).into_owned();
        let twice = stemmer.stem(&once).into_owned();
        return stemmer.stem(&twice).into_owned();
    }
    if !word.is_ascii() {
        return word.to_owned();
    }
    let spelt = one_spelling(word);
    Stemmer::new(Algorithm::English).stem(&spelt).into_owned()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::stem;

    #[rstest]
    #[case("centrifuges", "centrifuge", true)]
    #[case("fibre", "fibers", true)]
    #[case("aluminium", "aluminum", true)]
    #[case("sulphide", "sulfides", true)]
    #[case("vapour", "vapors", true)]
    #[case("pyrolysed", "pyrolyzed", true)]
    #[case("центрифуги", "центрифугами", true)]
    #[case("клапанов", "клапан", true)]
    #[case("насос", "насосы", true)]
    #[case("valve", "value", false)]
    #[case("laser", "lase", false)]
    #[case("al2o3", "al2o", false)]
    fn one_stem(#[case] one: &str, #[case] other: &str, #[case] expect: bool) {
        assert_eq!(stem(one) == stem(other), expect, "{} / {}", stem(one), stem(other));
    }
}
