//! The files that are made from the code and checked in, so that a change of them is read in a review.

use anyhow::Context as _;

use crate::root;

/// A file as it should be.
pub(crate) struct Generated {
    /// Its path from the root of the repository.
    pub(crate) path: &'static str,
    /// Its text.
    pub(crate) text: String,
}

/// Every generated file as the code makes it.
fn all() -> anyhow::Result<Vec<Generated>> {
    let openapi = api::openapi().to_pretty_json().context("the OpenAPI document cannot be written as JSON")?;
    let english = locale::Catalogue::embedded().translator(domain::language::Language::EN);
    Ok(vec![
        Generated { path: "openapi/tripoint.json", text: format!("{openapi}\n") },
        Generated { path: "docs/reference/permissions.txt", text: app::permission::table() },
        Generated { path: "docs/reference/verbs.md", text: app::verbs::reference() },
        Generated { path: "docs/reference/command-line.md", text: cli::reference(english) },
    ])
}

/// The generated files that are missing or say something else than the code.
pub(crate) fn stale() -> anyhow::Result<Vec<Generated>> {
    let mut files = all()?;
    #[expect(clippy::disallowed_methods, reason = "comparing files is what this task is for")]
    files.retain(|file| std::fs::read_to_string(root().join(file.path)).ok().as_ref() != Some(&file.text));
    Ok(files)
}

#[cfg(test)]
mod tests {
    #[test]
    fn generated_files_are_fresh() {
        let stale: Vec<&str> = super::stale().unwrap().iter().map(|file| file.path).collect();
        assert_eq!(stale, [""; 0], "run `cargo run -p xtask -- gen`");
    }
}
