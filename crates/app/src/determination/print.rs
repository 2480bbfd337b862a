//! A determination on paper: the parameter sheet that an officer signs.

use domain::body::Kind;
use domain::determination::Determination;
use domain::ids::Id;
use domain::language::Language;
use domain::state::State;
use locale::Catalogue;
use report::goods::parameter_sheet::{SheetInput, parameter_sheet};
use store::{Query, Stored};

use crate::actor::Actor;
use crate::export::{DOCX, Exported, PDF};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

domain::words! {
    /// The formats of a sheet.
    SheetFormat {
        /// To be printed and signed.
        Pdf = "pdf",
        /// To be put into other papers.
        Docx = "docx",
    }
}

/// The parameter sheet of a determination as it stands.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`], [`Refusal::Report`] when the text cannot be set.
pub async fn print(
    node: &Node,
    actor: &Actor,
    id: Id<Determination>,
    language: Language,
    format: SheetFormat,
) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::SeeDeterminations)?;
    let open = super::open::open(node, actor, id).await?;
    let evaluated = open.evaluate()?;
    let stored = open.stored.as_ref().ok_or(Refusal::NotFound("determination"))?;
    let t = Catalogue::embedded().translator(language);
    let marking = &stored.revision.marking;
    let states = node.store.list(&Query::of(Kind::State)).await?.records;
    let owner = stored.revision.owner.state();
    let training = states
        .iter()
        .filter_map(Stored::noun::<State>)
        .any(|state| state.fictitious && owner.is_none_or(|owner| *owner == state.code));
    let input = SheetInput {
        determination: &open.determination,
        evaluated: &evaluated,
        facts: &open.facts,
        list: &open.list,
        marking: t.with(
            "report-marking",
            &[
                ("handling", t.word("handling", marking.handling.as_str()).into()),
                ("sharing", t.word("sharing-level", marking.sharing.level().as_str()).into()),
            ],
        ),
        date: node.surroundings.today(),
        language,
        training,
    };
    let document = parameter_sheet(&input);
    let set = tokio::task::spawn_blocking(move || match format {
        SheetFormat::Pdf => report::to_pdf(&document),
        SheetFormat::Docx => report::to_docx(&document),
    });
    let bytes = set.await.map_err(|_| Refusal::NotFound("determination"))??;
    let media_type = if format == SheetFormat::Pdf { PDF } else { DOCX };
    let file_name = format!("{}-{}.{format}", open.path, stored.revision.version);
    Ok(Exported { file_name, media_type: media_type.to_owned(), bytes })
}
