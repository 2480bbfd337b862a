//! What the officer reads: what it is, how sure, what it is commonly used for, which entry concerns it, what the procedure
//! says next. General and cautious: a person decides.

use locale::{Translator, Value};
use spectra::finding::Finding;
use spectra::identify::{LineVerdict, Outcome};
use spectra::nuclide::Category;
use spectra::summary::{NuclideSummary, Summary};

/// How sure, in a word: from 0.8 high, from 0.5 medium, else low.
#[must_use]
pub fn confidence_word(confidence: f64, t: Translator) -> String {
    let word = if confidence >= 0.8 {
        "high"
    } else if confidence >= 0.5 {
        "medium"
    } else {
        "low"
    };
    t.word("spectrum-confidence", word)
}

/// The nuclide as the field words it: "Ra-226 (from Pb-214, Bi-214)", "Th-232 series (Ac-228, Pb-212, Tl-208)".
#[must_use]
pub fn nuclide_label(named: &NuclideSummary, t: Translator) -> String {
    let name =
        if named.nuclide == "positron emitter" { t.text("spectrum-positron-emitter") } else { named.nuclide.clone() };
    let through = named.seen_through.join(", ");
    let values = |through: String| [("nuclide", Value::from(name.clone())), ("through", through.into())];
    match named.nuclide.as_str() {
        "Th-232" | "U-238" if through.is_empty() => t.with("spectrum-label-series-alone", &values(through)),
        "Th-232" | "U-238" => t.with("spectrum-label-series", &values(through)),
        "Th-228" => t.with("spectrum-label-thorium-228", &values(through)),
        _ if !through.is_empty() => t.with("spectrum-label-from", &values(through)),
        _ => name,
    }
}

/// The officer's paragraphs.
#[must_use]
pub fn paragraphs(summary: &Summary, t: Translator) -> Vec<String> {
    let mut out = vec![answer(summary, t)];
    for named in summary.nuclides.iter().filter(|named| !named.natural_background && !named.intrinsic) {
        out.push(about(named, t));
    }
    let natural: Vec<String> = summary
        .nuclides
        .iter()
        .filter(|named| named.natural_background && !named.intrinsic)
        .map(|named| nuclide_label(named, t))
        .collect();
    if !natural.is_empty() {
        out.push(t.with("spectrum-natural-seen", &[("nuclides", t.list(&natural).into())]));
    }
    if summary.nuclides.iter().any(|named| named.intrinsic) {
        out.push(t.text("spectrum-intrinsic-seen"));
    }
    if !summary.unexplained_peaks.is_empty() {
        let energies: Vec<String> = summary.unexplained_peaks.iter().map(|energy| format!("{energy:.1}")).collect();
        out.push(t.with("spectrum-unexplained", &[("energies", t.list(&energies).into())]));
    }
    out.push(t.text(next(summary)));
    out
}

fn answer(summary: &Summary, t: Translator) -> String {
    let named: Vec<String> = summary
        .nuclides
        .iter()
        .filter(|named| !named.natural_background && !named.intrinsic)
        .map(|named| nuclide_label(named, t))
        .collect();
    let key = format!("spectrum-answer-{}", summary.outcome.code());
    t.with(&key, &[("nuclides", t.list(&named).into())])
}

fn about(named: &NuclideSummary, t: Translator) -> String {
    let count = |verdict: LineVerdict| named.lines.iter().filter(|line| line.verdict == verdict).count();
    let label = nuclide_label(named, t);
    let mut text = t.with(
        "spectrum-about",
        &[
            ("nuclide", label.into()),
            ("confidence", confidence_word(named.confidence, t).into()),
            ("seen", count(LineVerdict::Seen).into()),
            ("missing", count(LineVerdict::Missing).into()),
        ],
    );
    let mut add = |sentence: String| {
        text.push(' ');
        text.push_str(&sentence);
    };
    add(t.with("spectrum-used", &[("uses", uses(named, t).into())]));
    if named.shielded {
        add(t.text("spectrum-shielded"));
    }
    if !named.alternatives.is_empty() {
        add(t.with("spectrum-alternatives", &[("nuclides", t.list(&named.alternatives).into())]));
    }
    add(t.text(entry(named)));
    text
}

/// What it is commonly met as, in words.
#[must_use]
pub fn uses(named: &NuclideSummary, t: Translator) -> String {
    let uses: Vec<String> = named.categories.iter().map(|category| t.word("spectrum-use", category.code())).collect();
    t.list(&uses)
}

/// Which entry or rule concerns it, in general.
fn entry(named: &NuclideSummary) -> &'static str {
    let is = |category: Category| named.categories.contains(&category);
    if is(Category::SpecialNuclear) {
        "spectrum-entry-special-nuclear"
    } else if is(Category::SourceMaterial) {
        "spectrum-entry-source-material"
    } else {
        "spectrum-entry-radioactive"
    }
}

/// What the procedure says next.
fn next(summary: &Summary) -> &'static str {
    let special = summary.nuclides.iter().any(|named| named.categories.contains(&Category::SpecialNuclear));
    match summary.outcome {
        _ if special => "spectrum-next-special-nuclear",
        Outcome::Identified | Outcome::BetaPossible => "spectrum-next-identified",
        Outcome::NaturalOnly | Outcome::NothingAboveBackground => "spectrum-next-natural",
        Outcome::Unidentified => "spectrum-next-unidentified",
        Outcome::TooFewCounts => "spectrum-next-too-few-counts",
        Outcome::Uncalibrated => "spectrum-next-uncalibrated",
    }
}

/// A finding in words.
#[must_use]
pub fn finding_text(finding: &Finding, t: Translator) -> String {
    let values: Vec<(&str, Value)> =
        finding.values.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
    t.with(&format!("spectrum-finding-{}", finding.code), &values)
}
