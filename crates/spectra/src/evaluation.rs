//! How right an identification is, against spectra of known content: the scoring model of the field, with intervals.
//!
//! *Required* nuclides must be named; *allowed* ones are neither right nor wrong; every other name is false. Several names
//! stand for the same thing, as the correspondence table says. Proportions come with Wilson score intervals: ten files
//! all right are 72 to 100 %.

use serde::Serialize;

use crate::identify::Identification;

/// What is known of one spectrum.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Truth {
    /// What must be named.
    pub required: Vec<String>,
    /// What may be named.
    pub allowed: Vec<String>,
}

/// How one spectrum was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Score {
    /// How many nuclides were required.
    pub required: usize,
    /// Required and not named.
    pub missed: Vec<String>,
    /// Named and neither required nor allowed.
    pub false_names: Vec<String>,
}

impl Score {
    /// All that was required is named.
    pub fn all_found(&self) -> bool {
        self.missed.is_empty()
    }

    /// All that was required is named, and nothing false.
    pub fn complete_and_correct(&self) -> bool {
        self.missed.is_empty() && self.false_names.is_empty()
    }
}

/// Sums over spectra.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Spectra scored.
    pub spectra: usize,
    /// Spectra with something required.
    pub with_sources: usize,
    /// Of those, with all of it named.
    pub all_found: usize,
    /// Of all, complete and correct.
    pub complete_and_correct: usize,
    /// False names over all spectra.
    pub false_names: usize,
    /// Spectra with nothing required.
    pub backgrounds: usize,
    /// False names over those.
    pub false_names_on_backgrounds: usize,
    /// False names of special nuclear material.
    pub false_special_nuclear: usize,
    /// Files that could not be read.
    pub unreadable: usize,
}

impl Tally {
    /// Adds one spectrum.
    pub fn add(&mut self, score: &Score) {
        self.spectra += 1;
        self.complete_and_correct += usize::from(score.complete_and_correct());
        self.false_names += score.false_names.len();
        self.false_special_nuclear +=
            score.false_names.iter().filter(|name| SPECIAL_NUCLEAR.contains(&name.as_str())).count();
        if score.required == 0 {
            self.backgrounds += 1;
            self.false_names_on_backgrounds += score.false_names.len();
        } else {
            self.with_sources += 1;
            self.all_found += usize::from(score.all_found());
        }
    }
}

/// Special nuclear material by its nuclides.
pub const SPECIAL_NUCLEAR: [&str; 7] = ["U-233", "U-235", "Np-237", "Pu-238", "Pu-239", "Pu-240", "Pu-241"];

/// Names that are right for a required nuclide, beside its own: daughters named for their parent and the reverse, series,
/// and what cannot be told apart.
const STANDS_FOR: &[(&str, &[&str])] = &[
    ("Ra-226", &["Pb-214", "Bi-214"]),
    ("Th-232", &["Ac-228"]),
    ("U-232", &["Th-228", "Ra-224"]),
    ("Th-228", &["U-232", "Ra-224"]),
    ("Ra-224", &["Th-228", "U-232", "Pb-212"]),
    ("Pb-212", &["Th-228", "Ra-224"]),
    ("F-18", &["positron emitter"]),
    ("Ga-68", &["positron emitter", "Ge-68"]),
    ("Ge-68", &["positron emitter", "Ga-68"]),
    ("Rb-82", &["positron emitter", "Sr-82"]),
    ("Sr-82", &["positron emitter", "Rb-82"]),
    ("Cu-64", &["positron emitter"]),
    ("Mo-99", &["Tc-99m+Mo-99"]),
    ("Cs-137", &["Ba-137m"]),
    ("Sn-113", &["In-113m"]),
];

/// Names that are neither right nor wrong beside a required nuclide.
const GOES_WITH: &[(&str, &[&str])] = &[
    ("U-232", &["Th-232"]),
    ("Th-228", &["Th-232"]),
    ("Mo-99", &["Tc-99m"]),
    ("U-235", &["U-238", "U-234", "Th-228"]),
    ("U-238", &["U-235", "Ra-226"]),
    ("Ra-226", &["Pb-210"]),
];

