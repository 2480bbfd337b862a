//! Importing a version of a list: the files are kept as they came, and everything screened before is looked at again
//! against what changed. All of it is one act of the store, or nothing.

use std::collections::BTreeMap;

use domain::act::Verb;
use domain::body::Kind;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::party_list_version::{LookedAgain, PartyListDifference, PartyListFile, PartyListVersion};
use domain::party_screening::PartyScreening;
use jiff::civil::Date;
use locale::Catalogue;
use parties::{Change, ListFormat, PartyList, Worker};
use store::{Query, Stored};

use super::indexed::{all_versions, newness, read_files, read_version, serves};
use super::look_again::{ChangedEntries, Renewed};
use crate::actor::Actor;
use crate::change::Draft;
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Longest upload of the files of one list over the network, in bytes: the longest published list has about 30 million.
pub const LARGEST_UPLOAD: usize = 80_000_000;

/// Files with what their importer says of them. What is left out is taken from the files, or is the usual of the format.
#[derive(Debug, Clone, Default)]
pub struct OfferedList {
    /// Which list.
    pub list: String,
    /// Its title.
    pub title: Localized,
    /// Who publishes it.
    pub publisher: Localized,
    /// The day it was published.
    pub published: Option<Date>,
    /// After how many days it is too old; without it as before, or as usual.
    pub max_age_days: Option<u16>,
    /// Where the files come from.
    pub source: String,
    /// For a national table: which heading holds what.
    pub columns: BTreeMap<String, String>,
    /// The files: one XML, the CSV files of one set, or a table with or without the mapping of its columns.
    pub files: Vec<Offered>,
}

/// A kept screening that the import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedScreening {
    /// The record.
    pub id: RecordId,
    /// The name that was asked.
    pub name: String,
    /// What becomes of it.
    pub renewed: Renewed,
}

/// What an import does, or would do.
#[derive(Debug, Clone)]
pub struct ListImport {
    /// The version.
    pub version: PartyListVersion,
    /// The record; none for a preview.
    pub stored: Option<Stored>,
    /// The version it follows.
    pub before: Option<PartyListVersion>,
    /// What changed since.
    pub changes: Vec<Change>,
    /// What a person should look at.
    pub faults: Vec<Fault>,
    /// The screenings of the importer's own that change; of those of others only numbers are kept in the register.
    pub changed: Vec<ChangedScreening>,
}

/// What an import would do. Nothing is recorded.
///
/// # Errors
/// [`Refusal::Invalid`] with every fault of the files, or when they are there already, or older than what is there;
/// [`Refusal::NotAllowed`].
pub async fn preview(node: &Node, actor: &Actor, offered: &OfferedList) -> Result<ListImport, Refusal> {
    let permit = actor.permit(Permission::ImportPartyList)?;
    permit.on_new(&actor.owner(), None)?;
    let _held = node.screening.lock().await;
    prepare(node, actor, offered).await.map(|(import, _)| import)
}

/// Imports a version, and looks again at everything screened before.
///
/// # Errors
/// As [`preview`]; what the store refuses. After any error nothing is changed.
pub async fn import(node: &Node, actor: &Actor, offered: OfferedList) -> Result<ListImport, Refusal> {
    let permit = actor.permit(Permission::ImportPartyList)?;
    let owner = actor.owner();
    permit.on_new(&owner, None)?;
    let _held = node.screening.lock().await;
    let begun = node.store.head().await?.map_or(0, |head| head.size);
    let (mut import, prepared) = prepare(node, actor, &offered).await?;
    let mut draft = Draft::new(node, actor, "");
    let marking = marking(&owner);
    draft.add(Verb::ImportPartyList, prepared.id, owner.clone(), marking, import.version.clone());
    for (current, next) in &prepared.renewed {
        draft.change(Verb::RenewScreening, current, current.revision.version, next.clone());
    }
    for (_, bytes) in prepared.files {
        draft.keep(bytes);
    }
    let acts = draft.len() as u64;
    let committed = draft.commit().await?;
    import.stored = node.store.get(prepared.id).await?;
    if committed.size > begun + acts {
        import.changed.extend(catch_up(node, actor, (prepared.id, &import.version), begun).await?);
    }
    Ok(import)
}

