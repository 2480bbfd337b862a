//! Importing an edition of a control list: the file is kept as it came, and what it says is read from it.

use std::collections::BTreeMap;

use domain::act::Verb;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::language::Language;
use domain::list_edition::{DecimalSign, ListEdition, ListFormat};
use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::StateCode;
use jiff::civil::Date;
use lists::read;
use lists::version::ListVersion;
use store::Stored;

use crate::actor::Actor;
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
        columns: file.columns,
        file_name: file.file_name,
        length: file.bytes.len() as u64,
        sha256: Hash::of(&file.bytes),
        entries: 0,
        provisions: 0,
    };
    let key = format!("{}@{}", edition.list, edition.edition);
    if super::open::find(node, &permit, &key).await?.is_some() || is_built_in(&key)? {
        return Err(Refusal::fault(Fault::error("list-edition-there").at("edition").with("text", key)));
    }
    let (version, faults) = read_file(&edition, &file.bytes);
    let Some(version) = version else { return Err(Refusal::Invalid(faults)) };
    edition.entries = u32::try_from(version.entries().count()).unwrap_or(u32::MAX);
    edition.provisions = u32::try_from(version.provisions().len()).unwrap_or(u32::MAX);
    let id = node.surroundings.new_id();
    let mut draft = Draft::new(node, actor, "");
    draft.add(Verb::ImportList, id, owner, Marking::PUBLIC, edition);
    draft.keep(file.bytes);
    draft.commit().await?;
    let stored = node.store.get(id).await?.ok_or(Refusal::NotFound("list-edition"))?;
    Ok((stored, faults))
}

fn is_built_in(key: &str) -> Result<bool, Refusal> {
    let head = &super::built_in()?.version.head;
    Ok(key == format!("{}@{}", head.list, head.edition))
}

/// Reads the bytes of an edition again. The same bytes give the same version.
pub(super) fn read_file(edition: &ListEdition, bytes: &[u8]) -> (Option<ListVersion>, Vec<Fault>) {
    let head = super::open::head_of(edition);
    let (file, language) = (edition.file_name.as_str(), edition.language);
    match edition.format {
        ListFormat::LineJson => read::line_json::read(file, bytes, head, language),
        ListFormat::Paragraphs => read::paragraphs::read(file, bytes, head, language),
        ListFormat::EurLex => read::eur_lex::read(file, bytes, head, language),
        ListFormat::UsCcl => read::ccl::read(file, bytes, head),
        ListFormat::Table => read::table::read(file, bytes, head, language, &edition.columns),
    }
}
