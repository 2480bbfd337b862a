//! What the script that draws a spectrum asks for: the axis, the counts, the background, labels and peaks; and the lines of
//! any nuclide, to be laid over it.

use app::spectrum::Examined;
use app::{Permission, Refusal};
use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse as _;
use axum::routing::get;
use locale::Translator;
use report::measurement::{AxisUnit, drawn, explained_peaks, labels};
use serde::Serialize;
use serde_json::{Value, json};
use spectra::nuclide::{LineKind, library};

use crate::desk::{Answer, Desk};
use crate::refusal::Refused;
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/nuclides/{name}/lines", get(lines))
}

/// Texts that the script says. They come with the data, so that no word stands in the script.
const WORDS: &[&str] = &[
    "energy",
    "channel",
    "counts",
    "at-energy",
    "at-channel",
    "at-background",
    "at-peak",
    "overlay-none",
    "overlay-remove",
    "overlay-line",
];

/// What a plot is drawn from, as JSON.
pub fn plot(examined: &Examined, t: Translator) -> Json<Value> {
    let words: serde_json::Map<String, Value> =
        WORDS.iter().map(|word| ((*word).to_owned(), raw(t, word).into())).collect();
    let Some(drawn) = drawn(&examined.answered) else {
        return Json(json!({ "counts": [], "words": words }));
    };
    let rounded = |numbers: &[f64], digits: i32| -> Vec<f64> {
        let ten = 10.0_f64.powi(digits);
        numbers.iter().map(|number| (number * ten).round() / ten).collect()
    };
    let labels: Vec<Value> = labels(&examined.answered)
        .iter()
        .map(|label| json!({ "energy": (label.energy * 100.0).round() / 100.0, "text": label.text }))
        .collect();
    let peaks: Vec<Value> = explained_peaks(&examined.answered)
        .iter()
        .map(|found| {
            json!({
                "energy": (found.peak.energy * 100.0).round() / 100.0,
                "area": found.peak.area.round(),
                "uncertainty": found.peak.area_uncertainty.round(),
                "lines": found.lines,
            })
        })
        .collect();
    Json(json!({
        "unit": match drawn.unit { AxisUnit::Kiloelectronvolt => "keV", AxisUnit::Channel => "channel" },
        "edges": rounded(&drawn.edges, 3),
        "reaches": (drawn.reaches * 10.0).round() / 10.0,
        "counts": rounded(&drawn.counts, 2),
        "background": drawn.background.as_deref().map(|counts| rounded(counts, 2)),
        "labels": labels,
        "peaks": peaks,
        "words": words,
    }))
}

/// A text with its places still empty, as `{name}`: the script fills them.
fn raw(t: Translator, word: &str) -> String {
    let places = ["energy", "channel", "counts", "background", "lines", "nuclide", "intensity"];
    let values: Vec<(&str, locale::Value)> =
        places.iter().map(|place| (*place, format!("{{{place}}}").into())).collect();
    t.with(&format!("web-plot-{word}"), &values)
}

/// A line of a nuclide.
#[derive(Serialize)]
struct LineOfNuclide {
    energy: f64,
    intensity: f64,
    emitter: String,
    x_ray: bool,
}

/// Lines that are laid over a plot at most, the strongest.
const LINES: usize = 60;
/// Of lines weaker than this beside the strongest a plot would only grow dark.
const LEAST: f64 = 0.004;

/// The strongest lines of a nuclide with what is in equilibrium with it: nuclear data, and nothing of any record.
async fn lines(desk: Desk, Path(name): Path<String>) -> Answer {
    let looks = [Permission::IdentifySpectrum, Permission::SeeSample];
    if !looks.iter().any(|permission| desk.actor.may_somewhere(*permission)) {
        return Err(Refusal::NotAllowed(Permission::IdentifySpectrum).into());
    }
    let name = name.trim();
    let source = library().sources.iter().find(|source| source.name.eq_ignore_ascii_case(name));
    let (named, mut lines): (&str, Vec<LineOfNuclide>) = match source {
        Some(source) => {
            let of = source.lines.iter().map(|line| LineOfNuclide {
                energy: line.line.energy,
                intensity: line.line.intensity,
                emitter: source.members.get(line.member).map(|(emitter, _)| emitter.clone()).unwrap_or_default(),
                x_ray: line.line.kind == LineKind::XRay,
            });
            (&source.name, of.collect())
        }
        None => {
            let nuclide = library().nuclides.iter().find(|nuclide| nuclide.name.eq_ignore_ascii_case(name));
            let nuclide = nuclide.ok_or(Refused::NoSuchPage)?;
            let of = nuclide.lines.iter().map(|line| LineOfNuclide {
                energy: line.energy,
                intensity: line.intensity,
                emitter: nuclide.name.clone(),
                x_ray: line.kind == LineKind::XRay,
            });
            (&nuclide.name, of.collect())
        }
    };
    lines.sort_by(|a, b| b.intensity.total_cmp(&a.intensity));
    let strongest = lines.first().map_or(0.0, |line| line.intensity);
    lines.retain(|line| line.intensity >= LEAST * strongest);
    lines.truncate(LINES);
    Ok(Json(json!({ "nuclide": named, "lines": lines })).into_response())
}
