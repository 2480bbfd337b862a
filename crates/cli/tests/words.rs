//! Every command and every argument has its words in every language, and no help shows a key in place of words.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::BTreeSet;
use std::path::Path;

use clap::Command;
use domain::language::Language;
use locale::{Catalogue, Translator};

fn translators() -> impl Iterator<Item = Translator> {
    Catalogue::embedded().languages().iter().map(|language| Catalogue::embedded().translator(*language))
}

/// Every command of the tree with the words it is typed with.
fn commands(command: &Command, path: &str, into: &mut Vec<(String, Command)>) {
    into.push((path.to_owned(), command.clone()));
    for sub in command.get_subcommands() {
        commands(sub, &format!("{path} {}", sub.get_name()), into);
    }
}

fn tree(translator: Translator) -> Vec<(String, Command)> {
    let mut all = Vec::new();
    commands(&cli::command(translator), "tripoint", &mut all);
    all
}

#[test]
fn every_command_and_argument_has_words() {
    let mut missing = Vec::new();
    for t in translators() {
        for (path, command) in tree(t) {
            let key = path.replacen("tripoint", "cli", 1).replace(' ', "-");
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            if about.is_empty() || about == key {
                missing.push(format!("{} {key}", t.language()));
            }
            for argument in command.get_arguments() {
                let id = argument.get_id();
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                if help.is_empty() || help.starts_with("cli") {
                    missing.push(format!("{} {key}.{id}", t.language()));
                }
                let heading = argument.get_help_heading().unwrap_or_default();
                assert!(!heading.is_empty() && !heading.starts_with("cli-"), "{path} {id}: {heading:?}");
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_help_can_be_shown_without_a_raw_key_or_an_english_word_of_the_parser() {
    for t in translators() {
        for (path, mut command) in tree(t) {
            let help = command.render_long_help().to_string();
            assert!(!help.contains("cli-") && !help.contains("cli."), "{path}: {help}");
            if t.language() != Language::EN {
                for word in ["Usage", "Options:", "Arguments:", "Commands:", "[default", "[possible", "OPTIONS"] {
                    assert!(!help.contains(word), "{word} in {path}: {help}");
                }
            }
        }
    }
}

#[test]
fn the_tree_is_sound() {
    for t in translators() {
        cli::command(t).debug_assert();
    }
}

#[test]
fn every_attribute_of_a_command_belongs_to_an_argument() {
    let t = Catalogue::embedded().translator(Language::EN);
    let mut known = BTreeSet::new();
    let mut anywhere = BTreeSet::new();
    for (path, command) in tree(t) {
        let key = path.replacen("tripoint", "cli", 1).replace(' ', "-");
        known.insert(key.clone());
        for argument in command.get_arguments() {
            known.insert(format!("{key}.{}", argument.get_id()));
            anywhere.insert(format!("cli-arguments.{}", argument.get_id()));
        }
    }
    let mut surplus = Vec::new();
    let mut message = String::new();
    for line in read("../../locales/en/cli-commands.ftl").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, _)) = line.split_once(" =") else { continue };
        let key = match name.trim().strip_prefix('.') {
            Some(attribute) => format!("{message}.{attribute}"),
            None => {
                message = name.to_owned();
                message.clone()
            }
        };
        if key != "cli-arguments" && !known.contains(&key) && !anywhere.contains(&key) {
            surplus.push(key);
        }
    }
    assert_eq!(surplus, Vec::<String>::new());
}

/// Every key that stands in the source of this crate as a word of its own.
#[test]
fn every_key_in_the_source_has_words() {
    let mut keys = BTreeSet::new();
    collect(Path::new("src"), &mut keys);
    assert!(keys.len() > 100, "the source was read");
    for t in translators() {
        let missing: Vec<&String> = keys.iter().filter(|key| !t.has(key)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{}", t.language());
    }
}

fn collect(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).read_dir().unwrap() {
        let name = folder.join(entry.unwrap().file_name());
        if name.extension().is_none() {
            collect(&name, keys);
            continue;
        }
        let text = read(&name.to_string_lossy());
        for piece in text.split('"').skip(1).step_by(2) {
            let key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if piece.starts_with("cli-") && piece.chars().all(key) && !piece.ends_with('-') {
                keys.insert(piece.to_owned());
            }
        }
        // A file error names its message by what follows `told(`.
        for rest in text.split("told(\"").skip(1) {
            keys.insert(format!("cli-{}", rest.split('"').next().unwrap()));
        }
        for rest in text.split("what: \"").skip(1) {
            keys.insert(format!("cli-what-{}", rest.split('"').next().unwrap()));
        }
        for rest in text.split("noun: \"").skip(1) {
            keys.insert(format!("kind-{}", rest.split('"').next().unwrap()));
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the files are what is tested")]
fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn the_reference_names_every_command() {
    for t in translators() {
        let page = cli::reference(t);
        for (path, _) in tree(t).iter().skip(1) {
            assert!(page.contains(&format!("`{path}`\n")), "{path}");
        }
        assert!(!page.contains("cli-"), "{page}");
    }
}

#[test]
fn every_verb_of_the_program_has_its_command() {
    let t = Catalogue::embedded().translator(Language::EN);
    let known: BTreeSet<String> = tree(t).into_iter().map(|(path, _)| path).collect();
    let named = app::verbs::VERBS.iter().filter_map(|verb| verb.command.ok());
    // A command may be named with an option that makes it another verb.
    let missing: Vec<&str> = named.filter(|command| !known.contains(command.split(" --").next().unwrap())).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// Every finding of the readers of instruments' files, and every refusal, has its words.
#[test]
fn every_finding_of_a_spectrum_has_words() {
    let mut codes = BTreeSet::new();
    findings_in(Path::new("../spectra/src"), &mut codes);
    assert!(codes.len() > 30, "the source was read: {codes:?}");
    for t in translators() {
        let missing: Vec<&String> = codes.iter().filter(|code| !t.has(&format!("spectrum-finding-{code}"))).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{}", t.language());
        for code in ["empty", "too-large", "unknown-format", "no-spectrum"] {
            assert!(t.has(&format!("spectrum-refusal-{code}")), "{code}");
        }
    }
}

fn findings_in(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).read_dir().unwrap() {
        let name = folder.join(entry.unwrap().file_name());
        if name.extension().is_none() {
            findings_in(&name, codes);
            continue;
        }
        let text = read(&name.to_string_lossy());
        let text = text.split("#[cfg(test)]").next().unwrap();
        for call in ["Finding::note(", "Finding::warning(", "Finding::error("] {
            for rest in text.split(call).skip(1) {
                if let Some(code) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                    codes.insert(code.to_owned());
                }
            }
        }
    }
}
