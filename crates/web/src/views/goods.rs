//! Identification of goods: one large field, a few small ones, and candidates with their reasons.

use std::ops::Range;

use app::Permission;
use app::goods::determine::{DetermineGoods, known_substance, nearest};
use app::goods::identify::offered;
use askama::Template;
use axum::routing::{get, post};
use identify::{Candidate, Identification, Item, OneOrMany, Parameter, Parameters, Reason, Scratch};
use lists::built_in::BuiltInList;

use crate::desk::{Answer, Desk, go, page};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::place::encode;
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/goods", get(ask).post(answer)).route("/goods/determine", post(determine))
}

/// A piece of the description: its text, and whether the words of the first candidate stand in it.
type Piece = (String, bool);

/// A candidate as a line of the page.
struct Line {
    path: String,
    title: String,
    /// The list with its version, and the page of the provision there.
    list: String,
    entry: String,
    channel: String,
    sure: String,
    strong: bool,
    /// Whether it is shown only on request.
    is_weak: bool,
    /// What was asked, with the matching words marked; empty when other things than words matched.
    marked: Vec<Piece>,
    reasons: Vec<String>,
    /// The provision of the list with criteria that it leads to; none for a list with numbers of its own.
    determine: Option<String>,
    /// What the candidate says of the substance beside what was filled in.
    cas: Option<String>,
    organism: Option<String>,
}

/// What a nomenclature says of the code.
struct Headings {
    list: String,
    lines: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "goods.html")]
struct GoodsPage {
    c: Chrome,
    f: Form,
    asked: bool,
    lines: Vec<Line>,
    /// How many of them are shown only on request.
    weaker: usize,
    headings: Vec<Headings>,
    faults: Vec<(String, Option<String>)>,
    /// The lists that may be asked; fewer than two need no choice.
    lists: Vec<Choice>,
    may_determine: bool,
}

/// Candidates that are shown however weak they are.
const ALWAYS_SHOWN: usize = 3;

/// Confidence below which further candidates are shown only on request.
const LEAST_SHOWN: f32 = 0.05;

/// The fields that are carried from the question to the determination.
const FIELDS: [&str; 8] = ["description", "hs", "cas", "name", "smiles", "maker", "model", "parameters"];

