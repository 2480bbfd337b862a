//! Places: the path and the question of a page, and links that change one part of the question.

use axum::extract::Query;
use axum::http::Uri;

/// Where the person is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The path, as it stands in the address.
    pub path: String,
    /// The question after it, decoded.
    pub query: Vec<(String, String)>,
}

impl Place {
    /// The place of an address. A question that cannot be read is no question.
    #[must_use]
    pub fn of(uri: &Uri) -> Self {
        let query = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|Query(query)| query).unwrap_or_default();
        Self { path: uri.path().to_owned(), query }
    }

    /// What was asked under this name; nothing when it was left empty.
    #[must_use]
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, value)| key == name && !value.trim().is_empty()).map(|(_, value)| value.trim())
    }

    /// What was asked under this name, when it can be read as a `T`. What cannot be read asks nothing.
    #[must_use]
    pub fn asked_as<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.asked(name).and_then(|text| text.parse().ok())
    }

    /// Whether anything is asked besides these names.
    #[must_use]
    pub fn asks_besides(&self, names: &[&str]) -> bool {
        self.query.iter().any(|(key, value)| !value.is_empty() && !names.contains(&key.as_str()))
    }

    /// The same place with another value under one name; an empty value takes it away.
    #[must_use]
    pub fn with(&self, name: &str, value: impl AsRef<str>) -> String {
        let value = value.as_ref();
        let others = self.query.iter().filter(|(key, value)| key != name && !value.is_empty());
        let pairs = others.map(|(key, value)| (key.as_str(), value.as_str()));
        let added = (!value.is_empty()).then_some((name, value));
        link(&self.path, pairs.chain(added))
    }

    /// The place as an address.
    #[must_use]
    pub fn address(&self) -> String {
        link(&self.path, self.query.iter().map(|(key, value)| (key.as_str(), value.as_str())))
    }

    /// The question alone, as `?a=b`, with one name left out: for links to an export of the same list.
    #[must_use]
    pub fn question(&self, besides: &str) -> String {
        let all = self.with(besides, "");
        all.find('?').map(|at| all[at..].to_owned()).unwrap_or_default()
    }
}

/// A path with a question.
#[must_use]
pub fn link<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut link = path.to_owned();
    for (n, (name, value)) in pairs.into_iter().enumerate() {
        link.push(if n == 0 { '?' } else { '&' });
        link.push_str(&encode(name));
        link.push('=');
        link.push_str(&encode(value));
    }
    link
}

/// Percent-encoding of everything but the unreserved characters of RFC 3986.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// A path of this site that somebody asked to be sent to. Anything that could lead elsewhere leads to the first page.
#[must_use]
pub fn local(path: Option<&str>) -> &str {
    path.filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\"))
        .filter(|path| path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\'))
        .unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::{Place, local};

    #[test]
    fn only_local_paths_are_followed() {
        for (given, expect) in [
            (Some("/matrices?x=1"), "/matrices?x=1"),
            (Some("//evil.example"), "/"),
            (Some("/\\evil.example"), "/"),
            (Some("https://evil.example/"), "/"),
            (Some("/a\r\nSet-Cookie: x"), "/"),
            (Some(""), "/"),
            (None, "/"),
        ] {
            assert_eq!(local(given), expect, "{given:?}");
        }
    }

    #[test]
    fn a_link_changes_one_part_of_the_question() {
        let place = Place::of(&"/matrices/1?section=IV&text=%D0%BF%26&mark=".parse().unwrap());
        assert_eq!(place.asked("text"), Some("п&"));
        assert_eq!(place.asked("mark"), None);
        assert_eq!(place.with("section", "II"), "/matrices/1?text=%D0%BF%26&section=II");
        assert_eq!(place.with("section", ""), "/matrices/1?text=%D0%BF%26");
        assert_eq!(place.question("text"), "?section=IV");
    }
}