/// What another process kept while a version was being imported was asked against the version before. Looks again at
/// everything written since `begun`; for what the import itself renewed that changes nothing.
async fn catch_up(
    node: &Node,
    actor: &Actor,
    (id, version): (RecordId, &PartyListVersion),
    begun: u64,
) -> Result<Vec<ChangedScreening>, Refusal> {
    let owner = actor.owner();
    let mut versions = all_versions(node).await?;
    versions.retain(|stored| stored.revision.record != id);
    let list = read_version(node, version).await?;
    let (renewed, changed, _) = look_again(node, &owner, &versions, (id, version), &list, begun).await?;
    let mut draft = Draft::new(node, actor, "");
    for (current, next) in renewed {
        draft.change(Verb::RenewScreening, &current, current.revision.version, next);
    }
    if !draft.is_empty() {
        draft.commit().await?;
    }
    Ok(changed.into_iter().filter(|(of, _)| *of == owner).map(|(_, changed)| changed).collect())
}

/// What the operator of the node imports serves everybody on it; what a State imports is its own.
fn marking(owner: &Owner) -> Marking {
    match owner {
        Owner::State(_) => Marking::NATIONAL,
        Owner::Secretariat => Marking::PUBLIC,
    }
}

struct Prepared {
    id: RecordId,
    files: Vec<(String, Vec<u8>)>,
    renewed: Vec<(Stored, PartyScreening)>,
}

async fn prepare(node: &Node, actor: &Actor, offered: &OfferedList) -> Result<(ListImport, Prepared), Refusal> {
    let files = files_of(offered)?;
    let for_reading = files.clone();
    let read = tokio::task::spawn_blocking(move || read_files(&for_reading))
        .await
        .map_err(|_| Refusal::fault(Fault::error("party-list-not-indexed")))?;
    let (list, faults) = (read.0.map_err(Refusal::Invalid)?, read.1);
    let owner = actor.owner();
    let (mut version, list) = describe(node, offered, &files, list)?;
    let versions = all_versions(node).await?;
    let mut of_list: Vec<&Stored> = versions
        .iter()
        .filter(|stored| serves(stored, &owner))
        .filter(|stored| stored.noun::<PartyListVersion>().is_some_and(|known| known.list == version.list))
        .collect();
    of_list.sort_by_key(|stored| newness(stored));
    refuse_old(&version, &of_list)?;
    let id = node.surroundings.new_id();
    let before = of_list.last().and_then(|stored| stored.noun::<PartyListVersion>()).cloned();
    // A list goes on being watched as it was watched.
    version.max_age_days = version.max_age_days.or(before.as_ref().and_then(|before| before.max_age_days));
    if let Some(before) = before.as_ref().filter(|_| list.format == ListFormat::National) {
        // A list goes on being called what it was called.
        if offered.title.is_empty() {
            version.title.clone_from(&before.title);
        }
        if offered.publisher.is_empty() {
            version.publisher.clone_from(&before.publisher);
        }
    }
    let changes = changed(node, before.as_ref(), &list, id, &version).await?;
    version.difference = before.is_some().then(|| difference(&changes.changes));
    let (renewed, changed, looked_again) = look_again(node, &owner, &versions, (id, &version), &list, 0).await?;
    version.looked_again = looked_again;
    let own = changed.into_iter().filter(|(of, _)| *of == owner).map(|(_, changed)| changed).collect();
    let changes = changes.changes;
    let import = ListImport { version, stored: None, before, changes, faults, changed: own };
    Ok((import, Prepared { id, files, renewed }))
}

