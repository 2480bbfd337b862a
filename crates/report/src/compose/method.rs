//! II. Organisation and method.

use domain::round::{OrganiserRole, StateRole, StatementPart};
use locale::Translator;

use super::introduction::statements;
use super::writer::{Writer, in_leading_order, item, named, operative_paragraphs};
use crate::document::Block;

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let round = &record.round;
    let mut blocks = Vec::new();
    let of_role = |role| round.organisers.iter().filter(move |organiser| organiser.role == role);
    for (role, key) in
        [(OrganiserRole::Organiser, "report-organised-by"), (OrganiserRole::Support, "report-supported-by")]
    {
        let count = of_role(role).count();
        if count > 0 {
            let text = writer.with(key, |t| {
                let names: Vec<String> = of_role(role)
                    .map(|organiser| match organiser.short.as_str() {
                        "" => named(&organiser.name, t),
                        short => t.with(
                            "report-organiser-with-short",
                            &[("name", named(&organiser.name, t).into()), ("short", short.into())],
                        ),
                    })
                    .collect();
                vec![("count", count.into()), ("organisers", names.join("; ").into())]
            });
            blocks.push(writer.paragraph(text));
        }
    }
    let opening = writer.text("report-roles");
    blocks.push(writer.paragraph(opening));
    for code in in_leading_order(writer, round.states.iter().map(|state| state.code.clone()).collect()) {
        let roles: &[StateRole] =
            round.states.iter().find(|state| state.code == code).map_or(&[], |state| state.roles.as_slice());
        blocks.push(item(writer.with("report-roles-item", |t| {
            let roles: Vec<String> = roles.iter().map(|role| t.word("state-role", role.as_str())).collect();
            vec![("state", record.state_name(&code, t.language()).into()), ("roles", t.list(&roles).into())]
        })));
    }
    if !round.languages.is_empty() {
        let text = writer.with("report-languages", |t| {
            let names: Vec<String> =
                round.languages.iter().map(|language| language_name(language.as_str(), t)).collect();
            vec![("languages", t.list(&names).into())]
        });
        blocks.push(writer.paragraph(text));
    }
    if !round.themes.is_empty() {
        let opening = writer.with("report-themes", |_| vec![("count", round.themes.len().into())]);
        blocks.push(writer.paragraph(opening));
        blocks.extend(round.themes.iter().map(|theme| {
            let key = if theme.priority { "report-theme-item-priority" } else { "report-theme-item" };
            item(
                writer.with(key, |t| vec![("title", theme_title(&theme.title, &theme.operative_paragraphs, t).into())]),
            )
        }));
    }
    if let Some(template) = record.template.as_ref().filter(|_| !record.matrices.is_empty()) {
        let text = writer.with("report-matrix-method", |t| vec![("template", named(&template.name, t).into())]);
        blocks.push(writer.paragraph(text));
    }
    blocks.extend(statements(writer, StatementPart::Method));
    blocks
}

/// The title of a theme with its operative paragraphs.
pub(super) fn theme_title(title: &domain::localized::Localized, paragraphs: &[String], t: Translator) -> String {
    match operative_paragraphs(paragraphs, t) {
        None => t.with("report-theme-heading", &[("title", named(title, t).into())]),
        Some(paragraphs) => t.with(
            "report-theme-heading-with-paragraphs",
            &[("title", named(title, t).into()), ("paragraphs", paragraphs.into())],
        ),
    }
}

/// The name of a language; its code where the catalogue has no name for it.
fn language_name(code: &str, t: Translator) -> String {
    let key = format!("language-{code}");
    if t.has(&key) { t.text(&key) } else { code.to_owned() }
}
