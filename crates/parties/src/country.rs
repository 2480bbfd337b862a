//! Countries, by their codes and names.

use std::collections::HashMap;
use std::sync::LazyLock;

use text::fold;

static COUNTRIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut countries = HashMap::new();
    for line in include_str!("../../../data/names/countries.csv").lines().skip(1) {
        let Some((code, names)) = line.split_once(',') else { continue };
        countries.insert(code.to_lowercase(), code);
        for name in names.split('|') {
            countries.insert(fold(name), code);
        }
    }
    countries
});

/// The two-letter code of a country, from its code of two or three letters or its name in English or Russian, as lists
/// and declarations write them.
#[must_use]
pub fn country_code(words: &str) -> Option<&'static str> {
    let key = fold(words);
    let key = key.trim_matches(|c: char| !c.is_alphanumeric());
    if key.is_empty() {
        return None;
    }
    COUNTRIES.get(key).copied().or_else(|| {
        let plain = key.strip_prefix("the ").unwrap_or(key);
        let before = plain.split(['(', ',']).next().unwrap_or(plain).trim();
        COUNTRIES.get(plain).or_else(|| COUNTRIES.get(before)).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::country_code;

    #[test]
    fn countries_are_found_under_the_names_in_use() {
        for (words, code) in [
            ("Democratic People's Republic of Korea", Some("KP")),
            ("af", Some("AF")),
            ("IRN", Some("IR")),
            ("Iran, Islamic Republic of", Some("IR")),
            ("Кыргызстан", Some("KG")),
            ("Беларусь", Some("BY")),
            ("Nowhere", None),
            ("", None),
        ] {
            assert_eq!(country_code(words), code, "{words}");
        }
    }
}
