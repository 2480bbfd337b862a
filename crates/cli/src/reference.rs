//! The reference of the command line as a Markdown page, written from the same tree as the help.

use clap::{Arg, Command};
use locale::Translator;

use crate::help::{command, is_global, usage};

/// The whole page.
#[must_use]
pub fn reference(translator: Translator) -> String {
    let t = translator;
    let tree = command(t);
    let mut page = format!("# {}\n\n{}\n", t.text("cli-reference-title"), t.text("cli-reference-lead"));
    let global = || tree.get_arguments().filter(|argument| is_global(argument) || argument.get_id() == "version");
    arguments(&mut page, &t.text("cli-heading-global"), global());
    for sub in tree.get_subcommands() {
        section(&mut page, sub, &format!("{} {}", tree.get_name(), sub.get_name()), 2, t);
    }
    page
}

fn section(page: &mut String, command: &Command, path: &str, depth: usize, t: Translator) {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    page.push_str(&format!("\n{} `{path}`\n\n{about}\n", "#".repeat(depth)));
    if !command.has_subcommands() {
        page.push_str(&format!("\n```text\n{}\n```\n", usage(command, path, t)));
        let own = || command.get_arguments().filter(|argument| !is_global(argument));
        let positional = || own().filter(|argument| argument.is_positional());
        arguments(page, &t.text("cli-heading-arguments"), positional());
        arguments(page, &t.text("cli-heading-options"), own().filter(|argument| !argument.is_positional()));
    }
    for sub in command.get_subcommands() {
        section(page, sub, &format!("{path} {}", sub.get_name()), depth + 1, t);
    }
}

fn arguments<'a>(page: &mut String, heading: &str, arguments: impl Iterator<Item = &'a Arg>) {
    let lines: Vec<String> = arguments.map(line).collect();
    if !lines.is_empty() {
        page.push_str(&format!("\n{heading}:\n\n{}\n", lines.join("\n")));
    }
}

fn line(argument: &Arg) -> String {
    let mut typed: Vec<String> = Vec::new();
    typed.extend(argument.get_short().map(|short| format!("-{short}")));
    typed.extend(argument.get_long().map(|long| format!("--{long}")));
    let mut typed = typed.join(", ");
    if argument.get_action().takes_values() {
        let name = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        typed = format!("{typed} <{}>", name.unwrap_or_default());
    }
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    format!("- `{}`: {help}", typed.trim_start())
}
