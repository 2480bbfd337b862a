//! An amplification run judged by its controls: what each control showed, whether the run stands, and what each sample then
//! says of each target. One failed or missing control makes every result of the run invalid.
//!
//! A result of a run is presumptive, whatever it says: it is confirmed by a second method or laboratory, which no file of a
//! cycler can be.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{LaboratoryFile, Reaction};

/// What a well is there for, after the types of sample of RDML 1.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ControlRole {
    /// `ntc`, without template: must show nothing.
    NoTemplate,
    /// `pos`, known to contain the target: must show it.
    Positive,
    /// `ntp`, `nac`, `nrt`: known to hold no target, or unable to amplify it: must show nothing.
    Negative,
    /// `std`, a known quantity of the target: must show it. It stands for a positive control where the run has none.
    Standard,
    /// A target of the type `ref` in the well of a sample: must show itself, or the well was inhibited.
    Inhibition,
}

impl ControlRole {
    /// The role of a type of sample in the words of RDML; `None` for samples (`unkn`), optical calibrators (`opt`) and words
    /// that RDML does not have.
    #[must_use]
    pub fn of_sample_type(sample_type: &str) -> Option<Self> {
        match sample_type {
            "ntc" => Some(Self::NoTemplate),
            "pos" => Some(Self::Positive),
            "ntp" | "nac" | "nrt" => Some(Self::Negative),
            "std" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The word in data, and the end of its translation key.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTemplate => "no-template",
            Self::Positive => "positive",
            Self::Negative => "negative",
            Self::Standard => "standard",
            Self::Inhibition => "inhibition",
        }
    }

    /// Whether it must show its target; the others must show nothing.
    #[must_use]
    pub fn must_show(self) -> bool {
        matches!(self, Self::Positive | Self::Standard | Self::Inhibition)
    }
}

/// What a reaction, or several of one sample and target, showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Call {
    /// The target is there.
    Detected,
    /// It is not.
    NotDetected,
    /// It cannot be said.
    Inconclusive,
    /// A control failed or is missing: nothing can be said.
    Invalid,
}

impl Call {
    /// The word in data, and the end of its translation key.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Detected => "detected",
            Self::NotDetected => "not-detected",
            Self::Inconclusive => "inconclusive",
            Self::Invalid => "invalid",
        }
    }
}

/// A control of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JudgedControl {
    /// What it is there for.
    pub role: ControlRole,
    /// The well.
    pub well: String,
    /// The sample.
    pub sample: String,
    /// The target.
    pub target: String,
    /// Its quantification cycle, where it has one.
    pub cq: Option<f64>,
    /// Whether it showed what it must.
    pub valid: bool,
}

/// What a run says of one target in one sample, over all its wells that were not excluded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JudgedSample {
    /// The sample.
    pub sample: String,
    /// The target.
    pub target: String,
    /// What can be said.
    pub call: Call,
    /// Why it is not simply detected or not detected: `control-failed`, `control-missing`, `inhibited`, `replicates-differ`,
    /// `late`, `not-analysed`, `excluded`.
    pub reason: Option<&'static str>,
    /// Quantification cycles of the wells in which the target showed.
    pub cq: Vec<f64>,
    /// Wells that count.
    pub wells: usize,
}

/// A run with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JudgedRun {
    /// Its name in the file.
    pub run: String,
    /// Its controls in the order of the file; those of excluded wells are left out.
    pub controls: Vec<JudgedControl>,
    /// Controls that a target of the run must have and does not: the target and what is missing.
    pub missing: Vec<(String, ControlRole)>,
    /// Whether all controls showed what they must and none is missing. Inhibition concerns its own sample only.
    pub valid: bool,
    /// Its samples by target.
    pub samples: Vec<JudgedSample>,
}

/// Judges the runs of a file. `latest_cq` is the cut-off of the assay's instructions: a target that shows only later is not
/// taken as detected in a sample or a positive control. In a control that must show nothing, every cycle counts.
#[must_use]
pub fn judge(file: &LaboratoryFile, latest_cq: Option<f64>) -> Vec<JudgedRun> {
    let mut runs: Vec<(&str, Vec<&Reaction>)> = Vec::new();
    for reaction in &file.reactions {
        match runs.iter_mut().find(|(run, _)| *run == reaction.run) {
            Some((_, reactions)) => reactions.push(reaction),
            None => runs.push((&reaction.run, vec![reaction])),
        }
    }
    runs.into_iter().map(|(run, reactions)| judge_run(run, &reactions, latest_cq)).collect()
}

