//! The spectrum as SVG: counts over energy, the background under it, peaks labelled with what explains them. A picture
//! that stands on its own: no script, no style sheet, no reference to anything outside or inside it.

use locale::Translator;
use spectra::identify::LineVerdict;
use spectra::summary::Answered;

use crate::timeline::escape;

/// How counts are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// In proportion.
    Linear,
    /// By their logarithm, from one count up.
    Log,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 330.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 52.0;
const BOTTOM: f64 = 34.0;
const INK: &str = "#14213d";
const RULE: &str = "#d5d9e0";
const LINE: &str = "#1f4e8c";
const UNDER: &str = "#8a8f98";
const FONTS: &str = "'PT Sans', 'Tripoint Sans', sans-serif";

/// Draws a spectrum. `None` when it has no energy axis. The size is in units of which 720 are the full width.
#[must_use]
pub fn spectrum_svg(answered: &Answered, scale: Scale, t: Translator) -> Option<(String, (u32, u32))> {
    let spectrum = &answered.foreground;
    let edges = spectrum.calibration.edges(spectrum.counts.len())?;
    let basis = &answered.identification.basis;
    let edges: Vec<f64> = edges.iter().map(|edge| basis.offset + basis.gain * edge).collect();
    let last = spectrum.counts.iter().rposition(|count| *count > 0.0)? + 1;
    let (low, high) = (edges[0].max(0.0), edges[last.min(edges.len() - 1)]);
    let bins = Bins { low, high };
    let counts = bins.of(&edges, &spectrum.counts);
    let background = answered.background.as_ref().filter(|_| basis.background_used).and_then(|background| {
        let own = background.calibration.edges(background.counts.len())?;
        let factor = spectrum.live_time? / background.live_time.filter(|live| *live > 0.0)?;
        let scaled: Vec<f64> = background.counts.iter().map(|count| count * factor).collect();
        Some(bins.of(&own, &scaled))
    });
    let most = counts.iter().copied().fold(1.0, f64::max) * 1.08;
    let y = |count: f64| {
        let part = match scale {
            Scale::Linear => count / most,
            Scale::Log => (count.max(0.7) / 0.7).ln() / (most / 0.7).ln(),
        };
        TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - part.clamp(0.0, 1.0))
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" font-family=\"{FONTS}\" font-size=\"10\" fill=\"{INK}\"><title>{}</title>",
        escape(&t.text("spectrum-plot-title"))
    );
    axes(&mut svg, &bins, most, scale, &y, t);
    if let Some(background) = &background {
        path(&mut svg, background, &y, UNDER, "0.9", " stroke-dasharray=\"3 2\"");
    }
    path(&mut svg, &counts, &y, LINE, "1.1", "");
    labels(&mut svg, answered, &bins, &counts, &y);
    svg.push_str("</svg>");
    Some((svg, (WIDTH as u32, HEIGHT as u32)))
}

/// Energies spread over the width of the picture, one bin a unit.
struct Bins {
    low: f64,
    high: f64,
}

impl Bins {
    const COUNT: usize = 656;

    fn x(&self, energy: f64) -> f64 {
        LEFT + (WIDTH - LEFT - RIGHT) * (energy - self.low) / (self.high - self.low)
    }

    /// Counts per channel, the highest of each bin where several channels fall into one: a narrow peak stays as high as
    /// it is.
    fn of(&self, edges: &[f64], counts: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0_f64; Self::COUNT];
        let per = (self.high - self.low) / Self::COUNT as f64;
        for (channel, count) in counts.iter().enumerate() {
            let (Some(lower), Some(upper)) = (edges.get(channel), edges.get(channel + 1)) else { break };
            let from = ((lower - self.low) / per).floor().max(0.0) as usize;
            let to = (((upper - self.low) / per).ceil().max(0.0) as usize).min(Self::COUNT);
            for bin in out.iter_mut().take(to).skip(from) {
                *bin = bin.max(*count);
            }
        }
        out
    }
}

