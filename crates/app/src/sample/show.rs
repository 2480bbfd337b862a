//! A sample with everything about it: its chain of custody with what does not fit, its parts, measurements and results.

use domain::body::Kind;
use domain::custody::{Break, CustodyEvent, breaks};
use domain::ids::Id;
use domain::sample::Sample;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A sample and what belongs to it.
#[derive(Debug, Clone)]
pub struct SampleView {
    /// The sample.
    pub sample: Stored,
    /// What it was split off from, when that reaches the person.
    pub parent: Option<Stored>,
    /// What was split off from it.
    pub parts: Vec<Stored>,
    /// Its custody in the order of time, each event with what does not fit.
    pub custody: Vec<(Stored, Vec<Break>)>,
    /// Its measurements, each with its results.
    pub measurements: Vec<(Stored, Vec<Stored>)>,
}

/// A sample with everything about it that reaches the person.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Sample>) -> Result<SampleView, Refusal> {
    let permit = actor.permit(Permission::SeeSample)?;
    let sample = node.read::<Sample>(&permit, id.record()).await?;
    let parent = match sample.noun::<Sample>().and_then(|sample| sample.parent) {
        Some(parent) => node.read::<Sample>(&permit, parent.record()).await.ok(),
        None => None,
    };
    let parts = node.children(&permit, Kind::Sample, id.record()).await?;
    let mut events = node.children(&permit, Kind::CustodyEvent, id.record()).await?;
    // By time; what was recorded late stands where it happened.
    events.sort_by_key(|stored| (stored.noun::<CustodyEvent>().map(|event| event.at), stored.sequence));
    let nouns: Vec<CustodyEvent> = events.iter().filter_map(|stored| stored.noun::<CustodyEvent>().cloned()).collect();
    let custody = events.into_iter().zip(breaks(&nouns)).collect();
    let measured = node.children(&permit, Kind::LaboratoryMeasurement, id.record()).await?;
    let ids = measured.iter().map(|stored| stored.revision.record).collect();
    let results = if measured.is_empty() {
        Vec::new()
    } else {
        node.read_list(&permit, Query { parents: ids, ..Query::of(Kind::LaboratoryResult) }).await?.records
    };
    let of =
        |record| results.iter().filter(move |stored| domain::index::Index::of(&stored.revision).parent == Some(record));
    let measurements = measured.into_iter().map(|stored| {
        let own = of(stored.revision.record).cloned().collect();
        (stored, own)
    });
    let measurements = measurements.collect();
    Ok(SampleView { sample, parent, parts, custody, measurements })
}
