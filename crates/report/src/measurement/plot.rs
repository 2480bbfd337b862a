//! The spectrum as SVG: counts over energy, the background under it, peaks labelled with what explains them. A picture
//! that stands on its own: no script, no style sheet, no reference to anything outside or inside it.

use std::fmt::Write as _;

use locale::Translator;
use spectra::summary::Answered;

use super::drawn::{AxisUnit, Drawn, PlotLabel, drawn, labels};
use crate::timeline::escape;

/// How counts are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// In proportion.
    Linear,
    /// By their logarithm, from half a count up.
    Log,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 340.0;
const LEFT: f64 = 58.0;
const RIGHT: f64 = 10.0;
const TOP: f64 = 64.0;
const BOTTOM: f64 = 36.0;
const INK: &str = "#14213d";
const QUIET: &str = "#465066";
const RULE: &str = "#d5d9e0";
const LINE: &str = "#1d4f91";
/// The line's blue at three tenths over paper, for formats without transparency.
const RANGE: &str = "#bbcade";
const UNDER: &str = "#e6e8ec";
const FONTS: &str = "'PT Sans', 'Tripoint Sans', sans-serif";
/// Labels are no nearer to one another than this.
const APART: f64 = 11.0;
/// Below this nothing is drawn on a logarithmic scale: half a count, so that one count is seen.
const LEAST: f64 = 0.5;

/// Draws a spectrum. `None` when it has no count. The size is in units of which 720 are the full width.
#[must_use]
pub fn spectrum_svg(answered: &Answered, scale: Scale, t: Translator) -> Option<(String, (u32, u32))> {
    let drawn = drawn(answered)?;
    let frame = Frame::of(&drawn, scale)?;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" \
         height=\"{HEIGHT}\" role=\"img\" font-family=\"{FONTS}\" font-size=\"10\" fill=\"{INK}\"><title>{}</title>",
        escape(&t.text("spectrum-plot-title"))
    );
    if let Some(background) = &drawn.background {
        let (top, _) = frame.lines(&drawn.edges, background);
        let (left, right, floor) = (LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM);
        let _ = write!(
            svg,
            "<path d=\"M{left} {floor}L{}L{right} {floor}Z\" fill=\"{UNDER}\"/>\
             <path d=\"M{}\" fill=\"none\" stroke=\"{QUIET}\" stroke-width=\"0.7\" stroke-dasharray=\"3 2\"/>",
            top.trim_start_matches('M'),
            top.trim_start_matches('M')
        );
    }
    frame.axes(&mut svg, drawn.unit, t);
    let (line, range) = frame.lines(&drawn.edges, &drawn.counts);
    if !range.is_empty() {
        let _ = write!(svg, "<path d=\"{range}\" fill=\"none\" stroke=\"{RANGE}\" stroke-width=\"0.75\"/>");
    }
    let _ = write!(
        svg,
        "<path d=\"{line}\" fill=\"none\" stroke=\"{LINE}\" stroke-width=\"1\" stroke-linejoin=\"round\"/>"
    );
    if drawn.unit == AxisUnit::Kiloelectronvolt {
        frame.labels(&mut svg, &labels(answered), &drawn);
    }
    svg.push_str("</svg>");
    Some((svg, (WIDTH as u32, HEIGHT as u32)))
}

/// Where energies and counts stand in the picture.
struct Frame {
    low: f64,
    high: f64,
    most: f64,
    scale: Scale,
}

impl Frame {
    fn of(drawn: &Drawn, scale: Scale) -> Option<Self> {
        let low = drawn.edges.first()?.max(0.0);
        let high = drawn.reaches;
        let most = drawn.counts.iter().copied().fold(1.0, f64::max) * 1.08;
        (high > low).then_some(Self { low, high, most, scale })
    }

    fn x(&self, energy: f64) -> f64 {
        LEFT + (WIDTH - LEFT - RIGHT) * (energy - self.low) / (self.high - self.low)
    }

