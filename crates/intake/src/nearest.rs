//! The known word that was probably meant.

/// The known word nearest to this one, if one is near: at most one letter in three is different.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: Vec<char> = word.chars().take(LONGEST).collect();
    known
        .into_iter()
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, candidate)| distance * 3 <= candidate.chars().count().max(word.len()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Letters compared; no known word is longer.
const LONGEST: usize = 64;

/// Letters to insert, take away or change (Levenshtein).
fn distance(word: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (n, other) in other.chars().take(LONGEST).enumerate() {
        let mut before = row[0];
        row[0] = n + 1;
        for (m, letter) in word.iter().enumerate() {
            let changed = before + usize::from(*letter != other);
            before = row[m + 1];
            row[m + 1] = changed.min(before + 1).min(row[m] + 1);
        }
    }
    row[word.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(word: &str, expect: Option<&str>) {
        assert_eq!(nearest(word, ["addressees", "theme", "text", "rows"]), expect);
    }

    #[test]
    fn a_slip_finds_its_word() {
        check("adressees", Some("addressees"));
        check("themes", Some("theme"));
        check("row", Some("rows"));
        check("deadline", None);
        check("", None);
        check(&"x".repeat(10_000), None);
    }
}
