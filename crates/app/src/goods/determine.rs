//! From a candidate to its determination in one step: what was said of the goods is answered already.

use domain::fault::Fault;
use identify::{Candidate, Item, Parameters, Reason};
use lists::built_in::BuiltInList;
use lists::determine::{Facts, QuestionKey, determine as determine_provision, question_of_parameter};
use lists::path::ProvisionPath;
use store::Stored;

use crate::actor::Actor;
use crate::determination::answer::GivenAnswer;
use crate::determination::begin::{Begin, begin, plain};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What is to be determined, and what was said of it.
#[derive(Debug, Clone, Default)]
pub struct DetermineGoods {
    /// The provision, `2B350.a`; of another list with the same codes too.
    pub provision: String,
    /// What was said of the goods.
    pub item: Item,
    /// The scientific name of the organism or toxin, where one was found.
    pub organism: Option<String>,
    /// The number of the papers.
    pub reference: String,
}

/// Begins the determination of goods under a provision of the list shipped with the program, with everything answered that
/// was said of them: CAS numbers, an organism, parameters whose names and units fit one question.
///
/// # Errors
/// [`Refusal::NotFound`] when the list has no such provision; [`Refusal::Invalid`] when nothing says what the goods are;
/// [`Refusal::NotAllowed`].
pub async fn determine(node: &Node, actor: &Actor, goods: DetermineGoods) -> Result<Stored, Refusal> {
    let _permit = actor.permit(Permission::SaveDetermination)?;
    let list = crate::list::built_in()?;
    let provision = nearest(&list, &goods.provision).ok_or(Refusal::NotFound("provision"))?;
    let good = called(&goods.item).ok_or_else(|| Refusal::fault(Fault::error("field-missing").at("good")))?;
    let answers = answers(&list, &provision, &goods);
    let reference = goods.reference;
    begin(node, actor, Begin { good, reference, provision: provision.to_string(), answers }).await
}

/// The provision of the list shipped with the program that a candidate leads to: itself, else what stands above it. None for
/// a list with numbers of its own, which has no criteria: its text is to be read.
#[must_use]
pub fn nearest(list: &BuiltInList, path: &str) -> Option<ProvisionPath> {
    let mut path: ProvisionPath = path.parse().ok()?;
    while list.version.get(&path).is_none() {
        path = path.parent()?;
    }
    Some(path)
}

/// What a determination calls the goods: the description, else their name, maker and model, or CAS number.
fn called(item: &Item) -> Option<String> {
    let made = [&item.maker, &item.model].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let cas = || item.cas.as_ref().map(|cas| format!("CAS {}", cas.iter().collect::<Vec<_>>().join(", ")));
    let said = [item.description.clone(), item.name.clone(), Some(made), cas(), item.smiles.clone()];
    let first = said.into_iter().flatten().find(|said| !said.trim().is_empty())?;
    Some(first.trim().chars().take(LONGEST_CALLED).collect())
}

/// Longest name of goods that is taken from a description, in characters.
const LONGEST_CALLED: usize = 300;

/// What the item answers of the questions that this provision asks.
fn answers(list: &BuiltInList, path: &ProvisionPath, goods: &DetermineGoods) -> Vec<GivenAnswer> {
    let given = |question: &QuestionKey, value: &str| GivenAnswer {
        question: question.to_string(),
        part: None,
        answer: Some(plain(value)),
    };
    let mut answers = Vec::new();
    // Only what the provision asks: a CAS number says nothing about a vessel.
    let facts = Facts::default();
    let asked = determine_provision(list, &facts, path).map(|found| found.questions).unwrap_or_default();
    let asks = |key: &QuestionKey| asked.iter().any(|question| question.key == *key);
    let numbers: Vec<&str> = goods.item.cas.iter().flat_map(|cas| cas.iter()).map(str::trim).collect();
    let readable = numbers.iter().all(|number| number.parse::<lists::cas::CasNumber>().is_ok());
    if !numbers.is_empty() && readable && asks(&QuestionKey::Cas) {
        answers.push(given(&QuestionKey::Cas, &numbers.join("; ")));
    }
    if let Some(organism) = goods.organism.as_ref().filter(|_| asks(&QuestionKey::Organism)) {
        answers.push(given(&QuestionKey::Organism, organism));
    }
    for (name, value) in goods.item.parameters.as_ref().map(Parameters::written).unwrap_or_default() {
        if let Some(key) = question_of_parameter(list, path, &name, &value)
            && answers.iter().all(|answer| answer.question != key.to_string())
        {
            answers.push(given(&key, &value));
        }
    }
    answers
}

/// What a candidate says of the substance beside what was given: the CAS number that its name or structure led to, and the
/// scientific name of the organism.
#[must_use]
pub fn known_substance(candidate: &Candidate) -> (Option<String>, Option<String>) {
    let (mut cas, mut organism) = (None, None);
    for reason in &candidate.reasons {
        match reason {
            Reason::Cas { cas: number, .. }
            | Reason::SameStructure { cas: number, .. }
            | Reason::ChemicalName { cas: number, exact: true, .. }
                if !number.is_empty() =>
            {
                cas = cas.or(Some(number.clone()));
            }
            Reason::OrganismName { name, .. } => organism = organism.or(Some(name.clone())),
            _ => {}
        }
    }
    (cas, organism)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(json: &str) -> Item {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_was_said_is_answered_and_nothing_else() {
        let list = crate::list::built_in().unwrap();
        let answered = |path: &str, json: &str| {
            let goods = DetermineGoods { item: item(json), ..DetermineGoods::default() };
            let given = answers(&list, &path.parse().unwrap(), &goods);
            given.into_iter().map(|one| format!("{} = {}", one.question, one.answer.unwrap().value)).collect::<Vec<_>>()
        };
        assert_eq!(answered("1C350.24", r#"{"cas": "7664-39-3"}"#), ["cas = 7664-39-3"]);
        assert_eq!(answered("1C350.24", r#"{"cas": "7664-39-4"}"#), Vec::<String>::new());
        assert_eq!(answered("2B350.a", r#"{"cas": "7664-39-3"}"#), Vec::<String>::new());
    }

    #[test]
    fn a_candidate_of_another_list_leads_to_the_provision_above() {
        let list = crate::list::built_in().unwrap();
        let leads = |path: &str| nearest(&list, path).map(|path| path.to_string());
        assert_eq!(leads("2B350.a").as_deref(), Some("2B350.a"));
        assert_eq!(leads("1C350.b.99").as_deref(), Some("1C350"));
        assert_eq!(leads("9Z999"), None);
    }

    #[test]
    fn goods_are_called_by_what_is_known() {
        assert_eq!(called(&item(r#"{"description": "Drum of acid"}"#)).as_deref(), Some("Drum of acid"));
        assert_eq!(called(&item(r#"{"maker": "Works", "model": "T-7"}"#)).as_deref(), Some("Works T-7"));
        assert_eq!(called(&item(r#"{"cas": ["7664-39-3"]}"#)).as_deref(), Some("CAS 7664-39-3"));
        assert_eq!(called(&item("{}")), None);
    }
}
