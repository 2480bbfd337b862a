//! The numbers a word processor prints by itself: `word/numbering.xml`, and styles that carry a numbering.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Levels of a numbering.
const LEVELS: usize = 9;

/// Most numberings and styles that are kept: a document has tens.
const MOST: usize = 10_000;

/// One level: how it counts and what is printed.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    /// What is printed, `%1.%2.` with the places of the counters.
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

/// A numbering as a paragraph names it.
#[derive(Debug, Clone, Default)]
struct Instance {
    abstract_id: String,
    /// Levels that begin anew with this instance.
    starts: BTreeMap<usize, u32>,
}

/// Counters, and how they are printed.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: BTreeMap<String, Vec<Level>>,
    instances: BTreeMap<String, Instance>,
    /// Styles of paragraphs with their numbering: its id and level.
    styles: BTreeMap<String, (String, usize)>,
    counters: BTreeMap<String, Vec<Option<u32>>>,
    begun: BTreeMap<(String, usize), ()>,
}

/// An attribute by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    for attribute in tag.html_attributes().with_checks(false).flatten().take(64) {
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
            return Some(value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned()));
        }
    }
    None
}

/// Calls `visit` for every opened and closed element with its local name; what breaks ends the reading.
fn walk(xml: &str, visit: &mut dyn FnMut(&str, Option<&BytesStart<'_>>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => visit(tag.local_name().as_ref(), Some(&tag)),
            Ok(Event::Empty(tag)) => {
                visit(tag.local_name().as_ref(), Some(&tag));
                visit(tag.local_name().as_ref(), None);
            }
            Ok(Event::End(tag)) => visit(tag.local_name().as_ref(), None),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

impl Numbering {
    /// Reads `word/numbering.xml` and the styles that name a numbering.
    pub(super) fn read(numbering: &str, styles: &str) -> Self {
        let mut read = Self::default();
        read.read_levels(numbering);
        read.read_styles(styles);
        read
    }

    fn read_levels(&mut self, xml: &str) {
        let (mut abstract_id, mut instance) = (None::<String>, None::<String>);
        let (mut level, mut overridden) = (None::<usize>, None::<usize>);
        let number = |tag: &BytesStart<'_>, name: &str| attribute(tag, name).and_then(|value| value.parse().ok());
        walk(xml, &mut |name, tag| match (name, tag) {
            ("abstractNum", Some(tag)) if self.levels.len() < MOST => {
                let id = attribute(tag, "abstractNumId").unwrap_or_default();
                self.levels.insert(id.clone(), vec![Level::default(); LEVELS]);
                abstract_id = Some(id);
            }
            ("abstractNum", None) => abstract_id = None,
            ("num", Some(tag)) if self.instances.len() < MOST => {
                let id = attribute(tag, "numId").unwrap_or_default();
                self.instances.insert(id.clone(), Instance::default());
                instance = Some(id);
            }
            ("num", None) => instance = None,
            ("abstractNumId", Some(tag)) => {
                if let Some(known) = instance.as_ref().and_then(|id| self.instances.get_mut(id)) {
                    known.abstract_id = attribute(tag, "val").unwrap_or_default();
                }
            }
            ("lvlOverride", Some(tag)) => overridden = number(tag, "ilvl").map(|ilvl: usize| ilvl),
            ("lvlOverride", None) => overridden = None,
            ("startOverride", Some(tag)) => {
                let known = instance.as_ref().and_then(|id| self.instances.get_mut(id));
                if let (Some(known), Some(level)) = (known, overridden) {
                    known.starts.insert(level.min(LEVELS - 1), number(tag, "val").unwrap_or(1) as u32);
                }
            }
            ("lvl", Some(tag)) => level = number(tag, "ilvl"),
            ("lvl", None) => level = None,
            ("start" | "numFmt" | "lvlText", Some(tag)) => {
                let levels = abstract_id.as_ref().and_then(|id| self.levels.get_mut(id));
                let Some(known) = levels.zip(level).and_then(|(levels, level)| levels.get_mut(level)) else { return };
                let value = attribute(tag, "val").unwrap_or_default();
                match name {
                    "start" => known.start = value.parse().unwrap_or(1),
                    "numFmt" => known.format = value,
                    _ => known.text = value.chars().take(60).collect(),
                }
            }
            _ => {}
        });
    }

    fn read_styles(&mut self, xml: &str) {
        let (mut style, mut id, mut level) = (None::<String>, None::<String>, 0_usize);
        walk(xml, &mut |name, tag| match (name, tag) {
            ("style", Some(tag)) => {
                style = attribute(tag, "styleId");
                (id, level) = (None, 0);
            }
            ("style", None) => {
                if let (Some(style), Some(id)) = (style.take(), id.take())
                    && self.styles.len() < MOST
                {
                    self.styles.insert(style, (id, level));
                }
            }
            ("numId", Some(tag)) if style.is_some() => id = attribute(tag, "val"),
            ("ilvl", Some(tag)) if style.is_some() => {
                level = attribute(tag, "val").and_then(|value| value.parse().ok()).unwrap_or(0);
            }
            _ => {}
        });
    }

    /// What is printed before the next paragraph with this numbering or style, and counts it. None for bullets, and for
    /// paragraphs that are not numbered.
    pub(super) fn next(&mut self, of_paragraph: Option<(String, usize)>, style: Option<&str>) -> Option<String> {
        let (id, level) = of_paragraph.or_else(|| style.and_then(|style| self.styles.get(style)).cloned())?;
        let level = level.min(LEVELS - 1);
        let instance = self.instances.get(&id)?.clone();
        let levels = self.levels.get(&instance.abstract_id)?;
        let counters = self.counters.entry(instance.abstract_id.clone()).or_insert_with(|| vec![None; LEVELS]);
        let begins = instance.starts.get(&level).filter(|_| self.begun.insert((id.clone(), level), ()).is_none());
        let own = levels.get(level)?;
        let next = match (begins, counters.get(level).copied().flatten()) {
            (Some(start), _) => *start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => own.start,
        };
        for (place, counter) in counters.iter_mut().enumerate() {
            match place.cmp(&level) {
                std::cmp::Ordering::Less => {
                    let start = levels.get(place).map_or(1, |level| level.start);
                    counter.get_or_insert(start);
                }
                std::cmp::Ordering::Equal => *counter = Some(next),
                std::cmp::Ordering::Greater => *counter = None,
            }
        }
        let printed = print(own, levels, counters);
        Some(printed).filter(|printed| printed.chars().any(char::is_alphanumeric))
    }
}

/// What a level prints by these counters.
fn print(own: &Level, levels: &[Level], counters: &[Option<u32>]) -> String {
    let mut printed = String::new();
    let mut characters = own.text.chars().peekable();
    while let Some(c) = characters.next() {
        let place =
            characters.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10)).filter(|place| *place > 0);
        let Some(place) = place.map(|place| place as usize - 1) else {
            printed.push(c);
            continue;
        };
        characters.next();
        let count = counters.get(place).copied().flatten().unwrap_or(1);
        printed.push_str(&counted(count, levels.get(place).map_or("decimal", |level| level.format.as_str())));
    }
    printed
}

/// A number in the way a level counts.
fn counted(count: u32, format: &str) -> String {
    const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    match format {
        "lowerLetter" => lettered(count, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => lettered(count, "abcdefghijklmnopqrstuvwxyz").to_uppercase(),
        "russianLower" => lettered(count, RUSSIAN),
        "russianUpper" => lettered(count, RUSSIAN).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperRoman" => roman(count).to_uppercase(),
        "bullet" | "none" => String::new(),
        "decimalZero" if count < 10 => format!("0{count}"),
        _ => count.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`: as word processors letter.
fn lettered(count: u32, letters: &str) -> String {
    let length = letters.chars().count() as u32;
    let Some(place) = count.checked_sub(1) else { return String::new() };
    let letter = letters.chars().nth((place % length) as usize);
    letter.map(|letter| letter.to_string().repeat((place / length + 1).min(8) as usize)).unwrap_or_default()
}

fn roman(count: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = count.min(3999);
    let mut written = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            written.push_str(letters);
            left -= value;
        }
    }
    written
}
