//! The templates shipped with the program.

use std::collections::BTreeMap;

use domain::template::Template;

use crate::refusal::Refusal;

/// The files of each shipped template, by folder.
const FOLDERS: &[&[(&str, &[u8])]] = &[&[
    ("template.toml", include_bytes!("../../../../data/templates/1540-matrix-2017-reconstruction/template.toml")),
    ("rows.tsv", include_bytes!("../../../../data/templates/1540-matrix-2017-reconstruction/rows.tsv")),
]];

/// All shipped templates.
///
/// # Errors
/// Never with the files of this tree: a test reads them.
pub fn all() -> Result<Vec<Template>, Refusal> {
    FOLDERS
        .iter()
        .map(|files| {
            let files: BTreeMap<String, Vec<u8>> =
                files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
            let (template, faults) = intake::template_folder::read(&files);
            template.ok_or(Refusal::Invalid(faults))
        })
        .collect()
}
