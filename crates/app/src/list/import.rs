//! Importing an edition of a control list: the file is kept as it came, and what it says is read from it.

use std::collections::BTreeMap;

use domain::act::Verb;
use domain::body::Kind;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::language::Language;
use domain::list_edition::{DecimalSign, ListContent, ListEdition, ListFormat};
use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::StateCode;
use jiff::civil::Date;
use lists::nomenclature::{Correlation, Nomenclature};
use lists::read;
use lists::version::ListVersion;
use store::{Query, Stored};

use crate::actor::{Actor, Permit};
use crate::change::Draft;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A file with what its importer says of it.
#[derive(Debug, Clone)]
pub struct ListFile {
    /// Which list.
    pub list: String,
    /// Which edition.
    pub edition: String,
    /// Its title; the key when it is left out.
    pub title: Localized,
    /// Who issued it.
    pub authority: Localized,
    /// Whose it is.
    pub state: Option<StateCode>,
    /// When it came into force.
    pub in_force: Option<Date>,
    /// Where it comes from.
    pub source: String,
    /// The language of its text.
    pub language: Language,
    /// How it is written.
    pub format: ListFormat,
    /// Which sign stands before the decimals; the usual one of the format when it is left out.
    pub decimal_sign: Option<DecimalSign>,
    /// For a correlation: the list whose provisions it leads to; the one shipped with the program when it is left out.
    pub of_list: Option<String>,
    /// Which heading of a table holds what.
    pub columns: BTreeMap<String, String>,
    /// The name of the file.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Imports an edition, whole or not at all. Returns the record and what a person should look at.
///
/// # Errors
/// [`Refusal::Invalid`] with every fault of the file, or when the edition is there already; [`Refusal::NotAllowed`].
pub async fn import(node: &Node, actor: &Actor, file: ListFile) -> Result<(Stored, Vec<Fault>), Refusal> {
    let permit = actor.permit(Permission::ImportList)?;
    let owner = actor.owner();
    permit.on_new(&owner, None)?;
    let shipped = super::built_in()?;
    let usual = if file.format == ListFormat::UsCcl { DecimalSign::Point } else { DecimalSign::Comma };
    let mut edition = ListEdition {
        title: if file.title.is_empty() { Localized::new(Language::EN, &file.list) } else { file.title },
        list: file.list,
        edition: file.edition,
        authority: file.authority,
        state: file.state,
        in_force: file.in_force,
        source: file.source,
        language: file.language,
        format: file.format,
        decimal_sign: file.decimal_sign.unwrap_or(usual),
        of_list: (file.format.content() == ListContent::Correlation)
            .then(|| file.of_list.unwrap_or_else(|| shipped.version.head.list.clone())),
        columns: file.columns,
        file_name: file.file_name,
        length: file.bytes.len() as u64,
        sha256: Hash::of(&file.bytes),
        entries: 0,
        provisions: 0,
    };
    let key = super::key(&edition.list, &edition.edition);
    let is_shipped = key == super::key(&shipped.version.head.list, &shipped.version.head.edition);
    if is_shipped || is_there(node, &permit, &edition).await? {
        return Err(Refusal::fault(Fault::error("list-edition-there").at("edition").with("text", key)));
    }
    let (counts, faults) = count(&edition, &file.bytes);
    let Some((entries, provisions)) = counts else { return Err(Refusal::Invalid(faults)) };
    let bounded = |count| u32::try_from(count).unwrap_or(u32::MAX);
    (edition.entries, edition.provisions) = (bounded(entries), bounded(provisions));
    let id = node.surroundings.new_id();
    let mut draft = Draft::new(node, actor, "");
    draft.add(Verb::ImportList, id, owner, Marking::PUBLIC, edition);
    draft.keep(file.bytes);
    draft.commit().await?;
    let stored = node.store.get(id).await?.ok_or(Refusal::NotFound("list-edition"))?;
    Ok((stored, faults))
}

async fn is_there(node: &Node, permit: &Permit<'_>, edition: &ListEdition) -> Result<bool, Refusal> {
    let query = Query::of(Kind::ListEdition).facet("list", &edition.list);
    let found = node.read_list(permit, query).await?.records;
    Ok(found.iter().filter_map(Stored::noun::<ListEdition>).any(|known| known.edition == edition.edition))
}

/// How many entries and provisions the file holds; nothing when it cannot be read.
fn count(edition: &ListEdition, bytes: &[u8]) -> (Option<(usize, usize)>, Vec<Fault>) {
    match edition.format.content() {
        ListContent::ControlList => {
            let (version, faults) = read_file(edition, bytes);
            (version.map(|version| (version.entries().count(), version.provisions().len())), faults)
        }
        ListContent::Nomenclature => {
            let (nomenclature, faults) = read_nomenclature(edition, bytes);
            (nomenclature.map(|nomenclature| (nomenclature.len(), 0)), faults)
        }
        ListContent::Correlation => {
            let (correlation, faults) = read_correlation(edition, bytes);
            (correlation.map(|correlation| (correlation.len(), 0)), faults)
        }
    }
}

/// Reads a nomenclature again.
pub(crate) fn read_nomenclature(edition: &ListEdition, bytes: &[u8]) -> (Option<Nomenclature>, Vec<Fault>) {
    match edition.format {
        ListFormat::TnVed => lists::nomenclature::read_tn_ved(&edition.file_name, bytes),
        _ => lists::nomenclature::read_table(&edition.file_name, bytes, &edition.columns),
    }
}

/// Reads a correlation again.
pub(crate) fn read_correlation(edition: &ListEdition, bytes: &[u8]) -> (Option<Correlation>, Vec<Fault>) {
    lists::nomenclature::read_correlation(&edition.file_name, bytes, &edition.columns)
}

/// Reads the bytes of an edition again. The same bytes give the same version.
pub(crate) fn read_file(edition: &ListEdition, bytes: &[u8]) -> (Option<ListVersion>, Vec<Fault>) {
    let head = super::open::head_of(edition);
    let (file, language) = (edition.file_name.as_str(), edition.language);
    match edition.format {
        ListFormat::LineJson => read::line_json::read(file, bytes, head, language),
        ListFormat::Paragraphs => read::paragraphs::read(file, bytes, head, language),
        ListFormat::EurLex => read::eur_lex::read(file, bytes, head, language),
        ListFormat::UsCcl => read::ccl::read(file, bytes, head),
        ListFormat::Table => read::table::read(file, bytes, head, language, &edition.columns),
        ListFormat::Document => read::document::read(file, bytes, head, language, &edition.columns),
        ListFormat::Nomenclature | ListFormat::TnVed | ListFormat::Correlation => {
            (None, vec![Fault::error("list-no-entries").inside(file, None)])
        }
    }
}