fn judge_run(run: &str, reactions: &[&Reaction], latest_cq: Option<f64>) -> JudgedRun {
    let in_time = |cq: f64| latest_cq.is_none_or(|latest| cq <= latest);
    let counted: Vec<&Reaction> = reactions
        .iter()
        .filter(|reaction| reaction.excluded.is_none() && reaction.sample_type != "opt")
        .copied()
        .collect();
    let control = |reaction: &&Reaction| {
        let role = ControlRole::of_sample_type(&reaction.sample_type)
            .or_else(|| reaction.is_reference().then_some(ControlRole::Inhibition))?;
        let valid = match reaction.cq {
            Some(cq) => role.must_show() && in_time(cq),
            None => !role.must_show() && reaction.analysed,
        };
        Some(JudgedControl {
            role,
            well: reaction.well.clone(),
            sample: reaction.sample.clone(),
            target: reaction.target.clone(),
            cq: reaction.cq,
            valid,
        })
    };
    let controls: Vec<JudgedControl> = counted.iter().filter_map(control).collect();
    // What is looked for: targets that a sample of the run was tried for.
    let mut targets: Vec<&str> = Vec::new();
    for reaction in reactions.iter().filter(|reaction| reaction.is_of_sample() && !reaction.is_reference()) {
        if !targets.contains(&reaction.target.as_str()) {
            targets.push(&reaction.target);
        }
    }
    let has = |target: &str, role: ControlRole| controls.iter().any(|one| one.target == target && one.role == role);
    let mut missing = Vec::new();
    for target in targets {
        if !has(target, ControlRole::NoTemplate) {
            missing.push((target.to_owned(), ControlRole::NoTemplate));
        }
        if !has(target, ControlRole::Positive) && !has(target, ControlRole::Standard) {
            missing.push((target.to_owned(), ControlRole::Positive));
        }
    }
    let failed = controls.iter().any(|control| !control.valid && control.role != ControlRole::Inhibition);
    let refused = if failed {
        Some("control-failed")
    } else if missing.is_empty() {
        None
    } else {
        Some("control-missing")
    };
    let mut by_sample: BTreeMap<(&str, &str), Vec<&Reaction>> = BTreeMap::new();
    for reaction in reactions.iter().filter(|reaction| reaction.is_of_sample() && !reaction.is_reference()) {
        by_sample.entry((&reaction.sample, &reaction.target)).or_default().push(reaction);
    }
    let samples = by_sample
        .into_iter()
        .map(|((sample, target), wells)| {
            let wells: Vec<&Reaction> = wells.into_iter().filter(|well| well.excluded.is_none()).collect();
            let inhibited = |well: &str| {
                controls.iter().any(|one| one.role == ControlRole::Inhibition && one.well == well && !one.valid)
            };
            let (call, reason) = match refused {
                Some(reason) => (Call::Invalid, Some(reason)),
                None => call(&wells, in_time, inhibited),
            };
            JudgedSample {
                sample: sample.to_owned(),
                target: target.to_owned(),
                call,
                reason,
                cq: wells.iter().filter_map(|well| well.cq).collect(),
                wells: wells.len(),
            }
        })
        .collect();
    JudgedRun { run: run.to_owned(), controls, missing, valid: refused.is_none(), samples }
}

/// What the wells of one sample and target say, the controls of the run being as they must.
fn call(
    wells: &[&Reaction],
    in_time: impl Fn(f64) -> bool,
    inhibited: impl Fn(&str) -> bool,
) -> (Call, Option<&'static str>) {
    let shown = wells.iter().filter(|well| well.cq.is_some_and(&in_time)).count();
    let late = wells.iter().filter(|well| well.cq.is_some_and(|cq| !in_time(cq))).count();
    if wells.is_empty() {
        (Call::Inconclusive, Some("excluded"))
    } else if shown == wells.len() {
        // A target that shows itself was not inhibited, whatever the reference beside it did: a strong target takes all.
        (Call::Detected, None)
    } else if wells.iter().any(|well| well.cq.is_none() && !well.analysed) {
        (Call::Inconclusive, Some("not-analysed"))
    } else if shown > 0 {
        (Call::Inconclusive, Some("replicates-differ"))
    } else if late > 0 {
        (Call::Inconclusive, Some("late"))
    } else if wells.iter().any(|well| inhibited(&well.well)) {
        (Call::Inconclusive, Some("inhibited"))
    } else {
        (Call::NotDetected, None)
    }
}

