//! Matrices: the list, one as a grid, its cells, taking answers from a file, and its steps.

pub mod cell;
pub mod edit;
pub mod grid;
pub mod import;
pub mod list;
pub mod steps;

use app::Permission;
use app::matrix::show::MatrixView;
use axum::routing::get;
use domain::cell::{CellKey, Facet, Mark, Weapon};
use domain::localized::Localized;
use domain::matrix::{Matrix, MatrixStatus};
use domain::template::Template;

use crate::desk::Desk;
use crate::layout::Chrome;
use crate::takes_files;
use crate::views::Routes;

/// The routes of these files.
pub fn routes() -> Routes {
    Routes::new()
        .route("/matrices", get(list::show))
        .route("/matrices/new", get(list::new).post(list::begin))
        .route("/matrices/{id}", get(grid::show))
        .route("/matrices/{id}/export", get(grid::export))
        .route("/matrices/{id}/cells/{cell}", get(cell::show))
        .route("/matrices/{id}/cells/{cell}/edit", get(edit::form).post(edit::save))
        .route("/matrices/{id}/import/preview", get(import::preview).post(import::accept))
        .route("/matrices/{id}/steps", get(steps::form).post(steps::advance))
        .route("/matrices/{id}/import", get(import::offer).post(import::receive).layer(takes_files()))
}

/// What every page about one matrix says at its head.
pub struct Head {
    /// The id, as it stands in addresses.
    pub id: String,
    /// The name of the State.
    pub state: String,
    /// The name of the form, which says how far it is verified.
    pub form: Localized,
    /// The id of the form.
    pub template: String,
    /// Where it stands.
    pub status: MatrixStatus,
    /// Its shape.
    pub shape: &'static str,
}

impl Head {
    /// The head of a matrix.
    #[must_use]
    pub fn of(c: &Chrome, view: &MatrixView) -> Self {
        let head: &Matrix = view.head();
        Self {
            id: view.matrix.revision.record.to_string(),
            state: c.state(&head.state),
            form: view.template.name.clone(),
            template: head.template.to_string(),
            status: head.status,
            shape: shape(head.status),
        }
    }
}

/// The shape of a status: it fills as the matrix advances.
#[must_use]
pub fn shape(status: MatrixStatus) -> &'static str {
    match status {
        MatrixStatus::Draft => "empty",
        MatrixStatus::StateComment => "half",
        MatrixStatus::Agreed => "full",
        MatrixStatus::Approved => "square",
    }
}

/// What the person may do with this matrix.
#[derive(Debug, Clone, Copy)]
pub struct May {
    /// Answer its cells.
    pub answer: bool,
    /// Take answers from a file.
    pub import: bool,
    /// Move it a step.
    pub advance: bool,
    /// Attach documents.
    pub attach: bool,
}

impl May {
    /// For this person and this matrix.
    #[must_use]
    pub fn of(desk: &Desk, view: &MatrixView) -> Self {
        let owner = &view.matrix.revision.owner;
        let may = |permission| desk.actor.may_with(permission, owner, None);
        Self {
            answer: may(Permission::SaveAnswer),
            import: may(Permission::ImportMatrix),
            advance: may(Permission::AdvanceMatrix),
            attach: may(Permission::AttachDocument),
        }
    }
}

/// The name of a weapon type in this form, else its letter.
#[must_use]
pub fn weapon_name(c: &Chrome, template: &Template, weapon: Weapon) -> String {
    let named = template.weapons.iter().find(|named| named.key == weapon);
    named.map_or_else(|| c.word("weapon", weapon), |named| c.text(&named.name).to_owned())
}

/// The name of a facet in this form, else its letters.
#[must_use]
pub fn facet_name(c: &Chrome, template: &Template, facet: Facet) -> String {
    let named = template.facets.iter().find(|named| named.key == facet);
    named.map_or_else(|| c.word("facet", facet), |named| c.text(&named.name).to_owned())
}

/// What a cell is about, in words: weapon type and facet, or the row itself.
#[must_use]
pub fn part_name(c: &Chrome, template: &Template, cell: &CellKey) -> String {
    match cell.part {
        Some((weapon, facet)) => {
            format!("{}: {}", weapon_name(c, template, weapon), facet_name(c, template, facet))
        }
        None => c.t("web-matrix-row-itself"),
    }
}

/// Whether a cell takes a mark at all.
#[must_use]
pub fn takes_mark(template: &Template, cell: &CellKey) -> bool {
    Mark::ALL.iter().any(|mark| *mark != Mark::Blank && template.refuses(cell, *mark).is_none())
}
