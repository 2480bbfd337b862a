//! British and American spelling of one word become equal.

use std::borrow::Cow;

/// One spelling of an English word in small letters: the American one, as near as rules come. For comparing only.
#[must_use]
pub fn one_spelling(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() || word.len() < 4 {
        return Cow::Borrowed(word);
    }
    for (british, american) in WORDS {
        if let Some(ending) = word.strip_prefix(british) {
            return Cow::Owned(format!("{american}{ending}"));
        }
    }
    let mut spelt = Cow::Borrowed(word);
    for (british, american) in INSIDE {
        if spelt.contains(british) {
            spelt = Cow::Owned(spelt.replace(british, american));
        }
    }
    for (british, american) in ENDINGS {
        if let Some(root) = spelt.strip_suffix(british) {
            return Cow::Owned(format!("{root}{american}"));
        }
    }
    spelt
}

/// Beginnings that are spelt in two ways.
const WORDS: &[(&str, &str)] = &[
    ("aluminium", "aluminum"),
    ("caesium", "cesium"),
    ("grey", "gray"),
    ("tyre", "tire"),
    ("plough", "plow"),
    ("mould", "mold"),
    ("programme", "program"),
    ("catalogue", "catalog"),
    ("analogue", "analog"),
    ("dialogue", "dialog"),
    ("defence", "defense"),
    ("licence", "license"),
    ("offence", "offense"),
    ("gramme", "gram"),
    ("kilogramme", "kilogram"),
    ("gauge", "gage"),
    ("artefact", "artifact"),
    ("manoeuvr", "maneuver"),
    ("armour", "armor"),
    ("colour", "color"),
    ("vapour", "vapor"),
    ("behaviour", "behavior"),
    ("favour", "favor"),
    ("harbour", "harbor"),
    ("labour", "labor"),
    ("odour", "odor"),
    ("tumour", "tumor"),
    ("rigour", "rigor"),
    ("flavour", "flavor"),
    ("fibre", "fiber"),
    ("fibri", "fiberi"),
    ("metre", "meter"),
    ("litre", "liter"),
    ("centre", "center"),
    ("calibre", "caliber"),
    ("theatre", "theater"),
    ("spectre", "specter"),
];

/// Letters inside a word that are spelt in two ways.
const INSIDE: &[(&str, &str)] = &[
    ("sulph", "sulf"),
    ("haem", "hem"),
    ("anaes", "anes"),
    ("oestr", "estr"),
    ("foet", "fet"),
    ("metre", "meter"),
    ("fibre", "fiber"),
    ("lysis", "lysis"),
    ("pyrolis", "pyrolys"),
    ("pyroliz", "pyrolyz"),
    ("elling", "eling"),
    ("elled", "eled"),
    ("eller", "eler"),
];

/// Endings that are spelt in two ways.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("ysed", "yzed"),
    ("yse", "yze"),
    ("yser", "yzer"),
    ("ysers", "yzers"),
    ("ysing", "yzing"),
];

#[cfg(test)]
mod tests {
    use super::one_spelling;

    #[track_caller]
    fn check(british: &str, american: &str) {
        assert_eq!(one_spelling(british), one_spelling(american));
    }

    #[test]
    fn two_spellings_are_one() {
        for (british, american) in [
            ("fibres", "fibers"),
            ("sulphur", "sulfur"),
            ("stabilisers", "stabilizers"),
            ("analysers", "analyzers"),
            ("micrometre", "micrometer"),
            ("modelling", "modeling"),
            ("haemorrhagic", "hemorrhagic"),
        ] {
            check(british, american);
        }
    }

    #[test]
    fn other_words_stay() {
        for word in ["laser", "valve", "noise", "raise", "pump"] {
            assert_eq!(one_spelling(&one_spelling(word)), one_spelling(word));
        }
    }
}
