//! Folding: what reads the same becomes equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for search: compatibility forms are made plain, letters lower case, ё becomes е, white space is one
/// space, and characters that cannot be seen (soft hyphen, zero-width space, byte order mark) are dropped. Folding
/// twice changes nothing more.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_plain(text).unwrap_or_else(|| fold_any(text))
}

/// Folds a text of English and Russian letters and everyday signs, which is nearly every text there is, without taking
/// it apart. `None` when anything else is in it.
fn fold_plain(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        let plain = match c {
            ' ' | '\t' | '\n' | '\r' | '\u{a0}' => {
                space = true;
                continue;
            }
            '!'..='@' | '['..='~' | 'а'..='я' | '«' | '»' | '–' | '—' | '’' | '“' | '”' | '„' => c,
            'A'..='Z' => c.to_ascii_lowercase(),
            // The capitals stand as many places before their small letters as in ASCII.
            'А'..='Я' => char::from_u32(u32::from(c) + 32)?,
            'Ё' | 'ё' => 'е',
            '№' => 'n',
            _ => return None,
        };
        if space && !folded.is_empty() {
            folded.push(' ');
        }
        space = false;
        folded.push(plain);
        if c == '№' {
            folded.push('o');
        }
    }
    Some(folded)
}

/// Folds any text.
fn fold_any(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let lower = visible.nfkc().collect::<String>().to_lowercase();
    let mut after_ie = false;
    let without_dots = lower
        .nfkd()
        .filter(|c| {
            // Ё is taken apart by the decomposition; its dots may stand behind other marks of the same letter.
            if !is_combining_mark(*c) {
                after_ie = *c == 'е';
            }
            !(after_ie && *c == '\u{308}')
        })
        .map(|c| if c == 'ς' { 'σ' } else { c });
    let composed: String = without_dots.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that take no room: two texts that differ only in them read the same.
fn is_invisible(c: char) -> bool {
    // Soft hyphen, joiners, marks of direction, fillers, variation selectors, tags.
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, fold_any, fold_plain};

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(fold(text), expect);
    }

    #[test]
    fn what_reads_the_same_is_equal() {
        check("  Обогащённый\u{a0}УРАН ", "обогащенный уран");
        check("е\u{308}лка", "елка");
        check("Й и\u{306}", "й й");
        check("№ 17", "no 17");
        check("ﬁle\u{ad}name\u{feff}", "filename");
        check("ΟΔΟΣ", "οδοσ");
        check("a\t\r\n b", "a b");
        check("", "");
    }

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_long_way_gives(text in "[ -~а-яА-ЯёЁ«»–—’“”„№\t\r\n\u{a0}]{0,60}") {
            prop_assert_eq!(fold_plain(&text), Some(fold_any(&text)));
        }

        #[test]
        fn the_short_way_is_not_taken_where_it_does_not_lead(text in "\\PC{0,20}") {
            prop_assert!(fold_plain(&text).is_none_or(|folded| folded == fold_any(&text)));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[а-яА-ЯёЁa-zA-ZΑ-ω\u{300}-\u{310}\u{ad}  №İß]{0,40}|\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
