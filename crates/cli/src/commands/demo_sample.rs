//! The sample of the demonstration: fictitious, with its custody and a simulated spectrum, entered by the people of the
//! training round through the same verbs as any other, so that the pages have something to show at once.

use app::sample::analyse::Analysed;
use app::sample::measure::Measured;
use app::sample::record_custody::Side;
use app::sample::{acknowledge, measure, record_custody, save};
use app::{Actor, Node, Offered, Seen, setup};
use domain::body::Kind;
use domain::custody::CustodyEvent;
use domain::ids::Id;
use domain::laboratory::Technique;
use domain::language::Language;
use domain::sample::Sample;
use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;
use store::Query;

use crate::output::CommandError;

/// The files, carried by the program.
#[derive(RustEmbed)]
#[folder = "../../examples/training-laboratory"]
struct Laboratory;

/// Who found it, and who measures. The second analyst has done nothing yet, and may verify.
const BORDER: &str = "border-xo";
const ANALYST: &str = "analyst-xo";

/// Enters the sample unless a sample is there, or the people of the training round are not.
///
/// # Errors
/// What a verb refuses.
pub(super) async fn enter(node: &Node) -> Result<(), CommandError> {
    let known = node.store.count(&Query::of(Kind::Sample)).await?;
    let (Ok(border), Ok(analyst)) =
        (setup::operator(node, Some(BORDER)).await, setup::operator(node, Some(ANALYST)).await)
    else {
        return Ok(());
    };
    if known > 0 {
        return Ok(());
    }
    let sample: Sample = read("sample.json")?;
    let sample = save::save(node, &border, sample, Vec::new(), None, "").await?;
    let id = Id::<Sample>::new(sample.revision.record);
    let events: Vec<serde_json::Value> = read("custody.json")?;
    for mut event in events {
        if let Some(fields) = event.as_object_mut() {
            fields.insert("sample".to_owned(), serde_json::json!(id));
        }
        let event: CustodyEvent = serde_json::from_value(event).map_err(|_| unread("custody.json"))?;
        hand_over(node, &border, &analyst, event).await?;
    }
    let name = "drum-gauge.n42";
    let bytes = Laboratory::get(name).map(|file| file.data.into_owned()).ok_or_else(|| unread(name))?;
    let measured = Measured {
        sample: id,
        technique: Technique::GammaSpectrum,
        instrument: String::new(),
        serial: String::new(),
        calibration: "Fictitious: 2.9 keV a channel".to_owned(),
        geometry: "Fictitious: 25 cm from the side of the drum".to_owned(),
        operator: analyst.name.text(Language::EN).to_owned(),
        destructive: false,
        controls: Vec::new(),
        file: Offered { file_name: name.to_owned(), bytes },
        background: None,
        analysed: Analysed::Whole,
    };
    measure::measure(node, &analyst, measured).await?;
    Ok(())
}

/// Records an event by the border officer, and has the other side acknowledge it for itself.
async fn hand_over(node: &Node, border: &Actor, analyst: &Actor, event: CustodyEvent) -> Result<(), CommandError> {
    if event.released_by.is_none() {
        record_custody::record_custody(node, border, event, Side::Received).await?;
        return Ok(());
    }
    let stored = record_custody::record_custody(node, border, event, Side::Released).await?;
    let seen = Seen { record: stored.revision.record, version: stored.revision.version };
    acknowledge::acknowledge(node, analyst, seen, Side::Received).await?;
    Ok(())
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T, CommandError> {
    let file = Laboratory::get(name).ok_or_else(|| unread(name))?;
    serde_json::from_slice(&file.data).map_err(|_| unread(name))
}

fn unread(name: &str) -> CommandError {
    CommandError::NotA { path: name.to_owned(), what: "sample" }
}
