//! Which language the caller reads.

use axum::http::HeaderValue;
use domain::language::Language;
use locale::{Catalogue, Translator};

/// The translator into the language that `Accept-Language` prefers among those there are; English without one.
pub(crate) fn accepted(header: Option<&HeaderValue>) -> Translator {
    let catalogue = Catalogue::embedded();
    let header = header.and_then(|header| header.to_str().ok()).unwrap_or_default();
    catalogue.translator(preferred(header, catalogue.languages()))
}

fn preferred(header: &str, known: &[Language]) -> Language {
    let mut best: Option<(Language, f32)> = None;
    for range in header.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default();
        // `ru-KG` asks for Russian; regions have no texts of their own.
        let language = tag.split('-').next().unwrap_or_default().to_lowercase();
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
        let Ok(language) = language.parse::<Language>() else { continue };
        // Of equal wishes the first one counts; zero means "not this one".
        if known.contains(&language) && weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((language, weight));
        }
    }
    best.map_or(Language::EN, |(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expect: Language) {
        assert_eq!(preferred(header, &[Language::EN, Language::RU]), expect, "{header}");
    }

    #[test]
    fn the_heaviest_known_language_is_taken() {
        check("", Language::EN);
        check("ru", Language::RU);
        check("ru-KG, en;q=0.8", Language::RU);
        check("en;q=0.3, ru;q=0.5", Language::RU);
        check("ky, ru;q=0.9, en;q=0.8", Language::RU);
        check("ru;q=0, en;q=0.1", Language::EN);
        check("de, fr", Language::EN);
        check("*;q=??", Language::EN);
    }
}
