//! Tables made of the nouns of the field. Those of matrices, plans, participants and programmes have exactly the columns
//! of the folder of a round, so that what is exported can be imported.

mod acts;
mod findings;
mod matrix;
mod participants;
mod plan;
mod programme;
mod recommendations;

use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::StateCode;
use domain::state::State;
use locale::Translator;

pub use acts::acts;
pub use findings::findings;
pub use matrix::matrix;
pub use participants::participants;
pub use plan::plan;
pub use programme::programme;
pub use recommendations::recommendations;

use crate::table::{CellValue, Column};

/// What stands above a table and in which language it is.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    /// The language of headings and words.
    pub translator: Translator,
    /// Whether the States do not exist.
    pub training: bool,
    /// The strictest marking of what is in the table.
    pub marking: &'a Marking,
    /// The States, for their names.
    pub states: &'a [State],
}

impl Heading<'_> {
    /// The notes every table has: that its data is fictitious, and its marking.
    fn notes(&self) -> Vec<String> {
        let t = self.translator;
        let marking = t.with(
            "report-marking",
            &[
                ("handling", t.word("handling", self.marking.handling.as_str()).into()),
                ("sharing", t.word("sharing-level", self.marking.sharing.level().as_str()).into()),
            ],
        );
        self.training.then(|| t.text("report-training-band")).into_iter().chain([marking]).collect()
    }

    /// A column whose heading is the message `table-<table>-<key>`.
    fn column(&self, table: &str, key: &str, width: u16) -> Column {
        Column { key: key.to_owned(), heading: self.translator.text(&format!("table-{table}-{key}")), width }
    }

    fn text(&self, text: &Localized) -> CellValue {
        text.text(self.translator.language()).into()
    }

    fn state(&self, code: &StateCode) -> String {
        self.states
            .iter()
            .find(|state| state.code == *code)
            .map_or_else(|| code.to_string(), |state| state.short.text(self.translator.language()).to_owned())
    }
}

/// The texts of the two languages that the files of a round have columns for.
fn en_ru(text: &Localized) -> [CellValue; 2] {
    use domain::language::Language;
    [Language::EN, Language::RU].map(|language| text.get(language).unwrap_or_default().into())
}
