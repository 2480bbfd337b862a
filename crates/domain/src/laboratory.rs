//! What a laboratory did with a sample: measurements, each bound to the file of the instrument by its SHA-256, and results,
//! each verified by a second person. Detection and record-keeping only.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::custody::Acknowledgement;
use crate::fault::{Fault, check_required, check_text};
use crate::hash::Hash;
use crate::ids::Id;
use crate::localized::Localized;
use crate::sample::Sample;

crate::words! {
    /// How something was measured.
    Technique {
        /// A gamma spectrum.
        GammaSpectrum = "gamma-spectrum",
        /// An infrared spectrum.
        Infrared = "infrared",
        /// A Raman spectrum.
        Raman = "raman",
        /// A mass spectrum, alone or behind a chromatograph.
        MassSpectrum = "mass-spectrum",
        /// A chromatogram.
        Chromatogram = "chromatogram",
        /// An amplification run.
        Pcr = "pcr",
        /// A strip test.
        LateralFlow = "lateral-flow",
        /// Another.
        Other = "other",
    }
}

/// A file as it came from the instrument: never altered, found again by its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawFile {
    /// Its name.
    pub file_name: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
    /// What it was read as, such as `n42-2011`; empty when no reader knows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub read_as: String,
}

/// A measurement of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaboratoryMeasurement {
    /// The sample.
    pub sample: Id<Sample>,
    /// How it was measured.
    pub technique: Technique,
    /// The instrument: maker and model.
    pub instrument: String,
    /// Its serial number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub serial: String,
    /// The calibration or assay that was used, with lot and date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub calibration: String,
    /// How sample and detector stood.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub geometry: String,
    /// Who measured.
    pub operator: String,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Timestamp>,
    /// The file of the instrument.
    pub file: RawFile,
    /// The file of the background or blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<RawFile>,
    /// Whether it consumed or altered the sample.
    pub destructive: bool,
    /// What its controls showed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Control>,
}

crate::words! {
    /// A control of a run.
    ControlKind {
        /// Without template or sample: must show nothing.
        NoTemplate = "no-template",
        /// Known to contain the target: must show it.
        Positive = "positive",
        /// Known not to contain it: must show nothing.
        Negative = "negative",
        /// Shows that the extraction worked.
        Extraction = "extraction",
        /// The line of a strip that shows that it ran.
        ControlLine = "control-line",
        /// A blank of a chemical measurement.
        Blank = "blank",
    }
}

/// A control and whether it showed what it must.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// Which.
    pub kind: ControlKind,
    /// Whether it showed what it must.
    pub valid: bool,
    /// What it showed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
}

impl LaboratoryMeasurement {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("instrument", &self.instrument, faults);
        check_required("operator", &self.operator, faults);
        check_required("file", &self.file.file_name, faults);
        for (field, text) in
            [("serial", &self.serial), ("calibration", &self.calibration), ("geometry", &self.geometry)]
        {
            check_text(field, text, faults);
        }
    }

    /// Whether a control failed: then every result of the run is invalid, by rule.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        self.controls.iter().any(|control| !control.valid)
    }

    /// Controls that the technique cannot do without and that are not recorded.
    #[must_use]
    pub fn missing_controls(&self) -> Vec<ControlKind> {
        let needed: &[ControlKind] = match self.technique {
            Technique::Pcr => &[ControlKind::NoTemplate, ControlKind::Positive],
            Technique::LateralFlow => &[ControlKind::ControlLine],
            _ => &[],
        };
        let has = |kind: &ControlKind| self.controls.iter().any(|control| control.kind == *kind);
        needed.iter().copied().filter(|kind| !has(kind)).collect()
    }
}

crate::words! {
    /// What a result says, in one word.
    Outcome {
        /// What was looked for is there.
        Detected = "detected",
        /// It was not found, above what could have been.
        NotDetected = "not-detected",
        /// It cannot be said.
        Inconclusive = "inconclusive",
        /// A control failed: nothing can be said.
        Invalid = "invalid",
    }
}

crate::words! {
    /// How far a result goes.
    Standing {
        /// By one method.
        Presumptive = "presumptive",
        /// By a second method or laboratory, which is named.
        Confirmed = "confirmed",
    }
}

crate::words! {
    /// What a second person decided.
    Decision {
        /// It holds.
        Verified = "verified",
        /// It does not.
        Rejected = "rejected",
    }
}

/// What the second person did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// Who, and when.
    pub by: Acknowledgement,
    /// What was checked.
    pub checked: String,
    /// What was decided.
    pub decision: Decision,
}

