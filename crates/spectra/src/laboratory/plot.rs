//! A curve as a picture (SVG): axes, ticks, a line or sticks. Readable without colour.

use std::fmt::Write as _;

use crate::laboratory::Curve;

pub(super) const WIDTH: f64 = 860.0;
pub(super) const HEIGHT: f64 = 320.0;
pub(super) const LEFT: f64 = 70.0;
pub(super) const RIGHT: f64 = 16.0;
pub(super) const TOP: f64 = 16.0;
pub(super) const BOTTOM: f64 = 48.0;

/// No picture has more points: of more, the lowest and the highest of each column are drawn.
const COLUMNS: usize = 1600;

/// Draws a curve. Wavenumbers run from high to low, as chemists read them.
#[must_use]
pub fn to_svg(curve: &Curve) -> String {
    let finite = || curve.points.iter().filter(|(x, y)| x.is_finite() && y.is_finite());
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (x_low, x_high) = ends(&mut finite().map(|point| point.0));
    let (y_low, y_high) = ends(&mut finite().map(|point| point.1));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" font-family=\"sans-serif\" \
         font-size=\"12\"><title>{}</title>",
        escaped(&curve.title)
    );
    if x_low > x_high {
        out.push_str("</svg>");
        return out;
    }
    let y_low = if curve.sticks { y_low.min(0.0) } else { y_low };
    let (x_span, y_span) = (span(x_low, x_high), span(y_low, y_high));
    let reversed = curve.x_unit.to_ascii_uppercase().replace(' ', "").contains("1/CM");
    let across = |x: f64| {
        let part = (x - x_low) / x_span;
        LEFT + (WIDTH - LEFT - RIGHT) * if reversed { 1.0 - part } else { part }
    };
    let down = |y: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - y_low) / y_span;
    axes(&mut out, (x_low, x_high), (y_low, y_high), &across, &down);
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text><text x=\"14\" y=\"{}\" text-anchor=\"middle\" \
         transform=\"rotate(-90 14 {})\">{}</text>",
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 8.0,
        escaped(&curve.x_unit),
        (TOP + HEIGHT - BOTTOM) / 2.0,
        (TOP + HEIGHT - BOTTOM) / 2.0,
        escaped(&curve.y_unit)
    );
    let points: Vec<(f64, f64)> = finite().map(|(x, y)| (across(*x), down(*y))).collect();
    let mut path = String::new();
    if curve.sticks {
        let base = down(0.0);
        for (x, y) in points.iter().take(20_000) {
            let _ = write!(path, "M{x:.1} {base:.1}V{y:.1}");
        }
    } else {
        for (n, (x, y)) in thinned(&points).into_iter().enumerate() {
            let _ = write!(path, "{}{x:.1} {y:.1}", if n == 0 { 'M' } else { 'L' });
        }
    }
    let _ = write!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\"/></svg>");
    out
}

fn span(low: f64, high: f64) -> f64 {
    if high > low { high - low } else { 1.0 }
}

pub(super) type Scale<'s> = &'s dyn Fn(f64) -> f64;

pub(super) fn axes(out: &mut String, x: (f64, f64), y: (f64, f64), across: Scale<'_>, down: Scale<'_>) {
    let (bottom, right) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
    let _ = write!(out, "<path d=\"M{LEFT} {TOP}V{bottom}H{right}\" fill=\"none\" stroke=\"currentColor\"/>");
    for tick in ticks(x.0, x.1) {
        let at = across(tick);
        let _ = write!(
            out,
            "<path d=\"M{at:.1} {bottom}v5\" stroke=\"currentColor\"/><text x=\"{at:.1}\" y=\"{}\" \
             text-anchor=\"middle\">{}</text>",
            bottom + 18.0,
            label(tick)
        );
    }
    for tick in ticks(y.0, y.1) {
        let at = down(tick);
        let _ = write!(
            out,
            "<path d=\"M{LEFT} {at:.1}h-5\" stroke=\"currentColor\"/><text x=\"{}\" y=\"{:.1}\" \
             text-anchor=\"end\">{}</text>",
            LEFT - 8.0,
            at + 4.0,
            label(tick)
        );
    }
}

/// Four to nine round numbers within a range.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    let rough = span(low, high) / 5.0;
    let ten = 10.0_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * ten).find(|step| *step >= rough).unwrap_or(rough);
    let first = (low / step).ceil();
    (0..20).map(|n| (first + f64::from(n)) * step).take_while(|tick| *tick <= high + step * 1e-9).collect()
}

fn label(tick: f64) -> String {
    if tick == 0.0 || (1e-3..1e6).contains(&tick.abs()) {
        let text = format!("{tick:.4}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        format!("{tick:.1e}")
    }
}

fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    if points.len() <= COLUMNS * 2 {
        return points.to_vec();
    }
    let mut kept = Vec::with_capacity(COLUMNS * 2);
    for column in points.chunks(points.len().div_ceil(COLUMNS)) {
        let low = column.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        let high = column.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        let mut both: Vec<(f64, f64)> = low.into_iter().chain(high).collect();
        both.sort_by(|a, b| a.0.total_cmp(&b.0));
        kept.extend(both);
    }
    kept
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
