//! What is sent about custody, measurements and results.

use app::Offered;
use app::sample::analyse::Analysed;
use app::sample::measure::Measured;
use app::sample::record_custody::Side;
use domain::custody::{CustodyAction, CustodyEvent, CustodyParty, SealState};
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::Id;
use domain::laboratory::{Control, Decision, LaboratoryMeasurement, LaboratoryResult};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::wire::texts::Texts;
use crate::wire::written::{
    ControlKindWord, CustodyActionWord, CustodySideWord, DecisionWord, IdText, InstantText, OutcomeWord, Reading,
    SealStateWord, StandingWord, TechniqueWord,
};

/// One side of an event as it is sent: who acknowledges is the node's to say.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedParty {
    /// The person's name.
    pub name: String,
    /// The person's body.
    #[serde(default)]
    pub body: String,
}

impl From<NamedParty> for CustodyParty {
    fn from(party: NamedParty) -> Self {
        Self { name: party.name, body: party.body, acknowledged: None }
    }
}

/// Records an event in the custody of a sample.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordCustody {
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
    /// Who gave it away; nobody at its collection.
    #[serde(default)]
    pub released_by: Option<NamedParty>,
    /// Who had it afterwards.
    pub received_by: NamedParty,
    /// The container.
    #[serde(default)]
    pub container: String,
    /// The number of the seal that was found.
    #[serde(default)]
    pub seal_found: String,
    /// How it was found.
    pub seal_state: SealStateWord,
    /// The number of the seal that was on it afterwards.
    #[serde(default)]
    pub seal: String,
    /// The condition of the sample.
    pub condition: String,
    /// What was not as it should be.
    #[serde(default)]
    pub deviation: String,
    /// For which side the caller acknowledges.
    pub side: CustodySideWord,
}

impl RecordCustody {
    /// The event, and the side that is acknowledged.
    ///
    /// # Errors
    /// Everything that cannot be read.
    pub fn read(self) -> Result<(CustodyEvent, Side), Vec<Fault>> {
        let mut read = Reading::default();
        let sample = read.id("sample", &self.sample);
        let action = read.one("action", &self.action);
        let at = read.one("at", &self.at);
        let seal_state = read.one("seal_state", &self.seal_state);
        let side = read.one("side", &self.side);
        read.finish(|| {
            let event = CustodyEvent {
                sample: sample?,
                action: action?,
                at: at?,
                place: self.place,
                purpose: self.purpose,
                released_by: self.released_by.map(CustodyParty::from),
                received_by: self.received_by.into(),
                container: self.container,
                seal_found: self.seal_found,
                seal_state: seal_state?,
                seal: self.seal,
                condition: self.condition,
                deviation: self.deviation,
            };
            Some((event, side?))
        })
    }
}

/// Acknowledges an event of custody for one side.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeCustody {
    /// The side.
    pub side: CustodySideWord,
}

/// Approves a step that consumes or alters a sample.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveLoss {
    /// The sample.
    pub sample: IdText,
    /// Where.
    pub place: String,
    /// What for.
    pub purpose: String,
    /// Who approves.
    pub approved_by: NamedParty,
    /// What will be lost.
    pub lost: String,
}

impl TryFrom<ApproveLoss> for CustodyEvent {
    type Error = Vec<Fault>;
    fn try_from(body: ApproveLoss) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let sample = read.id("sample", &body.sample);
        read.finish(|| {
            Some(Self {
                sample: sample?,
                action: CustodyAction::ApproveLoss,
                // The verb puts the instant in: an approval is given now.
                at: Timestamp::UNIX_EPOCH,
                place: body.place,
                purpose: body.purpose,
                released_by: None,
                received_by: body.approved_by.into(),
                container: String::new(),
                seal_found: String::new(),
                seal_state: SealState::None,
                seal: String::new(),
                condition: body.lost,
                deviation: String::new(),
            })
        })
    }
}

/// A control of a run, as it is sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenControl {
    /// Which.
    pub kind: ControlKindWord,
    /// Whether it showed what it must.
    pub valid: bool,
    /// What it showed.
    #[serde(default)]
    pub shown: String,
}

