//! Samples, custody, measurements and results on the wire.

use domain::custody::{Acknowledgement, CustodyEvent, CustodyParty};
use domain::fault::Fault;
use domain::laboratory::{Control, LaboratoryMeasurement, LaboratoryResult, RawFile};
use domain::sample::Sample;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::analysis::AnalysisBody;
use crate::wire::record::{Body, Record};
use crate::wire::texts::Texts;
use crate::wire::written::{
    ControlKindWord, CustodyActionWord, CustodyBreakWord, DecisionWord, HashText, IdText, InstantText, OutcomeWord,
    PartialDateText, Reading, SampleNatureWord, SealStateWord, StandingWord, TechniqueWord, Written,
};

/// A file as it came: never altered, found again by its SHA-256.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RawFileBody {
    /// Its name.
    pub file_name: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: HashText,
    /// What it was read as; empty when no reader knows it.
    pub read_as: String,
}

impl From<&RawFile> for RawFileBody {
    fn from(file: &RawFile) -> Self {
        Self {
            file_name: file.file_name.clone(),
            length: file.length,
            sha256: file.sha256.into(),
            read_as: file.read_as.clone(),
        }
    }
}

/// A sample: an item of evidence with an identity of its own.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SampleBody {
    /// Its code.
    pub code: String,
    /// The sample it was split off from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<IdText>,
    /// What it is to look at.
    pub description: Texts,
    /// What kind of hazard it may be.
    pub nature: SampleNatureWord,
    /// How much there is, with the unit.
    pub quantity: String,
    /// Where it was found.
    pub found_at: String,
    /// When it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_on: Option<PartialDateText>,
    /// Who found it.
    pub found_by: String,
    /// Marks and labels on it.
    pub labels: String,
    /// Photographs of it.
    pub photographs: Vec<RawFileBody>,
}

impl Body for SampleBody {
    type Noun = Sample;
}

impl From<&Sample> for SampleBody {
    fn from(sample: &Sample) -> Self {
        Self {
            code: sample.code.clone(),
            parent: sample.parent.map(Written::from),
            description: (&sample.description).into(),
            nature: sample.nature.into(),
            quantity: sample.quantity.clone(),
            found_at: sample.found_at.clone(),
            found_on: sample.found_on.map(Written::from),
            found_by: sample.found_by.clone(),
            labels: sample.labels.clone(),
            photographs: sample.photographs.iter().map(RawFileBody::from).collect(),
        }
    }
}

/// Enters or changes a sample.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveSample {
    /// Its code.
    pub code: String,
    /// The sample it was split off from.
    #[serde(default)]
    pub parent: Option<IdText>,
    /// What it is to look at.
    pub description: Texts,
    /// What kind of hazard it may be.
    pub nature: SampleNatureWord,
    /// How much there is, with the unit.
    #[serde(default)]
    pub quantity: String,
    /// Where it was found.
    #[serde(default)]
    pub found_at: String,
    /// When it was found.
    #[serde(default)]
    pub found_on: Option<PartialDateText>,
    /// Who found it.
    #[serde(default)]
    pub found_by: String,
    /// Marks and labels on it.
    #[serde(default)]
    pub labels: String,
    /// Why, for the register.
    #[serde(default)]
    pub reason: String,
}

impl TryFrom<SaveSample> for Sample {
    type Error = Vec<Fault>;
    fn try_from(body: SaveSample) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let parent = body.parent.as_ref().and_then(|parent| read.id("parent", parent));
        let description = read.texts("description", &body.description);
        let nature = read.one("nature", &body.nature);
        let found_on = read.option("found_on", &body.found_on);
        read.finish(|| {
            Some(Self {
                code: body.code,
                parent,
                description,
                nature: nature?,
                quantity: body.quantity,
                found_at: body.found_at,
                found_on,
                found_by: body.found_by,
                labels: body.labels,
                photographs: Vec::new(),
            })
        })
    }
}

/// That a side says: yes, so it was.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AcknowledgementBody {
    /// The account.
    pub account: IdText,
    /// What its person signs in with.
    pub login: String,
    /// When.
    pub at: InstantText,
}

