//! An amplification run as a part of a page: its curves in one picture, its controls judged, and what its samples then say.

use locale::{Translator, Value};
use spectra::laboratory::{Call, JudgedRun, LaboratoryFile, amplification_svg, judge};

/// A run.
pub struct RunShown {
    /// Its name in the file.
    pub name: String,
    /// Whether its controls let anything be said.
    pub valid: bool,
    /// Controls that it lacks, in words.
    pub missing: Vec<String>,
    /// Its curves; empty when the file holds none.
    pub picture: String,
    /// Its controls.
    pub controls: Vec<ControlShown>,
    /// Its samples.
    pub samples: Vec<SampleShown>,
}

/// A control of a run.
pub struct ControlShown {
    /// What it is there for.
    pub role: String,
    /// The well.
    pub well: String,
    /// The sample.
    pub sample: String,
    /// The target.
    pub target: String,
    /// Its quantification cycle.
    pub cq: String,
    /// Whether it showed what it must.
    pub valid: bool,
}

/// What a run says of one target in one sample.
pub struct SampleShown {
    /// The sample.
    pub sample: String,
    /// The target.
    pub target: String,
    /// The word.
    pub call: String,
    /// Its shape.
    pub shape: &'static str,
    /// Why it is not simply detected or not detected.
    pub reason: String,
    /// Quantification cycles.
    pub cq: String,
}

/// The runs of a file.
#[must_use]
pub fn runs(file: &LaboratoryFile, t: Translator) -> Vec<RunShown> {
    // The cut-off belongs to the instructions of an assay, which no file carries.
    judge(file, None).iter().map(|run| shown(run, file, t)).collect()
}

fn shown(run: &JudgedRun, file: &LaboratoryFile, t: Translator) -> RunShown {
    let number = |cq: f64| format!("{cq:.1}");
    let controls = run.controls.iter().map(|control| ControlShown {
        role: t.word("web-run-role", control.role.code()),
        well: control.well.clone(),
        sample: control.sample.clone(),
        target: control.target.clone(),
        cq: control.cq.map_or_else(|| "–".to_owned(), number),
        valid: control.valid,
    });
    let samples = run.samples.iter().map(|said| SampleShown {
        sample: said.sample.clone(),
        target: said.target.clone(),
        call: t.word("outcome", said.call.code()),
        shape: match said.call {
            Call::Detected => "full",
            Call::NotDetected => "empty",
            Call::Inconclusive => "half",
            Call::Invalid => "triangle",
        },
        reason: said.reason.map(|reason| t.word("web-run-reason", reason)).unwrap_or_default(),
        cq: said.cq.iter().copied().map(number).collect::<Vec<_>>().join(", "),
    });
    let missing = run.missing.iter().map(|(target, role)| {
        let control = t.word("web-run-role", role.code());
        let values: [(&str, Value); 2] = [("target", target.as_str().into()), ("control", control.into())];
        t.with("web-measurement-run-missing", &values)
    });
    let (cycle, fluorescence) = (t.text("web-run-cycle"), t.text("web-run-fluorescence"));
    let reactions = file.reactions.iter().filter(|reaction| reaction.run == run.run);
    let picture = amplification_svg(reactions, (&cycle, &fluorescence));
    RunShown {
        name: run.run.clone(),
        valid: run.valid,
        missing: missing.collect(),
        picture: picture.unwrap_or_default(),
        controls: controls.collect(),
        samples: samples.collect(),
    }
}