    fn y(&self, count: f64) -> f64 {
        let part = match self.scale {
            Scale::Linear => count / self.most,
            Scale::Log => (count.max(LEAST) / LEAST).ln() / (self.most / LEAST).ln(),
        };
        TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - part.clamp(0.0, 1.0))
    }

    /// The counts as two paths. The line: steps where channels are wide, and the mean of those that share a column of the
    /// picture. The range, drawn lightly behind it: the lowest and the highest of each column, so that a narrow peak stays as
    /// high as it is.
    fn lines(&self, edges: &[f64], counts: &[f64]) -> (String, String) {
        let (mut line, mut range) = (String::from("M"), String::new());
        let mut column: Option<Column> = None;
        let mut point = |x: f64, y: f64| {
            let joint = if line.len() > 1 { "L" } else { "" };
            let _ = write!(line, "{joint}{x:.1} {y:.1}");
        };
        let mut close = |column: Column, point: &mut dyn FnMut(f64, f64)| {
            let x = (column.at as f64 + 0.5) * COLUMN;
            point(x, self.y(column.sum / column.channels));
            if column.channels > 1.0 {
                let _ = write!(range, "M{x:.1} {:.1}V{:.1}", self.y(column.low), self.y(column.high));
            }
        };
        for (channel, count) in counts.iter().enumerate() {
            let (Some(lower), Some(upper)) = (edges.get(channel), edges.get(channel + 1)) else { break };
            if *upper <= self.low {
                continue;
            }
            if *lower >= self.high {
                break;
            }
            let (from, to) = (self.x(lower.max(self.low)), self.x(upper.min(self.high)));
            if to - from >= 1.2 {
                if let Some(column) = column.take() {
                    close(column, &mut point);
                }
                point(from, self.y(*count));
                point(to, self.y(*count));
                continue;
            }
            let here = (from / COLUMN) as i64;
            match &mut column {
                Some(open) if open.at == here => open.add(*count),
                other => {
                    if let Some(before) = other.replace(Column::new(here, *count)) {
                        close(before, &mut point);
                    }
                }
            }
        }
        if let Some(column) = column {
            close(column, &mut point);
        }
        (line, range)
    }

    fn axes(&self, svg: &mut String, unit: AxisUnit, t: Translator) {
        let floor = HEIGHT - BOTTOM;
        let right = WIDTH - RIGHT;
        for energy in round_numbers(self.low, self.high, 9.0) {
            let x = self.x(energy);
            let _ = write!(
                svg,
                "<path d=\"M{x:.1} {TOP}V{floor}\" stroke=\"{RULE}\" stroke-width=\"0.6\"/>\
                 <path d=\"M{x:.1} {floor}v4\" stroke=\"{INK}\" stroke-width=\"0.8\"/>\
                 <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
                floor + 14.0,
                t.number(energy.round() as i64)
            );
        }
        for level in self.levels() {
            let at = self.y(level);
            let _ = write!(
                svg,
                "<path d=\"M{LEFT} {at:.1}H{right}\" stroke=\"{RULE}\" stroke-width=\"0.6\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                LEFT - 6.0,
                at + 3.5,
                t.number(level.round() as i64)
            );
        }
        let across = match unit {
            AxisUnit::Kiloelectronvolt => "spectrum-plot-energy",
            AxisUnit::Channel => "spectrum-plot-channel",
        };
        let _ = write!(
            svg,
            "<path d=\"M{LEFT} {TOP}V{floor}H{right}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"0.8\"/>\
             <text x=\"{right:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\
             <text transform=\"translate(11 {:.1}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
            HEIGHT - 6.0,
            escape(&t.text(across)),
            0.5 * (TOP + HEIGHT - BOTTOM),
            escape(&t.text("spectrum-plot-counts"))
        );
    }

    /// Counts at which a rule is drawn.
    fn levels(&self) -> Vec<f64> {
        match self.scale {
            Scale::Log => (0..12).map(|power| 10_f64.powi(power)).filter(|level| *level < self.most).collect(),
            Scale::Linear => {
                let levels = round_numbers(0.0, self.most, 5.0);
                // Counts are whole numbers; between them there is nothing to mark.
                levels.into_iter().filter(|level| level.fract() == 0.0).collect()
            }
        }
    }

    /// The labels above the plot, the weightiest first, none over another.
    fn labels(&self, svg: &mut String, labels: &[PlotLabel], drawn: &Drawn) {
        let mut taken: Vec<f64> = Vec::new();
        for label in labels {
            let x = self.x(label.energy);
            if !(LEFT..=WIDTH - RIGHT).contains(&x) || taken.len() > 28 {
                continue;
            }
            // One that has no room of its own moves aside a little, and its leader leads back.
            let places = [0.0, APART, -APART, 2.0 * APART, -2.0 * APART];
            let places = places.map(|aside| (x + aside).clamp(LEFT + 4.0, WIDTH - RIGHT - 4.0));
            let free = places.into_iter().find(|place| taken.iter().all(|other| (other - place).abs() >= APART));
            let Some(place) = free else { continue };
            taken.push(place);
            let top = self.y(highest_near(drawn, label.energy, (self.high - self.low) / 300.0));
            let _ = write!(
                svg,
                "<path d=\"M{place:.1} {:.1}L{x:.1} {:.1}V{:.1}\" fill=\"none\" stroke=\"{QUIET}\" stroke-width=\"0.5\" stroke-dasharray=\"1.5 1.5\"/>\
                 <text transform=\"translate({:.1} {:.1}) rotate(-90)\" font-size=\"9\">{}</text>",
                TOP - 2.0,
                TOP + 8.0,
                (top - 2.0).max(TOP + 8.0),
                place + 3.2,
                TOP - 4.0,
                escape(&label.text)
            );
        }
    }
}

