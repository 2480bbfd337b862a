//! One key for the many ways of writing one chemical name.
//!
//! Spelling (sulphur, sulfur), Greek letters, hyphens, brackets and spaces; names of the Chemical Abstracts index with
//! the parent first ("phosphonic acid, methyl-, dimethyl ester"); older and newer words for the same group (isopropyl,
//! propan-2-yl, 1-methylethyl). No name is ever turned into a structure, and none is completed.

/// The key of a name: letters and digits only.
pub(crate) fn key(name: &str) -> String {
    let folded = text::fold(name);
    let mut plain = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            'α' => plain.push_str("alpha"),
            'β' | 'ß' => plain.push_str("beta"),
            'γ' => plain.push_str("gamma"),
            'δ' => plain.push_str("delta"),
            'ω' => plain.push_str("omega"),
            '\'' | '′' | '’' | '"' | '″' => {}
            other => plain.push(other),
        }
    }
    if plain.chars().any(|c| matches!(c, '\u{430}'..='\u{44f}')) {
        return russian_key(&plain);
    }
    let states: &[(&str, &str)] = if plain.contains("i) ") || plain.contains("v) ") { STATES } else { &[] };
    for (state, count) in states {
        for halide in HALIDES {
            let written = format!("({state}) {halide}");
            if plain.contains(&written) {
                plain = plain.replace(&written, &format!(" {count}{halide}"));
            }
        }
    }
    for (other, usual) in GROUPS {
        if plain.contains(other) {
            plain = plain.replace(other, usual);
        }
    }
    let mut key: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    for (other, usual) in JOINED {
        if key.contains(other) {
            key = key.replace(other, usual);
        }
    }
    for metal in ["potassium", "sodium", "ammonium"] {
        for other in ["hydrogendifluoride", "hydrogenfluoride", "acidfluoride", "hydrogenbifluoride"] {
            if key == format!("{metal}{other}") {
                key = format!("{metal}bifluoride");
            }
        }
    }
    key
}

/// What an oxidation state says of a halide: phosphorus(V) chloride is the pentachloride.
const STATES: &[(&str, &str)] = &[("ii", "di"), ("iii", "tri"), ("iv", "tetra"), ("v", "penta"), ("vi", "hexa")];
const HALIDES: &[&str] = &["fluoride", "chloride", "bromide", "iodide"];

/// Words for the same group, while signs are still there.
const GROUPS: &[(&str, &str)] = &[
    ("n-methylmethanamine", "dimethylamine"),
    ("n-ethylethanamine", "diethylamine"),
    ("n-propylpropan-1-amine", "dipropylamine"),
    ("n-propyl-1-propanamine", "dipropylamine"),
    ("propan-2-amine", "isopropylamine"),
    ("2-propanamine", "isopropylamine"),
    ("propan-2-yl", "isopropyl"),
    ("1-methylethyl", "isopropyl"),
    ("iso-propyl", "isopropyl"),
    ("i-propyl", "isopropyl"),
    ("2-methylpropyl", "isobutyl"),
    ("n-propyl", "propyl"),
    ("n-butyl", "butyl"),
    ("bis(isopropyl)", "diisopropyl"),
    ("bis(1-methylethyl)", "diisopropyl"),
    ("bis-", "di"),
    ("(ii)", ""),
    ("(iii)", ""),
    ("(v)", ""),
    ("hcl salt", "hydrochloride"),
];

/// The same without signs.
const JOINED: &[(&str, &str)] = &[
    ("sulph", "sulf"),
    ("aluminium", "aluminum"),
    ("caesium", "cesium"),
    ("phosphorous", "phosphorus"),
    ("phosphoroamid", "phosphoramid"),
    ("monohydrochloride", "hydrochloride"),
    ("tertiary", "tert"),
    ("isopropylisopropylamine", "diisopropylamine"),
    ("phosphane", "phosphine"),
    ("arsane", "arsine"),
    ("ammoniumchloride", "aminehydrochloride"),
    ("ethylalcohol", "ethanol"),
    ("phosphoryltrichloride", "phosphorusoxychloride"),
    ("phosphorylchloride", "phosphorusoxychloride"),
];

/// Stems of the words, in the order of the alphabet: Russian names change their endings and the order of two words.
fn russian_key(folded: &str) -> String {
    let mut stems: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(text::stem).collect();
    stems.sort_unstable();
    stems.concat()
}

/// The readings of a name that is known to be one: itself, and turned round if it is an index name.
pub(crate) fn known_readings(name: &str) -> Vec<String> {
    std::iter::once(name.to_owned()).chain(turned_round(name)).collect()
}