/// The files with their names, and with the mapping of the columns as a file of its own where it was given.
fn files_of(offered: &OfferedList) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut files: Vec<(String, Vec<u8>)> =
        offered.files.iter().map(|file| (file.file_name.clone(), file.bytes.clone())).collect();
    if files.is_empty() {
        return Err(Refusal::fault(Fault::error("field-missing").at("files")));
    }
    if !offered.columns.is_empty() {
        let table = files.iter().map(|(name, _)| name).find(|name| !name.to_lowercase().ends_with(".toml"));
        let stem = table.map_or("list", |name| name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
        let mapping_name = format!("{stem}.toml");
        let mut mapping = toml::Table::new();
        let columns: toml::Table =
            offered.columns.iter().map(|(name, heading)| (name.clone(), heading.clone().into())).collect();
        mapping.insert("columns".to_owned(), columns.into());
        files.retain(|(name, _)| *name != mapping_name);
        files.push((mapping_name, mapping.to_string().into_bytes()));
    }
    files.sort();
    Ok(files)
}

/// What the version says of itself, and the list under that name and day.
fn describe(
    node: &Node,
    offered: &OfferedList,
    files: &[(String, Vec<u8>)],
    list: PartyList,
) -> Result<(PartyListVersion, PartyList), Refusal> {
    let name = Some(offered.list.trim()).filter(|name| !name.is_empty()).unwrap_or(&list.name).to_owned();
    let today = node.surroundings.today();
    let published = offered.published.or(list.published);
    // Midnight comes elsewhere first: tomorrow's list may be there today.
    if published.is_some_and(|published| today.tomorrow().is_ok_and(|tomorrow| published > tomorrow)) {
        return Err(Refusal::fault(Fault::error("party-list-dated-ahead").at("published")));
    }
    let or_usual = |given: &Localized, what: &str| {
        if !given.is_empty() || list.format == ListFormat::National {
            return given.clone();
        }
        let mut usual = Localized::default();
        for language in Catalogue::embedded().languages() {
            let key = format!("party-list-{what}-{}", list.format);
            usual.set(*language, &Catalogue::embedded().translator(*language).text(&key));
        }
        usual
    };
    let mut title = or_usual(&offered.title, "title");
    if title.is_empty() {
        title = Localized::new(domain::language::Language::EN, &name);
    }
    let kept = files.iter().map(|(file_name, bytes)| PartyListFile {
        file_name: file_name.clone(),
        length: bytes.len() as u64,
        sha256: Hash::of(bytes),
    });
    let version = PartyListVersion {
        list: name.clone(),
        format: list.format.to_string(),
        title,
        publisher: or_usual(&offered.publisher, "publisher"),
        published,
        max_age_days: offered.max_age_days,
        imported: today,
        source: offered.source.trim().to_owned(),
        columns: columns(files),
        files: kept.collect(),
        entries: u32::try_from(list.entries.len()).unwrap_or(u32::MAX),
        names: u32::try_from(list.names()).unwrap_or(u32::MAX),
        difference: None,
        looked_again: LookedAgain::default(),
    };
    let mut faults = Vec::new();
    version.check(&mut faults);
    if faults.is_empty() { Ok((version, PartyList { name, published, ..list })) } else { Err(Refusal::Invalid(faults)) }
}

/// The mapping of the columns, as its file tells it.
fn columns(files: &[(String, Vec<u8>)]) -> BTreeMap<String, String> {
    let mapping = files.iter().find(|(name, _)| name.to_lowercase().ends_with(".toml"));
    let table = mapping.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()?.parse::<toml::Table>().ok());
    let columns = table.as_ref().and_then(|table| table.get("columns")).and_then(toml::Value::as_table);
    let pairs = columns.into_iter().flatten().filter_map(|(name, heading)| Some((name, heading.as_str()?)));
    pairs.map(|(name, heading)| (name.clone(), heading.to_owned())).collect()
}

