//! The catalogue: the files of `locales/`, read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use domain::language::Language;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::translator::Translator;

/// The files as they stand in the source tree: `<language>/<subject>.ftl`.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../locales"]
struct Files;

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// All messages of all languages.
pub struct Catalogue {
    languages: Vec<Language>,
    bundles: BTreeMap<Language, Bundle>,
    problems: Vec<String>,
}

impl Catalogue {
    /// The catalogue inside this program.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Catalogue> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let mut sources: Vec<(String, String)> = Files::iter()
                .filter(|path| path.ends_with(".ftl"))
                .filter_map(|path| {
                    let file = Files::get(&path)?;
                    Some((path.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
                })
                .collect();
            sources.sort();
            Self::read(&sources)
        })
    }

    /// Reads these files, as `(path, text)`; the folder of a path is its language.
    fn read(sources: &[(String, String)]) -> Self {
        let mut bundles: BTreeMap<Language, Bundle> = BTreeMap::new();
        let mut problems = Vec::new();
        for (path, text) in sources {
            let folder = path.split('/').next().unwrap_or_default();
            let (Ok(language), Ok(identifier)) = (folder.parse::<Language>(), folder.parse::<LanguageIdentifier>())
            else {
                problems.push(format!("{path}: the folder is not a language"));
                continue;
            };
            let bundle = bundles.entry(language).or_insert_with(|| {
                let mut bundle = Bundle::new_concurrent(vec![identifier]);
                // The marks that Unicode offers around a value would end up in files, tests and copied text.
                bundle.set_use_isolating(false);
                bundle
            });
            // A resource with errors still holds every message that could be read.
            let resource = FluentResource::try_new(text.clone()).unwrap_or_else(|(resource, errors)| {
                problems.extend(errors.iter().map(|error| format!("{path}: {error}")));
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(errors.iter().map(|error| format!("{path}: {error}")));
            }
        }
        let mut languages: Vec<Language> = bundles.keys().copied().collect();
        // English first: it is what the others fall back to.
        languages.sort_by_key(|language| (*language != Language::EN, *language));
        Self { languages, bundles, problems }
    }

    /// The languages there are, English first.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The translator into this language; into English where there is no such language.
    #[must_use]
    pub fn translator(&'static self, language: Language) -> Translator {
        let language = if self.bundles.contains_key(&language) { language } else { Language::EN };
        Translator::new(self, language)
    }

    /// What could not be read of the files, for the tests of this house.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    pub(crate) fn bundle(&self, language: Language) -> Option<&Bundle> {
        self.bundles.get(&language)
    }
}
