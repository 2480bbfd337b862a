//! Keys that sort numbers the way people count: 2 before 10, and 17 before 17.1.

/// A text that sorts as the number does: every run of digits is padded to ten places.
#[must_use]
pub fn sort_key(number: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for c in number.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            let significant = digits.trim_start_matches('0');
            key.push_str(&"0".repeat(10_usize.saturating_sub(significant.len())));
            key.push_str(significant);
            digits.clear();
        }
        if c != '\0' {
            key.push(c);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    #[test]
    fn numbers_sort_as_people_count() {
        let mut numbers = vec!["17.1", "10", "2", "17", "1.10", "1.9"];
        numbers.sort_by_key(|number| sort_key(number));
        assert_eq!(numbers, ["1.9", "1.10", "2", "10", "17", "17.1"]);
    }
}
