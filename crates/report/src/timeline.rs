//! The timeline of an action plan: a bar for each measure, as exact as its dates. A picture that stands on its own:
//! no script, no style sheet, no reference to anything outside or inside it.

mod axis;
mod bars;

use domain::ids::RecordId;
use domain::measure::Measure;
use domain::sort_key::sort_key;
use jiff::civil::Date;
use locale::Translator;

use crate::fonts;
use axis::Axis;

/// Units of the full width.
pub(crate) const WIDTH: u32 = 720;
/// Where the text of a measure begins, where its status stands, and where the chart begins.
const TEXT: f64 = 28.0;
const STATUS: f64 = 254.0;
const CHART: f64 = 346.0;
const HEAD: u32 = 34;
const ROW: u32 = 22;
/// Rows of one picture in a report: what fits on a page under its heading.
const ROWS_OF_A_PAGE: usize = 36;

const INK: &str = "#14213d";
const RULE: &str = "#d5d9e0";
const PANEL: &str = "#f5f6f8";
const FONTS: &str = "'PT Sans', 'Tripoint Sans', sans-serif";

/// The timeline of a plan as SVG, seen on this day. Bars run over what the dates can mean: the quarter or year within
/// which a measure begins or ends is hatched. Status is told by a shape and a word.
#[must_use]
pub fn timeline_svg(plan: &str, measures: &[(RecordId, Measure)], today: Date, translator: Translator) -> String {
    let mut measures: Vec<&Measure> = measures.iter().map(|(_, measure)| measure).collect();
    measures.sort_by_key(|measure| sort_key(&measure.number));
    let axis = Axis::of(&measures);
    draw(plan, &measures, &axis, today, translator).0
}

/// The same, cut into pictures that fit on a page, each with its size. All share one axis.
pub(crate) fn pages(
    plan: &str,
    measures: &[(RecordId, Measure)],
    today: Date,
    translator: Translator,
) -> Vec<(String, (u32, u32))> {
    let mut measures: Vec<&Measure> = measures.iter().map(|(_, measure)| measure).collect();
    measures.sort_by_key(|measure| sort_key(&measure.number));
    let axis = Axis::of(&measures);
    measures.chunks(ROWS_OF_A_PAGE).map(|rows| draw(plan, rows, &axis, today, translator)).collect()
}

fn draw(plan: &str, measures: &[&Measure], axis: &Axis, today: Date, t: Translator) -> (String, (u32, u32)) {
    let height = HEAD + ROW * u32::try_from(measures.len()).unwrap_or(u32::MAX / ROW / 2) + 6;
    let title = escape(&t.with("timeline-title", &[("plan", plan.into())]));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\" font-family=\"{FONTS}\" font-size=\"11\" fill=\"{INK}\"><title>{title}</title>"
    );
    for n in (1..measures.len()).step_by(2) {
        let y = HEAD + ROW * u32::try_from(n).unwrap_or_default();
        svg.push_str(&format!("<rect x=\"0\" y=\"{y}\" width=\"{WIDTH}\" height=\"{ROW}\" fill=\"{PANEL}\"/>"));
    }
    axis.draw(&mut svg, height);
    for (n, measure) in measures.iter().enumerate() {
        let y = f64::from(HEAD + ROW * u32::try_from(n).unwrap_or_default());
        let text = measure.text.text(t.language());
        label(&mut svg, 0.0, y, &measure.number, true, TEXT - 4.0);
        label(&mut svg, TEXT, y, text, false, STATUS - TEXT - 8.0);
        bars::status(&mut svg, measure.status, y);
        let word = t.word("progress-status", measure.status.as_str());
        label(&mut svg, STATUS + 14.0, y, &word, false, CHART - STATUS - 18.0);
        bars::bar(&mut svg, measure, axis, y);
        if measure.is_overdue(today) {
            bars::overdue(&mut svg, measure, axis, y, today, &t.text("timeline-overdue"));
        }
    }
    // The hairline of the day comes last, so that no bar hides it.
    axis.draw_today(&mut svg, today, height, &t.with("timeline-today", &[("date", t.date(today).into())]));
    svg.push_str("</svg>");
    (svg, (WIDTH, height))
}

/// A line of text, cut to what its column holds.
fn label(svg: &mut String, x: f64, y: f64, text: &str, strong: bool, room: f64) {
    let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let mut kept = text.clone();
    let mut shown = text;
    while fonts::width(&shown, 11.0) > room && kept.pop().is_some() {
        shown = format!("{}…", kept.trim_end_matches(|c: char| c == ' ' || c.is_ascii_punctuation()));
    }
    let weight = if strong { " font-weight=\"bold\"" } else { "" };
    svg.push_str(&format!("<text x=\"{x:.1}\" y=\"{:.1}\"{weight}>{}</text>", y + 15.0, escape(&shown)));
}

/// Text inside SVG: what XML would take for markup, and what it cannot hold.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}