impl From<&Acknowledgement> for AcknowledgementBody {
    fn from(said: &Acknowledgement) -> Self {
        Self { account: said.account.into(), login: said.login.clone(), at: said.at.into() }
    }
}

/// One side of an event of custody.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CustodyPartyBody {
    /// The person's name.
    pub name: String,
    /// The person's body.
    pub body: String,
    /// Who acknowledged for this side, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<AcknowledgementBody>,
}

impl From<&CustodyParty> for CustodyPartyBody {
    fn from(party: &CustodyParty) -> Self {
        Self {
            name: party.name.clone(),
            body: party.body.clone(),
            acknowledged: party.acknowledged.as_ref().map(AcknowledgementBody::from),
        }
    }
}

/// An event in the custody of a sample.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CustodyEventBody {
    /// The sample.
    pub sample: IdText,
    /// What happened.
    pub action: CustodyActionWord,
    /// When.
    pub at: InstantText,
    /// Where.
    pub place: String,
    /// What for.
    pub purpose: String,
    /// Who gave it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_by: Option<CustodyPartyBody>,
    /// Who had it afterwards.
    pub received_by: CustodyPartyBody,
    /// The container.
    pub container: String,
    /// The number of the seal that was found.
    pub seal_found: String,
    /// How it was found.
    pub seal_state: SealStateWord,
    /// The number of the seal that was on it afterwards.
    pub seal: String,
    /// The condition of the sample; for an approval, what will be lost.
    pub condition: String,
    /// What was not as it should be.
    pub deviation: String,
}

impl Body for CustodyEventBody {
    type Noun = CustodyEvent;
}

impl From<&CustodyEvent> for CustodyEventBody {
    fn from(event: &CustodyEvent) -> Self {
        Self {
            sample: event.sample.into(),
            action: event.action.into(),
            at: event.at.into(),
            place: event.place.clone(),
            purpose: event.purpose.clone(),
            released_by: event.released_by.as_ref().map(CustodyPartyBody::from),
            received_by: (&event.received_by).into(),
            container: event.container.clone(),
            seal_found: event.seal_found.clone(),
            seal_state: event.seal_state.into(),
            seal: event.seal.clone(),
            condition: event.condition.clone(),
            deviation: event.deviation.clone(),
        }
    }
}

/// A control of a run and whether it showed what it must.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ControlBody {
    /// Which.
    pub kind: ControlKindWord,
    /// Whether it showed what it must. One that did not makes every result of the run invalid.
    pub valid: bool,
    /// What it showed.
    pub shown: String,
}

impl From<&Control> for ControlBody {
    fn from(control: &Control) -> Self {
        Self { kind: control.kind.into(), valid: control.valid, shown: control.shown.clone() }
    }
}

/// A measurement of a sample, bound to the file of the instrument.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LaboratoryMeasurementBody {
    /// The sample.
    pub sample: IdText,
    /// How it was measured.
    pub technique: TechniqueWord,
    /// The instrument.
    pub instrument: String,
    /// Its serial number.
    pub serial: String,
    /// The calibration or assay.
    pub calibration: String,
    /// How sample and detector stood.
    pub geometry: String,
    /// Who measured.
    pub operator: String,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<InstantText>,
    /// The file of the instrument.
    pub file: RawFileBody,
    /// The file of the background or blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<RawFileBody>,
    /// Whether it consumed or altered the sample.
    pub destructive: bool,
    /// What its controls showed.
    pub controls: Vec<ControlBody>,
}

impl Body for LaboratoryMeasurementBody {
    type Noun = LaboratoryMeasurement;
}

impl From<&LaboratoryMeasurement> for LaboratoryMeasurementBody {
    fn from(measurement: &LaboratoryMeasurement) -> Self {
        Self {
            sample: measurement.sample.into(),
            technique: measurement.technique.into(),
            instrument: measurement.instrument.clone(),
            serial: measurement.serial.clone(),
            calibration: measurement.calibration.clone(),
            geometry: measurement.geometry.clone(),
            operator: measurement.operator.clone(),
            started: measurement.started.map(Written::from),
            file: (&measurement.file).into(),
            background: measurement.background.as_ref().map(RawFileBody::from),
            destructive: measurement.destructive,
            controls: measurement.controls.iter().map(ControlBody::from).collect(),
        }
    }
}

