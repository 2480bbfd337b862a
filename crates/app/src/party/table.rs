//! Screening a table of parties: every row is kept, so that it is looked at again when a list changes.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::ids::RecordId;
use domain::party_screening::PartyReference;
use intake::party_table::{self, PartyRow, PartyTableForm};
use serde_json::json;

use super::asked_of_line;
use super::keep::{ToKeep, keep};
use crate::actor::Actor;
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What a table looks like, before its columns are named.
///
/// # Errors
/// [`Refusal::Invalid`] when it is no table; [`Refusal::NotAllowed`].
pub fn look(actor: &Actor, file: &Offered) -> Result<(PartyTableForm, Vec<Fault>), Refusal> {
    let _permit = actor.permit(Permission::SaveScreening)?;
    let (form, faults) = party_table::look(&file.file_name, &file.bytes);
    form.map(|form| (form, faults.clone())).ok_or(Refusal::Invalid(faults))
}

/// What became of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedTable {
    /// What its rows are found by.
    pub check: RecordId,
    /// How many rows were screened.
    pub rows: usize,
    /// What a person should look at: rows without a name, cells that could not be read.
    pub faults: Vec<Fault>,
}

/// Screens every row of a table and keeps it. `columns` tells the heading of each column; when it is empty the usual
/// headings are looked for. `tell` hears how many rows of how many are done.
///
/// # Errors
/// [`Refusal::Invalid`] when the table cannot be read, or there is no list; [`Refusal::NotAllowed`].
pub async fn check_table(
    node: &Node,
    actor: &Actor,
    file: &Offered,
    columns: &BTreeMap<String, String>,
    tell: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<CheckedTable, Refusal> {
    let _permit = actor.permit(Permission::SaveScreening)?;
    let (rows, mut faults) = party_table::read(&file.file_name, &file.bytes, columns);
    if faults.iter().any(Fault::is_error) {
        return Err(Refusal::Invalid(faults));
    }
    let check = node.surroundings.new_id();
    let mut asked = Vec::with_capacity(rows.len());
    for row in &rows {
        let (party, unread) = asked_of_line(&line(row)).map_err(Refusal::fault)?;
        faults.extend(unread.into_iter().map(|fault| fault.inside(&file.file_name, Some(row.line))));
        let source = if row.reference.is_empty() {
            file.file_name.clone()
        } else {
            format!("{} · {}", file.file_name, row.reference)
        };
        let row = u32::try_from(row.line).ok();
        asked.push(ToKeep { party, reference: Some(PartyReference { source, row, check: Some(check) }) });
    }
    keep(node, actor, asked, tell).await?;
    Ok(CheckedTable { check, rows: rows.len(), faults })
}

fn line(row: &PartyRow) -> serde_json::Value {
    let countries: Vec<&str> = row.country.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    json!({
        "name": row.name, "kind": row.kind, "birth": row.birth, "country": countries, "gender": row.gender,
        "ids": row.ids,
    })
}
