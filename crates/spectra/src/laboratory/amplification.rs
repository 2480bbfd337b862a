//! The curves of an amplification run in one picture (SVG): samples as full lines, controls dashed. Readable without colour.

use std::fmt::Write as _;

use super::Reaction;
use super::plot::{BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, axes, escaped};
use super::run::ControlRole;

/// More curves than a plate has wells cannot be told apart.
const MOST: usize = 96;

/// Draws the reactions that have a curve; `None` when none has. The texts are those of the axes, in the reader's language.
#[must_use]
pub fn amplification_svg<'r>(
    reactions: impl IntoIterator<Item = &'r Reaction>,
    (cycle, fluorescence): (&str, &str),
) -> Option<String> {
    let finite = |point: &&(f64, f64)| point.0.is_finite() && point.1.is_finite();
    let drawn: Vec<&Reaction> = reactions
        .into_iter()
        .filter(|reaction| reaction.excluded.is_none() && reaction.amplification.iter().any(|point| finite(&point)))
        .take(MOST)
        .collect();
    let points = || drawn.iter().flat_map(|reaction| &reaction.amplification).filter(finite);
    let ends = |of: fn(&(f64, f64)) -> f64| {
        points()
            .map(of)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (x, y) = (ends(|point| point.0), ends(|point| point.1));
    if x.0 > x.1 {
        return None;
    }
    let part = |value: f64, (low, high): (f64, f64)| if high > low { (value - low) / (high - low) } else { 0.5 };
    let across = |value: f64| LEFT + (WIDTH - LEFT - RIGHT) * part(value, x);
    let down = |value: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part(value, y);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"12\"><title>{}</title>",
        escaped(fluorescence)
    );
    axes(&mut out, x, y, &across, &down);
    let middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text><text x=\"14\" y=\"{middle}\" text-anchor=\"middle\" \
         transform=\"rotate(-90 14 {middle})\">{}</text>",
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 8.0,
        escaped(cycle),
        escaped(fluorescence)
    );
    for reaction in drawn {
        let mut path = String::new();
        for (n, (cycle, level)) in reaction.amplification.iter().filter(finite).enumerate() {
            let _ = write!(path, "{}{:.1} {:.1}", if n == 0 { 'M' } else { 'L' }, across(*cycle), down(*level));
        }
        let dashes = match ControlRole::of_sample_type(&reaction.sample_type) {
            Some(_) => " stroke-dasharray=\"5 3\"",
            None => "",
        };
        let _ = write!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\"{dashes}/>");
    }
    out.push_str("</svg>");
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reaction(sample_type: &str, points: &[(f64, f64)]) -> Reaction {
        Reaction { sample_type: sample_type.to_owned(), amplification: points.to_vec(), ..Reaction::default() }
    }

    #[test]
    fn controls_are_dashed_and_nothing_is_drawn_of_nothing() {
        let run = [reaction("unkn", &[(1.0, 0.1), (2.0, 0.4)]), reaction("ntc", &[(1.0, 0.1), (2.0, f64::NAN)])];
        let svg = amplification_svg(&run, ("cycle", "<level>")).unwrap();
        assert_eq!(svg.matches("stroke-dasharray").count(), 1);
        assert!(!svg.contains("NaN") && svg.contains("&lt;level&gt;"));
        assert_eq!(amplification_svg(&[reaction("unkn", &[])], ("", "")), None);
    }
}
