//! Energy calibrations of N42 documents of 2006: inside the spectrum, or elsewhere and referred to; equations, lists of
//! edges, or points; with deviation pairs in an extension.

use crate::calibration::EnergyCalibration;
use crate::format::xml::Element;
use crate::format::{CHANNEL_LIMIT, lines};

/// The calibrations that stand outside of spectra.
pub(crate) struct Calibrations<'d> {
    known: Vec<(Option<&'d str>, &'d Element)>,
}

fn is_energy(element: &Element) -> bool {
    let kind = element.attribute("Type").unwrap_or("Energy");
    kind.to_ascii_lowercase().starts_with("ener")
}

impl<'d> Calibrations<'d> {
    /// Those of the whole document.
    pub(crate) fn gather(document: &'d Element) -> Self {
        let all = document.find_all("Calibration").into_iter().filter(|element| is_energy(element));
        Self { known: all.map(|element| (element.attribute("ID"), element)).collect() }
    }

    /// The calibration of a spectrum: its own, else the one it refers to, else the only one that stands in the document.
    pub(crate) fn of(
        &self,
        spectrum: &Element,
        channels: usize,
        deviation_pairs: Vec<(f64, f64)>,
    ) -> EnergyCalibration {
        let own = spectrum.all("Calibration").find(|element| is_energy(element));
        let referred = || {
            let references = spectrum.attribute("CalibrationIDs").unwrap_or_default();
            references.split_whitespace().find_map(|id| self.known.iter().find(|(known, _)| *known == Some(id)))
        };
        let only = || match self.known.as_slice() {
            [(_, only)] => Some(*only),
            _ => None,
        };
        let found = own.or_else(|| referred().map(|(_, element)| *element)).or_else(only);
        found.map_or(EnergyCalibration::None, |element| calibration(element, channels, deviation_pairs))
    }
}

fn calibration(element: &Element, channels: usize, deviation_pairs: Vec<(f64, f64)>) -> EnergyCalibration {
    let unit = element.attribute("EnergyUnits").unwrap_or("keV");
    let to_kev = if unit.eq_ignore_ascii_case("MeV") { 1000.0 } else { 1.0 };
    let equation = element.find("Equation");
    let model = equation.and_then(|equation| equation.attribute("Model")).unwrap_or("Polynomial").to_ascii_lowercase();
    let list = element.find("Coefficients").map(|list| list.text.as_str()).unwrap_or_default();
    let (mut coefficients, _) = lines::numbers(list, CHANNEL_LIMIT + 1);
    for coefficient in &mut coefficients {
        *coefficient *= to_kev;
    }
    if coefficients.iter().any(|number| *number != 0.0) {
        return if model.contains("fullrange") || model.contains("frf") {
            EnergyCalibration::FullRangeFraction { coefficients, deviation_pairs }
        } else if model.contains("lower") || model.contains("edge") || coefficients.len() >= channels.max(16) {
            EnergyCalibration::LowerEdges { edges: coefficients }
        } else {
            EnergyCalibration::Polynomial { coefficients, deviation_pairs }
        };
    }
    points(element, to_kev).unwrap_or(EnergyCalibration::None)
}

/// Points of channel and energy: a straight line through the first and the last is only honest for two; more are a
/// piecewise axis, which the edges of channels cannot be read from beyond the points, so those stay uncalibrated.
fn points(element: &Element, to_kev: f64) -> Option<EnergyCalibration> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    for point in element.find_all("PointXY") {
        found.push((point.number_in("X")?, point.number_in("Y")? * to_kev));
    }
    match found.as_slice() {
        [(x0, y0), (x1, y1)] if x1 > x0 => {
            let gain = (y1 - y0) / (x1 - x0);
            Some(EnergyCalibration::Polynomial {
                coefficients: vec![y0 - gain * x0, gain],
                deviation_pairs: Vec::new(),
            })
        }
        // One point with its gain: coefficients written as X and Y.
        _ => None,
    }
}

/// The deviation pairs that an extension gives for a detector.
pub(crate) fn deviations(document: &Element, detector: Option<&str>) -> Vec<(f64, f64)> {
    let all = document.find_all("NonlinearityCorrection");
    let named = all.iter().find(|element| element.attribute("Detector").is_some_and(|name| Some(name) == detector));
    let Some(element) = named.or_else(|| if all.len() == 1 { all.first() } else { None }) else { return Vec::new() };
    let pairs = element.all("Deviation").map(|pair| lines::numbers(&pair.text, 4).0);
    pairs
        .filter_map(|pair| if let [energy, offset, ..] = pair.as_slice() { Some((*energy, *offset)) } else { None })
        .collect()
}
