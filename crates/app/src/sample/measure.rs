//! Keeping a measurement: the file of the instrument byte for byte, with its SHA-256, and what is known of how it came about.

use domain::act::Verb;
use domain::body::Kind;
use domain::custody::{CustodyAction, CustodyEvent};
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::Id;
use domain::laboratory::{Control, LaboratoryMeasurement, RawFile, Technique};
use domain::sample::Sample;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::Stored;

use crate::actor::Actor;
use crate::change::Draft;
use crate::document::media_type::LARGEST;
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::sample::analyse::{self, Analysed};
use crate::spectrum::Examined;
use crate::spectrum::read::aside;

/// A measurement with its files, before it is kept.
#[derive(Debug, Clone)]
pub struct Measured {
    /// The sample.
    pub sample: Id<Sample>,
    /// How it was measured.
    pub technique: Technique,
    /// The instrument; left empty, what the file says.
    pub instrument: String,
    /// Its serial number; left empty, what the file says.
    pub serial: String,
    /// The calibration or assay.
    pub calibration: String,
    /// How sample and detector stood.
    pub geometry: String,
    /// Who measured; left empty, the person who keeps it.
    pub operator: String,
    /// Whether it consumed or altered the sample.
    pub destructive: bool,
    /// What the controls showed.
    pub controls: Vec<Control>,
    /// The file of the instrument.
    pub file: Offered,
    /// The file of the background or blank.
    pub background: Option<Offered>,
    /// What of a gamma spectrum is analysed, for the answer to be kept as a result beside it, which a second person verifies.
    pub analysed: Analysed,
}

/// Keeps a measurement. One that consumes the sample needs an approval by somebody else first. With `analysed` the answer is
/// kept with it, for whoever may conclude; a file that cannot be analysed is kept all the same.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn measure(node: &Node, actor: &Actor, measured: Measured) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::Measure)?;
    let sample = node.read::<Sample>(&permit, measured.sample.record()).await?;
    permit.on(&sample, None)?;
    if measured.destructive {
        let events = node.children(&permit, Kind::CustodyEvent, sample.revision.record).await?;
        let approved = events.iter().filter_map(Stored::noun::<CustodyEvent>).any(|event| {
            let by_another = event.received_by.acknowledged.as_ref().is_some_and(|said| said.account != actor.account);
            event.action == CustodyAction::ApproveLoss && by_another
        });
        if !approved {
            return Err(Refusal::fault(Fault::error("loss-not-approved").at("destructive")));
        }
    }
    let examined = examined(actor, &sample, &measured).await?;
    let mut draft = Draft::new(node, actor, "");
    let said = Said::of(&measured.file.bytes);
    let file = kept(&measured.file, &said.format, "file")?;
    let background = match &measured.background {
        Some(background) => Some(kept(background, &Said::of(&background.bytes).format, "background")?),
        None => None,
    };
    let or =
        |given: &str, known: &str| if given.trim().is_empty() { known.to_owned() } else { given.trim().to_owned() };
    let noun = LaboratoryMeasurement {
        sample: measured.sample,
        technique: measured.technique,
        instrument: or(&measured.instrument, &said.instrument),
        serial: or(&measured.serial, &said.serial),
        calibration: measured.calibration,
        geometry: measured.geometry,
        operator: or(&measured.operator, &actor.login),
        started: said.started,
        file,
        background,
        destructive: measured.destructive,
        controls: measured.controls,
    };
    let id = node.surroundings.new_id();
    let (owner, marking) = (sample.revision.owner.clone(), sample.revision.marking.clone());
    let result = examined.map(|examined| analyse::result(&examined, Id::new(id)));
    // Controls may forbid any conclusion, and then the measurement stands alone.
    let result = result.filter(|result| result.check_against(&noun).is_empty());
    draft.add(Verb::Measure, id, owner.clone(), marking.clone(), noun);
    if let Some(result) = result {
        draft.add(Verb::Conclude, node.surroundings.new_id(), owner, marking, result);
    }
    draft.keep(measured.file.bytes);
    if let Some(background) = measured.background {
        draft.keep(background.bytes);
    }
    draft.commit().await?;
    node.store.get(id).await?.ok_or(Refusal::NotFound("laboratory-measurement"))
}

/// What the file shows, where that is asked for and the person may conclude. A file that cannot be analysed is kept alone.
async fn examined(actor: &Actor, sample: &Stored, measured: &Measured) -> Result<Option<Examined>, Refusal> {
    let wanted = measured.technique == Technique::GammaSpectrum && measured.analysed != Analysed::Nothing;
    if !wanted || !actor.may_with(Permission::Conclude, &sample.revision.owner, None) {
        return Ok(None);
    }
    let (file, background) = (measured.file.clone(), measured.background.clone());
    let record = measured.analysed.record();
    match aside(move || crate::spectrum::examined(&file, background.as_ref(), record)).await {
        Ok(examined) => Ok(Some(examined)),
        Err(Refusal::Invalid(faults)) if faults.iter().any(|fault| fault.code == "spectrum-no-such-record") => {
            Err(Refusal::Invalid(faults))
        }
        Err(Refusal::Invalid(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

fn kept(offered: &Offered, format: &str, field: &str) -> Result<RawFile, Refusal> {
    if offered.bytes.len() > LARGEST {
        let fault = Fault::error("file-too-large").at(field);
        return Err(Refusal::fault(fault.with("limit_megabytes", (LARGEST / 1_048_576).to_string())));
    }
    if offered.bytes.is_empty() {
        return Err(Refusal::fault(Fault::error("field-missing").at(field)));
    }
    Ok(RawFile {
        file_name: offered.file_name.clone(),
        length: offered.bytes.len() as u64,
        sha256: Hash::of(&offered.bytes),
        read_as: format.to_owned(),
    })
}

/// What a file says of its instrument, when a reader knows it; a file that none knows is kept all the same.
#[derive(Debug, Default)]
struct Said {
    format: String,
    instrument: String,
    serial: String,
    started: Option<Timestamp>,
}

impl Said {
    fn of(bytes: &[u8]) -> Self {
        if let Ok((file, _)) = spectra::format::read(bytes, None) {
            let name = [file.instrument.manufacturer.as_deref(), file.instrument.model.as_deref()];
            let first = file.spectra.first();
            // A clock of unknown zone is not an instant.
            let started = first.and_then(|spectrum| {
                let offset = spectrum.utc_offset_minutes?;
                let civil = TimeZone::UTC.to_timestamp(spectrum.started?).ok()?;
                civil.checked_sub(jiff::SignedDuration::from_mins(i64::from(offset))).ok()
            });
            return Self {
                format: file.format,
                instrument: name.into_iter().flatten().collect::<Vec<_>>().join(" "),
                serial: file.instrument.serial.unwrap_or_default(),
                started,
            };
        }
        match spectra::laboratory::read(bytes) {
            Ok((file, _)) => Self { format: file.format, ..Self::default() },
            Err(_) => Self::default(),
        }
    }
}
