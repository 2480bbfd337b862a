//! Skeletons: what looks the same becomes equal.

use crate::fold::fold;

/// Folds a text and then writes every letter that has a twin in another alphabet with one of them: Latin where there
/// is a Latin twin, else Cyrillic. For headings, numbers and codes only, where a Greek `Τ` inside a Russian word or a
/// Cyrillic `В` in `2В001` is a slip of the keyboard. Never for names of people, and never shown to anyone.
#[must_use]
pub fn skeleton(text: &str) -> String {
    fold(text).chars().map(twin).collect()
}

/// The one letter for all its twins. Twins are judged by their capital forms, because codes are written in capitals;
/// folding has made them lower case.
fn twin(c: char) -> char {
    match c {
        'а' | 'α' | 'ά' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'е' | 'ε' | 'έ' | 'є' => 'e',
        'н' | 'η' | 'ή' => 'h',
        'і' | 'ї' | 'ӏ' | 'ι' | 'ί' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' | 'ό' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'у' | 'υ' | 'ύ' | 'ў' | 'ү' => 'y',
        'х' | 'χ' => 'x',
        'ζ' => 'z',
        // No Latin twin: the Cyrillic letter stands for the Greek one.
        'γ' => 'г',
        'δ' => 'д',
        'λ' => 'л',
        'π' => 'п',
        'φ' => 'ф',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::skeleton;

    #[track_caller]
    fn check(one: &str, other: &str, expect: bool) {
        assert_eq!(skeleton(one) == skeleton(other), expect, "{} / {}", skeleton(one), skeleton(other));
    }

    #[test]
    fn what_looks_the_same_is_equal() {
        check("2В001", "2B001", true);
        check("Меροπρиятиε", "Мероприятие", true);
        check("ΙV.6", "IV.6", true);
        check("№", "No", true);
        check("СРОК", "CPOK", true);
        check("Срок", "Строк", false);
        check("2B001", "2A001", false);
    }

    proptest! {
        #[test]
        fn a_skeleton_is_its_own_skeleton(text in "[а-яА-ЯіїўёЁa-zA-ZΑ-ώ0-9 ]{0,40}") {
            let once = skeleton(&text);
            prop_assert_eq!(skeleton(&once), once);
        }
    }
}