impl Reaction {
    /// Whether its well holds a sample, not a control. A well whose type is not told is taken as one.
    #[must_use]
    pub fn is_of_sample(&self) -> bool {
        self.sample_type.is_empty() || self.sample_type == "unkn"
    }

    /// Whether its target is a reference (`ref`), such as an internal control, not a target of interest.
    #[must_use]
    pub fn is_reference(&self) -> bool {
        self.target_type == "ref"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `sample type, sample, target type, cq`, a well each but for references, which share the well of the line before.
    fn run(lines: &[(&str, &str, &str, Option<f64>)]) -> JudgedRun {
        let mut well = 0;
        let reactions = lines.iter().map(|(sample_type, sample, target_type, cq)| {
            well += usize::from(*target_type != "ref");
            Reaction {
                run: "r".to_owned(),
                well: well.to_string(),
                sample: (*sample).to_owned(),
                sample_type: (*sample_type).to_owned(),
                target: if *target_type == "ref" { "internal" } else { "gene" }.to_owned(),
                target_type: (*target_type).to_owned(),
                cq: *cq,
                analysed: true,
                ..Reaction::default()
            }
        });
        let file = LaboratoryFile { reactions: reactions.collect(), ..LaboratoryFile::default() };
        judge(&file, Some(38.0)).remove(0)
    }

    #[rstest::rstest]
    #[case::sound(&[("ntc", "w", "toi", None), ("pos", "p", "toi", Some(24.0))], true, Call::Detected, None)]
    #[case::standards_are_positive(&[("ntc", "w", "toi", None), ("std", "s", "toi", Some(20.0))], true, Call::Detected, None)]
    #[case::water_shows(&[("ntc", "w", "toi", Some(39.5)), ("pos", "p", "toi", Some(24.0))], false, Call::Invalid, Some("control-failed"))]
    #[case::positive_is_late(&[("ntc", "w", "toi", None), ("pos", "p", "toi", Some(38.5))], false, Call::Invalid, Some("control-failed"))]
    #[case::positive_is_silent(&[("ntc", "w", "toi", None), ("pos", "p", "toi", None)], false, Call::Invalid, Some("control-failed"))]
    #[case::negative_shows(&[("ntc", "w", "toi", None), ("ntp", "n", "toi", Some(30.0)), ("pos", "p", "toi", Some(24.0))], false, Call::Invalid, Some("control-failed"))]
    #[case::no_water(&[("pos", "p", "toi", Some(24.0))], false, Call::Invalid, Some("control-missing"))]
    #[case::nothing_known(&[("ntc", "w", "toi", None)], false, Call::Invalid, Some("control-missing"))]
    fn controls_decide(
        #[case] controls: &[(&str, &str, &str, Option<f64>)],
        #[case] valid: bool,
        #[case] call: Call,
        #[case] reason: Option<&str>,
    ) {
        let mut lines = controls.to_vec();
        lines.push(("unkn", "S", "toi", Some(27.0)));
        let run = run(&lines);
        assert_eq!((run.valid, run.samples[0].call, run.samples[0].reason), (valid, call, reason), "{run:?}");
    }

    #[rstest::rstest]
    #[case::nothing(&[("toi", None)], Call::NotDetected, None)]
    #[case::replicates(&[("toi", Some(30.0)), ("toi", None)], Call::Inconclusive, Some("replicates-differ"))]
    #[case::late(&[("toi", Some(39.0))], Call::Inconclusive, Some("late"))]
    #[case::inhibited(&[("toi", None), ("ref", None)], Call::Inconclusive, Some("inhibited"))]
    #[case::uninhibited(&[("toi", None), ("ref", Some(28.0))], Call::NotDetected, None)]
    #[case::strong_target_takes_all(&[("toi", Some(15.0)), ("ref", None)], Call::Detected, None)]
    fn samples_in_a_sound_run(#[case] wells: &[(&str, Option<f64>)], #[case] call: Call, #[case] reason: Option<&str>) {
        let mut lines = vec![("ntc", "w", "toi", None), ("pos", "p", "toi", Some(24.0))];
        lines.extend(wells.iter().map(|(target_type, cq)| ("unkn", "S", *target_type, *cq)));
        let run = run(&lines);
        assert!(run.valid);
        assert_eq!((run.samples[0].call, run.samples[0].reason), (call, reason), "{run:?}");
    }
}