/// A result, drawn from a measurement. An amendment is its next version, with a reason; the earlier one stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaboratoryResult {
    /// The measurement.
    pub measurement: Id<LaboratoryMeasurement>,
    /// The SHA-256 of the file it rests on.
    pub file: Hash,
    /// What it says.
    pub outcome: Outcome,
    /// How far it goes.
    pub standing: Standing,
    /// The statement, with its reasons and uncertainty.
    pub statement: Localized,
    /// What was named, such as nuclides: in the words of the field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
    /// The method: algorithm and library with their versions and settings.
    pub method: String,
    /// The second method and laboratory that confirm it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub confirmed_by: String,
    /// Data that speak against it, and why they were not followed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conflicting: String,
    /// The analysis it was drawn from, where a method of the program made one. Never taken from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analysis: Option<Analysis>,
    /// What a second person decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Verification>,
}

impl LaboratoryResult {
    /// Everything wrong with it by itself.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.statement.check_required("statement", faults);
        check_required("method", &self.method, faults);
        check_text("conflicting", &self.conflicting, faults);
        check_text("confirmed_by", &self.confirmed_by, faults);
        if self.standing == Standing::Confirmed && self.confirmed_by.trim().is_empty() {
            faults.push(Fault::error("result-needs-second-method").at("confirmed_by"));
        }
        for named in &self.named {
            check_text("named", named, faults);
        }
    }

    /// What is wrong with it in the light of its measurement.
    #[must_use]
    pub fn check_against(&self, measurement: &LaboratoryMeasurement) -> Vec<Fault> {
        let mut faults = Vec::new();
        if measurement.is_invalid() && self.outcome != Outcome::Invalid {
            faults.push(Fault::error("result-control-failed").at("outcome"));
        }
        if self.outcome != Outcome::Invalid {
            for kind in measurement.missing_controls() {
                faults.push(Fault::error("result-control-missing").at("outcome").with("control", kind.as_str()));
            }
        }
        if measurement.technique == Technique::LateralFlow && self.standing == Standing::Confirmed {
            faults.push(Fault::error("result-strip-presumptive").at("standing"));
        }
        if self.file != measurement.file.sha256 {
            faults.push(Fault::error("result-other-file").at("file"));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Uuid;

    fn measurement(technique: Technique, controls: &[(ControlKind, bool)]) -> LaboratoryMeasurement {
        LaboratoryMeasurement {
            sample: Id::new(Uuid::nil()),
            technique,
            instrument: "Cycler".to_owned(),
            serial: String::new(),
            calibration: String::new(),
            geometry: String::new(),
            operator: "Ana".to_owned(),
            started: None,
            file: RawFile { file_name: "a.rdml".to_owned(), length: 1, sha256: Hash::of(b"a"), read_as: String::new() },
            background: None,
            destructive: true,
            controls: controls
                .iter()
                .map(|(kind, valid)| Control { kind: *kind, valid: *valid, shown: String::new() })
                .collect(),
        }
    }

    #[track_caller]
    fn check(
        technique: Technique,
        controls: &[(ControlKind, bool)],
        outcome: Outcome,
        standing: Standing,
        expect: &[&str],
    ) {
        let measurement = measurement(technique, controls);
        let result = LaboratoryResult {
            measurement: Id::new(Uuid::nil()),
            file: measurement.file.sha256,
            outcome,
            standing,
            statement: Localized::default(),
            named: Vec::new(),
            method: "assay".to_owned(),
            confirmed_by: String::new(),
            conflicting: String::new(),
            analysis: None,
            verification: None,
        };
        let faults = result.check_against(&measurement);
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(codes, expect);
    }

    #[test]
    fn a_failed_or_missing_control_makes_the_run_invalid() {
        use ControlKind::{ControlLine, NoTemplate, Positive};
        use Outcome::{Detected, Invalid};
        use Standing::{Confirmed, Presumptive};
        let both = [(NoTemplate, true), (Positive, true)];
        check(Technique::Pcr, &both, Detected, Presumptive, &[]);
        check(
            Technique::Pcr,
            &[(NoTemplate, false), (Positive, true)],
            Detected,
            Presumptive,
            &["result-control-failed"],
        );
        check(Technique::Pcr, &[(NoTemplate, false), (Positive, true)], Invalid, Presumptive, &[]);
        check(Technique::Pcr, &[(Positive, true)], Detected, Presumptive, &["result-control-missing"]);
        check(Technique::LateralFlow, &[(ControlLine, true)], Detected, Confirmed, &["result-strip-presumptive"]);
        check(Technique::GammaSpectrum, &[], Detected, Presumptive, &[]);
    }
}
