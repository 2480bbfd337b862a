//! This crate is the command line: arguments, output, one file a noun, each command one verb of `app`. Data goes to
//! stdout, messages and progress to stderr; exit 0 is done, 1 refused or not found, 2 wrong usage.
//!
//! It is at the rim: it opens node folders and reads and writes the files that the person names. It does not decide
//! anything, does not serve (that is handed in by `tripoint`), and holds no words: help and messages are in
//! `locales/*/cli*.ftl`.

pub mod arguments;
pub mod commands;
mod folder_files;
mod help;
mod node_folder;
mod output;
mod progress;
mod reference;
mod usage_error;

use std::ffi::OsString;
use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;

use app::{Node, Surroundings};
use clap::FromArgMatches as _;
use domain::language::Language;
use locale::Catalogue;

use crate::arguments::Arguments;
pub use crate::help::command;
use crate::output::Output;
pub use crate::reference::reference;

/// How the pages and the interface for machines are served: given by `tripoint`, which knows them.
pub type Serve = Box<dyn FnOnce(Arc<Node>, ServeOptions) -> Pin<Box<dyn Future<Output = std::io::Result<()>>>>>;

/// Where to serve.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Address and port; port 0 takes a free one.
    pub listen: std::net::SocketAddr,
    /// Whether a proxy in front of the program speaks TLS: cookies are then only sent over it.
    pub behind_tls: bool,
}

/// What the command line is given from outside.
pub struct Rim {
    /// The clock and the dice.
    pub surroundings: Arc<dyn Surroundings>,
    /// How to serve.
    pub serve: Serve,
    /// The language of the environment (`LANG`), used when `--lang` does not say.
    pub language: Option<String>,
}

/// Runs one command line.
pub async fn run(arguments: Vec<OsString>, rim: Rim) -> ExitCode {
    let language = language_of(&arguments, rim.language.as_deref());
    let translator = Catalogue::embedded().translator(language);
    let matches = match help::command(translator).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // Help and version are data that was asked for; anything else is wrong usage.
            let code = if error.use_stderr() { 2 } else { 0 };
            print_clap(&error, translator);
            return ExitCode::from(code);
        }
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => {
            print_clap(&error, translator);
            return ExitCode::from(2);
        }
    };
    let mut output = Output::new(translator, arguments.global.json);
    match commands::run(arguments, rim, &mut output).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output.error(&error);
            ExitCode::from(1)
        }
    }
}

/// Prints what clap has to say: help and version as they are, wrong usage in the person's language.
fn print_clap(error: &clap::Error, translator: locale::Translator) {
    use clap::error::ErrorKind;
    use std::io::Write as _;
    let asked = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    // A closed pipe is the reader's right.
    let _ = if asked { error.print() } else { writeln!(std::io::stderr(), "{}", usage_error::told(error, translator)) };
}

/// The language, looked up before the arguments are parsed: usage errors too are told in it.
fn language_of(arguments: &[OsString], environment: Option<&str>) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let asked = words.iter().enumerate().find_map(|(n, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(n + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let known = |text: &str| {
        let language = text.get(..2).and_then(|code| code.parse().ok());
        language.filter(|language| Catalogue::embedded().languages().contains(language))
    };
    asked.and_then(known).or_else(|| environment.and_then(known)).unwrap_or(Language::EN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &[&str], environment: Option<&str>, expect: Language) {
        let typed: Vec<OsString> = typed.iter().map(OsString::from).collect();
        assert_eq!(language_of(&typed, environment), expect, "{typed:?} {environment:?}");
    }

    #[test]
    fn the_language_is_what_was_typed_else_that_of_the_environment() {
        check(&["tripoint"], None, Language::EN);
        check(&["tripoint"], Some("ru_RU.UTF-8"), Language::RU);
        check(&["tripoint"], Some("C.UTF-8"), Language::EN);
        check(&["tripoint"], Some("tg"), Language::EN);
        check(&["tripoint", "round", "list", "--lang", "ru"], None, Language::RU);
        check(&["tripoint", "--lang=ru", "round"], Some("en_US"), Language::RU);
        check(&["tripoint", "--lang", "en"], Some("ru_RU"), Language::EN);
        check(&["tripoint", "--lang"], Some("ru_RU"), Language::RU);
        check(&["tripoint", "--language", "ru"], None, Language::EN);
    }
}
