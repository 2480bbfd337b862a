//! Arguments that are words of a closed set: what can be typed is shown in the help and in the error.

use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use domain::cell::Mark;
use domain::language::Language;
use domain::words::UnknownWord;
use locale::Catalogue;

/// The words of a closed set, as `words(Role::ALL, Role::as_str)`.
pub(crate) fn words<T>(all: &'static [T], word: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = UnknownWord> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|value| PossibleValue::new(word(*value))))
        .try_map(|word| word.parse::<T>())
}

/// Marks as they are printed in the form; `blank` takes a mark away.
pub(crate) fn marks() -> impl TypedValueParser<Value = Mark> {
    fn word(mark: Mark) -> &'static str {
        if mark == Mark::Blank { "blank" } else { mark.as_str() }
    }
    PossibleValuesParser::new(Mark::ALL.iter().map(|mark| PossibleValue::new(word(*mark))))
        .try_map(|word| if word == "blank" { Ok(Mark::Blank) } else { word.parse::<Mark>() })
}

/// The languages that this program writes.
pub(crate) fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Catalogue::embedded().languages().iter().map(|language| language.as_str()))
        .try_map(|word| word.parse::<Language>())
}
