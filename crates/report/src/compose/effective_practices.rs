//! VI. Effective practices, by theme.

use domain::finding::{Finding, FindingKind};

use super::findings::group;
use super::method::theme_title;
use super::writer::Writer;
use crate::document::Block;

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let practices: Vec<&Finding> = record
        .findings
        .iter()
        .map(|(_, finding)| finding)
        .filter(|finding| finding.kind == FindingKind::EffectivePractice)
        .collect();
    let mut blocks = Vec::new();
    for theme in &record.round.themes {
        let title = writer.each(|t| theme_title(&theme.title, &theme.operative_paragraphs, t));
        let of_theme = practices.iter().copied().filter(|finding| finding.theme.as_ref() == Some(&theme.key));
        blocks.extend(group(writer, title, of_theme.collect()));
    }
    let known = |finding: &Finding| finding.theme.as_ref().is_some_and(|key| record.round.theme(key).is_some());
    let others = practices.into_iter().filter(|finding| !known(finding)).collect();
    let title = writer.text("report-other-practices");
    blocks.extend(group(writer, title, others));
    blocks
}