/// Every name that one field may hold: the whole, what stands outside and inside its brackets, the parts of "or", and
/// index names turned round.
pub(crate) fn readings(name: &str) -> Vec<String> {
    let mut readings = Vec::new();
    let mut push = |reading: &str| {
        let reading = strip_grade(reading.trim_matches([' ', ',', ';', '.', ':']));
        if reading.chars().filter(|c| c.is_alphanumeric()).count() > 1 && !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    let name = &name[..name.char_indices().nth(300).map_or(name.len(), |(at, _)| at)];
    push(name);
    if let Some(turned) = turned_round(name) {
        push(&turned);
    }
    if let Some((anion, cation)) = name.split_once(" of ") {
        push(&format!("{cation} {anion}"));
    }
    for (open, close) in [('[', ']'), ('(', ')'), ('{', '}')] {
        // Only brackets that stand apart hold another name; "N,N-di(ethyl)" holds a part of one.
        if let Some((before, rest)) = name.split_once(open)
            && let Some((inside, after)) = rest.rsplit_once(close)
            && (before.is_empty() || before.ends_with(' ') || after.is_empty() || after.starts_with([' ', ';', ',']))
        {
            push(&format!("{before}{after}"));
            push(before);
            push(inside);
        }
    }
    for part in name.split([';', '=', '/', '|']).chain(name.split(" or ")).chain(name.split(" или ")) {
        push(part);
        if let Some(turned) = turned_round(part) {
            push(&turned);
        }
    }
    readings
}

/// Takes off what says grade, state or package: "anhydrous", "98 %", "solution".
fn strip_grade(name: &str) -> String {
    const GRADE: &[&str] = &[
        "anhydrous",
        "solution",
        "technical",
        "grade",
        "pure",
        "reagent",
        "acs",
        "puriss",
        "p.a",
        "analytical",
        "purity",
        "liquid",
        "solid",
        "powder",
        "aqueous",
        "for synthesis",
        "synthesis",
        "extra",
        "standard",
        "cas",
        "no",
        "безводный",
        "безводная",
        "раствор",
        "технический",
        "чда",
        "хч",
        "ч",
        "осч",
        "чистый",
        "марки",
        "водный",
    ];
    let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let is_grade = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_lowercase();
        let bare = bare.trim_end_matches('.');
        GRADE.contains(&bare)
            || bare.ends_with('%')
            || bare.is_empty()
            || bare.len() > 5 && bare.contains('-') && bare.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    while words.len() > 1 && words.last().is_some_and(|word| is_grade(word) || word.ends_with('%')) {
        words.pop();
        // "98 %" is two words, "purity 98" as well.
        while words.len() > 1 && words.last().is_some_and(|word| word.parse::<f32>().is_ok()) {
            words.pop();
        }
    }
    while words.len() > 1 && words.first().is_some_and(|word| is_grade(word)) {
        words.remove(0);
    }
    words.join(" ").trim_matches([',', ';', ' ']).to_owned()
}

/// An index name turned into the usual order: "Ethanol, 2-chloro-" → "2-chloroethanol", "Phosphonic acid, methyl-,
/// dimethyl ester" → "dimethyl methylphosphonate".
fn turned_round(name: &str) -> Option<String> {
    // "Ethylphosphonic acid diethyl ester" is the same without its comma.
    let with_comma = match name.split_once(" acid ") {
        Some((acid, rest)) if rest.ends_with(" ester") => format!("{acid} acid, {rest}"),
        _ => name.to_owned(),
    };
    let mut parts = with_comma.split(", ").map(str::trim);
    let parent = parts.next()?.to_owned();
    let rest: Vec<&str> = parts.collect();
    if rest.is_empty() || !rest.iter().any(|part| part.ends_with('-') || part.ends_with(" ester")) {
        return None;
    }
    let mut stem = parent;
    let mut front = String::new();
    let mut behind = String::new();
    for part in rest {
        if let Some(group) = part.strip_suffix('-') {
            stem = format!("{group}{}", stem.to_lowercase());
        } else if let Some(alkyl) = part.strip_suffix(" ester") {
            front = format!("{alkyl} ");
            let salt = [("ic acid", "ate"), ("ous acid", "ite")];
            let found =
                salt.iter().find_map(|(acid, salt)| stem.strip_suffix(acid).map(|root| format!("{root}{salt}")));
            stem = found?;
        } else {
            behind = format!(" {part}");
        }
    }
    Some(format!("{front}{stem}{behind}"))
}

/// A looser key: without the numbers and letters that say where a group sits, with the ways of naming amino alcohols and
/// sulfides made one, and the letters in order, so that the order of the parts does not count. Two substances may share
/// it; then it names neither.
pub(crate) fn loose_key(name: &str) -> Option<String> {
    let folded = text::fold(name);
    if folded.chars().any(|c| matches!(c, '\u{430}'..='\u{44f}')) {
        let key = key(name);
        return in_order(&key, key.chars().count());
    }
    let mut bare = String::with_capacity(folded.len());
    let parts = folded.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '′').filter(|part| !part.is_empty());
    for part in parts {
        let part = part.trim_end_matches(['\'', '′', '″']);
        let is_place = part.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(
                part,
                "n" | "o" | "s" | "p" | "alpha" | "beta" | "gamma" | "omega" | "ω" | "tert" | "iso" | "α" | "β" | "γ"
            );
        // "tert" and "iso" tell one group from another.
        if !is_place || matches!(part, "tert" | "iso") {
            bare.push_str(part);
            bare.push(' ');
        }
    }
    let mut joined = key(&bare);
    let length = joined.len();
    for (other, usual) in LOOSE {
        if joined.contains(other) {
            joined = joined.replace(other, usual);
        }
    }
    in_order(&joined, length)
}

