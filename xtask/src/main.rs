//! Work on the tree itself: `gen` writes the files that are made from the code, `check` fails when one of them is stale.
//!
//! It does not belong to the program, and nothing depends on it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

mod generated;

fn main() -> ExitCode {
    let task = std::env::args().nth(1);
    let done = match task.as_deref() {
        Some("gen") => generate(),
        Some("check") => check(),
        _ => {
            say("cargo run -p xtask -- gen | check");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Writes every generated file that is not as it should be.
fn generate() -> anyhow::Result<()> {
    for stale in generated::stale()? {
        let path = root().join(stale.path);
        #[expect(clippy::disallowed_methods, reason = "writing files is what this task is for")]
        std::fs::write(&path, &stale.text).with_context(|| format!("cannot write {}", path.display()))?;
        say(&format!("wrote {}", stale.path));
    }
    Ok(())
}

/// Names every generated file that is not as it should be.
fn check() -> anyhow::Result<()> {
    let stale: Vec<&str> = generated::stale()?.iter().map(|file| file.path).collect();
    anyhow::ensure!(stale.is_empty(), "stale: {}; run cargo run -p xtask -- gen", stale.join(", "));
    Ok(())
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn say(line: &str) {
    // Nobody can be told that nobody can be told.
    let _ = writeln!(std::io::stderr(), "{line}");
}
