//! Help in the person's language: the shape comes from [`crate::arguments`], every word from Fluent. The key of a command
//! is `cli-<path>` (`cli-round-import`), of an argument `cli-<path>.<argument>` as an attribute, or `cli-arguments.<argument>`
//! where it means the same everywhere; arguments that every command takes are attributes of `cli`.

use clap::{Arg, ArgAction, Command, CommandFactory as _};
use locale::Translator;

use crate::arguments::Arguments;

/// The arguments that every command takes.
const GLOBAL: &[&str] = &["node", "database", "login", "json", "lang", "help"];

/// The words of arguments that mean the same wherever they stand.
const SHARED: &str = "cli-arguments";

/// The whole command line with help in a language.
#[must_use]
pub fn command(translator: Translator) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    localise(Arguments::command().disable_version_flag(true).arg(version), "tripoint", translator)
}

/// The key of a command's words, from how it is typed.
pub(crate) fn key_of(path: &str) -> String {
    path.replacen("tripoint", "cli", 1).replace(' ', "-")
}

/// Whether every command takes this argument.
pub(crate) fn is_global(argument: &Arg) -> bool {
    GLOBAL.contains(&argument.get_id().as_str())
}

fn localise(command: Command, path: &str, t: Translator) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let key = key_of(path);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let mut command = command.about(t.text(&key)).disable_help_flag(true).arg(help);
    let arguments: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for (order, argument) in arguments.into_iter().enumerate() {
        // In the order of the declaration: by itself clap sorts what stands under a heading of one's own by name.
        command = command.mut_arg(argument, |argument| in_words(argument, &key, t).display_order(order));
    }
    let usage = usage(&command, path, t);
    command = command
        .override_usage(usage)
        .subcommand_help_heading(t.text("cli-heading-commands"))
        .subcommand_value_name(t.text("cli-usage-command-word"))
        .help_template(format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", t.text("cli-heading-usage")));
    for name in names {
        let path = format!("{path} {name}");
        command = command.mut_subcommand(&name, |sub| localise(sub, &path, t));
    }
    command
}

/// An argument with its help. What clap would add in English of its own, the default and the possible words, is added
/// here in the person's language.
fn in_words(argument: Arg, key: &str, t: Translator) -> Arg {
    let home = if is_global(&argument) { "cli" } else { key };
    let id = argument.get_id().to_string();
    let shared = || t.attribute(SHARED, &id);
    let mut text = t.attribute(home, &id).or_else(shared).unwrap_or_else(|| format!("{home}.{id}"));
    let takes_value = argument.get_action().takes_values();
    let words: Vec<String> = if takes_value {
        argument.get_possible_values().iter().map(|word| word.get_name().to_owned()).collect()
    } else {
        Vec::new()
    };
    if !words.is_empty() {
        text.push_str(&format!(" [{}]", t.with("cli-help-words", &[("words", words.join(", ").into())])));
    }
    let defaults: Vec<String> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_value && !defaults.is_empty() && !argument.is_hide_default_value_set() {
        text.push_str(&format!(" [{}]", t.with("cli-help-default", &[("value", defaults.join(", ").into())])));
    }
    let heading = match (is_global(&argument), argument.is_positional()) {
        (true, _) => "cli-heading-global",
        (false, true) => "cli-heading-arguments",
        (false, false) => "cli-heading-options",
    };
    let argument = argument.help(text).help_heading(t.text(heading));
    if takes_value { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

/// How a command is typed.
pub(crate) fn usage(command: &Command, path: &str, t: Translator) -> String {
    let mut words = vec![path.to_owned()];
    for argument in command.get_arguments().filter(|argument| !argument.is_positional() && argument.is_required_set()) {
        words.push(format!("--{} <{}>", argument.get_long().unwrap_or_default(), value_name(argument)));
    }
    words.push(format!("[{}]", t.text("cli-usage-options-word")));
    for argument in command.get_positionals() {
        let name = value_name(argument);
        let many = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
        words.push(if argument.is_required_set() { format!("<{name}>{many}") } else { format!("[{name}]{many}") });
    }
    if command.has_subcommands() {
        words.push(format!("<{}>", t.text("cli-usage-command-word")));
    }
    words.join(" ")
}

fn value_name(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    names.first().map_or_else(|| argument.get_id().to_string(), ToString::to_string)
}
