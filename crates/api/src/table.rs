//! What a table file is asked for with.

use app::TableFormat;
use domain::fault::Fault;
use domain::language::Language;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::refusal::ApiRefusal;
use crate::wire::written::{LanguageText, Reading, TableFormatWord};

/// The format and the language of a table file.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TableAsked {
    /// The format. A workbook unless something else is asked.
    #[param(value_type = Option<String>, example = "xlsx")]
    format: Option<TableFormatWord>,
    /// The language of headings and words. English unless another is asked.
    #[param(value_type = Option<String>, example = "ru")]
    language: Option<LanguageText>,
}

impl TableAsked {
    /// The format and the language.
    ///
    /// # Errors
    /// When there is no such format, or that is no language.
    pub(crate) fn read(&self) -> Result<(TableFormat, Language), ApiRefusal> {
        let mut read = Reading::default();
        let format = read.option("format", &self.format).unwrap_or(TableFormat::Xlsx);
        let language = read.option("language", &self.language).unwrap_or(Language::EN);
        let asked: Result<_, Vec<Fault>> = read.finish(|| Some((format, language)));
        Ok(asked?)
    }
}

/// The language of a file.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LanguageAsked {
    /// The language of headings and words. English unless another is asked.
    #[param(value_type = Option<String>, example = "ru")]
    language: Option<LanguageText>,
}

impl LanguageAsked {
    /// The language.
    ///
    /// # Errors
    /// When that is no language.
    pub(crate) fn read(&self) -> Result<Language, ApiRefusal> {
        let mut read = Reading::default();
        let language = read.option("language", &self.language).unwrap_or(Language::EN);
        Ok(read.finish(|| Some(language))?)
    }
}