/// The same files are imported once; a version older than the newest would bring back what was taken away.
fn refuse_old(version: &PartyListVersion, known: &[&Stored]) -> Result<(), Refusal> {
    let known = known.iter().filter_map(|stored| stored.noun::<PartyListVersion>());
    for known in known {
        if known.content() == version.content() {
            let fault = Fault::error("party-list-there").at("files").with("text", known.key());
            return Err(Refusal::fault(fault));
        }
        if known.dated() > version.dated() {
            let fault = Fault::error("party-list-older").at("published").with("text", known.key());
            return Err(Refusal::fault(fault.with("date", version.dated().to_string())));
        }
    }
    Ok(())
}

fn difference(changes: &[Change]) -> PartyListDifference {
    let mut difference = PartyListDifference::default();
    for change in changes {
        match change {
            Change::Added { .. } => difference.added += 1,
            Change::Altered { .. } => difference.altered += 1,
            Change::Removed { .. } => difference.removed += 1,
        }
    }
    difference
}

async fn changed(
    node: &Node,
    before: Option<&PartyListVersion>,
    list: &PartyList,
    id: RecordId,
    version: &PartyListVersion,
) -> Result<ChangedEntries, Refusal> {
    let earlier = match before {
        Some(before) => Some(read_version(node, before).await?),
        None => None,
    };
    Ok(ChangedEntries::new(earlier.as_ref(), list, Id::new(id), version))
}

type Looked = (Vec<(Stored, PartyScreening)>, Vec<(Owner, ChangedScreening)>, LookedAgain);

/// Looks at every kept screening that the version serves. Which earlier version a screening rests on depends on whose it
/// is, so each owner's screenings are asked against what changed for that owner. Only those written by the act `since`
/// or a later one are looked at.
async fn look_again(
    node: &Node,
    importer: &Owner,
    versions: &[Stored],
    (id, version): (RecordId, &PartyListVersion),
    list: &PartyList,
    since: u64,
) -> Result<Looked, Refusal> {
    let mut query = Query::of(Kind::PartyScreening);
    if let Owner::State(_) = importer {
        query.owner = Some(importer.clone());
    }
    let mut by_owner: BTreeMap<Owner, Vec<Stored>> = BTreeMap::new();
    for stored in node.written_since(query, since).await? {
        by_owner.entry(stored.revision.owner.clone()).or_default().push(stored);
    }
    let (mut renewed, mut told, mut looked) = (Vec::new(), Vec::new(), LookedAgain::default());
    for (owner, screenings) in by_owner {
        let before = versions
            .iter()
            .filter(|stored| serves(stored, &owner))
            .filter(|stored| stored.noun::<PartyListVersion>().is_some_and(|known| known.list == version.list))
            .max_by_key(|stored| newness(stored))
            .and_then(|stored| stored.noun::<PartyListVersion>());
        // A State that has a newer version of its own goes on using that.
        if before.is_some_and(|before| before.dated() > version.dated()) {
            continue;
        }
        let changed = changed(node, before, list, id, version).await?;
        looked.screenings += u32::try_from(screenings.len()).unwrap_or(u32::MAX);
        if changed.is_nothing() {
            continue;
        }
        let found = tokio::task::spawn_blocking(move || renew_all(&changed, screenings))
            .await
            .map_err(|_| Refusal::fault(Fault::error("party-list-not-indexed")))?;
        for (stored, next, what) in found {
            what.count(&mut looked);
            let (id, name) = (stored.revision.record, next.party.name.clone());
            told.push((owner.clone(), ChangedScreening { id, name, renewed: what }));
            renewed.push((stored, next));
        }
    }
    Ok((renewed, told, looked))
}

fn renew_all(changed: &ChangedEntries, screenings: Vec<Stored>) -> Vec<(Stored, PartyScreening, Renewed)> {
    let mut worker = Worker::default();
    let renew = |stored: Stored| {
        let (next, what) = changed.renew(stored.noun::<PartyScreening>()?, &mut worker)?;
        Some((stored, next, what))
    };
    screenings.into_iter().filter_map(renew).collect()
}
