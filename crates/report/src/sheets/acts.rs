//! The register as a table: every act with what it wrote.

use domain::act::Act;

use super::Heading;
use crate::table::{CellValue, Sheet};

/// Acts of the register, in their order.
#[must_use]
pub fn acts(acts: &[Act], heading: &Heading<'_>) -> Sheet {
    let t = heading.translator;
    let columns = [
        ("sequence", 8),
        ("instant", 22),
        ("person", 20),
        ("roles", 26),
        ("verb", 26),
        ("kind", 18),
        ("record", 38),
        ("version", 8),
        ("revision", 66),
        ("face", 16),
        ("reason", 40),
    ];
    let rows = acts
        .iter()
        .map(|act| {
            let roles: Vec<String> = act.person.roles.iter().map(|role| t.word("role", role.as_str())).collect();
            let record = act.record.as_ref();
            vec![
                CellValue::Number(i64::try_from(act.sequence).unwrap_or(i64::MAX)),
                act.instant.to_string().into(),
                act.person.login.as_str().into(),
                roles.join("; ").into(),
                t.verb(act.verb).into(),
                record.map_or(CellValue::Empty, |record| t.word("kind", record.kind.as_str()).into()),
                record.map_or(CellValue::Empty, |record| record.id.to_string().into()),
                record.map_or(CellValue::Empty, |record| CellValue::Number(i64::from(record.version))),
                record.map_or(CellValue::Empty, |record| record.revision.to_string().into()),
                t.word("face", act.face.as_str()).into(),
                act.reason.as_str().into(),
            ]
        })
        .collect();
    Sheet {
        name: t.text("table-name-acts"),
        notes: heading.notes(),
        columns: columns.iter().map(|(key, width)| heading.column("act", key, *width)).collect(),
        rows,
    }
}
