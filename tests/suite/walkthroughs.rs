//! The walkthroughs of `docs/walkthroughs/`, run exactly as they are printed.
//!
//! A block marked `console` holds commands after `$ ` and, under each, what it prints (both streams). In what is printed,
//! `[..]` stands for anything within a line, and a line `...` for any number of lines. A line `? 1` after a command says
//! that it ends with that code; otherwise it must end with 0.

use std::fs;
use std::process::{Command, Stdio};

use crate::product::{Place, repository};

struct Step {
    line: usize,
    command: String,
    code: i32,
    expect: Vec<String>,
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (n, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside {
            if let Some(command) = line.strip_prefix("$ ") {
                steps.push(Step { line: n + 1, command: command.to_owned(), code: 0, expect: Vec::new() });
            } else if let Some(step) = steps.last_mut() {
                match line.strip_prefix("? ").and_then(|code| code.parse().ok()) {
                    Some(code) => step.code = code,
                    None => step.expect.push(line.to_owned()),
                }
            }
        }
    }
    steps
}

/// Whether a printed line is the expected one, `[..]` standing for anything.
fn line_fits(expect: &str, line: &str) -> bool {
    let mut parts = expect.split("[..]");
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<&str> = parts.collect();
    for (n, part) in parts.iter().enumerate() {
        if n + 1 == parts.len() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

fn fits(expect: &[String], lines: &[&str]) -> bool {
    match expect.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|skip| fits(rest, &lines[skip..])),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, lines)| line_fits(first, line) && fits(rest, lines))
        }
    }
}

#[track_caller]
fn walk(name: &str) {
    let path = repository().join("docs/walkthroughs").join(name);
    let text = fs::read_to_string(&path).expect("a walkthrough");
    let steps = steps(&text);
    assert!(!steps.is_empty(), "{name} has no commands");
    let place = Place::new();
    // The examples lie beside the reader, as they do in a clone.
    std::os::unix::fs::symlink(repository().join("examples"), place.path().join("examples")).expect("a link");
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_tripoint"));
    let folder = program.parent().expect("a folder").to_string_lossy().into_owned();
    for step in steps {
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; {}", step.command)])
            .current_dir(place.path())
            .env_clear()
            .env("PATH", format!("{folder}:/usr/local/bin:/usr/bin:/bin"))
            .env("LANG", "C")
            .stdin(Stdio::null())
            .output()
            .expect("a shell");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines: Vec<&str> = printed.lines().map(str::trim_end).collect();
        let expect: Vec<String> = step.expect.iter().map(|line| line.trim_end().to_owned()).collect();
        // Blank lines at the end of a block are the page's, not the program's.
        let expect = &expect[..expect.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1)];
        let lines = &lines[..lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1)];
        let code = output.status.code().unwrap_or(-1);
        assert!(
            code == step.code && fits(expect, lines),
            "{name}:{}: $ {}\nended with {code}, expected {}\n--- printed\n{printed}\n--- expected\n{}",
            step.line,
            step.command,
            step.code,
            expect.join("\n")
        );
    }
}

#[test]
fn a_first_round() {
    walk("a-first-round.md");
}

#[test]
fn take_over_a_node() {
    walk("take-over-a-node.md");
}

#[test]
fn determine_a_good() {
    walk("determine-a-good.md");
}

#[test]
fn measure_a_sample() {
    walk("measure-a-sample.md");
}

#[test]
fn every_walkthrough_is_run() {
    let mut names: Vec<String> = fs::read_dir(repository().join("docs/walkthroughs"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["a-first-round.md", "determine-a-good.md", "measure-a-sample.md", "screen-a-party.md", "take-over-a-node.md"],
        "add a test for each walkthrough"
    );
}

#[test]
fn patterns_fit_what_they_should() {
    assert!(line_fits("a [..] c", "a b c"));
    assert!(!line_fits("a [..] c", "a b d"));
    assert!(line_fits("exact", "exact"));
    assert!(!line_fits("exact", "exactly"));
    let expect = ["first".to_owned(), "...".to_owned(), "last".to_owned()];
    assert!(fits(&expect, &["first", "x", "y", "last"]));
    assert!(!fits(&expect, &["first", "x"]));
}

#[test]
fn screen_a_party() {
    walk("screen-a-party.md");
}
