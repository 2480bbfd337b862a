//! From what a person types to the record it names: a matrix or a plan by the code of its State (`XO`), a round by its
//! key, a recommendation, a finding or a visit by round and number (`karsk-2026:3`), a measure by State and number
//! (`XO:12`), an answer by State and cell (`XO:IV.6:N:LF`); anything by its id.

use app::Refusal;
use app::finding::FindingFilter;
use app::recommendation::list::RecommendationFilter;
use domain::body::{Body, Kind};
use domain::ids::{Id, RecordId};
use domain::index::Index;
use store::Stored;

use crate::commands::Session;
use crate::output::CommandError;

/// What was typed, before anything is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typed<'a> {
    /// An id.
    Id(RecordId),
    /// A name: the code of a State, the key of a round, a login.
    Name(&'a str),
    /// Something inside something that has a name: `karsk-2026:3`, `XO:12`.
    Inside(&'a str, &'a str),
}

impl<'a> Typed<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.trim();
        match (text.parse(), text.split_once(':')) {
            (Ok(id), _) => Self::Id(id),
            (Err(_), Some((home, inner))) => Self::Inside(home, inner),
            (Err(_), None) => Self::Name(text),
        }
    }
}

/// The record of this kind that the person means.
pub(super) async fn find(session: &Session, kind: Kind, text: &str) -> Result<Stored, CommandError> {
    match Typed::of(text) {
        Typed::Inside(home, inner) => inside(session, kind, home, inner).await,
        _ => whole(session, kind, text).await,
    }
    .map_err(|error| match error {
        // What was typed tells more than that something was not found.
        CommandError::Refused(Refusal::NotFound(_)) => unknown(kind, text),
        error => error,
    })
}

/// The record of any kind: an id, or the kind before the name as in `plan:XO` and `recommendation:karsk-2026:3`.
pub(super) async fn find_any(session: &Session, text: &str) -> Result<Stored, CommandError> {
    let missing = || CommandError::Unknown { noun: "record", name: text.to_owned() };
    match Typed::of(text) {
        Typed::Id(id) => {
            app::record::history::show(&session.node, &session.actor, id).await.map_err(|refusal| match refusal {
                Refusal::NotFound(_) => missing(),
                refusal => refusal.into(),
            })
        }
        Typed::Inside(kind, rest) => find(session, kind.parse().map_err(|_| missing())?, rest).await,
        Typed::Name(_) => Err(missing()),
    }
}

/// What progress can be reported on: a measure (`XO:12`) or a recommendation (`karsk-2026:3`).
pub(super) async fn find_reportable(session: &Session, text: &str) -> Result<Stored, CommandError> {
    match Typed::of(text) {
        Typed::Inside(home, _) if home.parse::<domain::owner::StateCode>().is_ok() => {
            find(session, Kind::Measure, text).await
        }
        Typed::Inside(..) => find(session, Kind::Recommendation, text).await,
        _ => find_any(session, text).await,
    }
}

fn unknown(kind: Kind, text: &str) -> CommandError {
    CommandError::Unknown { noun: kind.as_str(), name: text.to_owned() }
}

/// A record with a name of its own, or by its id.
async fn whole(session: &Session, kind: Kind, text: &str) -> Result<Stored, CommandError> {
    match Typed::of(text) {
        Typed::Id(id) => {
            let stored = app::record::history::show(&session.node, &session.actor, id).await?;
            if stored.revision.body.kind() == kind { Ok(stored) } else { Err(unknown(kind, text)) }
        }
        _ => named(session, kind, text.trim()).await,
    }
}