/// What a second person decided about a result.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VerificationBody {
    /// Who, and when.
    pub by: AcknowledgementBody,
    /// What was checked.
    pub checked: String,
    /// What was decided.
    pub decision: DecisionWord,
}

/// A result of a measurement. An amendment is its next version, with a reason.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LaboratoryResultBody {
    /// The measurement.
    pub measurement: IdText,
    /// The SHA-256 of the file it rests on.
    pub file: HashText,
    /// What it says.
    pub outcome: OutcomeWord,
    /// How far it goes.
    pub standing: StandingWord,
    /// The statement.
    pub statement: Texts,
    /// What was named, such as nuclides.
    pub named: Vec<String>,
    /// The method: algorithm and library with their versions.
    pub method: String,
    /// The second method and laboratory that confirm it.
    pub confirmed_by: String,
    /// Data that speak against it, and why they were not followed.
    pub conflicting: String,
    /// The analysis it was drawn from, where a method of the program made one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analysis: Option<AnalysisBody>,
    /// What a second person decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<VerificationBody>,
}

impl Body for LaboratoryResultBody {
    type Noun = LaboratoryResult;
}

impl From<&LaboratoryResult> for LaboratoryResultBody {
    fn from(result: &LaboratoryResult) -> Self {
        Self {
            measurement: result.measurement.into(),
            file: result.file.into(),
            outcome: result.outcome.into(),
            standing: result.standing.into(),
            statement: (&result.statement).into(),
            named: result.named.clone(),
            method: result.method.clone(),
            confirmed_by: result.confirmed_by.clone(),
            conflicting: result.conflicting.clone(),
            analysis: result.analysis.as_ref().map(AnalysisBody::from),
            verification: result.verification.as_ref().map(|verification| VerificationBody {
                by: (&verification.by).into(),
                checked: verification.checked.clone(),
                decision: verification.decision.into(),
            }),
        }
    }
}

/// An event of custody with what does not fit in the chain.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CustodyLink {
    /// The event.
    pub event: Record<CustodyEventBody>,
    /// What does not fit; nothing is a link that holds.
    pub breaks: Vec<CustodyBreakWord>,
}

/// A measurement with its results.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasurementWithResults {
    /// The measurement.
    pub measurement: Record<LaboratoryMeasurementBody>,
    /// Its results.
    pub results: Vec<Record<LaboratoryResultBody>>,
}

/// A sample with everything about it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SampleWhole {
    /// The sample.
    pub sample: Record<SampleBody>,
    /// What it was split off from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Record<SampleBody>>,
    /// What was split off from it.
    pub parts: Vec<Record<SampleBody>>,
    /// Its custody in the order of time.
    pub custody: Vec<CustodyLink>,
    /// Its measurements.
    pub measurements: Vec<MeasurementWithResults>,
}

impl SampleWhole {
    /// The view as it stands on the wire.
    ///
    /// # Errors
    /// When a record is of another kind, which no verb of `app` answers.
    pub fn of(view: &app::sample::show::SampleView) -> Result<Self, app::Refusal> {
        let mut custody = Vec::new();
        for (stored, breaks) in &view.custody {
            let breaks = breaks.iter().copied().map(Written::from).collect();
            custody.push(CustodyLink { event: Record::of(stored)?, breaks });
        }
        let mut measurements = Vec::new();
        for (stored, results) in &view.measurements {
            let results = results.iter().map(Record::of).collect::<Result<_, _>>()?;
            measurements.push(MeasurementWithResults { measurement: Record::of(stored)?, results });
        }
        Ok(Self {
            sample: Record::of(&view.sample)?,
            parent: view.parent.as_ref().map(Record::of).transpose()?,
            parts: view.parts.iter().map(Record::of).collect::<Result<_, _>>()?,
            custody,
            measurements,
        })
    }
}
