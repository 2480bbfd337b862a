//! How right the names of nuclides are on spectra of known content, where the evaluation data is present, how far the stated
//! confidence can be believed, and what it costs in time and memory.
//!
//! `cargo bench -p spectra --bench naming` measures everything. `-- each` also shows the answers that are not complete and
//! correct, of the development part only: nobody looks at single spectra of the part that is held out. `-- each WORD` shows
//! those whose name holds the word. `-- sim`, `-- measured`, `-- time` measure one thing, `-- dev` the development part only, `-- held-out` the other,
//! and `-- fit` fits the weights of the confidence to it.
#![allow(missing_docs, clippy::needless_range_loop, reason = "a benchmark, with a matrix in it")]
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark reads files and clocks, prints, and stops where its data is not what it should be"
)]

#[path = "naming/cost.rs"]
mod cost;
#[path = "naming/fit.rs"]
mod fit;
#[path = "naming/measured.rs"]
mod measured;
#[path = "naming/reliability.rs"]
mod reliability;
#[path = "naming/simulated.rs"]
mod simulated;

use reliability::Reliability;
use spectra::evaluation::{Score, Tally, wilson};
use spectra::identify::{Identification, LineVerdict};

fn main() {
    let Some(folder) = testkit::evaluation_data("spectra") else { return };
    // Cargo passes `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_asked = |word: &str| words.iter().any(|said| said == word);
    let each = words.iter().position(|word| word == "each").map(|at| words.get(at + 1).cloned().unwrap_or_default());
    let one = ["sim", "measured", "time"].into_iter().any(is_asked);
    let is_fit = is_asked("fit");
    let asked = Asked { each, only_development: is_asked("dev") || is_fit, only_held_out: is_asked("held-out") };
    let mut samples = fit::Samples::default();
    if !one || is_asked("measured") {
        measured::run(&folder, &asked, &mut samples);
    }
    if !one || is_asked("sim") {
        let mut reliability = [Reliability::default(), Reliability::default()];
        simulated::run(&folder, &asked, &mut reliability, &mut samples);
        let [development, held_out] = reliability;
        development.print("development detectors");
        held_out.print("held-out detectors");
    }
    if is_fit {
        samples.fit();
    }
    if !one || is_asked("time") {
        cost::run(&folder);
    }
}

/// What was asked for on the command line.
struct Asked {
    each: Option<String>,
    only_development: bool,
    only_held_out: bool,
}

impl Asked {
    fn shows(&self, name: &str, score: &Score) -> bool {
        self.each
            .as_ref()
            .is_some_and(|word| if word.is_empty() { !score.complete_and_correct() } else { name.contains(word) })
    }
}

fn print_tally(name: &str, tally: &Tally) {
    let part = |right: usize, of: usize| {
        let (low, high) = wilson(right, of);
        format!("{:5.1} % ({:.0} to {:.0})", 100.0 * right as f64 / of.max(1) as f64, 100.0 * low, 100.0 * high)
    };
    println!(
        "{name:40} n {:4}  found {}  c&c {}  false {:.3}  backgrounds {} with {} false  special nuclear {}",
        tally.spectra,
        part(tally.all_found, tally.with_sources),
        part(tally.complete_and_correct, tally.spectra),
        tally.false_names as f64 / tally.spectra.max(1) as f64,
        tally.backgrounds,
        tally.false_names_on_backgrounds,
        tally.false_special_nuclear,
    );
}

fn show(name: &str, score: &Score, answer: &Identification) {
    let basis = &answer.basis;
    println!(
        "{name}: missed {:?} false {:?}\n    {:?} {:?}{} fwhm {:.1} gain {:.4} {:+.2} background {} counts {:.0}",
        score.missed,
        score.false_names,
        answer.outcome,
        basis.class,
        if basis.class_estimated { "?" } else { "" },
        basis.fwhm_662.unwrap_or_default(),
        basis.gain,
        basis.offset,
        basis.background_used,
        basis.counts
    );
    for named in answer.nuclides.iter().chain(&answer.unsure) {
        let line = |line: &spectra::identify::LineEvidence| {
            let verdict = match line.verdict {
                LineVerdict::Seen => '+',
                LineVerdict::Missing => '-',
                LineVerdict::BelowLimit => '.',
            };
            format!("{:.0}{verdict}{:.0}/{:.0}({:.0}s)", line.energy, line.seen, line.expected, line.significance)
        };
        let lines: Vec<String> = named.lines.iter().take(8).map(line).collect();
        println!(
            "      {}{} {:.2}{}{} {:?} {}",
            if answer.unsure.iter().any(|one| one.nuclide == named.nuclide) { "unsure: " } else { "" },
            named.nuclide,
            named.confidence,
            if named.is_natural_background { " natural" } else { "" },
            if named.is_shielded { " shielded" } else { "" },
            named.alternatives,
            lines.join(" ")
        );
    }
    let peaks = |peaks: &[spectra::analysis::peaks::Peak]| -> String {
        let one = |peak: &spectra::analysis::peaks::Peak| {
            format!("{:.1}({:.0}s,{:.1})", peak.energy, peak.significance, peak.fwhm)
        };
        peaks.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    println!("      peaks {}\n      unexplained {}", peaks(&answer.peaks), peaks(&answer.unexplained));
}
