//! Identification of goods: one large field, a few small ones, and candidates with their reasons.

use std::ops::Range;

use askama::Template;
use axum::routing::get;
use identify::{Candidate, Identification, Item, OneOrMany, Reason};

use crate::desk::{Answer, Desk, page};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::place::link;
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/goods", get(ask).post(answer))
}

/// A piece of the description: its text, and whether the words of the first candidate stand in it.
type Piece = (String, bool);

/// A candidate as a line of the page.
struct Line {
    code: String,
    path: String,
    title: String,
    list: String,
    channel: String,
    sure: String,
    strong: bool,
    /// What was asked, with the matching words marked; empty when other things than words matched.
    marked: Vec<Piece>,
    reasons: Vec<String>,
    determine: String,
}

#[derive(Template)]
#[template(path = "goods.html")]
struct GoodsPage {
    c: Chrome,
    f: Form,
    asked: bool,
    lines: Vec<Line>,
    faults: Vec<(String, Option<String>)>,
}

async fn ask(desk: Desk) -> Answer {
    // The verb is asked with nothing, so that a person who may not use it does not see its form either.
    app::goods::identify::identify(desk.node(), &desk.actor, &[]).await?;
    let c = desk.chrome(Section::Goods, desk.t.text("web-goods-title"));
    page(&GoodsPage { c, f: Form::new(), asked: false, lines: Vec::new(), faults: Vec::new() })
}

async fn answer(desk: Desk, f: Form) -> Answer {
    let item = item(&f);
    let answers = app::goods::identify::identify(desk.node(), &desk.actor, std::slice::from_ref(&item)).await?;
    let answer = answers.into_iter().next().unwrap_or_default();
    let c = desk.chrome(Section::Goods, desk.t.text("web-goods-title"));
    let words = item.words();
    let lines = answer.candidates.iter().map(|candidate| line(&c, candidate, &words)).collect();
    let faults = faults(&c, &answer);
    page(&GoodsPage { c, f, asked: true, lines, faults })
}

/// What was filled in.
fn item(f: &Form) -> Item {
    let given = |name: &str| f.filled(name).map(str::to_owned);
    Item {
        description: given("description"),
        hs: given("hs"),
        cas: given("cas").map(OneOrMany::One),
        smiles: given("smiles"),
        name: given("name"),
        maker: given("maker"),
        model: given("model"),
        ..Item::default()
    }
}

fn faults(c: &Chrome, answer: &Identification) -> Vec<(String, Option<String>)> {
    let told = answer.faults.iter().map(|fault| c.t.fault(fault));
    told.map(|text| (text.message, text.hint)).collect()
}

fn line(c: &Chrome, candidate: &Candidate, words: &str) -> Line {
    let places = candidate.reasons.iter().find_map(|reason| match reason {
        Reason::Words { places, .. } => Some(places.as_slice()),
        _ => None,
    });
    let percent = (candidate.confidence * 100.0).round() as i64;
    let pairs = [("list", candidate.list.as_str()), ("path", candidate.path.as_str())];
    Line {
        code: candidate.code.clone(),
        path: candidate.path.clone(),
        title: app::goods::title(candidate, c.language).to_owned(),
        list: format!("{} {}", candidate.list, candidate.version),
        channel: c.word("goods-channel", candidate.channel),
        sure: c.with("web-goods-sure", "sure", c.t.number(percent)),
        strong: candidate.strong,
        marked: places.map(|places| pieces(words, places)).unwrap_or_default(),
        reasons: candidate.reasons.iter().map(|reason| app::goods::reason(c.t, reason)).collect(),
        determine: link("/goods/determine", pairs),
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