async fn named(session: &Session, kind: Kind, name: &str) -> Result<Stored, CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let mut records = match kind {
        Kind::State => app::state::list(node, actor).await?,
        Kind::Account => app::account::list::list(node, actor).await?,
        Kind::Template => app::template::list(node, actor).await?,
        Kind::Matrix => app::matrix::list::list(node, actor).await?,
        Kind::Plan => app::plan::list::list(node, actor).await?,
        Kind::Round => app::round::list::list(node, actor).await?,
        Kind::Sample => {
            app::sample::list::list(node, actor, &app::sample::list::SampleFilter::default()).await?.records
        }
        _ => Vec::new(),
    };
    records.retain(|stored| is_named(stored, name));
    // A State has one matrix under each template: which of them is meant is for the person to say.
    if kind == Kind::Matrix && records.len() > 1 {
        return Err(CommandError::SeveralOf { noun: kind.as_str(), name: name.to_owned() });
    }
    // Plans and templates are listed oldest first; without further words the newest is meant.
    records.pop().ok_or_else(|| unknown(kind, name))
}

fn is_named(stored: &Stored, name: &str) -> bool {
    match &stored.revision.body {
        Body::Plan(plan) => plan.state.as_str() == name,
        Body::Template(template) => template.key == name || Index::of(&stored.revision).name == name,
        _ => Index::of(&stored.revision).name == name,
    }
}

async fn inside(session: &Session, kind: Kind, home: &str, inner: &str) -> Result<Stored, CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let missing = || unknown(kind, &format!("{home}:{inner}"));
    let mut records = match kind {
        Kind::Recommendation => return recommendation(session, home, inner).await,
        Kind::Finding => {
            let round = whole(session, Kind::Round, home).await?;
            let filter = FindingFilter { round: Some(Id::new(round.revision.record)), ..FindingFilter::default() };
            app::finding::list(node, actor, &filter).await?.records
        }
        Kind::Visit => {
            let round = whole(session, Kind::Round, home).await?;
            app::round::show::show(node, actor, Id::new(round.revision.record)).await?.visits
        }
        Kind::Measure => {
            let plan = whole(session, Kind::Plan, home).await?;
            app::plan::show::show(node, actor, Id::new(plan.revision.record)).await?.measures
        }
        Kind::Answer => {
            let matrix = whole(session, Kind::Matrix, home).await?;
            let view = app::matrix::show::show(node, actor, Id::new(matrix.revision.record)).await?;
            view.answers.into_values().collect()
        }
        Kind::Response => {
            let (number, state) = inner.split_once(':').ok_or_else(missing)?;
            let home = recommendation(session, home, number).await?;
            let view = app::recommendation::show::show(node, actor, Id::new(home.revision.record)).await?;
            let mut responses = view.responses;
            responses.retain(|stored| Index::of(&stored.revision).name == state);
            return responses.pop().ok_or_else(missing);
        }
        _ => Vec::new(),
    };
    records.retain(|stored| Index::of(&stored.revision).name == inner);
    records.pop().ok_or_else(missing)
}

async fn recommendation(session: &Session, home: &str, number: &str) -> Result<Stored, CommandError> {
    let round = whole(session, Kind::Round, home).await?;
    let filter =
        RecommendationFilter { round: Some(Id::new(round.revision.record)), ..RecommendationFilter::default() };
    let mut records = app::recommendation::list::list(&session.node, &session.actor, &filter).await?.records;
    records.retain(|stored| Index::of(&stored.revision).name == number);
    records.pop().ok_or_else(|| unknown(Kind::Recommendation, &format!("{home}:{number}")))
}

#[cfg(test)]
mod tests {
    use super::Typed;

    #[track_caller]
    fn check(text: &str, expect: Typed<'_>) {
        assert_eq!(Typed::of(text), expect, "{text}");
    }

    #[test]
    fn names_are_told_apart_by_their_form() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        check(id, Typed::Id(id.parse().unwrap()));
        check("XO", Typed::Name("XO"));
        check(" karsk-2026 ", Typed::Name("karsk-2026"));
        check("1540-matrix-2017-reconstruction@2", Typed::Name("1540-matrix-2017-reconstruction@2"));
        check("karsk-2026:3", Typed::Inside("karsk-2026", "3"));
        check("XO:17.1", Typed::Inside("XO", "17.1"));
        check("XO:IV.6:N:LF", Typed::Inside("XO", "IV.6:N:LF"));
        check("recommendation:karsk-2026:3", Typed::Inside("recommendation", "karsk-2026:3"));
        check("", Typed::Name(""));
    }
}