/// The numbers that say where groups sit, each once; Greek letters count from the functional group as numbers do.
pub(crate) fn places(name: &str) -> Vec<u8> {
    let folded = text::fold(name);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let mut places: Vec<u8> = parts
        .filter_map(|part| match part {
            "alpha" | "α" => Some(1),
            "beta" | "β" => Some(2),
            "gamma" | "γ" => Some(3),
            digits => digits.parse().ok(),
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Ways of naming the same amino alcohols and sulfides, once places are gone. Digits stand for them, so that "diethyl" of
/// one and "diethanol" of another do not come to the same letters.
const LOOSE: &[(&str, &str)] = &[
    ("hydroxyethylaminoethanol", "72"),
    ("nitrilotriethanol", "73"),
    ("trishydroxyethylamine", "73"),
    ("triethanolamine", "73"),
    ("iminodiethanol", "72"),
    ("bishydroxyethylamine", "72"),
    ("diethanolamine", "72"),
    ("hydroxyethylamine", "71"),
    ("ethanolamine", "71"),
    ("aminoethanol", "71"),
    ("hydroxyethylthioethanol", "74"),
    ("thiodiethanol", "74"),
    ("thiobisethanol", "74"),
    ("bishydroxyethylsulfide", "74"),
    ("bis", "di"),
    ("tris", "tri"),
];

/// The letters of a key in order, where the name (its letters counted) is long enough: short names have the letters of
/// too many others.
fn in_order(key: &str, length: usize) -> Option<String> {
    let mut letters: Vec<char> = key.chars().collect();
    letters.sort_unstable();
    (length >= 12).then(|| letters.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Sulphur dichloride", "sulfur dichloride")]
    #[case("N,N-Diisopropyl-(beta)-aminoethanol", "N,N-Diisopropyl-β-amino ethanol")]
    #[case("Di-isopropylamine", "diisopropylamine")]
    #[case("O-propan-2-yl", "O-isopropyl")]
    #[case("Potassium hydrogen difluoride", "potassium bifluoride")]
    #[case("Цианид калия", "калия цианида")]
    #[case("Diethyl N,N-dimethylphosphoramidate", "Diethyl-N,N-dimethylphosphoroamidate")]
    fn one_key(#[case] one: &str, #[case] other: &str) {
        assert_eq!(key(one), key(other));
    }

    #[rstest]
    #[case("2-[Ethyl(2-hydroxyethyl)amino]ethanol", "Ethyldiethanolamine", true)]
    #[case("N,N-Diethyl-2-hydroxyethylamine", "2-(Diethylamino)ethanol", true)]
    #[case("Ethyldiethanolamine", "Diethylaminoethanol", false)]
    #[case("Bis(β-hydroxyethyl) sulfide", "2,2'-Thiodiethanol", true)]
    #[case("Methyl isobutyl phosphonate", "Methyl tert-butyl phosphonate", false)]
    fn one_loose_key(#[case] one: &str, #[case] other: &str, #[case] same: bool) {
        assert_eq!(loose_key(one) == loose_key(other), same, "{:?} {:?}", loose_key(one), loose_key(other));
    }

    #[test]
    fn hydrogen_fluoride_stays_itself() {
        assert_ne!(key("Hydrogen fluoride"), key("Potassium hydrogen fluoride"));
        assert_ne!(key("Dimethyl ethylphosphonate"), key("Diethyl methylphosphonate"));
    }

    #[rstest]
    #[case("Ethanol, 2-chloro-", "2-chloroethanol")]
    #[case("Phosphonic acid, methyl-, dimethyl ester", "dimethyl methylphosphonate")]
    #[case("Ethyl phosphonous dichloride [Ethyl phosphinyl dichloride]", "Ethyl phosphinyl dichloride")]
    #[case("Thiodiglycol 98 %", "thiodiglycol")]
    #[case("anhydrous hydrogen fluoride", "hydrogen fluoride")]
    #[case("Ammonium hydrogen fluoride or ammonium bifluoride", "ammonium bifluoride")]
    fn is_among_the_readings(#[case] written: &str, #[case] name: &str) {
        let keys: Vec<String> = readings(written).iter().map(|reading| key(reading)).collect();
        assert!(keys.contains(&key(name)), "{keys:?}");
    }
}
