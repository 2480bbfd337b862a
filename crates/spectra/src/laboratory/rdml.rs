//! RDML: an amplification run as XML in a ZIP archive: samples with their type, targets, and by reaction the quantification
//! cycle and the fluorescence of each cycle. A Cq of -1 is how RDML writes "none".

use std::collections::BTreeMap;
use std::io::Read as _;

use crate::finding::Finding;
use crate::format::lines;
use crate::format::xml::{self, Element};
use crate::laboratory::{CURVE_LIMIT, FILE_LIMIT, LaboratoryFile, Reaction};

pub(super) fn read_zip(bytes: &[u8], findings: &mut Vec<Finding>) -> Option<LaboratoryFile> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    for n in 0..archive.len().min(16) {
        let Ok(mut entry) = archive.by_index(n) else { continue };
        if !entry.name().is_ok_and(|name| name.ends_with(".xml")) {
            continue;
        }
        let mut inner = Vec::new();
        // What the archive says of its size is not believed.
        entry.by_ref().take(FILE_LIMIT as u64 / 4).read_to_end(&mut inner).ok()?;
        let text = lines::decode(&inner);
        if let Some(file) = xml::read(&text, findings).and_then(|document| read(&document)) {
            return Some(file);
        }
    }
    None
}

pub(super) fn read(document: &Element) -> Option<LaboratoryFile> {
    if !document.is("rdml") {
        return None;
    }
    let samples: BTreeMap<&str, &Element> =
        document.all("sample").filter_map(|sample| Some((sample.attribute("id")?, sample))).collect();
    let targets: BTreeMap<&str, String> = document
        .all("target")
        .filter_map(|target| Some((target.attribute("id")?, target.words_in("type").unwrap_or_default())))
        .collect();
    let mut file = LaboratoryFile { format: "rdml".to_owned(), ..LaboratoryFile::default() };
    for run in document.find_all("run") {
        for react in run.all("react") {
            let sample = react.child("sample").and_then(|sample| sample.attribute("id")).unwrap_or_default();
            for data in react.all("data") {
                if file.reactions.len() >= CURVE_LIMIT {
                    break;
                }
                let points =
                    data.all("adp").filter_map(|point| Some((point.number_in("cyc")?, point.number_in("fluor")?)));
                let target = data.child("tar").and_then(|target| target.attribute("id")).unwrap_or_default();
                let cq = data.number_in("cq");
                file.reactions.push(Reaction {
                    run: run.attribute("id").unwrap_or_default().to_owned(),
                    well: react.attribute("id").unwrap_or_default().to_owned(),
                    sample: sample.to_owned(),
                    sample_type: samples.get(sample).and_then(|sample| type_of(sample, target)).unwrap_or_default(),
                    target: target.to_owned(),
                    target_type: targets.get(target).cloned().unwrap_or_default(),
                    cq: cq.filter(|cq| *cq >= 0.0),
                    analysed: cq.is_some(),
                    excluded: data.words_in("excl"),
                    amplification: points.take(1000).collect(),
                });
            }
        }
    }
    Some(file)
}

/// The type of a sample. Since RDML 1.3 a sample may have several, each for one target; one without a target is for all.
fn type_of(sample: &Element, target: &str) -> Option<String> {
    let of = |wanted: Option<&str>| sample.all("type").find(|one| one.attribute("targetId") == wanted);
    let found = of(Some(target)).or_else(|| of(None))?;
    found.said().map(|words| words.trim().to_owned())
}
