//! Measured spectra, and the few simulated ones that come as instrument files.

use std::collections::BTreeMap;
use std::path::Path;

use super::Asked;
use super::fit::Samples;
use spectra::choose::choose;
use spectra::evaluation::{SPECIAL_NUCLEAR, Tally, Truth, score};
use spectra::identify::identify;
use spectra::spectrum::SpectrumFile;

pub(crate) fn run(folder: &Path, asked: &Asked, samples: &mut Samples) {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut classes: BTreeMap<String, usize> = BTreeMap::new();
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    for row in csv::Reader::from_path(folder.join("truth.csv")).unwrap().records().map(Result::unwrap) {
        if &row[1] == "no" {
            continue;
        }
        let is_development = is_development(&row[0]);
        if asked.only_development && !is_development {
            continue;
        }
        let file = read(folder, &row[0]);
        let chosen = choose(&file);
        let beside = Some(&row[6]).filter(|name| !name.is_empty() && !name.starts_with('('));
        let background =
            chosen.background.clone().or_else(|| beside.and_then(|name| choose(&read(folder, name)).foreground));
        let Some(foreground) = chosen.foreground else {
            println!("{}: nothing to identify", &row[0]);
            continue;
        };
        let list = |text: &str| text.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let truth = Truth { required: list(&row[4]), allowed: list(&row[5]) };
        let answer = identify(&foreground, background.as_ref());
        let score = score(&truth, &answer);
        let part = if is_development { "development" } else { "held out" };
        tallies.entry(part.to_owned()).or_default().add(&score);
        let class = answer.basis.class.map_or("none", |class| class.name());
        tallies.entry(format!("{part}, {class}")).or_default().add(&score);
        if answer.basis.class_estimated {
            let said = row[3].split(['(', ' ', '-']).next().unwrap_or_default().to_owned();
            *classes.entry(format!("{part}: {said} taken as {class}")).or_default() += 1;
        }
        let is_special = |name: &&String| SPECIAL_NUCLEAR.contains(&name.as_str());
        for name in score.false_names.iter().filter(is_special) {
            *classes.entry(format!("{part}: false {name}")).or_default() += 1;
        }
        if is_development {
            for name in &score.false_names {
                *causes.entry(format!("false {name}")).or_default() += 1;
            }
            samples.add(&truth, &answer, 3.0);
            if asked.shows(&row[0], &score) {
                super::show(&row[0], &score, &answer);
            }
        }
    }
    println!("development: {causes:?}\nclasses estimated, special nuclear material named falsely: {classes:?}");
    for (name, tally) in &tallies {
        super::print_tally(name, tally);
    }
}

fn read(folder: &Path, name: &str) -> SpectrumFile {
    let bytes = std::fs::read(folder.join("files").join(name)).unwrap();
    spectra::format::read(&bytes, None).map(|(file, _)| file).unwrap_or_default()
}

/// Three collections were developed on, and of two others the half that a hash of the name decides. The rest is held out.
fn is_development(name: &str) -> bool {
    let hash = name.bytes().fold(17_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte)));
    match name.split('/').next() {
        Some("interspec" | "interspec_drf" | "gamma_R") => true,
        Some("suro_radiacode101" | "opengamma_hpge") => (hash >> 3).is_multiple_of(2),
        _ => false,
    }
}
