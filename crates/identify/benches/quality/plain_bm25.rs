//! The peer: plain BM25 over words as they stand, k1 = 1.2 and b = 0.75, one document an entry. No stems, no fields, no
//! thesaurus.

use std::collections::{BTreeMap, HashMap};

use lists::version::ListVersion;

use crate::cases::Known;

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Ranks the same cases and prints how often the right entry stands first and among five.
pub(crate) fn table(list: &ListVersion, known: &[Known]) {
    let mut documents: Vec<(String, HashMap<String, f64>)> = Vec::new();
    for provision in list.provisions() {
        if documents.last().is_none_or(|(code, _)| code != provision.path.entry()) {
            documents.push((provision.path.entry().to_owned(), HashMap::new()));
        }
        let Some((_, counts)) = documents.last_mut() else { continue };
        for (_, text) in provision.text.iter() {
            for word in words(text) {
                *counts.entry(word).or_default() += 1.0;
            }
        }
    }
    let lengths: Vec<f64> = documents.iter().map(|(_, counts)| counts.values().sum()).collect();
    let mean = lengths.iter().sum::<f64>() / documents.len() as f64;
    let mut postings: HashMap<&str, Vec<(usize, f64)>> = HashMap::new();
    for (document, (_, counts)) in documents.iter().enumerate() {
        for (word, count) in counts {
            postings.entry(word).or_default().push((document, *count));
        }
    }
    let mut sets: BTreeMap<(&str, &str), (u32, u32, u32)> = BTreeMap::new();
    for case in known.iter().filter(|case| !case.expect.is_empty() && case.item.cas.is_none()) {
        let mut query = words(&case.item.words());
        query.sort();
        query.dedup();
        let mut scores = vec![0.0; documents.len()];
        for word in &query {
            let Some(found) = postings.get(word.as_str()) else { continue };
            let (total, spread) = (documents.len() as f64, found.len() as f64);
            let rarity = (1.0 + (total - spread + 0.5) / (spread + 0.5)).ln();
            for (document, count) in found {
                scores[*document] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths[*document] / mean));
            }
        }
        let right = documents.iter().enumerate().filter(|(_, (code, _))| case.is_right(code));
        let best = right.map(|(place, _)| scores[place]).max_by(f64::total_cmp);
        let before = best.map(|best| scores.iter().filter(|score| **score > best).count());
        let counts = sets.entry((case.set, case.half)).or_default();
        counts.0 += 1;
        counts.1 += u32::from(before == Some(0));
        counts.2 += u32::from(before.is_some_and(|before| before < 5));
    }
    println!("| set | half | cases | first | in five |\n|---|---|---|---|---|");
    for ((set, half), (cases, first, five)) in sets {
        let share = |part: u32| format!("{:.1} %", 100.0 * f64::from(part) / f64::from(cases));
        println!("| {set} | {half} | {cases} | {} | {} |", share(first), share(five));
    }
}
