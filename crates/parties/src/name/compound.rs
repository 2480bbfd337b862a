//! Names written as one word that are two: «Abdulrahman», «Abdurakhman», «Абдурахмон», «Najmuddin».

use crate::party::PartyKind;

/// Fewest letters of what stands behind Abd.
const SHORTEST_REST: usize = 4;

/// Takes the beginning Abd al- and the end al-Din apart from what they are glued to, in Latin and Cyrillic letters. The l of
/// the article becomes what follows it or is dropped: Abdur-Rahman, Abdurahman and Abdul Rahman are one name.
pub(super) fn split_compound(word: &str, kind: PartyKind) -> [&str; 3] {
    if !matches!(kind, PartyKind::Person | PartyKind::Unknown) {
        return [word, "", ""];
    }
    let (first, rest) = split_servant(word).unwrap_or(("", word));
    for end in ["uddin", "eddin", "iddin", "aldin", "uldin", "eddine", "uddeen", "уддин", "иддин", "эддин", "еддин"]
    {
        if let Some(stem) = rest.strip_suffix(end).filter(|stem| stem.chars().count() >= 3) {
            return [first, stem, &rest[stem.len()..]];
        }
    }
    [first, rest, ""]
}

/// «Abd», its vowel, and the article in whatever form, apart from the rest; nothing where the word is a name by itself, as
/// «Abdullah» is.
fn split_servant(word: &str) -> Option<(&str, &str)> {
    let behind = word.strip_prefix("abd").or_else(|| word.strip_prefix("абд"))?;
    let start = word.len() - behind.len();
    let letters: Vec<(usize, char)> = behind.char_indices().collect();
    let vowels = letters.iter().take_while(|(_, c)| "aeiouаеэиоуы".contains(*c)).count();
    if vowels > 2 {
        return None;
    }
    let article = match (letters.get(vowels)?.1, letters.get(vowels + 1)?.1) {
        // «Abdullah» and «Abdallah» are names, and so is «Abdulla».
        ('l' | 'л', 'l' | 'л') => return None,
        ('l' | 'л', 'ь') => vowels + 2,
        ('l' | 'л', _) => vowels + 1,
        (one, other) if one == other => vowels + 1,
        _ => vowels,
    };
    let at = start + letters.get(article)?.0;
    let rest = &word[at..];
    let length = rest.chars().count();
    let family = ["ov", "ev", "ova", "eva", "ов", "ев", "ова", "ева"].iter().any(|end| rest.ends_with(end));
    let alone = ["al", "ul", "ол", "ал", "ул"].iter().any(|article| rest.starts_with(article));
    (length >= if family { SHORTEST_REST + 3 } else { SHORTEST_REST } && !alone).then(|| word.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::split_compound;
    use crate::party::PartyKind;

    #[test]
    fn glued_names_are_taken_apart() {
        for (word, expect) in [
            ("abdulrahman", "abdul rahman"),
            ("abdurrahman", "abdur rahman"),
            ("abdurakhman", "abdu rakhman"),
            ("abdirahman", "abdi rahman"),
            ("abdelkader", "abdel kader"),
            ("абдурахмон", "абду рахмон"),
            ("абдулазиз", "абдул азиз"),
            ("абдулькарим", "абдуль карим"),
            ("najmuddin", "najm uddin"),
            ("шамсиддин", "шамс иддин"),
            ("abdullah", "abdullah"),
            ("abdallah", "abdallah"),
            ("абдулло", "абдулло"),
            ("abdullaev", "abdullaev"),
            ("abdulayev", "abdulayev"),
            ("abdi", "abdi"),
            ("abd", "abd"),
            ("brellund", "brellund"),
        ] {
            let found = split_compound(word, PartyKind::Person);
            let found: Vec<&str> = found.into_iter().filter(|piece| !piece.is_empty()).collect();
            assert_eq!(found.join(" "), expect);
            assert_eq!(split_compound(word, PartyKind::Vessel), [word, "", ""]);
        }
    }
}
