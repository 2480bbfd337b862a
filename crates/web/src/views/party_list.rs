//! Lists of parties: versions with their age, one version, an entry, what changed between two.

use app::Permission;
use app::party::UsedList;
use app::party::diff::diff;
use app::party::import::ChangedScreening;
use app::party::versions::{OpenVersion, file as kept_file, open, versions};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::hash::Hash;
use domain::ids::Id;
use domain::party_list_version::{PartyListDifference, PartyListVersion};
use parties::{Change, Entry};

use crate::desk::{Answer, Desk, file, named, page};
use crate::form::Choice;
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::Routes;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/party-lists", get(all))
        .route("/party-lists/{id}", get(show))
        .route("/party-lists/{id}/changes", get(changes))
        .route("/party-lists/{id}/files/{sha256}", get(raw))
}

/// A version as a line.
struct VersionLine {
    id: String,
    version: PartyListVersion,
    age: Option<u32>,
    too_old: bool,
    /// Whether it is the newest of its list.
    newest: bool,
    /// Whether one came before it.
    has_before: bool,
}

#[derive(Template)]
#[template(path = "party_lists.html")]
struct ListsPage {
    c: Chrome,
    lines: Vec<VersionLine>,
    may_import: bool,
    may_keep: bool,
}

async fn all(desk: Desk) -> Answer {
    let found = versions(desk.node(), &desk.actor).await?;
    let today = desk.node().surroundings.today();
    let known: Vec<(String, PartyListVersion)> = found
        .iter()
        .filter_map(|stored| Some((stored.revision.record.to_string(), stored.noun::<PartyListVersion>()?.clone())))
        .collect();
    let lines = known.iter().enumerate().map(|(place, (id, version))| {
        let of = |place: usize| known.get(place).map(|(_, version)| version.list.as_str());
        let used = UsedList { id: Id::new(domain::ids::Uuid::nil()), version: version.clone() };
        VersionLine {
            id: id.clone(),
            age: used.age(today).and_then(|days| u32::try_from(days).ok()),
            too_old: used.is_too_old(today),
            newest: place.checked_sub(1).and_then(of) != Some(version.list.as_str()),
            has_before: of(place + 1) == Some(version.list.as_str()),
            version: version.clone(),
        }
    });
    page(&ListsPage {
        lines: lines.collect(),
        may_import: desk.actor.may_somewhere(Permission::ImportPartyList),
        may_keep: desk.actor.may_somewhere(Permission::SaveScreening),
        c: desk.chrome(Section::Parties, desk.t.text("web-party-lists-title")),
    })
}

/// How many entries differ, in words.
#[must_use]
pub fn difference(c: &Chrome, difference: &PartyListDifference) -> String {
    let counts = [difference.added, difference.altered, difference.removed].map(|count| count as usize);
    c.with_three("web-party-difference", "added altered removed", counts[0], counts[1], counts[2])
}

/// What becomes of a kept screening, in words.
#[must_use]
pub fn renewed(c: &Chrome, changed: &ChangedScreening) -> String {
    let what = changed.renewed;
    let counts = [what.new, what.changed, what.removed].map(|count| count as usize);
    c.with_three("web-party-renewed", "new changed removed", counts[0], counts[1], counts[2])
}

/// How many entries stand on a page.
const LIMIT: usize = 100;

#[derive(Template)]
#[template(path = "party_list.html")]
struct ListPage {
    c: Chrome,
    id: String,
    stored: app::Stored,
    version: PartyListVersion,
    told: String,
    too_old: bool,
    entry: Option<Entry>,
    entries: Vec<Entry>,
    total: usize,
    offset: usize,
    limit: usize,
    text: String,
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let opened: OpenVersion = open(desk.node(), &desk.actor, &id).await?;
    let today = desk.node().surroundings.today();
    let used = UsedList { id: Id::new(opened.stored.revision.record), version: opened.version.clone() };
    let entry = match desk.asked("entry") {
        Some(key) => Some(opened.entry(key).ok_or(Refused::NoSuchPage)?.clone()),
        None => None,
    };
    let offset: usize = desk.place.asked_as("offset").unwrap_or_default();
    let text = desk.asked("text").unwrap_or_default().to_owned();
    let folded = text::fold(&text);
    let fits = |entry: &&Entry| {
        folded.is_empty()
            || entry.names.iter().any(|name| text::fold(&name.text).contains(&folded))
            || entry.key.eq_ignore_ascii_case(&text)
    };
    let found: Vec<&Entry> = opened.list.entries.iter().filter(fits).collect();
    let title = match &entry {
        Some(entry) => format!("{} · {}", entry.primary_name(), entry.key),
        None => opened.version.title.text(desk.t.language()).to_owned(),
    };
    page(&ListPage {
        c: desk.chrome(Section::Parties, title),
        id: opened.stored.revision.record.to_string(),
        told: app::party::export::list_in_words(desk.t, &used, today),
        too_old: used.is_too_old(today),
        entry,
        total: found.len(),
        entries: found.into_iter().skip(offset).take(LIMIT).cloned().collect(),
        offset,
        limit: LIMIT,
        text,
        stored: opened.stored,
        version: opened.version,
    })
}

/// A change as a line.
struct ChangeLine {
    word: &'static str,
    key: String,
    name: String,
    fields: Vec<String>,
    added: Vec<String>,
    removed: Vec<String>,
}

#[derive(Template)]
#[template(path = "party_list_changes.html")]
struct ChangesPage {
    c: Chrome,
    before: String,
    after: String,
    after_id: String,
    lines: Vec<ChangeLine>,
    others: Vec<Choice>,
}

async fn changes(desk: Desk, Path(id): Path<String>) -> Answer {
    let before = desk.asked("before").filter(|before| !before.is_empty()).map(str::to_owned);
    let found = diff(desk.node(), &desk.actor, before.as_deref(), &id).await?;
    let t = desk.t;
    let line = |change: &Change| match change {
        Change::Added { key, name } => ChangeLine {
            word: "added",
            key: key.clone(),
            name: name.clone(),
            fields: vec![],
            added: vec![],
            removed: vec![],
        },
        Change::Removed { key, name } => ChangeLine {
            word: "removed",
            key: key.clone(),
            name: name.clone(),
            fields: vec![],
            added: vec![],
            removed: vec![],
        },
        Change::Altered { key, name, fields, names_added, names_removed, .. } => ChangeLine {
            word: "altered",
            key: key.clone(),
            name: name.clone(),
            fields: fields.iter().map(|field| t.word("party-field", field)).collect(),
            added: names_added.clone(),
            removed: names_removed.clone(),
        },
    };
    let others = versions(desk.node(), &desk.actor).await?.into_iter().filter_map(|stored| {
        let version = stored.noun::<PartyListVersion>()?;
        let other =
            version.list == found.after.version.list && stored.revision.record != found.after.stored.revision.record;
        other.then(|| Choice::new(stored.revision.record, version.key()))
    });
    let others = others.collect();
    page(&ChangesPage {
        c: desk.chrome(Section::Parties, t.text("web-party-changes-title")),
        before: found.before.version.key(),
        after: found.after.version.key(),
        after_id: found.after.stored.revision.record.to_string(),
        lines: found.changes.iter().map(line).collect(),
        others,
    })
}

/// Always saved, never shown inside the site: a file comes from somebody else.
async fn raw(desk: Desk, Path((id, sha256)): Path<(String, String)>) -> Answer {
    let sha256: Hash = named(&sha256)?;
    Ok(file(kept_file(desk.node(), &desk.actor, &id, &sha256).await?))
}