/// How wide a column of the picture is, in its units.
const COLUMN: f64 = 0.75;

/// Channels that share a column of the picture.
struct Column {
    at: i64,
    low: f64,
    high: f64,
    sum: f64,
    channels: f64,
}

impl Column {
    fn new(at: i64, count: f64) -> Self {
        Self { at, low: count, high: count, sum: count, channels: 1.0 }
    }

    fn add(&mut self, count: f64) {
        self.low = self.low.min(count);
        self.high = self.high.max(count);
        self.sum += count;
        self.channels += 1.0;
    }
}

/// The highest count within so many keV of an energy.
fn highest_near(drawn: &Drawn, energy: f64, reach: f64) -> f64 {
    let from = drawn.edges.partition_point(|edge| *edge < energy - reach).saturating_sub(1);
    let to = drawn.edges.partition_point(|edge| *edge < energy + reach).min(drawn.counts.len());
    drawn.counts.get(from..to).unwrap_or_default().iter().copied().fold(0.0, f64::max)
}

/// Round numbers (1, 2, 5 and their tens) from one to another, about so many.
fn round_numbers(low: f64, high: f64, about: f64) -> Vec<f64> {
    let rough = (high - low) / about;
    if !(rough.is_finite() && rough > 0.0) {
        return Vec::new();
    }
    let ten = 10.0_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * ten).find(|step| *step >= rough).unwrap_or(rough);
    let first = (low / step).ceil();
    (0..40).map(|n| (first + f64::from(n)) * step).take_while(|tick| *tick <= high).collect()
}

#[cfg(test)]
mod tests {
    use super::round_numbers;

    #[test]
    fn ticks_are_round_numbers_within_the_range() {
        for (low, high, expect) in [
            (0.0, 3000.0, vec![0.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0, 3000.0]),
            (12.0, 61.0, vec![20.0, 30.0, 40.0, 50.0, 60.0]),
            (0.0, 0.0, vec![]),
        ] {
            assert_eq!(round_numbers(low, high, 9.0), expect, "{low} to {high}");
        }
    }
}
