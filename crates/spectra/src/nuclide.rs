//! What is known of nuclides: lines, half-lives, equilibrium with daughters, categories. Facts with their sources, read
//! from `data/nuclides/nuclides.tsv`, which its README describes.

mod table;

use std::sync::OnceLock;

/// All nuclides whose lines are known, and the sources an identification may name.
#[derive(Debug, Default)]
pub struct Library {
    /// Every nuclide with its own lines, for showing over a plot.
    pub nuclides: Vec<Nuclide>,
    /// What an identification may name: a parent with the daughters that are in equilibrium with it.
    pub sources: Vec<Source>,
}

/// One nuclide with its own lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Nuclide {
    /// Such as `Tc-99m`.
    pub name: String,
    /// In seconds; ENDF/B-VIII.0, else decay_2012. Zero is unknown.
    pub half_life: f64,
    /// In order of energy.
    pub lines: Vec<Line>,
}

/// One line of one nuclide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// In keV.
    pub energy: f64,
    /// Photons per decay of the nuclide itself.
    pub intensity: f64,
    /// What kind of photon.
    pub kind: LineKind,
    /// Which evaluation it was taken from.
    pub evaluation: Evaluation,
}

/// What kind of photon a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A nuclear gamma ray.
    Gamma,
    /// A characteristic x-ray that follows the decay.
    XRay,
    /// 511 keV after a positron.
    Annihilation,
}

/// Which evaluation a line was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evaluation {
    /// ENSDF as of September 2023.
    Ensdf,
    /// The decay_2012 library.
    Decay2012,
}

/// A parent with its daughters in equilibrium: what an identification may name.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The parent, such as `Ra-226`.
    pub name: String,
    /// What it is commonly met as. A category is never the answer to who may have it.
    pub categories: Vec<Category>,
    /// 0 is met everywhere, 3 seldom.
    pub commonness: u8,
    /// The nuclides that emit, with their activity per decay of the parent, in equilibrium.
    pub members: Vec<(String, f64)>,
    /// All lines, in order of energy; intensity is per decay of the parent.
    pub lines: Vec<SourceLine>,
}

/// One line of a source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SourceLine {
    /// The line; its intensity is per decay of the parent.
    pub line: Line,
    /// Which of the members emits it.
    pub member: usize,
}

/// What a nuclide is commonly met as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Uranium-233, uranium-235, neptunium, plutonium.
    SpecialNuclear,
    /// Natural or depleted uranium, thorium.
    SourceMaterial,
    /// Gauges, radiography, calibration.
    Industrial,
    /// Diagnosis and treatment.
    Medical,
    /// In soil, building material, fertiliser, ore.
    Natural,
    /// Research, activation, fission products.
    Other,
}

impl Category {
    /// The word in data, and the end of its translation key.
    pub fn code(self) -> &'static str {
        match self {
            Self::SpecialNuclear => "special-nuclear",
            Self::SourceMaterial => "source-material",
            Self::Industrial => "industrial",
            Self::Medical => "medical",
            Self::Natural => "natural",
            Self::Other => "other",
        }
    }

    pub(crate) fn of_code(code: &str) -> Option<Self> {
        [Self::SpecialNuclear, Self::SourceMaterial, Self::Industrial, Self::Medical, Self::Natural, Self::Other]
            .into_iter()
            .find(|category| category.code() == code)
    }
}

impl Source {
    /// The category it is put under first: special nuclear before all others.
    pub fn category(&self) -> Category {
        self.categories.first().copied().unwrap_or(Category::Other)
    }
}

impl Library {
    /// A source by its parent's name.
    pub fn source(&self, name: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.name == name)
    }

    /// A nuclide by its name.
    pub fn nuclide(&self, name: &str) -> Option<&Nuclide> {
        self.nuclides.iter().find(|nuclide| nuclide.name == name)
    }
}

/// The version of the data, shown with every answer.
pub const LIBRARY_VERSION: &str = "2026-11 (ENSDF 2023-09, decay_2012, ENDF/B-VIII.0)";

/// The library that is part of the program.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| table::read(include_str!("../../../data/nuclides/nuclides.tsv")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intensity(source: &str, energy: f64) -> f64 {
        let source = library().source(source).unwrap();
        source.lines.iter().filter(|l| (l.line.energy - energy).abs() < 0.3).map(|l| l.line.intensity).sum()
    }

    #[rstest::rstest]
    // One owner a line: 661.7 keV stands under Cs-137 or Ba-137m in the two tables, and is counted once.
    #[case("Cs-137", 661.66, 0.851)]
    #[case("Cd-109", 88.03, 0.0364)]
    #[case("Zr-89", 909.15, 0.99)]
    // Isomers come from decay_2012: the other table has no isomeric transitions.
    #[case("Tc-99m", 140.51, 0.89)]
    #[case("Mo-99", 140.51, 0.86 + 0.048)]
    #[case("Lu-177m", 228.48, 0.37)]
    // Daughters in equilibrium.
    #[case("Ra-226", 609.31, 0.454)]
    #[case("Th-232", 2614.5, 0.358)]
    #[case("U-238", 1001.03, 0.0084)]
    #[case("F-18", 511.0, 1.94)]
    fn intensities(#[case] source: &str, #[case] energy: f64, #[case] expected: f64) {
        let found = intensity(source, energy);
        assert!((found / expected - 1.0).abs() < 0.06, "{source} {energy}: {found} against {expected}");
    }

    #[test]
    fn radium_does_not_hold_lead_210() {
        let radium = library().source("Ra-226").unwrap();
        assert!(radium.members.iter().all(|(name, _)| name != "Pb-210"), "{:?}", radium.members);
    }
}
