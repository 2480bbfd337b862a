//! The frame of every page: what `templates/layout.html` asks for, and the words that every page may need.

use std::collections::BTreeMap;

use app::{Actor, Node, Permission, Refusal};
use domain::language::Language;
use domain::localized::Localized;
use domain::marking::{Marking, Sharing};
use domain::owner::{Owner, StateCode};
use domain::partial_date::PartialDate;
use domain::state::State;
use jiff::Timestamp;
use jiff::civil::Date;
use locale::{Catalogue, Translator, Value};

use crate::language::ASKED;
use crate::place::Place;

/// The sections of the site, in the order of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What waits for the person.
    Home,
    /// Rounds with their programme, findings and visits.
    Rounds,
    /// Matrices, and comparing their rows.
    Matrices,
    /// Action plans.
    Plans,
    /// Recommendations across rounds.
    Recommendations,
    /// Spectra from instruments' files.
    Spectra,
    /// Samples with their custody and results.
    Samples,
    /// Reports.
    Reports,
    /// Control lists.
    Lists,
    /// Determinations of goods.
    Determinations,
    /// Goods and control lists.
    Goods,
    /// Party screening.
    Parties,
    /// The register.
    Register,
    /// Accounts.
    Accounts,
    /// None of them.
    Elsewhere,
}

/// The navigation: section, path, translation key, and what opens it: any of these permissions.
const NAVIGATION: &[(Section, &str, &str, &[Permission])] = &[
    (Section::Home, "/", "web-nav-home", &[Permission::SeeStates]),
    (Section::Rounds, "/rounds", "web-nav-rounds", &[Permission::SeeRound]),
    (Section::Matrices, "/matrices", "web-nav-matrices", &[Permission::SeeMatrix]),
    (Section::Plans, "/plans", "web-nav-plans", &[Permission::SeePlan]),
    (Section::Recommendations, "/recommendations", "web-nav-recommendations", &[Permission::SeeRound]),
    (Section::Reports, "/reports", "web-nav-reports", &[Permission::SeeReport]),
    (Section::Goods, "/goods", "web-nav-goods", &[Permission::IdentifyGoods]),
    (Section::Determinations, "/determinations", "web-nav-determinations", &[Permission::SeeDeterminations]),
    (Section::Lists, "/lists", "web-nav-lists", &[Permission::SeeLists]),
    (Section::Spectra, "/spectra", "web-nav-spectra", &[Permission::IdentifySpectrum]),
    (Section::Samples, "/samples", "web-nav-samples", &[Permission::SeeSample]),
    (Section::Parties, "/parties", "web-nav-parties", &[Permission::ScreenParty]),
    (Section::Register, "/register", "web-nav-register", &[Permission::SeeRegister, Permission::Verify]),
    (Section::Accounts, "/accounts", "web-nav-accounts", &[Permission::SeeAccounts]),
];

/// What the sections are for: the navigation shows each apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Reviewing together.
    Review,
    /// The national controls under review: goods, parties, materials.
    Controls,
    /// The node itself.
    Node,
}

impl Purpose {
    /// All of them, in the order of the navigation.
    const ALL: [Self; 3] = [Self::Review, Self::Controls, Self::Node];

    /// The key of its name.
    fn key(self) -> &'static str {
        match self {
            Self::Review => "web-nav-for-review",
            Self::Controls => "web-nav-for-controls",
            Self::Node => "web-nav-for-node",
        }
    }
}

impl Section {
    /// What it is for.
    #[must_use]
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Goods | Self::Determinations | Self::Lists | Self::Spectra | Self::Samples | Self::Parties => {
                Purpose::Controls
            }
            Self::Register | Self::Accounts => Purpose::Node,
            _ => Purpose::Review,
        }
    }
}

/// Links that serve one purpose.
#[derive(Debug, Clone)]
pub struct LinkGroup {
    /// What for.
    pub purpose: Purpose,
    /// The name of it.
    pub label: String,
    /// The links.
    pub links: Vec<Link>,
}

/// A link of the frame.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// What it says.
    pub label: String,
    /// Whether it is where the person is.
    pub current: bool,
}

/// Another language of the page.
#[derive(Debug, Clone)]
pub struct LanguageLink {
    /// Its code.
    pub code: Language,
    /// Its name in itself.
    pub name: String,
    /// The same page in it.
    pub href: String,
    /// Whether the page is in it already.
    pub current: bool,
}

/// Who is signed in, as the frame names them.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name.
    pub name: Localized,
    /// Their State, or the secretariat.
    pub of: String,
}

/// The States of the node with their names.
#[derive(Debug, Clone, Default)]
pub struct States(BTreeMap<StateCode, State>);

