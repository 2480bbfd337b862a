//! `participants.csv`: the people who took part.

use domain::body::Body;
use domain::fault::Fault;
use domain::ids::Id;
use domain::owner::StateCode;
use domain::participant::Participant;
use domain::round::Round;

use crate::table::{Column, Layout, Table};

const LAYOUT: Layout = Layout {
    columns: &[
        Column::required("state"),
        Column::required("name").per_language(),
        Column::optional("position").per_language(),
        Column::required("body").per_language(),
        Column::required("role"),
    ],
    by_beginning: false,
};

/// Reads the participants, each with its line. One that cannot be read at all is left out, with its faults.
#[must_use]
pub fn read(file: &str, bytes: &[u8], round: Id<Round>) -> (Vec<(u64, Participant)>, Vec<Fault>) {
    let (table, mut faults) = Table::read(file, bytes, &[&LAYOUT]);
    let mut participants = Vec::new();
    for row in table.iter().flat_map(|(table, _)| table.iter()) {
        row.require("role", &mut faults);
        let state = row.parse::<StateCode>("state", "state-code-wrong", &mut faults);
        let Some(role) = row.word("role", &mut faults) else { continue };
        let participant = Participant {
            round,
            state,
            name: row.localized("name"),
            position: row.localized("position"),
            body: row.localized("body"),
            role,
        };
        row.place(Body::from(participant.clone()).check(), &mut faults);
        participants.push((row.line(), participant));
    }
    (participants, faults)
}

#[cfg(test)]
mod tests {
    use domain::ids::{Id, Uuid};

    use super::read;
    use crate::faults_shown;

    #[track_caller]
    fn check(rows: &str, count: usize, faults: &[&str]) {
        let table = format!("state,name_en,position_en,body_en,role\n{rows}");
        let (read, found) = read("participants.csv", table.as_bytes(), Id::new(Uuid::nil()));
        assert_eq!(read.len(), count);
        assert_eq!(faults_shown(&found), faults);
    }

    #[test]
    fn people_are_read_and_checked() {
        check("XO,Mirela Ostrander,Head,Ministry,head-of-delegation\n,Leonie Abaskar,,Centre,secretariat\n", 2, &[]);
        check(",A,,Centre,head-of-delegation\n", 1, &["participants.csv:2 state head-without-delegation"]);
        check("XO,,,Centre,expert\n", 1, &["participants.csv:2 name_en field-missing"]);
        check("Xo,A,,B,expert\n", 1, &["participants.csv:2 state state-code-wrong text=Xo"]);
        let allowed =
            "head-of-delegation, expert, contributor, secretariat, resource-person, observer, donor, interpreter";
        let fault = format!("participants.csv:2 role word-unknown allowed={allowed} word=guest");
        check("XO,A,,B,guest\n", 0, &[&fault]);
    }
}
