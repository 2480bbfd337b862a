//! How far the identity of what a laboratory named reaches against the control lists: from the exact CAS number down to a
//! name alone, each with the list, its edition and its entry. That none is found does not mean that it is not controlled.

use app::{Permission, Refusal};
use identify::{Candidate, Item, OneOrMany, Reason};

use crate::desk::Desk;

/// What one named thing may be on the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What was named, as it was written.
    pub named: String,
    /// Tier, entry in words, and where the entry is read; the surest first.
    pub entries: Vec<(u8, String, String)>,
}

/// Things that are looked up for one result.
const MOST: usize = 12;
/// Entries that are shown of each.
const ENTRIES: usize = 4;

/// Looks up what was named. Empty for whoever may not ask the lists.
///
/// # Errors
/// When the lists cannot be read.
pub async fn identities(desk: &Desk, named: &[String]) -> Result<Vec<Identity>, Refusal> {
    if named.is_empty() || !desk.actor.may_somewhere(Permission::IdentifyGoods) {
        return Ok(Vec::new());
    }
    let items: Vec<Item> = named.iter().take(MOST).map(|named| item(named)).collect();
    let answers = app::goods::identify::identify(desk.node(), &desk.actor, &items, &[]).await?;
    let language = desk.t.language();
    let found = named.iter().zip(answers).map(|(named, answer)| {
        let mut entries: Vec<(u8, String, String)> = answer
            .candidates
            .iter()
            .filter_map(|candidate| {
                let tier = candidate.reasons.iter().filter_map(tier).min()?;
                Some((tier, entry(candidate, app::goods::title(candidate, language)), address(candidate)))
            })
            .collect();
        entries.sort_by_key(|(tier, ..)| *tier);
        entries.truncate(ENTRIES);
        Identity { named: named.clone(), entries }
    });
    Ok(found.collect())
}

fn entry(candidate: &Candidate, title: &str) -> String {
    let title: String = title.chars().take(120).collect();
    format!("{}: {title} ({} {})", candidate.path, candidate.list, candidate.version)
}

fn address(candidate: &Candidate) -> String {
    format!("/lists/{}@{}/{}", candidate.list, candidate.version, candidate.path)
}

/// What was written, as it is asked: a CAS number or an InChIKey in it is asked as one, the rest as a name.
fn item(named: &str) -> Item {
    let words = named.split([' ', '(', ')', ',', '[', ']']).filter(|word| !word.is_empty());
    let (numbers, names): (Vec<&str>, Vec<&str>) = words.partition(|word| is_cas(word));
    let (keys, names): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|word| is_inchikey(word));
    let name = names.into_iter().filter(|word| !word.eq_ignore_ascii_case("cas")).collect::<Vec<_>>().join(" ");
    Item {
        cas: numbers.first().map(|number| OneOrMany::One((*number).to_owned())),
        smiles: keys.first().map(|key| (*key).to_owned()),
        name: Some(name).filter(|name| !name.is_empty()),
        ..Item::default()
    }
}

fn is_cas(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    matches!(parts.as_slice(), [first, second, check]
        if (2..=7).contains(&first.len()) && second.len() == 2 && check.len() == 1
            && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())))
}

fn is_inchikey(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [14, 10, 1] && word.bytes().all(|byte| byte == b'-' || byte.is_ascii_uppercase())
}

/// How far a reason reaches: 1 an exact CAS number of the entry, 2 the same structure, 3 the same skeleton, 4 the same parent, 5 a
/// family of the list, 6 a name. `None` for reasons that say nothing of an identity.
fn tier(reason: &Reason) -> Option<u8> {
    match reason {
        Reason::Cas { .. } => Some(1),
        Reason::SameStructure { .. } => Some(2),
        Reason::SameSkeleton { .. } => Some(3),
        Reason::SameParent { .. } => Some(4),
        Reason::Family { .. } => Some(5),
        Reason::ChemicalName { .. } | Reason::OrganismName { .. } => Some(6),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{OneOrMany, item};

    #[test]
    fn a_number_is_taken_out_of_what_was_named() {
        for (written, cas, name) in [
            ("7732-18-5", Some("7732-18-5"), None),
            ("water (CAS 7732-18-5)", Some("7732-18-5"), Some("water")),
            ("water", None, Some("water")),
            ("2-4 mm", None, Some("2-4 mm")),
        ] {
            let item = item(written);
            assert_eq!(
                (item.cas, item.name.as_deref()),
                (cas.map(|cas| OneOrMany::One(cas.to_owned())), name),
                "{written}"
            );
        }
    }
}