impl States {
    /// Reads them.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn read(node: &Node) -> Result<Self, Refusal> {
        let states = app::state::names(node).await?;
        Ok(Self(states.into_iter().map(|state| (state.code.clone(), state)).collect()))
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, code: &StateCode) -> Option<&State> {
        self.0.get(code)
    }

    /// All of them, in the alphabetical order of their names in this language.
    #[must_use]
    pub fn sorted(&self, language: Language) -> Vec<&State> {
        let mut states: Vec<&State> = self.0.values().collect();
        states.sort_by(|a, b| a.short.text(language).cmp(b.short.text(language)));
        states
    }

    /// The short name, else the code.
    #[must_use]
    pub fn name<'a>(&'a self, code: &'a StateCode, language: Language) -> &'a str {
        self.0
            .get(code)
            .map(|state| state.short.text(language))
            .filter(|name| !name.is_empty())
            .unwrap_or(code.as_str())
    }

    /// Whether any of them exists only for teaching: then every page says so.
    #[must_use]
    pub fn any_fictitious(&self) -> bool {
        self.0.values().any(|state| state.fictitious)
    }
}

/// The frame.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// The translator.
    pub t: Translator,
    /// The language of the page.
    pub language: Language,
    /// The name of the node.
    pub node_name: String,
    /// Whether the pages show fictitious States: the band.
    pub training: bool,
    /// Who is signed in.
    pub person: Option<Person>,
    /// The navigation.
    pub nav: Vec<LinkGroup>,
    /// Every language of the site.
    pub languages: Vec<LanguageLink>,
    /// The title of the page.
    pub title: String,
    /// Where the person is.
    pub place: Place,
    /// What was just done.
    pub notice: Option<String>,
    /// The States with their names.
    pub states: States,
}

impl Chrome {
    /// The frame of a page that has no title yet.
    #[must_use]
    pub fn new(node: &Node, t: Translator, place: Place, actor: Option<&Actor>, states: &States) -> Self {
        let language = t.language();
        let languages = Catalogue::embedded()
            .languages()
            .iter()
            .map(|code| LanguageLink {
                code: *code,
                name: Catalogue::embedded().translator(*code).text("web-language-name"),
                href: place.with(ASKED, code.as_str()),
                current: *code == language,
            })
            .collect();
        let open = |any_of: &[Permission]| {
            actor.is_some_and(|actor| any_of.iter().any(|permission| actor.may_somewhere(*permission)))
        };
        let links = |purpose| {
            let these = NAVIGATION.iter().filter(move |(section, ..)| section.purpose() == purpose);
            these
                .filter(|(.., any_of)| open(any_of))
                .map(|(_, href, key, _)| Link { href: (*href).to_owned(), label: t.text(key), current: false })
                .collect()
        };
        let nav = Purpose::ALL
            .map(|purpose| LinkGroup { purpose, label: t.text(purpose.key()), links: links(purpose) })
            .into_iter()
            .filter(|group| !group.links.is_empty())
            .collect();
        let notice = place.asked("done").filter(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        let notice = notice.map(|word| format!("web-done-{word}")).filter(|key| t.has(key)).map(|key| t.text(&key));
        let person = actor.map(|actor| Person {
            name: actor.name.clone(),
            of: actor.state.as_ref().map(|code| states.name(code, language).to_owned()).unwrap_or_default(),
        });
        Self {
            t,
            language,
            node_name: node.name().to_owned(),
            training: states.any_fictitious(),
            person,
            nav,
            languages,
            title: String::new(),
            place,
            notice,
            states: states.clone(),
        }
    }

    /// The same frame with a title, in a section.
    #[must_use]
    pub fn titled(mut self, section: Section, title: String) -> Self {
        let current = NAVIGATION.iter().find(|(of, ..)| *of == section).map(|(_, href, ..)| *href);
        for link in self.nav.iter_mut().flat_map(|group| &mut group.links) {
            link.current = current == Some(link.href.as_str());
        }
        self.title = title;
        self
    }

    /// Whether the navigation of this person leads there: where it does not, no other link does.
    #[must_use]
    pub fn leads_to(&self, href: &str) -> bool {
        self.nav.iter().flat_map(|group| &group.links).any(|link| link.href == href)
    }

    /// The tools for the national controls that are open to the person, each with a line on what it does.
    #[must_use]
    pub fn tools(&self) -> Vec<(&Link, String)> {
        let controls = self.nav.iter().filter(|group| group.purpose == Purpose::Controls);
        controls
            .flat_map(|group| &group.links)
            .map(|link| (link, self.t(format!("web-tool{}", link.href.replace('/', "-")))))
            .collect()
    }

    /// What the band of a training node says in this language.
    #[must_use]
    pub fn band(&self, language: &Language) -> String {
        Catalogue::embedded().translator(*language).text("report-training-band")
    }

    /// The message with this key.
    #[must_use]
    pub fn t(&self, key: impl AsRef<str>) -> String {
        self.t.text(key.as_ref())
    }

    /// The message with this key, with one value.
    #[must_use]
    pub fn with(&self, key: &str, name: &str, value: impl Into<Value>) -> String {
        self.t.with(key, &[(name, value.into())])
    }

    /// The message with this key, with two values.
    #[must_use]
    pub fn with_two(&self, key: &str, a: &str, one: impl Into<Value>, b: &str, two: impl Into<Value>) -> String {
        self.t.with(key, &[(a, one.into()), (b, two.into())])
    }

    /// The message with this key, with three counts.
    #[must_use]
    pub fn with_three(&self, key: &str, names: &str, one: usize, two: usize, three: usize) -> String {
        let values: Vec<(&str, Value)> =
            names.split_whitespace().zip([one, two, three]).map(|(name, count)| (name, count.into())).collect();
        self.t.with(key, &values)
    }

    /// Whether the page shows less than everything: something is asked besides order, place in the list and language.
    #[must_use]
    pub fn filtered(&self) -> bool {
        self.place.asks_besides(&["sort", "offset", "done", ASKED])
    }

    /// A word of a closed set: `<kind>-<word>`.
    #[must_use]
    pub fn word(&self, kind: &str, word: impl std::fmt::Display) -> String {
        self.t.word(kind, &word.to_string())
    }

    /// The address of an asset.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        crate::assets::address(name)
    }

