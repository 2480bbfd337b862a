//! The rules of the house, as tests: the direction of dependencies, formatting, file lengths, the first line of verbs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::product::repository;

/// The rings, from the inside out. A crate may depend on rings further in, and on its own ring only where named.
const RINGS: &[&[&str]] = &[
    &["domain", "text"],
    &["intake", "locale"],
    &["lists", "parties", "spectra"],
    &["identify"],
    &["store", "report"],
    &["app"],
    &["api", "web", "cli"],
    &["tripoint"],
];

fn ring(name: &str) -> Option<usize> {
    RINGS.iter().position(|ring| ring.contains(&name))
}

#[test]
fn dependencies_point_one_way() {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(repository().join("Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .expect("cargo metadata");
    let mut arrows = BTreeMap::new();
    for package in &metadata.packages {
        let normal = package.dependencies.iter().filter(|d| d.kind == cargo_metadata::DependencyKind::Normal);
        let names: BTreeSet<String> = normal.map(|dependency| dependency.name.clone()).collect();
        arrows.insert(package.name.to_string(), names);
    }
    let mut wrong = Vec::new();
    for (from, names) in &arrows {
        let Some(from_ring) = ring(from) else { continue };
        for to in names {
            if to == "testkit" {
                wrong.push(format!("{from} → testkit: the program does not depend on its test worlds"));
            }
            if ring(to).is_some_and(|to_ring| to_ring >= from_ring) {
                wrong.push(format!("{from} → {to} goes back"));
            }
        }
    }
    let only = [
        ("sqlx", "store"),
        ("typst", "report"),
        ("askama", "web"),
        ("utoipa", "api"),
        ("clap", "cli"),
        ("getrandom", "tripoint"),
    ];
    for (part, home) in only {
        for (from, names) in arrows.iter().filter(|(from, _)| ring(from).is_some()) {
            if names.contains(part) && from != home {
                wrong.push(format!("{from} → {part}: only {home} knows it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for crates in RINGS.iter().flat_map(|ring| ring.iter()) {
        assert!(arrows.contains_key(*crates), "ring names {crates}, which is no crate");
    }
}

#[test]
fn the_code_is_formatted() {
    let done = Command::new("cargo").args(["fmt", "--all", "--check"]).current_dir(repository()).output();
    let done = done.expect("cargo fmt");
    assert!(done.status.success(), "run cargo fmt --all:\n{}", String::from_utf8_lossy(&done.stdout));
}

/// Every file below a folder with this extension, without what is built or fetched.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(next) = pending.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with('.') && name != "target" && name != "node_modules" {
                pending.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn no_file_of_code_grows_beyond_reading() {
    let long: Vec<String> = files(&repository().join("crates"), "rs")
        .iter()
        .map(|path| (path, fs::read_to_string(path).expect("a file").lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "a file over 500 lines is two files:\n{}", long.join("\n"));
}

#[test]
fn no_file_is_a_junk_drawer() {
    let drawers = ["utils", "util", "helpers", "helper", "common", "misc", "prelude"];
    let found: Vec<String> = files(&repository().join("crates"), "rs")
        .iter()
        .filter(|path| path.file_stem().is_some_and(|stem| drawers.contains(&stem.to_string_lossy().as_ref())))
        .map(|path| path.display().to_string())
        .collect();
    assert!(found.is_empty(), "a file is named for what is in it: {found:?}");
}

/// The verbs of `app`: public async functions that take the actor. The first statement of each asks for a permit, or the
/// verb is one of those that make the actor.
#[test]
fn every_verb_authorises_first() {
    let mut wrong = Vec::new();
    let mut verbs = 0;
    for path in files(&repository().join("crates/app/src"), "rs") {
        let text = fs::read_to_string(&path).expect("a file");
        for (start, _) in text.match_indices("pub async fn ") {
            let rest = &text[start..];
            let Some(open) = rest.find("{\n") else { continue };
            let (signature, body) = rest.split_at(open);
            if !signature.contains("actor: &Actor") {
                continue;
            }
            verbs += 1;
            let first: String = body.trim_start_matches("{\n").lines().take(4).collect();
            let own_password = signature.contains("fn set_password") && first.contains("actor.account != account");
            if !first.contains(".permit(") && !own_password {
                let name = signature.trim_start_matches("pub async fn ").split('(').next().unwrap_or_default();
                wrong.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(verbs > 40, "only {verbs} verbs were found: the test looks in the wrong place");
    assert!(wrong.is_empty(), "these verbs do not begin with actor.permit(…):\n{}", wrong.join("\n"));
}

/// Nothing in the tree grades a State. The words are put together here so that this file does not contain them.
#[test]
fn nothing_grades_a_state() {
    let words: Vec<String> = ["score", "rate", "percent", "rank", "index"]
        .iter()
        .flat_map(|word| [format!("compliance_{word}"), format!("compliance-{word}"), format!("compliance {word}")])
        .collect();
    let mut wrong = Vec::new();
    for extension in ["rs", "html", "ftl", "toml", "css", "sql"] {
        for path in files(&repository(), extension) {
            let text = fs::read_to_string(&path).unwrap_or_default().to_lowercase();
            wrong.extend(
                words.iter().filter(|word| text.contains(*word)).map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
