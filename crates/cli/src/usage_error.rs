//! Wrong usage in the person's language: what was typed wrongly, what could have been meant, how the command is typed.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use locale::{Translator, Value};

/// The whole message.
#[must_use]
pub(crate) fn told(error: &Error, t: Translator) -> String {
    let values = [
        ("argument", ContextKind::InvalidArg),
        ("value", ContextKind::InvalidValue),
        ("command", ContextKind::InvalidSubcommand),
        ("other", ContextKind::PriorArg),
    ];
    let values = values.map(|(name, kind)| (name, Value::from(context(error, kind))));
    let mut text = format!("{}: {}", t.text("cli-error"), t.with(key(error), &values));
    let hints = [
        ("cli-usage-meant", ContextKind::SuggestedArg),
        ("cli-usage-meant", ContextKind::SuggestedSubcommand),
        ("cli-usage-meant", ContextKind::SuggestedValue),
        ("cli-usage-words", ContextKind::ValidValue),
    ];
    for (key, kind) in hints {
        let found = context(error, kind);
        if !found.is_empty() {
            let hint = t.with(key, &[("words", found.into())]);
            text.push_str(&format!("\n  {}: {hint}", t.text("cli-hint")));
        }
    }
    let usage = context(error, ContextKind::Usage);
    // Clap writes this one English word before the usage, whatever the usage is.
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        text.push_str(&format!("\n\n{}: {usage}", t.text("cli-heading-usage")));
    }
    text.push_str(&format!("\n{}", t.text("cli-usage-help")));
    text
}

fn key(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::InvalidValue if context(error, ContextKind::InvalidValue).is_empty() => "cli-usage-value-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-value",
        ErrorKind::UnknownArgument => "cli-usage-argument-unknown",
        ErrorKind::InvalidSubcommand => "cli-usage-command-unknown",
        ErrorKind::MissingSubcommand => "cli-usage-command-missing",
        ErrorKind::MissingRequiredArgument => "cli-usage-argument-missing",
        ErrorKind::ArgumentConflict => "cli-usage-argument-conflict",
        ErrorKind::TooFewValues | ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            "cli-usage-values"
        }
        _ => "cli-usage-other",
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use locale::Catalogue;

    use super::told;
    use crate::help::command;

    #[track_caller]
    fn check(typed: &str, en: &str, ru: &str) {
        for (language, expect) in [(Language::EN, en), (Language::RU, ru)] {
            let t = Catalogue::embedded().translator(language);
            let error = command(t).try_get_matches_from(typed.split(' ')).unwrap_err();
            let text = told(&error, t);
            assert_eq!(text.lines().next(), Some(expect), "{typed}: {text}");
            assert!(language == Language::EN || !text.contains("Usage"), "{text}");
        }
    }

    #[test]
    fn wrong_usage_is_told_in_words() {
        check("tripoint round shwo", "error: there is no command “shwo”", "ошибка: нет команды «shwo»");
        check(
            "tripoint round list --foo",
            "error: there is no option or argument “--foo” here",
            "ошибка: здесь нет параметра или аргумента «--foo»",
        );
        check("tripoint matrix show", "error: missing: <MATRIX>", "ошибка: не указано: <MATRIX>");
        check(
            "tripoint matrix begin xo",
            "error: “xo” does not fit <STATE>",
            "ошибка: значение «xo» не подходит для <STATE>",
        );
        check(
            "tripoint state save s.json --id XO",
            "error: missing: --version <N>",
            "ошибка: не указано: --version <N>",
        );
        check("tripoint --lang", "error: --lang <en|ru> needs a value", "ошибка: для --lang <en|ru> нужно значение");
    }
}
