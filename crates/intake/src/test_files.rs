//! Files of the repository, for tests.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use domain::ids::{Id, Uuid};
use domain::template::Template;

use crate::round_folder::Files;

/// Where something of the repository is.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Every file below a folder of the repository.
#[expect(clippy::disallowed_methods, reason = "the files of the repository are the data of the tests")]
pub(crate) fn folder(path: &str) -> Files {
    fn add(root: &Path, folder: &Path, files: &mut Files) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                add(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    let root = repository(path);
    let mut files = Files::new();
    add(&root, &root, &mut files);
    files
}

/// The template that is packaged with the product, read once.
pub(crate) fn template() -> (Id<Template>, Template) {
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    let read = || {
        let files = folder("data/templates/1540-matrix-2017-reconstruction");
        let (template, faults) = crate::template_folder::read(&files);
        assert_eq!(crate::faults_shown(&faults), [""; 0]);
        template.unwrap()
    };
    (Id::new(Uuid::from_u128(1)), TEMPLATE.get_or_init(read).clone())
}

/// Ids that count up.
pub(crate) fn ids() -> impl FnMut() -> Uuid {
    let mut next = 100_u128;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}
