//! Bars and shapes of the timeline.

use domain::measure::Measure;
use domain::partial_date::PartialDate;
use domain::progress::ProgressStatus;
use jiff::civil::Date;

use super::axis::Axis;
use super::{CHART, INK, STATUS, WIDTH, escape};
use crate::fonts;

/// From the top of the row to the bar, and the bar's height.
const TOP: f64 = 6.0;
const HEIGHT: f64 = 10.0;
/// No bar is narrower: a single day must be seen.
const NARROWEST: f64 = 3.0;

/// The shape of a status: open circle, half circle, full circle, triangle.
pub(super) fn status(svg: &mut String, status: ProgressStatus, y: f64) {
    let (x, y) = (STATUS + 5.0, y + 11.0);
    let circle = |fill: &str| format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"{fill}\" stroke=\"{INK}\"/>");
    svg.push_str(&match status {
        ProgressStatus::NotStarted => circle("#ffffff"),
        ProgressStatus::UnderWay => {
            format!("{}<path d=\"M{x:.1} {:.1}a4 4 0 0 0 0 8z\" fill=\"{INK}\"/>", circle("#ffffff"), y - 4.0)
        }
        ProgressStatus::Done => circle(INK),
        ProgressStatus::Delayed => {
            format!("<path d=\"M{x:.1} {:.1}l4.5 8h-9z\" fill=\"#ffffff\" stroke=\"{INK}\"/>", y - 4.5)
        }
    });
}

/// The bar of a measure. What the dates leave open is hatched; a missing end is a broken line.
pub(super) fn bar(svg: &mut String, measure: &Measure, axis: &Axis, y: f64) {
    let y = y + TOP;
    let right = f64::from(WIDTH) - 1.0;
    match (measure.time_frame.start, measure.time_frame.end) {
        (Some(start), Some(end)) => {
            let (from, to) = ends(axis, start, end);
            outline(svg, from, to, y, "#d5d9e0");
            hatch(svg, measure, axis, from, to, y);
        }
        (None, Some(end)) => {
            let (from, to) = ends(axis, end, end);
            broken_line(svg, CHART, from, y);
            outline(svg, from, to, y, "#d5d9e0");
            hatch(svg, measure, axis, from, to, y);
        }
        (Some(start), None) => {
            let (from, to) = ends(axis, start, start);
            broken_line(svg, to, right, y);
            outline(svg, from, to, y, "#d5d9e0");
            hatch(svg, measure, axis, from, to, y);
        }
        (None, None) => {}
    }
}

/// The words behind a bar whose time is over.
pub(super) fn overdue(svg: &mut String, measure: &Measure, axis: &Axis, y: f64, today: Date, words: &str) {
    let Some(end) = measure.time_frame.end else { return };
    // Behind the hairline of the day, which lies behind the bar.
    let after = axis.x(today) + 6.0;
    let width = fonts::width(words, 9.5);
    let before = axis.x(measure.time_frame.start.unwrap_or(end).first_day()) - 6.0;
    // Where there is no room, before the bar.
    let x = if after + width < f64::from(WIDTH) { after } else { (before - width).max(CHART) };
    svg.push_str(&format!(
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"13\" fill=\"#ffffff\"/>\
         <text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"9.5\" font-style=\"italic\">{}</text>",
        x - 2.0,
        y + 4.5,
        width + 4.0,
        y + 14.5,
        escape(words)
    ));
}

fn ends(axis: &Axis, start: PartialDate, end: PartialDate) -> (f64, f64) {
    let from = axis.x(start.first_day()).min(f64::from(WIDTH) - 1.0 - NARROWEST);
    (from, axis.x(end.last_day()).max(from + NARROWEST))
}

fn outline(svg: &mut String, from: f64, to: f64, y: f64, fill: &str) {
    svg.push_str(&format!(
        "<rect x=\"{from:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{HEIGHT}\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"0.7\"/>",
        to - from
    ));
}

/// Hatches the quarter or year within which a measure begins or ends: it can be any day of it.
fn hatch(svg: &mut String, measure: &Measure, axis: &Axis, from: f64, to: f64, y: f64) {
    let mut path = String::new();
    let mut hatched = from;
    for date in [measure.time_frame.start, measure.time_frame.end].into_iter().flatten() {
        if matches!(date, PartialDate::Day(_) | PartialDate::Month(..)) {
            continue;
        }
        let left = axis.x(date.first_day()).clamp(hatched, to);
        let right = axis.x(date.last_day()).clamp(left, to);
        hatched = right;
        strokes(&mut path, left, right, y);
    }
    if !path.is_empty() {
        svg.push_str(&format!("<path d=\"{path}\" stroke=\"{INK}\" stroke-width=\"0.7\" fill=\"none\"/>"));
    }
}

/// Rising strokes from the lower to the upper edge, cut at both ends.
fn strokes(path: &mut String, left: f64, right: f64, y: f64) {
    const STEP: f64 = 3.5;
    // Strokes start on a grid of their own, so neighbouring bars are hatched alike.
    let mut x = ((left - HEIGHT) / STEP).floor() * STEP;
    while x < right {
        let from = x.max(left);
        let to = (x + HEIGHT).min(right);
        if to > from {
            path.push_str(&format!("M{from:.1} {:.1}L{to:.1} {:.1}", y + HEIGHT - (from - x), y + HEIGHT - (to - x)));
        }
        x += STEP;
    }
}

fn broken_line(svg: &mut String, from: f64, to: f64, y: f64) {
    if to > from {
        svg.push_str(&format!(
            "<path d=\"M{from:.1} {:.1}H{to:.1}\" stroke=\"{INK}\" stroke-width=\"0.7\" stroke-dasharray=\"4 3\"/>",
            y + HEIGHT / 2.0
        ));
    }
}
