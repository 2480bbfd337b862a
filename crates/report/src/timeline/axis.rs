//! The axis of time: whole years, quarters as faint lines.

use domain::measure::Measure;
use jiff::civil::Date;

use super::{CHART, HEAD, INK, RULE, WIDTH, escape};
use crate::fonts;

/// Years in which a plan can be set sensibly. A slip in a date must not make an axis of millennia.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

pub(super) struct Axis {
    first: i16,
    last: i16,
    start: Date,
    days: i32,
}

impl Axis {
    /// The whole years that these measures span.
    pub(super) fn of(measures: &[&Measure]) -> Self {
        let dates = || measures.iter().flat_map(|measure| [measure.time_frame.start, measure.time_frame.end]).flatten();
        let within = |year: i16| year.clamp(*YEARS.start(), *YEARS.end());
        let first = within(dates().map(|date| date.first_day().year()).min().unwrap_or(2000));
        let last = within(dates().map(|date| date.last_day().year()).max().unwrap_or(first)).max(first);
        let start = first_of(first, 1);
        Self { first, last, start, days: days_between(start, first_of(last + 1, 1)).max(1) }
    }

    /// Where a day stands; days outside are at the edge.
    pub(super) fn x(&self, day: Date) -> f64 {
        let days = days_between(self.start, day).clamp(0, self.days);
        CHART + f64::from(days) * (f64::from(WIDTH) - 1.0 - CHART) / f64::from(self.days)
    }

    /// Lines and years.
    pub(super) fn draw(&self, svg: &mut String, height: u32) {
        let years = i32::from(self.last - self.first) + 1;
        // Labels need room: with many years only every second, third … is named.
        let step = usize::try_from(years / 14 + 1).unwrap_or(1);
        for (n, year) in (self.first..=self.last).enumerate() {
            let x = self.x(first_of(year, 1));
            line(svg, x, 18.0, height, RULE, 1.0);
            if years <= 8 {
                for month in [4, 7, 10] {
                    line(svg, self.x(first_of(year, month)), f64::from(HEAD) - 4.0, height, RULE, 0.4);
                }
            }
            if n % step == 0 {
                svg.push_str(&format!("<text x=\"{:.1}\" y=\"28\" font-size=\"10\">{year}</text>", x + 3.0));
            }
        }
        line(svg, f64::from(WIDTH) - 1.0, 18.0, height, RULE, 1.0);
    }

    /// The hairline of this day with its date above, when the axis reaches it.
    pub(super) fn draw_today(&self, svg: &mut String, today: Date, height: u32, label: &str) {
        if !(self.first..=self.last).contains(&today.year()) {
            return;
        }
        let x = self.x(today);
        line(svg, x, 14.0, height, INK, 0.8);
        let half = fonts::width(label, 10.0) / 2.0;
        let middle = x.clamp(half, f64::from(WIDTH) - half);
        svg.push_str(&format!(
            "<text x=\"{middle:.1}\" y=\"11\" font-size=\"10\" text-anchor=\"middle\">{}</text>",
            escape(label)
        ));
    }
}

fn line(svg: &mut String, x: f64, top: f64, bottom: u32, colour: &str, width: f64) {
    svg.push_str(&format!("<path d=\"M{x:.1} {top:.1}V{bottom}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>"));
}

fn first_of(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::ZERO)
}

fn days_between(start: Date, end: Date) -> i32 {
    start.until(end).map_or(0, |span| span.get_days())
}
