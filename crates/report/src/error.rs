//! What can go wrong when a report is written.

/// A report or a table that could not be written. The text is for the log; the code is the key of what a person reads.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The typesetter refused the document.
    #[error("the report could not be typeset: {0}")]
    Typesetting(String),
    /// The typeset pages do not make an archival PDF.
    #[error("the report could not be written as PDF/A: {0}")]
    Pdf(String),
    /// A figure could not be drawn.
    #[error("a figure could not be drawn")]
    Figure(#[source] resvg::usvg::Error),
    /// A figure could not be turned into a picture.
    #[error("a figure could not be turned into a picture of {width} by {height} pixels")]
    Picture {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The parts of a DOCX could not be packed.
    #[error("the parts of the document could not be packed")]
    Packing(#[source] std::io::Error),
    /// A table could not be written as XLSX.
    #[error("the table could not be written as XLSX")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// A table could not be written as CSV.
    #[error("the table could not be written as CSV")]
    Csv(#[source] std::io::Error),
}

impl ReportError {
    /// The stable code: the translation key is `fault-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Typesetting(_) => "report-typesetting",
            Self::Pdf(_) => "report-pdf",
            Self::Figure(_) | Self::Picture { .. } => "report-figure",
            Self::Packing(_) => "report-packing",
            Self::Xlsx(_) => "table-xlsx",
            Self::Csv(_) => "table-csv",
        }
    }
}