impl GoodsPage {
    /// What was filled in, to be sent with the choice of a candidate. A CAS number or organism that the candidate knows
    /// takes the place of none.
    fn carried(&self, line: &Line) -> Vec<(&'static str, String)> {
        let filled = |name: &'static str| self.f.filled(name).map(|value| (name, value.to_owned()));
        let mut carried: Vec<(&'static str, String)> = FIELDS.into_iter().filter_map(filled).collect();
        if self.f.filled("cas").is_none() {
            carried.extend(line.cas.clone().map(|cas| ("cas", cas)));
        }
        carried.extend(line.organism.clone().map(|organism| ("organism", organism)));
        carried
    }
}

async fn shown(desk: &Desk, mut f: Form) -> Result<GoodsPage, crate::refusal::Refused> {
    let offered = offered(desk.node(), &desk.actor).await?;
    if f.all("list").next().is_none() {
        offered.iter().filter(|(_, usual)| *usual).for_each(|(edition, _)| f.add("list", &edition.key));
    }
    let name = |edition: &app::list::open::Edition| report::goods::comparison::name(&edition.head, desk.t.language());
    Ok(GoodsPage {
        c: desk.chrome(Section::Goods, desk.t.text("web-goods-title")),
        f,
        asked: false,
        lines: Vec::new(),
        weaker: 0,
        headings: Vec::new(),
        faults: Vec::new(),
        lists: offered.iter().map(|(edition, _)| Choice::new(&edition.key, name(edition))).collect(),
        may_determine: desk.actor.may_with(Permission::SaveDetermination, &desk.actor.owner(), None),
    })
}

async fn ask(desk: Desk) -> Answer {
    page(&shown(&desk, Form::new()).await?)
}

async fn answer(desk: Desk, f: Form) -> Answer {
    let (item, chosen) = (item(&f), f.all("list").map(str::to_owned).collect::<Vec<_>>());
    let lists = app::goods::identify::lists(desk.node(), &desk.actor, &chosen).await?;
    let answer = lists.identify(&item, &mut Scratch::default());
    let mut shown = shown(&desk, f).await?;
    let (words, built_in) = (item.words(), app::list::built_in()?);
    shown.asked = true;
    shown.lines = answer.candidates.iter().map(|candidate| line(&shown.c, &built_in, candidate, &words)).collect();
    // What stands out is shown; the rest is one key away. Where nothing stands out the first three are shown.
    for (place, (line, candidate)) in shown.lines.iter_mut().zip(&answer.candidates).enumerate() {
        line.is_weak = !candidate.strong && candidate.confidence < LEAST_SHOWN && place >= ALWAYS_SHOWN;
    }
    shown.weaker = shown.lines.iter().filter(|line| line.is_weak).count();
    shown.headings = item
        .hs
        .iter()
        .flat_map(|code| lists.headings(code))
        .map(|(list, headings)| Headings {
            list: list.to_owned(),
            lines: headings.iter().map(|heading| (heading.code.clone(), heading.text.clone())).collect(),
        })
        .collect();
    shown.faults = faults(&shown.c, &answer);
    page(&shown)
}

/// Begins the determination of a candidate, with everything answered that was filled in.
async fn determine(desk: Desk, f: Form) -> Answer {
    let goods = DetermineGoods {
        provision: f.value("provision").to_owned(),
        item: item(&f),
        organism: f.filled("organism").map(str::to_owned),
        reference: String::new(),
    };
    let begun = app::goods::determine::determine(desk.node(), &desk.actor, goods).await?;
    go(&format!("/determinations/{}", begun.revision.record))
}

/// What was filled in.
fn item(f: &Form) -> Item {
    let given = |name: &str| f.filled(name).map(str::to_owned);
    let numbers: Vec<String> = f
        .value("cas")
        .split([',', ';', ' ', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    let parameters: Vec<Parameter> = f
        .value("parameters")
        .lines()
        .filter_map(|line| line.split_once(['=', ':']))
        .map(|(name, value)| Parameter {
            name: name.trim().to_owned(),
            value: serde_json::Value::String(value.trim().to_owned()),
            unit: None,
        })
        .collect();
    Item {
        description: given("description"),
        hs: given("hs"),
        cas: (!numbers.is_empty()).then_some(OneOrMany::Many(numbers)),
        smiles: given("smiles"),
        name: given("name"),
        maker: given("maker"),
        model: given("model"),
        parameters: (!parameters.is_empty()).then_some(Parameters::Listed(parameters)),
        ..Item::default()
    }
}

fn faults(c: &Chrome, answer: &Identification) -> Vec<(String, Option<String>)> {
    let told = answer.faults.iter().map(|fault| c.t.fault(fault));
    told.map(|text| (text.message, text.hint)).collect()
}

fn line(c: &Chrome, built_in: &BuiltInList, candidate: &Candidate, words: &str) -> Line {
    let places = candidate.reasons.iter().find_map(|reason| match reason {
        Reason::Words { places, .. } if !places.is_empty() => Some(places.as_slice()),
        _ => None,
    });
    let percent = (candidate.confidence * 100.0).round() as i64;
    let (cas, organism) = known_substance(candidate);
    Line {
        path: candidate.path.clone(),
        title: app::goods::title(candidate, c.language).to_owned(),
        list: format!("{} {}", candidate.list, candidate.version),
        entry: format!("/lists/{}@{}/{}", candidate.list, candidate.version, encode(&candidate.path)),
        channel: c.word("goods-channel", candidate.channel),
        sure: c.with("web-goods-sure", "sure", c.t.number(percent)),
        strong: candidate.strong,
        is_weak: false,
        marked: places.map(|places| pieces(words, places)).unwrap_or_default(),
        reasons: candidate.reasons.iter().map(|reason| app::goods::reason(c.t, reason)).collect(),
        determine: nearest(built_in, &candidate.path).map(|path| path.to_string()),
        cas,
        organism,
    }
}

/// Longest text that is shown again with its words marked, in characters.
const LONGEST_SHOWN: usize = 600;

/// Cuts a text at the places of its matching words.
fn pieces(words: &str, places: &[Range<usize>]) -> Vec<Piece> {
    let end = words.char_indices().nth(LONGEST_SHOWN).map_or(words.len(), |(at, _)| at);
    let mut places: Vec<&Range<usize>> = places.iter().filter(|place| place.end <= end).collect();
    places.sort_by_key(|place| place.start);
    let mut pieces = Vec::new();
    let mut done = 0;
    for place in places {
        if place.start < done {
            continue;
        }
        pieces.push((words[done..place.start].to_owned(), false));
        pieces.push((words[place.clone()].to_owned(), true));
        done = place.end;
    }
    pieces.push((words[done..end].to_owned(), false));
    if end < words.len() {
        pieces.push(("…".to_owned(), false));
    }
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[track_caller]
    fn check(words: &str, places: &[std::ops::Range<usize>], expect: &str) {
        let shown =
            pieces(words, places).into_iter().map(|(text, marked)| if marked { format!("[{text}]") } else { text });
        assert_eq!(shown.collect::<String>(), expect);
    }

    #[test]
    fn matching_words_are_marked_once_and_in_order() {
        check("freeze dryer, new", &[7..12, 0..6], "[freeze] [dryer], new");
        check("freeze dryer", &[0..6, 2..6], "[freeze] dryer");
        check("", &[], "");
    }
}