/// Keeps a measurement: the JSON beside its files.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepMeasurement {
    /// The sample.
    pub sample: IdText,
    /// How it was measured.
    pub technique: TechniqueWord,
    /// The instrument; left empty, what the file says.
    #[serde(default)]
    pub instrument: String,
    /// Its serial number; left empty, what the file says.
    #[serde(default)]
    pub serial: String,
    /// The calibration or assay.
    #[serde(default)]
    pub calibration: String,
    /// How sample and detector stood.
    #[serde(default)]
    pub geometry: String,
    /// Who measured; left empty, the caller.
    #[serde(default)]
    pub operator: String,
    /// Whether it consumed or altered the sample.
    #[serde(default)]
    pub destructive: bool,
    /// What the controls showed.
    #[serde(default)]
    pub controls: Vec<GivenControl>,
    /// Whether a gamma spectrum is kept without an analysis.
    #[serde(default)]
    pub without_analysis: bool,
    /// The record of the file that is analysed, counted from 1; the item as a whole without it.
    #[serde(default)]
    pub record: Option<usize>,
}

/// A measurement with its files, as `multipart/form-data`.
#[derive(Debug, Clone, ToSchema)]
#[expect(dead_code, reason = "describes the parts of an upload, which are read one by one")]
pub struct MeasurementUpload {
    /// What is known of it.
    measurement: KeepMeasurement,
    /// The file of the instrument.
    #[schema(format = Binary)]
    file: String,
    /// The file of the background or blank.
    #[schema(format = Binary)]
    background: Option<String>,
}

impl KeepMeasurement {
    /// The measurement with its files.
    ///
    /// # Errors
    /// Everything that cannot be read.
    pub fn with(self, file: Offered, background: Option<Offered>) -> Result<Measured, Vec<Fault>> {
        let mut read = Reading::default();
        let sample = read.id("sample", &self.sample);
        let technique = read.one("technique", &self.technique);
        let controls = read.parts("controls", &self.controls, |control, field, read| {
            let kind = read.one(&format!("{field}.kind"), &control.kind)?;
            Some(Control { kind, valid: control.valid, shown: control.shown.clone() })
        });
        read.finish(|| {
            Some(Measured {
                sample: sample?,
                technique: technique?,
                instrument: self.instrument,
                serial: self.serial,
                calibration: self.calibration,
                geometry: self.geometry,
                operator: self.operator,
                destructive: self.destructive,
                controls: controls?,
                file,
                background,
                analysed: if self.without_analysis { Analysed::Nothing } else { Analysed::of(self.record) },
            })
        })
    }
}

/// Records a result of a measurement.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveResult {
    /// The measurement.
    pub measurement: IdText,
    /// What it says.
    pub outcome: OutcomeWord,
    /// How far it goes.
    pub standing: StandingWord,
    /// The statement, with its reasons and uncertainty.
    pub statement: Texts,
    /// What was named, such as nuclides or substances.
    #[serde(default)]
    pub named: Vec<String>,
    /// The method: algorithm and library with their versions.
    pub method: String,
    /// The second method and laboratory that confirm it.
    #[serde(default)]
    pub confirmed_by: String,
    /// Data that speak against it, and why they were not followed.
    #[serde(default)]
    pub conflicting: String,
}

impl TryFrom<SaveResult> for LaboratoryResult {
    type Error = Vec<Fault>;
    fn try_from(body: SaveResult) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let measurement = read.id("measurement", &body.measurement);
        let outcome = read.one("outcome", &body.outcome);
        let standing = read.one("standing", &body.standing);
        let statement = read.texts("statement", &body.statement);
        read.finish(|| {
            Some(Self {
                measurement: measurement?,
                // The verb binds it to the file of its measurement.
                file: Hash::of(b""),
                outcome: outcome?,
                standing: standing?,
                statement,
                named: body.named,
                method: body.method,
                confirmed_by: body.confirmed_by,
                conflicting: body.conflicting,
                analysis: None,
                verification: None,
            })
        })
    }
}

/// Amends a result.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendResult {
    /// The result as it is to stand.
    pub result: SaveResult,
    /// Why.
    pub reason: String,
}

/// Amends a result with a new analysis of the kept file.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendAnalysis {
    /// The measurement.
    pub measurement: IdText,
    /// The record of the file that is analysed, counted from 1; the item as a whole without it.
    #[serde(default)]
    pub record: Option<usize>,
    /// Why.
    pub reason: String,
}

impl AmendAnalysis {
    /// The measurement and the record.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(&self) -> Result<(Id<LaboratoryMeasurement>, Option<usize>), Vec<Fault>> {
        let mut read = Reading::default();
        let measurement = read.id("measurement", &self.measurement);
        read.finish(|| Some((measurement?, self.record)))
    }
}

/// Verifies or rejects a result.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyResult {
    /// What was checked.
    pub checked: String,
    /// What was decided.
    pub decision: DecisionWord,
}

impl VerifyResult {
    /// The decision.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(&self) -> Result<Decision, Vec<Fault>> {
        let mut read = Reading::default();
        let decision = read.one("decision", &self.decision);
        read.finish(|| decision)
    }
}
