//! Control lists: the editions, one edition by category, one code with everything below it and its notes.

use app::Permission;
use app::list::open::{Edition, editions, nomenclatures, open};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use lists::built_in::ChemicalRole;
use lists::path::ProvisionPath;
use lists::provision::Provision;
use lists::version::{DefinedTerm, ListHead};

use crate::desk::{Answer, Desk, page};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::Routes;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new().route("/lists", get(list)).route("/lists/{list}", get(show)).route("/lists/{list}/{path}", get(entry))
}

#[derive(Template)]
#[template(path = "lists.html")]
struct ListsPage {
    c: Chrome,
    editions: Vec<Edition>,
    nomenclatures: Vec<Edition>,
    may_import: bool,
}

async fn list(desk: Desk) -> Answer {
    let editions = editions(desk.node(), &desk.actor).await?;
    let nomenclatures = nomenclatures(desk.node(), &desk.actor).await?;
    let may_import = desk.actor.may_with(Permission::ImportList, &desk.actor.owner(), None);
    let c = desk.chrome(Section::Lists, desk.t.text("web-nav-lists"));
    page(&ListsPage { c, editions, nomenclatures, may_import })
}

/// An entry of a list as a line.
struct EntryLine {
    path: String,
    title: domain::localized::Localized,
    provisions: usize,
    encoded: bool,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    c: Chrome,
    key: String,
    head: ListHead,
    categories: Vec<String>,
    chosen: String,
    lines: Vec<EntryLine>,
    is_built_in: bool,
}

async fn show(desk: Desk, Path(key): Path<String>) -> Answer {
    let version = open(desk.node(), &desk.actor, &key).await?;
    let built_in = app::list::built_in()?;
    let is_built_in = version.head == built_in.version.head;
    let chosen = desk.asked("category").unwrap_or_default().to_owned();
    let category = |path: &ProvisionPath| path.category().map(|c| c.to_string()).unwrap_or_default();
    let mut categories: Vec<String> =
        version.entries().map(|entry| category(&entry.path)).filter(|c| !c.is_empty()).collect();
    categories.sort();
    categories.dedup();
    let lines =
        version.entries().filter(|entry| chosen.is_empty() || category(&entry.path) == chosen).map(|entry| EntryLine {
            path: entry.path.to_string(),
            title: entry.text.clone(),
            provisions: version.within(&entry.path).count(),
            encoded: is_built_in && built_in.criteria.get(&entry.path).is_some(),
        });
    let lines = lines.collect();
    let c = desk.chrome(Section::Lists, version.head.title.text(desk.t.language()));
    page(&ListPage { c, key, head: version.head.clone(), categories, chosen, lines, is_built_in })
}

/// A provision as a line of the tree.
struct ProvisionLine {
    provision: Provision,
    depth: usize,
    encoded: bool,
    /// Chemicals that it prints without naming them as controlled.
    roles: Vec<(lists::cas::CasNumber, ChemicalRole)>,
}

impl ProvisionLine {
    /// Which CAS numbers it prints, in one line, each with what the provision says of it where it does not name it.
    fn cas(&self, c: &Chrome) -> String {
        let told = |cas: &lists::cas::CasNumber| match self.roles.iter().find(|(known, _)| known == cas) {
            Some((_, role)) => format!("{cas} ({})", c.word("chemical-role", *role)),
            None => cas.to_string(),
        };
        self.provision.cas.iter().map(told).collect::<Vec<_>>().join(", ")
    }
}

#[derive(Template)]
#[template(path = "list_entry.html")]
struct EntryPage {
    c: Chrome,
    key: String,
    head: ListHead,
    path: String,
    above: Vec<ProvisionLine>,
    lines: Vec<ProvisionLine>,
    /// The defined terms that are used here, with what they mean and where that is said.
    terms: Vec<(String, String, String)>,
    may_determine: bool,
}

async fn entry(desk: Desk, Path((key, written)): Path<(String, String)>) -> Answer {
    let version = open(desk.node(), &desk.actor, &key).await?;
    let path: ProvisionPath =
        written.parse().or_else(|_| ProvisionPath::own_numbering(&written)).map_err(|_| Refused::NoSuchPage)?;
    if version.get(&path).is_none() {
        return Err(Refused::NoSuchPage);
    }
    let built_in = app::list::built_in()?;
    let is_built_in = version.head == built_in.version.head;
    let line = |provision: &Provision, depth: usize| ProvisionLine {
        encoded: is_built_in && built_in.criteria.get(&provision.path).is_some(),
        roles: built_in
            .chemicals
            .iter()
            .filter(|known| is_built_in && known.path == provision.path && known.role != ChemicalRole::Named)
            .filter_map(|known| Some((known.cas.clone()?, known.role)))
            .collect(),
        provision: provision.clone(),
        depth,
    };
    let above: Vec<ProvisionLine> = version.above(&path).into_iter().map(|p| line(p, p.path.depth())).collect();
    let lines = version.within(&path).map(|p| line(p, p.path.depth() - path.depth())).collect();
    let may_determine = is_built_in && desk.actor.may_with(Permission::SaveDetermination, &desk.actor.owner(), None);
    let language = desk.t.language();
    let term = |term: &DefinedTerm| {
        let place = term
            .scope
            .as_ref()
            .map_or_else(String::new, |scope| desk.t.with("list-compare-term-of", &[("path", scope.as_str().into())]));
        (term.term.text(language).to_owned(), term.meaning.text(language).to_owned(), place)
    };
    let terms = lists::definitions::used(&version, &path).into_iter().map(term).collect();
    let c = desk.chrome(Section::Lists, format!("{path} · {}", version.head.edition));
    page(&EntryPage { c, key, head: version.head.clone(), path: path.to_string(), above, lines, terms, may_determine })
}
