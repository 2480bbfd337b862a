//! A gamma measurement in words and as a picture: what the officer reads, the plot, and the report that holds both.

mod compose;
mod drawn;
mod plot;
mod words;

pub use compose::{MeasurementRecord, compose};
pub use drawn::{AxisUnit, Drawn, ExplainedPeak, PlotLabel, drawn, explained_peaks, labels};
pub use plot::{Scale, spectrum_svg};
pub use words::{confidence_word, finding_text, nuclide_label, paragraphs, uses};
