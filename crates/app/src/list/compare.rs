//! Comparing two editions, or the lists of two States.

use domain::language::Language;
use lists::compare::{ListAlignment, ListComparison, align_several, compare as compare_versions};
use locale::Catalogue;
use report::goods;

use crate::actor::Actor;
use crate::export::{DOCX, Exported, PDF, XLSX};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Compares two lists by their words in this language, where they have it. Facts about texts only.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn compare(
    node: &Node,
    actor: &Actor,
    old: &str,
    new: &str,
    language: Language,
) -> Result<ListComparison, Refusal> {
    let _permit = actor.permit(Permission::SeeLists)?;
    let (old, new) = (super::open::open(node, actor, old).await?, super::open::open(node, actor, new).await?);
    Ok(compare_versions(&old, &new, language))
}

/// Sets lists beside the first. Facts about texts only.
///
/// # Errors
/// As [`compare`]; [`Refusal::Invalid`] for fewer than two lists.
pub async fn align(node: &Node, actor: &Actor, keys: &[String], language: Language) -> Result<ListAlignment, Refusal> {
    let _permit = actor.permit(Permission::SeeLists)?;
    let mut versions = Vec::new();
    for key in keys.iter().take(MOST_LISTS) {
        versions.push(super::open::open(node, actor, key).await?);
    }
    let lists: Vec<&lists::version::ListVersion> = versions.iter().map(AsRef::as_ref).collect();
    let missing = || Refusal::fault(domain::fault::Fault::error("field-missing").at("second"));
    align_several(&lists, language).ok_or_else(missing)
}

/// Most lists that are set side by side: more columns than a page holds help nobody.
pub const MOST_LISTS: usize = 5;

/// The formats of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparisonFormat {
    /// A table for other programs.
    Xlsx,
    /// The working paper.
    Docx,
    /// The working paper, to be printed.
    Pdf,
}

/// A comparison of two lists, or an alignment of more, as a file.
///
/// # Errors
/// As [`compare`]; when the file cannot be set.
pub async fn export(
    node: &Node,
    actor: &Actor,
    keys: &[String],
    language: Language,
    format: ComparisonFormat,
) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::SeeLists)?;
    let date = node.surroundings.today();
    let marking = Catalogue::embedded().translator(language).word("sharing-level", "public");
    let name = keys.iter().map(|key| key.replace('@', "-")).collect::<Vec<_>>().join("--");
    let (sheet, paper) = match keys {
        [old, new] => {
            let comparison = compare(node, actor, old, new, language).await?;
            let paper = goods::comparison::working_paper(&comparison, &marking, date, language);
            (goods::comparison::sheet(&comparison, language), paper)
        }
        keys => {
            let alignment = align(node, actor, keys, language).await?;
            let paper = goods::alignment::working_paper(&alignment, &marking, date, language);
            (goods::alignment::sheet(&alignment, language), paper)
        }
    };
    // Setting a thousand rows takes seconds, during which others are served.
    let set = tokio::task::spawn_blocking(move || match format {
        ComparisonFormat::Xlsx => report::to_xlsx(&[sheet], date).map(|bytes| ("xlsx", XLSX, bytes)),
        ComparisonFormat::Docx => report::to_docx(&paper).map(|bytes| ("docx", DOCX, bytes)),
        ComparisonFormat::Pdf => report::to_pdf(&paper).map(|bytes| ("pdf", PDF, bytes)),
    });
    let (extension, media_type, bytes) = set.await.map_err(|_| Refusal::NotFound("file"))??;
    Ok(Exported { file_name: format!("{name}.{extension}"), media_type: media_type.to_owned(), bytes })
}
