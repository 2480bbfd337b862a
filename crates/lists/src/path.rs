//! Paths of provisions: the code of an entry and the labels below it, `2B350.a.1`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The path of a provision: labels joined by points, the first of them the code of its entry.
///
/// Codes of the kind the European Union, the United States and Kazakhstan use (`2B350`) are folded when they are read,
/// so that a Cyrillic `В` is the Latin letter it looks like. Lists with numbers of their own keep them as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ProvisionPath(String);

/// Longest path, in bytes. The longest of the lists known has 19.
const LONGEST_PATH: usize = 80;

/// Letters and digits in a code such as `2B350`.
const CODE_LENGTH: usize = 5;

/// Why a text is no path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a list entry: {0:?}; write it as 2B350.a.1")]
pub struct NotAPath(pub String);

impl ProvisionPath {
    /// Reads a path with numbers of the list's own, such as `1.1.4.1`: any labels of letters and digits with points
    /// between them, kept as they are written.
    ///
    /// # Errors
    /// When it is empty, too long, or holds anything but letters, digits, points, dashes and strokes.
    pub fn own_numbering(text: &str) -> Result<Self, NotAPath> {
        let trimmed = text.trim().trim_matches('.');
        let wrong = || NotAPath(text.chars().take(40).collect());
        let fits = |label: &str| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '(' | ')' | '*'))
        };
        if trimmed.len() > LONGEST_PATH || !trimmed.split('.').all(fits) {
            return Err(wrong());
        }
        Ok(Self(trimmed.to_owned()))
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code of the entry it belongs to: everything before the first point.
    #[must_use]
    pub fn entry(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }

    /// The labels below the entry.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.0.split('.').skip(1)
    }

    /// How far below its entry it stands; an entry has depth 0.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'.').count()
    }

    /// The path one level up; none for an entry.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(above, _)| Self(above.to_owned()))
    }

    /// The path of a provision below this one.
    #[must_use]
    pub fn child(&self, label: &str) -> Self {
        Self(format!("{}.{label}", self.0))
    }

    /// Whether this is `other` or stands below it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.strip_prefix(other.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// The category of a code such as `2B350`: its first digit. None for lists with other numbers.
    #[must_use]
    pub fn category(&self) -> Option<char> {
        is_code(self.entry()).then(|| self.0.chars().next()).flatten()
    }

    /// The product group of a code such as `2B350`: the letter A to E. None for lists with other numbers.
    #[must_use]
    pub fn group(&self) -> Option<char> {
        is_code(self.entry()).then(|| self.0.chars().nth(1)).flatten()
    }
}

impl fmt::Display for ProvisionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether this is a code such as `2B350`: a digit, a letter from A to E, three digits.
#[must_use]
pub fn is_code(text: &str) -> bool {
    matches!(text.as_bytes(), [c, g, n @ ..] if c.is_ascii_digit() && (b'A'..=b'E').contains(g) && n.len() == 3 && n.iter().all(u8::is_ascii_digit))
}

impl FromStr for ProvisionPath {
    type Err = NotAPath;

    /// Reads a path such as `2B350.a.1`, `2B350.a.1.`, `2B350a1`, `2B350(a)(1)` or `2В350.а.1` with Cyrillic letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAPath(text.chars().take(40).collect());
        let trimmed = text.trim();
        if trimmed.len() > 2 * LONGEST_PATH {
            return Err(wrong());
        }
        // Skeletons are lower case; the letter of the code is put back into capitals below.
        let folded = text::skeleton(trimmed);
        if !folded.is_ascii() || folded.len() < CODE_LENGTH {
            return Err(wrong());
        }
        let (code, rest) = folded.split_at(CODE_LENGTH);
        let mut path = code.to_ascii_uppercase();
        if !is_code(&path) || rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(wrong());
        }
        for part in rest.split(['.', '(', ')', ' ']).filter(|part| !part.is_empty()) {
            if !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(wrong());
            }
            // "a1" is two labels; "10" and "aa" are one.
            let mut previous = None;
            for c in part.chars() {
                if previous.is_none_or(|before: char| before.is_ascii_digit() != c.is_ascii_digit()) {
                    path.push('.');
                }
                path.push(c);
                previous = Some(c);
            }
        }
        if path.len() > LONGEST_PATH {
            return Err(wrong());
        }
        Ok(Self(path))
    }
}

impl<'de> Deserialize<'de> for ProvisionPath {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().or_else(|_| Self::own_numbering(&text)).map_err(serde::de::Error::custom)
    }
}

/// The paths a text names, in order: `see 2B350.g.1. or 2В001`. A point that ends a sentence belongs to no path.
#[must_use]
pub fn find_paths(text: &str) -> Vec<ProvisionPath> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '(' | ')'))) {
        let word = word.trim_matches(['(', ')', '.']);
        // A code has five characters at least, and a path is short: the rest of a text costs nothing.
        if word.len() < CODE_LENGTH || word.len() > LONGEST_PATH || !word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        if let Ok(path) = word.parse() {
            found.push(path);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2B350", Some("2B350"))]
    #[case("2В001", Some("2B001"))]
    #[case("1С350.а.1.", Some("1C350.a.1"))]
    #[case("1C350.90", Some("1C350.90"))]
    #[case("2b350a1", Some("2B350.a.1"))]
    #[case("2B350 (a)(1)", Some("2B350.a.1"))]
    #[case("2B3501", None)]
    #[case("2F350", None)]
    #[case("EAR99", None)]
    #[case("2Б001", None)]
    #[case("", None)]
    fn reads(#[case] text: &str, #[case] expect: Option<&str>) {
        assert_eq!(text.parse::<ProvisionPath>().ok().as_ref().map(ProvisionPath::as_str), expect);
    }

    #[test]
    fn knows_its_parts() {
        let path: ProvisionPath = "2B350.a.1".parse().unwrap();
        assert_eq!((path.entry(), path.depth(), path.category(), path.group()), ("2B350", 2, Some('2'), Some('B')));
        assert_eq!(path.parent().unwrap().as_str(), "2B350.a");
        assert!(path.is_within(&"2B350".parse().unwrap()));
        assert!(!ProvisionPath("1C350.10".to_owned()).is_within(&"1C350.1".parse().unwrap()));
        let own = ProvisionPath::own_numbering("1.1.4.1").unwrap();
        assert_eq!((own.entry(), own.category()), ("1", None));
        assert!(ProvisionPath::own_numbering("1..4").is_err());
    }

    #[test]
    fn finds_paths_in_a_text() {
        let found: Vec<String> = find_paths("N.B. See 2B350.g.1. or (1С350), not 12345 or 2B3501.")
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, ["2B350.g.1", "1C350"]);
    }

    proptest! {
        #[test]
        fn a_path_reads_back_as_itself(category in 0_u8..10, group in "[A-E]", number in 0_u16..1000, labels in proptest::collection::vec("[a-z]{1,2}|[1-9][0-9]?", 0..6)) {
            let written = std::iter::once(format!("{category}{group}{number:03}")).chain(labels).collect::<Vec<_>>().join(".");
            prop_assert_eq!(written.parse::<ProvisionPath>().unwrap().to_string(), written);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}") {
            let _ = text.parse::<ProvisionPath>();
            let _ = ProvisionPath::own_numbering(&text);
            let _ = find_paths(&text);
        }
    }
}
