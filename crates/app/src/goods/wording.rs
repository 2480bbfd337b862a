//! Reasons in the reader's words.

use domain::language::Language;
use identify::{Candidate, Reason};
use locale::{Translator, Value};

/// A reason as a sentence.
#[must_use]
pub fn reason(t: Translator, reason: &Reason) -> String {
    let list = |words: &[String]| words.join(", ");
    let (key, values): (&str, Vec<(&str, String)>) = match reason {
        Reason::Cas { cas, name: Some(name) } => {
            ("goods-reason-cas-named", vec![("cas", cas.clone()), ("name", name.clone())])
        }
        Reason::Cas { cas, name: None } => ("goods-reason-cas", vec![("cas", cas.clone())]),
        Reason::CasOfNote { cas } => ("goods-reason-cas-of-note", vec![("cas", cas.clone())]),
        Reason::SameStructure { key, name, cas } => {
            ("goods-reason-structure", vec![("key", key.clone()), ("name", name.clone()), ("cas", cas.clone())])
        }
        Reason::SameSkeleton { name, cas } => {
            ("goods-reason-skeleton", vec![("name", name.clone()), ("cas", cas.clone())])
        }
        Reason::SameParent { name, cas } => ("goods-reason-parent", vec![("name", name.clone()), ("cas", cas.clone())]),
        Reason::Family { .. } => ("goods-reason-family", Vec::new()),
        Reason::ChemicalName { written, name, cas, exact } => (
            match exact {
                true if is_same(written, name) => "goods-reason-chemical-itself",
                true => "goods-reason-chemical",
                false => "goods-reason-chemical-loose",
            },
            vec![("written", written.clone()), ("name", name.clone()), ("cas", cas.clone())],
        ),
        Reason::OrganismName { written, name, time: None } if is_same(written, name) => {
            ("goods-reason-organism-itself", vec![("written", written.clone())])
        }
        Reason::OrganismName { written, name, time: None } => {
            ("goods-reason-organism", vec![("written", written.clone()), ("name", name.clone())])
        }
        Reason::OrganismName { written, name, time: Some(time) } => (
            "goods-reason-organism-former",
            vec![("written", written.clone()), ("name", name.clone()), ("time", time.clone())],
        ),
        Reason::Code { written } => ("goods-reason-code", vec![("written", written.clone())]),
        Reason::Words { words, .. } => ("goods-reason-words", vec![("words", list(words))]),
        Reason::Kind { written, figures_decide, .. } => (
            if *figures_decide { "goods-reason-kind-figures" } else { "goods-reason-kind" },
            vec![("written", written.clone())],
        ),
        Reason::Nomenclature { code, heading } => {
            ("goods-reason-nomenclature", vec![("code", code.clone()), ("heading", heading.clone())])
        }
        Reason::NomenclatureElsewhere { code } => ("goods-reason-nomenclature-elsewhere", vec![("code", code.clone())]),
        Reason::Everyday { words } => ("goods-reason-everyday", vec![("words", list(words))]),
    };
    // Some listed chemicals have no number.
    let told = |value: String| if value.is_empty() { "none".to_owned() } else { value };
    let values: Vec<(&str, Value)> = values.into_iter().map(|(name, value)| (name, told(value).into())).collect();
    t.with(key, &values)
}

/// Whether what was written is the name itself, but for its letters: "X is a name of X" tells nothing.
fn is_same(written: &str, name: &str) -> bool {
    let letters = |text: &str| text::fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(written) == letters(name)
}

/// The title of a candidate's provision in a language, or the words of the list.
#[must_use]
pub fn title(candidate: &Candidate, language: Language) -> &str {
    let russian = language == Language::RU && !candidate.title_ru.is_empty();
    if russian || candidate.title_en.is_empty() { &candidate.title_ru } else { &candidate.title_en }
}