fn path(svg: &mut String, counts: &[f64], y: &impl Fn(f64) -> f64, colour: &str, width: &str, more: &str) {
    let step = (WIDTH - LEFT - RIGHT) / counts.len() as f64;
    let points: Vec<String> = counts
        .iter()
        .enumerate()
        .map(|(n, count)| format!("{:.1},{:.1}", LEFT + step * (n as f64 + 0.5), y(*count)))
        .collect();
    svg.push_str(&format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{more}/>",
        points.join(" ")
    ));
}

fn axes(svg: &mut String, bins: &Bins, most: f64, scale: Scale, y: &impl Fn(f64) -> f64, t: Translator) {
    let floor = HEIGHT - BOTTOM;
    let span = bins.high - bins.low;
    let step = [10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0]
        .into_iter()
        .find(|step| span / step <= 10.0)
        .unwrap_or(span / 5.0);
    let mut energy = (bins.low / step).ceil() * step;
    while energy <= bins.high {
        let x = bins.x(energy);
        svg.push_str(&format!(
            "<line x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{floor}\" stroke=\"{RULE}\" stroke-width=\"0.6\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{energy:.0}</text>",
            floor + 13.0
        ));
        energy += step;
    }
    let levels: Vec<f64> = match scale {
        Scale::Log => (0..12).map(|power| 10_f64.powi(power)).filter(|level| *level < most).collect(),
        Scale::Linear => {
            let rough = most / 4.0;
            let power = 10_f64.powf(rough.log10().floor());
            let step =
                [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * power).find(|step| *step >= rough).unwrap_or(rough);
            (0..8).map(|n| f64::from(n) * step).filter(|level| *level < most).collect()
        }
    };
    for level in levels {
        let at = y(level);
        svg.push_str(&format!(
            "<line x1=\"{LEFT}\" y1=\"{at:.1}\" x2=\"{:.1}\" y2=\"{at:.1}\" stroke=\"{RULE}\" stroke-width=\"0.6\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{level:.0}</text>",
            WIDTH - RIGHT,
            LEFT - 4.0,
            at + 3.5
        ));
    }
    let middle = 0.5 * (LEFT + WIDTH - RIGHT);
    svg.push_str(&format!(
        "<text x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\
         <text transform=\"translate(11 {:.1}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
        HEIGHT - 6.0,
        escape(&t.text("spectrum-plot-energy")),
        0.5 * (TOP + HEIGHT - BOTTOM),
        escape(&t.text("spectrum-plot-counts"))
    ));
}

/// Labels of lines that are seen, and marks where a peak is not explained; the strongest first, none over another.
fn labels(svg: &mut String, answered: &Answered, bins: &Bins, counts: &[f64], y: &impl Fn(f64) -> f64) {
    let mut wanted: Vec<(f64, String, f64)> = Vec::new();
    for named in &answered.summary.nuclides {
        for line in named.lines.iter().filter(|line| line.verdict == LineVerdict::Seen).take(6) {
            wanted.push((line.energy, format!("{} {:.0}", line.emitter, line.energy), line.significance));
        }
    }
    for peak in &answered.identification.unexplained {
        wanted.push((peak.energy, format!("? {:.0}", peak.energy), f64::INFINITY));
    }
    wanted.sort_by(|a, b| b.2.total_cmp(&a.2));
    let mut taken: Vec<f64> = Vec::new();
    for (energy, text, _) in wanted {
        let x = bins.x(energy);
        if !(LEFT..=WIDTH - RIGHT).contains(&x)
            || taken.iter().any(|other| (other - x).abs() < 10.0)
            || taken.len() > 24
        {
            continue;
        }
        taken.push(x);
        let bin = ((x - LEFT) / (WIDTH - LEFT - RIGHT) * counts.len() as f64) as usize;
        let near = counts.get(bin.saturating_sub(3)..(bin + 4).min(counts.len())).unwrap_or_default();
        let top = y(near.iter().copied().fold(0.0, f64::max));
        svg.push_str(&format!(
            "<line x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{:.1}\" stroke=\"{UNDER}\" stroke-width=\"0.5\"/>\
             <text transform=\"translate({:.1} {:.1}) rotate(-90)\" font-size=\"8.5\">{}</text>",
            (top - 2.0).max(TOP),
            x + 3.0,
            TOP - 3.0,
            escape(&text)
        ));
    }
}
