//! mzML: mass spectra and chromatograms as base64 of numbers, perhaps deflated. What an array is, its precision and its
//! compression are told by terms of the PSI-MS vocabulary.

use std::io::Read as _;

use base64::Engine as _;

use crate::finding::Finding;
use crate::format::xml::Element;
use crate::laboratory::{CURVE_LIMIT, Curve, LaboratoryFile, POINT_LIMIT};

const FLOAT_64: &str = "MS:1000523";
const ZLIB: &str = "MS:1000574";
const NUMPRESS: [&str; 6] = ["MS:1002312", "MS:1002313", "MS:1002314", "MS:1002746", "MS:1002747", "MS:1002748"];
const MASS: &str = "MS:1000514";
const INTENSITY: &str = "MS:1000515";
const TIME: &str = "MS:1000595";
const CENTROID: &str = "MS:1000127";

pub(super) fn read(document: &Element, findings: &mut Vec<Finding>) -> Option<LaboratoryFile> {
    let root = if document.is("mzML") { document } else { document.find("mzML")? };
    let mut file = LaboratoryFile { format: "mzml".to_owned(), ..LaboratoryFile::default() };
    let mut left = POINT_LIMIT;
    for name in ["spectrum", "chromatogram"] {
        for element in root.find_all(name) {
            if file.curves.len() >= CURVE_LIMIT || left == 0 {
                break;
            }
            if let Some(curve) = curve(element, &mut left, findings) {
                file.curves.push(curve);
            }
        }
    }
    Some(file)
}

fn has(element: &Element, accession: &str) -> bool {
    element.all("cvParam").any(|term| term.attribute("accession") == Some(accession))
}

fn curve(element: &Element, left: &mut usize, findings: &mut Vec<Finding>) -> Option<Curve> {
    let id = element.attribute("id").unwrap_or_default();
    let (mut x, mut y, mut time) = (None, None, false);
    for array in element.find_all("binaryDataArray") {
        let is_x = has(array, MASS) || has(array, TIME);
        if !is_x && !has(array, INTENSITY) {
            continue;
        }
        time |= has(array, TIME);
        match numbers(array, *left) {
            Ok(numbers) if is_x => x = Some(numbers),
            Ok(numbers) => y = Some(numbers),
            Err(code) => {
                findings.push(Finding::error(code, id));
                return None;
            }
        }
    }
    let (x, y) = (x?, y?);
    if x.len() != y.len() {
        findings.push(Finding::error("channel-count-differs", id).with("stated", x.len()).with("found", y.len()));
    }
    let points: Vec<(f64, f64)> = x.into_iter().zip(y).filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    *left = left.saturating_sub(points.len());
    let statements = element.find_all("cvParam").into_iter().filter_map(|term| {
        let value = term.attribute("value")?;
        Some((term.attribute("name")?.to_owned(), value.to_owned()))
    });
    Some(Curve {
        title: id.to_owned(),
        measured: if time { "CHROMATOGRAM" } else { "MASS SPECTRUM" }.to_owned(),
        x_unit: if time { "time" } else { "m/z" }.to_owned(),
        y_unit: "intensity".to_owned(),
        points,
        sticks: has(element, CENTROID),
        statements: statements.take(50).collect(),
    })
}

fn numbers(array: &Element, limit: usize) -> Result<Vec<f64>, &'static str> {
    if NUMPRESS.iter().any(|term| has(array, term)) {
        return Err("array-compression");
    }
    let text: String = array.child("binary").map(|binary| binary.text.split_whitespace().collect()).unwrap_or_default();
    let bytes = base64::engine::general_purpose::STANDARD.decode(text).map_err(|_| "array-broken")?;
    let size = if has(array, FLOAT_64) { 8 } else { 4 };
    let bytes = if has(array, ZLIB) {
        let mut inflated = Vec::new();
        // A small file may inflate to anything: never to more than there may be points.
        let most = (limit * size) as u64;
        flate2::read::ZlibDecoder::new(bytes.as_slice())
            .take(most)
            .read_to_end(&mut inflated)
            .map_err(|_| "array-broken")?;
        inflated
    } else {
        bytes
    };
    let number = |chunk: &[u8]| match chunk {
        [a, b, c, d, e, f, g, h] => f64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]),
        [a, b, c, d] => f64::from(f32::from_le_bytes([*a, *b, *c, *d])),
        _ => f64::NAN,
    };
    Ok(bytes.chunks_exact(size).take(limit).map(number).collect())
}
