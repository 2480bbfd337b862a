//! Which question a parameter answers that is known by name: "internal volume: 200 L" on a data sheet, an invoice or a form.

use std::collections::BTreeSet;

use super::questions::QuestionKey;
use crate::built_in::BuiltInList;
use crate::criteria::Condition;
use crate::path::ProvisionPath;
use crate::quantity::read_quantity;

/// The question of this entry that a named parameter answers. None when no question has such a name and measures such a
/// thing, or more than one does: then a person must say which is meant.
#[must_use]
pub fn question_of_parameter(list: &BuiltInList, path: &ProvisionPath, name: &str, value: &str) -> Option<QuestionKey> {
    let wanted = words(name);
    if wanted.is_empty() {
        return None;
    }
    let terms = &list.criteria.terms;
    let mut found: BTreeSet<(bool, QuestionKey)> = BTreeSet::new();
    for (quantity, scope) in asked(list, path) {
        let Some(term) = terms.quantities.get(&quantity) else { continue };
        // Counts have no unit; everything else must say its own.
        let usual = term.dimension.dimension.is_number().then_some(&term.dimension.unit);
        let read = read_quantity(value, None, usual);
        if !read.is_ok_and(|read| read.unit.dimension() == term.dimension.dimension) {
            continue;
        }
        let of_key = words(&quantity);
        let mut known: BTreeSet<String> = of_key.clone();
        known.extend(term.question.iter().flat_map(|(_, question)| words(question)));
        if wanted.is_subset(&known) {
            found.insert((of_key != wanted, QuestionKey::Quantity { quantity, scope }));
        }
    }
    // The same name goes before one that only holds its words.
    let exact = found.iter().filter(|(loose, _)| !loose).count();
    let mut fitting = found.into_iter().filter(|(loose, _)| exact == 0 || !loose);
    match (fitting.next(), fitting.next()) {
        (Some((_, key)), None) => Some(key),
        _ => None,
    }
}

/// The quantities that the criteria of this entry ask, with what they are measured on.
fn asked(list: &BuiltInList, path: &ProvisionPath) -> BTreeSet<(String, Option<String>)> {
    let mut found = BTreeSet::new();
    for criterion in list.criteria.iter().filter(|criterion| criterion.path.entry() == path.entry()) {
        for condition in criterion.conditions() {
            condition.walk(&mut |condition| {
                if let Condition::Quantity { quantity, scope, .. } = condition {
                    found.insert((quantity.clone(), scope.clone()));
                }
            });
        }
    }
    found
}

/// The stems of the words that mean something.
fn words(text: &str) -> BTreeSet<String> {
    const SMALL: [&str; 14] =
        ["the", "its", "for", "and", "what", "how", "which", "что", "как", "его", "для", "каков", "какова", "при"];
    let folded = text::fold(&text.replace('_', " "));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.filter(|word| !SMALL.contains(word)).map(text::stem).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::built_in::eu_annex_i;

    #[rstest]
    #[case("2B350.a", "internal volume", "200 L", Some("q:process_volume"))]
    #[case("2B350.a", "process_volume", "0,2 m3", Some("q:process_volume"))]
    #[case("2B350.a", "internal volume", "200 kg", None)]
    #[case("2B350.a", "colour", "200 L", None)]
    #[case("2B350.a", "", "200 L", None)]
    fn a_name_leads_to_its_question(
        #[case] path: &str,
        #[case] name: &str,
        #[case] value: &str,
        #[case] expect: Option<&str>,
    ) {
        let list = eu_annex_i().unwrap();
        let found = question_of_parameter(&list, &path.parse().unwrap(), name, value);
        assert_eq!(found.map(|key| key.to_string()).as_deref(), expect);
    }
}
