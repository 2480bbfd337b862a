//! Criteria: what a provision asks of a good, as data. A provision without criteria is text only: read and decide.
//!
//! The form of the files is described in `docs/reference/list-folder.md`.

mod checking;
mod reading;
mod terms;

use std::collections::{BTreeMap, HashMap};

use domain::fault::Fault;
use domain::localized::Localized;
use serde::Serialize;

pub(crate) use terms::PRODUCT_KIND;
pub use terms::{Attribute, FoundOn, PartTerm, QuantityTerm, Terms};

use crate::built_in::Organism;
use crate::cas::CasNumber;
use crate::exact::Exact;
use crate::path::ProvisionPath;
use crate::units::Unit;
use crate::version::ListVersion;

domain::words! {
    /// How a value is compared with a threshold.
    Comparison {
        /// Greater than it.
        Greater = "gt",
        /// Equal to it or greater.
        GreaterOrEqual = "ge",
        /// Less than it.
        Less = "lt",
        /// Equal to it or less.
        LessOrEqual = "le",
        /// Equal to it.
        Equal = "eq",
    }
}

/// A threshold: a value in a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// The value, exactly as the list prints it.
    pub value: Exact,
    /// Its unit.
    pub unit: Unit,
}

/// What a provision asks.
#[expect(clippy::large_enum_variant, reason = "conditions live in trees that are built once and only read")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All of these.
    All(Vec<Condition>),
    /// One of these at least.
    Any(Vec<Condition>),
    /// A closed question has one of these answers.
    Is {
        /// The question: a key of the terms, or `product_kind`.
        attribute: String,
        /// The answers that meet it.
        values: Vec<String>,
    },
    /// A measured value stands on this side of a threshold.
    Quantity {
        /// What is measured: a key of the terms.
        quantity: String,
        /// How it is compared.
        comparison: Comparison,
        /// With what.
        threshold: Threshold,
        /// The method it must be measured by, where the list names one.
        method: Option<String>,
        /// What it is measured on, where the list says so: `any_linear_axis`.
        scope: Option<String>,
    },
    /// The good is or holds one of these chemicals.
    Cas(Vec<CasNumber>),
    /// The good is or holds one of these organisms or toxins, by scientific name.
    Organism(Vec<String>),
    /// Another provision is met.
    Reference(ProvisionPath),
    /// A legal judgement, which a person makes.
    Judge(Localized),
    /// Every part of a kind meets the condition; parts of the exception do not count.
    Each {
        /// The kind of part: a key of the terms.
        part: String,
        /// Parts that do not count.
        except: Option<Box<Exclusion>>,
        /// What every other part must meet.
        condition: Box<Condition>,
    },
}

/// What takes a good out of a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exclusion {
    /// The note that says so; none for precedence of another provision.
    pub note: Option<String>,
    /// When it does.
    pub condition: Condition,
}

/// An exclusion of mixtures: met when the good is a mixture in which every chemical the note lists has at most this share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mixture {
    /// The note that says so. Provisions with the same note list its chemicals together.
    pub note: String,
    /// When the note applies at all.
    pub when: Option<Condition>,
    /// The greatest share.
    pub most: Threshold,
}

/// The criteria of one provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Criterion {
    /// The provision.
    pub path: ProvisionPath,
    /// Binds this provision and every one below it.
    pub head: Option<Condition>,
    /// What it asks itself.
    pub applies: Option<Condition>,
    /// Whether it is met when one provision below it is.
    pub any_child: bool,
    /// A further branch that the head does not bind.
    pub also: Option<Condition>,
    /// What takes a good out.
    pub unless: Vec<Exclusion>,
    /// Which mixtures are out.
    pub mixtures: Vec<Mixture>,
    /// Where else to look.
    pub see: Vec<ProvisionPath>,
}

/// The criteria of a list, with their words.
#[derive(Debug, Clone, Default)]
pub struct CriteriaSet {
    by_path: BTreeMap<ProvisionPath, Criterion>,
    note_chemicals: HashMap<String, Vec<CasNumber>>,
    /// The words of questions and answers.
    pub terms: Terms,
}

impl CriteriaSet {
    /// The criteria of this provision; none when it is text only.
    #[must_use]
    pub fn get(&self, path: &ProvisionPath) -> Option<&Criterion> {
        self.by_path.get(path)
    }

    /// All criteria, by path.
    pub fn iter(&self) -> impl Iterator<Item = &Criterion> {
        self.by_path.values()
    }

    /// How many entries have criteria.
    #[must_use]
    pub fn entries(&self) -> usize {
        let mut entries: Vec<&str> = self.by_path.keys().map(ProvisionPath::entry).collect();
        entries.dedup();
        entries.len()
    }

    /// The chemicals that a note on mixtures lists.
    #[must_use]
    pub fn note_chemicals(&self, note: &str) -> &[CasNumber] {
        self.note_chemicals.get(note).map_or(&[], Vec::as_slice)
    }

    /// Reads the `terms` and `criteria` of a list folder and checks them against the list: unknown keys, units of another
    /// dimension, references to nothing, and circles are faults.
    #[must_use]
    pub fn read(
        files: &BTreeMap<String, Vec<u8>>,
        version: &ListVersion,
        organisms: &[Organism],
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut set = Self { terms: terms::read(files, faults), ..Self::default() };
        for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("criteria/")) {
            for criterion in reading::read(name, bytes, faults) {
                checking::check(name, &criterion, version, organisms, &set.terms, faults);
                if set.by_path.contains_key(&criterion.path) {
                    let fault = Fault::error("criteria-twice").with("path", criterion.path.as_str());
                    faults.push(fault.inside(name, None));
                }
                set.by_path.insert(criterion.path.clone(), criterion);
            }
        }
        set.gather_note_chemicals();
        checking::find_circles(&set, faults);
        set
    }

    fn gather_note_chemicals(&mut self) {
        for criterion in self.by_path.values() {
            for mixture in &criterion.mixtures {
                let listed = self.note_chemicals.entry(mixture.note.clone()).or_default();
                if let Some(condition) = &criterion.applies {
                    condition.walk(&mut |condition| {
                        if let Condition::Cas(numbers) = condition {
                            listed.extend(numbers.iter().cloned());
                        }
                    });
                }
            }
        }
    }
}

impl Condition {
    /// Calls `visit` for this condition and every one in it.
    pub fn walk<'c>(&'c self, visit: &mut impl FnMut(&'c Self)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Each { except, condition, .. } => {
                if let Some(except) = except {
                    except.condition.walk(visit);
                }
                condition.walk(visit);
            }
            Self::Is { .. }
            | Self::Quantity { .. }
            | Self::Cas(_)
            | Self::Organism(_)
            | Self::Reference(_)
            | Self::Judge(_) => {}
        }
    }
}

impl Criterion {
    /// Every condition of it, the outermost of each branch.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let branches = [&self.head, &self.applies, &self.also].into_iter().flatten();
        let exclusions = self.unless.iter().map(|exclusion| &exclusion.condition);
        branches.chain(exclusions).chain(self.mixtures.iter().filter_map(|mixture| mixture.when.as_ref()))
    }
}

#[cfg(test)]
mod tests;