    /// A text in the language of the page, else in the one it has.
    #[must_use]
    pub fn text<'a>(&self, text: &'a Localized) -> &'a str {
        text.text(self.language)
    }

    /// A text in the language of the page, else in the one it has, with that language.
    #[must_use]
    pub fn best<'a>(&self, text: &'a Localized) -> Option<(Language, &'a str)> {
        text.best(self.language)
    }

    /// Whether a text is in another language than the page.
    #[must_use]
    pub fn is_other(&self, language: &Language) -> bool {
        *language != self.language
    }

    /// The name of a State.
    #[must_use]
    pub fn state(&self, code: &StateCode) -> String {
        self.states.name(code, self.language).to_owned()
    }

    /// The name of an owner.
    #[must_use]
    pub fn owner(&self, owner: &Owner) -> String {
        match owner {
            Owner::State(code) => self.state(code),
            Owner::Secretariat => self.t("web-secretariat"),
        }
    }

    /// A marking in words: handling, then with whom it is shared.
    #[must_use]
    pub fn marking(&self, marking: &Marking) -> String {
        let mut words = format!(
            "{} · {}",
            self.word("handling", marking.handling),
            self.word("sharing-level", marking.sharing.level())
        );
        if let Sharing::Group { states } = &marking.sharing {
            let names: Vec<String> = states.iter().map(|code| self.state(code)).collect();
            words.push_str(": ");
            words.push_str(&if names.is_empty() { self.t("web-nobody-else") } else { self.t.list(&names) });
        }
        words
    }

    /// A day in words.
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        self.t.date(*date)
    }

    /// A date as exact as it is, in words.
    #[must_use]
    pub fn partial_date(&self, date: &PartialDate) -> String {
        self.t.partial_date(*date)
    }

    /// An instant in words.
    #[must_use]
    pub fn instant(&self, instant: &Timestamp) -> String {
        self.t.instant(*instant)
    }

    /// A pinpoint in words: a bare number is an article, anything else is said as it was written.
    #[must_use]
    pub fn article(&self, article: &str) -> String {
        if article.starts_with(|c: char| c.is_ascii_digit()) {
            self.with("web-citation-article-is", "article", article)
        } else {
            article.to_owned()
        }
    }

    /// A number with its groups of three.
    #[must_use]
    pub fn number(&self, number: &u64) -> String {
        self.t.number(i64::try_from(*number).unwrap_or(i64::MAX))
    }

    /// A length in bytes, in words.
    #[must_use]
    pub fn bytes(&self, length: &u64) -> String {
        self.t.bytes(*length)
    }

    /// The days from one to another, in words.
    #[must_use]
    pub fn dates(&self, start: &Date, end: &Date) -> String {
        self.t.dates(*start, *end)
    }

    /// The languages in the order in which a form asks for a text: the page's own first.
    #[must_use]
    pub fn form_languages(&self) -> Vec<&LanguageLink> {
        let mut languages: Vec<&LanguageLink> = self.languages.iter().collect();
        languages.sort_by_key(|language| !language.current);
        languages
    }
}
