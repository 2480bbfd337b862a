//! The nomenclature code (HS, CN, TN VED): a prior, never a gate.

use crate::thesaurus::Thesaurus;

/// What a nomenclature code says.
#[derive(Debug, Default)]
pub(crate) struct Heading {
    /// The digits.
    pub(crate) digits: String,
    /// Kinds of goods declared under it, with how many digits agree.
    pub(crate) kinds: Vec<(u32, usize)>,
    /// It is of everyday goods.
    pub(crate) everyday: bool,
}

impl Heading {
    /// Reads a code with any points and spaces; nothing when there are no four digits.
    pub(crate) fn read(written: &str, thesaurus: &Thesaurus) -> Option<Self> {
        let digits: String = written.chars().filter(char::is_ascii_digit).take(10).collect();
        if digits.len() < 4 || written.len() > 60 {
            return None;
        }
        let mut kinds = Vec::new();
        for (number, kind) in thesaurus.kinds().iter().enumerate() {
            let agree = |heading: &&String| digits.starts_with(heading.as_str()) || heading.starts_with(&digits);
            if let Some(heading) = kind.nomenclature.iter().filter(agree).max_by_key(|heading| heading.len()) {
                kinds.push((number as u32, heading.len().min(digits.len())));
            }
        }
        kinds.sort_by_key(|(_, agree)| std::cmp::Reverse(*agree));
        let everyday = thesaurus.everyday_headings().iter().any(|heading| digits.starts_with(heading.as_str()));
        Some(Self { digits, kinds, everyday })
    }
}