/// What any measured scene may hold.
const SURROUNDINGS: [&str; 3] = ["K-40", "Ra-226", "Th-232"];

/// Pure beta and neutron emitters show no line of their own: nothing can be required of them.
const WITHOUT_LINES: [&str; 7] = ["Sr-90", "Y-90", "P-32", "Tl-204", "Cf-252", "Cm-244", "Po-210"];

/// Scores one answer.
pub fn score(truth: &Truth, answer: &Identification) -> Score {
    let names: Vec<&str> = answer.nuclides.iter().map(|named| named.nuclide.as_str()).collect();
    let required: Vec<&str> =
        truth.required.iter().map(String::as_str).filter(|name| !WITHOUT_LINES.contains(name)).collect();
    let partners = |table: &'static [(&str, &[&str])], name: &str| -> &'static [&'static str] {
        table.iter().find(|(of, _)| *of == name).map_or(&[], |(_, names)| names)
    };
    let stands_for = |truth: &str, name: &str| truth == name || partners(STANDS_FOR, truth).contains(&name);
    // Natural uranium is right as its series alone.
    let natural_uranium = required.contains(&"U-238") && names.contains(&"U-238");
    let missed = required
        .iter()
        .filter(|truth| !names.iter().any(|name| stands_for(truth, name)))
        .filter(|truth| !(natural_uranium && **truth == "U-235"))
        .map(|truth| (*truth).to_owned())
        .collect();
    let is_false = |name: &&str| {
        let intrinsic = answer.nuclides.iter().any(|named| named.nuclide == **name && named.is_intrinsic);
        !intrinsic
            && !SURROUNDINGS.contains(name)
            && !required.iter().any(|truth| stands_for(truth, name) || partners(GOES_WITH, truth).contains(name))
            && !truth.allowed.iter().any(|truth| stands_for(truth, name))
    };
    let false_names = names.iter().filter(|name| is_false(name)).map(|name| (*name).to_owned()).collect();
    Score { required: required.len(), missed, false_names }
}

/// The Wilson score interval of a proportion at 95 %: the lower and upper bound, from 0 to 1.
pub fn wilson(right: usize, of: usize) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let (n, z) = (of as f64, 1.96_f64);
    let part = right as f64 / n;
    let middle = part + z * z / (2.0 * n);
    let half = z * (part * (1.0 - part) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    (((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::{Named, nothing_said};

    fn answer(names: &[&str]) -> Identification {
        let mut answer = nothing_said();
        answer.nuclides = names.iter().map(|name| Named::called(name)).collect();
        answer
    }

    #[rstest::rstest]
    #[case("Cs-137", "", "Cs-137", 0, 0)]
    #[case("Cs-137", "", "Cs-137;K-40", 0, 0)]
    #[case("Cs-137;Co-60", "", "Cs-137;Eu-152", 1, 1)]
    #[case("U-232", "", "Th-228", 0, 0)]
    #[case("F-18", "", "positron emitter", 0, 0)]
    #[case("Mo-99", "", "Tc-99m", 1, 0)]
    #[case("U-238;U-235", "", "U-238", 0, 0)]
    #[case("Sr-90", "", "", 0, 0)]
    #[case("", "K-40", "U-235", 0, 1)]
    fn scoring(
        #[case] required: &str,
        #[case] allowed: &str,
        #[case] named: &str,
        #[case] missed: usize,
        #[case] wrong: usize,
    ) {
        let list = |text: &str| text.split(';').filter(|s| !s.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let truth = Truth { required: list(required), allowed: list(allowed) };
        let named = list(named);
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let score = score(&truth, &answer(&named));
        assert_eq!((score.missed.len(), score.false_names.len()), (missed, wrong), "{score:?}");
    }

    #[test]
    fn ten_of_ten_is_not_certainty() {
        let (low, high) = wilson(10, 10);
        assert!((low - 0.722).abs() < 0.002 && high == 1.0, "{low} {high}");
    }
}
