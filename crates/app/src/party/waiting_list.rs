//! The files of a list between their preview and their acceptance: kept for the person who offered them, outside the
//! record, several of them as one archive.

use std::io::Read as _;

use domain::fault::Fault;
use domain::ids::Uuid;
use serde::{Deserialize, Serialize};

use super::import::OfferedList;
use crate::actor::Actor;
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::pending_import;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What was said of the files.
#[derive(Serialize, Deserialize)]
struct Said {
    list: String,
    title: domain::localized::Localized,
    publisher: domain::localized::Localized,
    published: Option<jiff::civil::Date>,
    #[serde(default)]
    max_age_days: Option<u16>,
    source: String,
    columns: std::collections::BTreeMap<String, String>,
}

/// The name of the first member of the archive: what was said of the others.
const SAID: &str = "said.json";

/// Keeps files that were offered, over earlier ones of the same person.
///
/// # Errors
/// [`Refusal::NotAllowed`]; when a name cannot stand in an archive.
pub async fn keep(node: &Node, actor: &Actor, offered: &OfferedList) -> Result<(), Refusal> {
    let _permit = actor.permit(Permission::ImportPartyList)?;
    let unreadable = |_| Refusal::fault(Fault::error("upload-unreadable").at("files").with("what", "archive"));
    let file = Offered { file_name: "list.tar".to_owned(), bytes: pack(offered).map_err(unreadable)? };
    pending_import::keep(node, actor, Permission::ImportPartyList, Uuid::nil(), file).await
}

/// The files that wait to be accepted.
///
/// # Errors
/// [`Refusal::NotFound`] when none wait; [`Refusal::NotAllowed`].
pub async fn waiting(node: &Node, actor: &Actor) -> Result<OfferedList, Refusal> {
    let _permit = actor.permit(Permission::ImportPartyList)?;
    let file = pending_import::waiting(node, actor, Permission::ImportPartyList, Uuid::nil()).await?;
    unpack(&file.bytes).map_err(|_| Refusal::NotFound("file"))
}

fn pack(offered: &OfferedList) -> std::io::Result<Vec<u8>> {
    let said = Said {
        list: offered.list.clone(),
        title: offered.title.clone(),
        publisher: offered.publisher.clone(),
        published: offered.published,
        max_age_days: offered.max_age_days,
        source: offered.source.clone(),
        columns: offered.columns.clone(),
    };
    let said = serde_json::to_vec(&said)?;
    let mut archive = tar::Builder::new(Vec::new());
    let members = std::iter::once((SAID.to_owned(), said.as_slice()));
    for (name, bytes) in members.chain(offered.files.iter().map(|f| (format!("files/{}", f.file_name), &*f.bytes))) {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        archive.append_data(&mut header, name, bytes)?;
    }
    archive.into_inner()
}

fn unpack(bytes: &[u8]) -> std::io::Result<OfferedList> {
    let mut offered = OfferedList::default();
    for entry in tar::Archive::new(bytes).entries()? {
        let mut entry = entry?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        match name.strip_prefix("files/") {
            Some(file_name) => offered.files.push(Offered { file_name: file_name.to_owned(), bytes }),
            None => {
                let said: Said = serde_json::from_slice(&bytes)?;
                (offered.list, offered.title, offered.publisher) = (said.list, said.title, said.publisher);
                offered.max_age_days = said.max_age_days;
                (offered.published, offered.source, offered.columns) = (said.published, said.source, said.columns);
            }
        }
    }
    Ok(offered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_out_as_they_went_in() {
        let files = [("sdn.csv", "1,A"), ("длинное имя списка.toml", "name = 1"), ("alt.csv", "")];
        let offered = OfferedList {
            list: "own".to_owned(),
            published: Some(jiff::civil::date(2026, 11, 1)),
            max_age_days: Some(90),
            files: files
                .iter()
                .map(|(name, text)| Offered { file_name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
                .collect(),
            ..OfferedList::default()
        };
        let read = unpack(&pack(&offered).unwrap()).unwrap();
        let said = |offered: &OfferedList| (offered.list.clone(), offered.published, offered.max_age_days);
        assert_eq!(said(&read), said(&offered));
        let names: Vec<(String, Vec<u8>)> = read.files.into_iter().map(|file| (file.file_name, file.bytes)).collect();
        assert_eq!(names, offered.files.into_iter().map(|file| (file.file_name, file.bytes)).collect::<Vec<_>>());
    }
}
