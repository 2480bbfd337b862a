//! `titles/<category>.tsv`: every path of the list with its short titles.

use domain::fault::Fault;
use domain::localized::Localized;

use super::rows;
use crate::provision::{Provision, ProvisionKind};

/// Reads one file of titles.
pub(super) fn read(file: &str, bytes: &[u8], provisions: &mut Vec<Provision>, faults: &mut Vec<Fault>) {
    for row in rows::read(file, bytes, &["path", "en", "ru"], faults) {
        let Some(path) = row.path(file, faults) else { continue };
        let mut provision = Provision::item(path);
        if row.cell(1) == "(not used)" {
            provision.kind = ProvisionKind::NotUsed;
        }
        for (index, field) in [(1, "en"), (2, "ru")] {
            if row.cell(index).is_empty() {
                faults.push(Fault::error("field-missing").at(field).inside(file, Some(row.line)));
            }
        }
        provision.text = Localized::en_ru(row.cell(1), row.cell(2));
        provisions.push(provision);
    }
}
