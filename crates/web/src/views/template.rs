//! Matrix forms: the list, and one with its legend, its rows, and how far it is verified.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::ids::Id;
use domain::localized::Localized;
use domain::template::{Row, RowAnswers, Template as MatrixForm};

use crate::desk::{Answer, Desk, named, page};
use crate::layout::{Chrome, Section};
use crate::views::Routes;
use crate::views::matrix::{facet_name, weapon_name};

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/templates", get(list)).route("/templates/{id}", get(show))
}

#[derive(Template)]
#[template(path = "templates.html")]
struct TemplatesPage {
    c: Chrome,
    forms: Vec<(String, MatrixForm)>,
}

async fn list(desk: Desk) -> Answer {
    let templates = app::template::list(desk.node(), &desk.actor).await?;
    let forms = templates
        .iter()
        .filter_map(|stored| Some((stored.revision.record.to_string(), stored.noun::<MatrixForm>()?.clone())));
    let forms = forms.collect();
    page(&TemplatesPage { c: desk.chrome(Section::Matrices, desk.t.text("web-nav-templates")), forms })
}

#[derive(Template)]
#[template(path = "template.html")]
struct TemplatePage {
    c: Chrome,
    id: String,
    form: Arc<MatrixForm>,
    counts: domain::template::Counts,
}

impl TemplatePage {
    /// What can be answered in a row, in words.
    fn answers(&self, row: &Row) -> String {
        match &row.answers {
            RowAnswers::Information => self.c.t("web-template-information"),
            RowAnswers::YesNo => self.c.t("web-template-yes-no"),
            RowAnswers::Marks(parts) => {
                parts.iter().map(|(w, f)| format!("{w}\u{a0}{f}")).collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn confidence(&self, row: &Row) -> Localized {
        self.form.confidence(&row.confidence).map(|confidence| confidence.shown.clone()).unwrap_or_default()
    }

    fn counts_in_words(&self) -> String {
        let counts = &self.counts;
        let names = "rows cells information";
        self.c.with_three("web-template-counts-are", names, counts.rows, counts.marked_cells, counts.information_rows)
    }

    fn keys(&self) -> Vec<(String, String)> {
        let weapons = self.form.weapons.iter().map(|w| (w.key.to_string(), weapon_name(&self.c, &self.form, w.key)));
        let facets = self.form.facets.iter().map(|f| (f.key.to_string(), facet_name(&self.c, &self.form, f.key)));
        weapons.chain(facets).collect()
    }
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let form = app::template::show(desk.node(), &desk.actor, named::<Id<MatrixForm>>(&id)?).await?;
    let c = desk.chrome(Section::Matrices, form.name.text(desk.t.language()));
    page(&TemplatePage { counts: form.counts(None), c, id, form })
}
