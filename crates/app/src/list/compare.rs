//! Comparing two editions, or the lists of two States.

use domain::language::Language;
use lists::compare::{ListComparison, compare as compare_versions};
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

/// A comparison as a file.
///
/// # Errors
/// As [`compare`]; when the file cannot be set.
pub async fn export(
    node: &Node,
    actor: &Actor,
    (old, new): (&str, &str),
    language: Language,
    format: ComparisonFormat,
) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::SeeLists)?;
    let comparison = compare(node, actor, old, new, language).await?;
    let date = node.surroundings.today();
    let marking = Catalogue::embedded().translator(language).word("sharing-level", "public");
    let name = format!("{}--{}", old.replace('@', "-"), new.replace('@', "-"));
    let (extension, media_type, bytes) = match format {
        ComparisonFormat::Xlsx => {
            let sheet = goods::comparison::sheet(&comparison, language);
            ("xlsx", XLSX, report::to_xlsx(&[sheet], date)?)
        }
        ComparisonFormat::Docx => {
            ("docx", DOCX, report::to_docx(&goods::comparison::working_paper(&comparison, &marking, date, language))?)
        }
        ComparisonFormat::Pdf => {
            ("pdf", PDF, report::to_pdf(&goods::comparison::working_paper(&comparison, &marking, date, language))?)
        }
    };
    Ok(Exported { file_name: format!("{name}.{extension}"), media_type: media_type.to_owned(), bytes })
}
