//! Candidates by words: the text channel with its reasons, the nomenclature code as a prior.

use crate::candidate::{Candidate, Channel, Reason};
use crate::confidence::{Evidence, FEATURES, FLOOR, STRONG, STRONG_BY_KIND};
use crate::identifier::{HEADING_ALONE, MOST_CANDIDATES, Read, by_heading, heading_reason, title};
use crate::indexed_list::IndexedList;
use crate::knowledge::Knowledge;
use crate::thesaurus::Decides;
use crate::wording::{Likeness, Lookup, Scratch, lookups, matched_words, rank};

/// The rarity of the shared words, summed, from which on words that are left over do not matter: a description that goes
/// on and on about the same goods.
const MUCH: f32 = 40.0;

/// Candidates that are shown to compare with, however little is sure of them; and what others must reach.
const COMPARED: usize = 5;
const SURE_ENOUGH: f32 = 0.02;

/// A candidate whose score is a smaller share of the best one's is not shown: nobody would compare it.
const NEAREST: f32 = 0.2;

/// Candidates of one list by words, the likeliest first.
pub(crate) fn find(knowledge: &Knowledge, list: &IndexedList, read: &Read, scratch: &mut Scratch) -> Vec<Candidate> {
    let mut found = Vec::new();
    let lookups = lookups(&list.index, &knowledge.thesaurus, &read.description);
    let weighed = weighed(knowledge, list, read, &lookups, scratch);
    let surest = weighed.iter().map(|(_, evidence)| evidence.confidence()).fold(0.0, f32::max);
    let best = weighed.first().map_or(0.0, |(likeness, _)| likeness.score);
    for (likeness, evidence) in weighed {
        let confidence = evidence.confidence();
        let says_nothing = likeness.matched == 0 && likeness.kind.is_none();
        // A name that is worth a look by itself is shown, however short the description.
        let named = evidence.kind > 1.5 && evidence.everyday <= 0.0;
        let beyond = found.len() >= COMPARED && confidence < SURE_ENOUGH;
        if surest < FLOOR && !named || likeness.score < NEAREST * best || says_nothing || beyond {
            continue;
        }
        found.push(candidate(knowledge, list, read, &lookups, (&likeness, &evidence, confidence)));
    }
    // The order is that of the scores; a candidate further down is never surer than one above it.
    let mut above = 1.0_f32;
    for candidate in &mut found {
        candidate.confidence = candidate.confidence.min(above);
        above = candidate.confidence;
    }
    if found.is_empty() {
        for (_, provision) in by_heading(knowledge, list, read) {
            let place = &list.index.provisions[provision as usize];
            let (_, reason) = heading_reason(knowledge, list, read, place.entry);
            found.push(Candidate {
                code: list.index.entries[place.entry as usize].clone(),
                path: place.path.clone(),
                list: list.index.id.clone(),
                version: list.index.version.clone(),
                channel: Channel::Nomenclature,
                confidence: HEADING_ALONE,
                strong: false,
                reasons: reason.into_iter().collect(),
                title_en: title(&place.title_en, &place.text),
                title_ru: title(&place.title_ru, &place.text),
            });
        }
    }
    found
}

/// What speaks for each entry by words, as the confidence is fitted on it: the code and the features.
pub(crate) fn features(
    knowledge: &Knowledge,
    list: &IndexedList,
    read: &Read,
    scratch: &mut Scratch,
) -> Vec<(String, [f32; FEATURES])> {
    let lookups = lookups(&list.index, &knowledge.thesaurus, &read.description);
    let weighed = weighed(knowledge, list, read, &lookups, scratch);
    let code = |likeness: &Likeness| list.index.entries[likeness.entry as usize].clone();
    weighed.into_iter().map(|(likeness, evidence)| (code(&likeness), evidence.features())).collect()
}

/// The entries that share words with the description, with what speaks for each.
fn weighed(
    knowledge: &Knowledge,
    list: &IndexedList,
    read: &Read,
    lookups: &[Lookup],
    scratch: &mut Scratch,
) -> Vec<(Likeness, Evidence)> {
    let ranked = rank(&list.index, &knowledge.thesaurus, &read.description, lookups, scratch, MOST_CANDIDATES);
    let best = ranked.first().map_or(0.0, |likeness| likeness.score);
    let second = ranked.get(1).map_or(0.0, |likeness| likeness.score);
    let words = read.description.words.iter().filter(|word| !word.number).count().max(1) as f32;
    let everyday = read.description.everyday.len() as f32 / words;
    ranked
        .into_iter()
        .enumerate()
        .map(|(place, likeness)| {
            let lead = match place {
                _ if best <= 0.0 => 0.0,
                0 => 1.0 - second / best,
                _ => likeness.score / best - 1.0,
            };
            let (heading, _) = heading_reason(knowledge, list, read, likeness.entry);
            let evidence = Evidence::new(&likeness, lead, heading, everyday);
            (likeness, evidence)
        })
        .collect()
}

fn candidate(
    knowledge: &Knowledge,
    list: &IndexedList,
    read: &Read,
    lookups: &[Lookup],
    (likeness, evidence, confidence): (&Likeness, &Evidence, f32),
) -> Candidate {
    let index = &list.index;
    let place = &index.provisions[likeness.provision as usize];
    let mut reasons = Vec::new();
    let mut found_kind = None;
    if let Some((kind, decides)) = likeness.kind
        && let Some(found) = read.description.kinds.iter().find(|found| found.kind == kind)
    {
        found_kind = Some(decides);
        let words = &read.description.words;
        let span = found.words.iter().filter_map(|word| words.get(*word)).map(|word| &read.words[word.place.clone()]);
        reasons.push(Reason::Kind {
            written: span.collect::<Vec<_>>().join(" "),
            kind: knowledge.thesaurus.kinds()[kind as usize].id.clone(),
            figures_decide: decides == Decides::Figures,
        });
    }
    let places = matched_words(index, lookups, &read.description, likeness);
    if !places.is_empty() {
        let mut words: Vec<String> = Vec::new();
        for place in &places {
            let word = read.words[place.clone()].to_owned();
            if !words.contains(&word) {
                words.push(word);
            }
        }
        reasons.push(Reason::Words { words, places });
    }
    reasons.extend(heading_reason(knowledge, list, read, likeness.entry).1);
    let everyday: Vec<String> = read
        .description
        .everyday
        .iter()
        .filter_map(|word| read.description.words.get(*word))
        .take(4)
        .map(|word| read.words[word.place.clone()].to_owned())
        .collect();
    // Goods whose very name is worth a look may fall under one of several entries, so that none is sure by itself; words
    // alone must be many, and sure. A name that most free goods bear too is not strong by itself.
    let decided = found_kind == Some(Decides::Kind) && confidence >= STRONG_BY_KIND;
    let much = evidence.coverage >= 0.5 || evidence.alike >= 0.5 || evidence.evidence >= MUCH;
    let worded = confidence >= STRONG && likeness.shared >= 4 && much;
    let strong = (decided || worded) && everyday.is_empty() && evidence.heading >= 0.0;
    if !everyday.is_empty() {
        reasons.push(Reason::Everyday { words: everyday });
    }
    Candidate {
        code: index.entries[likeness.entry as usize].clone(),
        path: place.path.clone(),
        list: index.id.clone(),
        version: index.version.clone(),
        channel: Channel::Text,
        confidence,
        strong,
        reasons,
        title_en: title(&place.title_en, &place.text),
        title_ru: title(&place.title_ru, &place.text),
    }
}
