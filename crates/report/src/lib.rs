//! This crate writes: the report of a round as a document ([`compose`]) and the document as PDF or DOCX ([`to_pdf`],
//! [`to_docx`]); the timeline of an action plan ([`timeline_svg`]); and tables for other programs ([`Sheet`],
//! [`to_xlsx`], [`to_csv`], [`sheets`]).
//!
//! It does not fetch, filter or store anything: what comes in is what its readers may read. It reads no clock and no
//! disk, and the same input always gives the same bytes. It computes no score and puts no State before another except
//! by the alphabet.

mod characters;
mod compose;
mod csv;
pub mod document;
mod docx;
mod error;
mod fonts;
pub mod goods;
pub mod measurement;
mod pdf;
mod picture;
mod round_record;
pub mod sheets;
mod table;
mod timeline;
mod xlsx;

pub use compose::compose;
pub use csv::to_csv;
pub use document::Document;
pub use docx::to_docx;
pub use error::ReportError;
pub use pdf::to_pdf;
pub use round_record::{MatrixRecord, PlanRecord, RecommendationRecord, RoundRecord};
pub use table::{CellValue, Column, Sheet};
pub use timeline::timeline_svg;
pub use xlsx::to_xlsx;
