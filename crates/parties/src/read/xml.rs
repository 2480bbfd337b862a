//! XML lists as a stream of records: one entry's elements at a time, never the whole file.

use domain::fault::Fault;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::File;

/// Deepest element that is read.
const DEEPEST: usize = 40;

/// Most elements of one record.
const MOST_ELEMENTS: usize = 100_000;

/// An element with everything below it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    /// Its attributes, without prefixes.
    pub(super) attributes: Vec<(String, String)>,
    /// Its children.
    pub(super) children: Vec<Element>,
    /// Its own text.
    pub(super) text: String,
}

impl Element {
    /// The children of this name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Every element of this name below, at any depth.
    pub(super) fn below<'e>(&'e self, name: &str, found: &mut Vec<&'e Element>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            child.below(name, found);
        }
    }

    /// The trimmed text of the first child of this name; empty when there is none.
    pub(super) fn text_of(&self, name: &str) -> &str {
        self.children.iter().find(|child| child.name == name).map_or("", |child| child.text.trim())
    }

    /// The texts of the children `VALUE` of all children of this name, and what else is written in them.
    pub(super) fn values<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e str> {
        self.all(name)
            .flat_map(|child| child.all("VALUE"))
            .map(|value| value.text.trim())
            .filter(|text| !text.is_empty())
    }

    /// An attribute; empty when there is none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }
}

/// The name of the root element.
pub(super) fn root(file: File<'_>) -> Option<String> {
    let beginning = file.bytes.get(..file.bytes.len().min(4_096))?;
    let text = match text::decode(beginning) {
        Ok(decoded) => decoded.text,
        Err(_) => String::from_utf8_lossy(beginning).into_owned(),
    };
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => return Some(local_name(&tag)),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn local_name(tag: &BytesStart<'_>) -> String {
    let name: &str = tag.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local).to_owned()
}

/// Reads a file: the root's attributes and the texts directly below it go to `head`, each record to `each`.
///
/// # Errors
/// When the XML is broken or ends before its root does: a list that is cut off is no list.
pub(super) fn records(
    file: File<'_>,
    records: &[&str],
    mut head: impl FnMut(&str, &str),
    mut each: impl FnMut(&Element),
) -> Result<(), Fault> {
    let refuse = |code: &str| Fault::error(code).inside(file.name, None);
    let decoded = text::decode(file.bytes).map_err(|_| refuse("file-not-text"))?;
    let mut reader = Reader::from_str(&decoded.text);
    let line = |at: u64| {
        let upto = decoded.text.as_bytes().get(..usize::try_from(at).unwrap_or_default()).unwrap_or_default();
        Some(upto.iter().filter(|byte| **byte == b'\n').count() as u64 + 1)
    };
    // The elements that are open; those of a record are kept, those around it only counted.
    let mut open: Vec<Element> = Vec::new();
    let (mut outside, mut elements, mut ended) = (0_usize, 0_usize, false);
    let mut heading: Option<(String, String)> = None;
    loop {
        let at = reader.buffer_position();
        let broken = |problem: String| {
            Fault::error("party-list-xml-broken").with("problem", problem).inside(file.name, line(at))
        };
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let cut = matches!(&error, quick_xml::Error::Syntax(_))
                    && reader.buffer_position() + 1 >= decoded.text.len() as u64;
                return Err(if cut { refuse("party-list-cut-off") } else { broken(error.to_string()) });
            }
        };
        match event {
            Event::Start(tag) => {
                if open.len() + outside > DEEPEST {
                    return Err(broken("too deep".to_owned()));
                }
                if open.is_empty() && !records.contains(&local_name(&tag).as_str()) {
                    outside += 1;
                    let name = local_name(&tag);
                    if outside == 1 {
                        attributes(&tag).iter().for_each(|(key, value)| head(key, value));
                    }
                    heading = Some((name, String::new()));
                } else {
                    elements = if open.is_empty() { 1 } else { elements + 1 };
                    if elements > MOST_ELEMENTS {
                        return Err(broken("too many elements".to_owned()));
                    }
                    open.push(Element { name: local_name(&tag), attributes: attributes(&tag), ..Element::default() });
                }
            }
            Event::Empty(tag) => {
                elements += 1;
                if elements > MOST_ELEMENTS && !open.is_empty() {
                    return Err(broken("too many elements".to_owned()));
                }
                if let Some(parent) = open.last_mut() {
                    parent.children.push(Element {
                        name: local_name(&tag),
                        attributes: attributes(&tag),
                        ..Element::default()
                    });
                } else if records.contains(&local_name(&tag).as_str()) {
                    each(&Element { name: local_name(&tag), attributes: attributes(&tag), ..Element::default() });
                }
            }
            Event::End(_) => match open.pop() {
                Some(done) => match open.last_mut() {
                    Some(parent) => parent.children.push(done),
                    None => each(&done),
                },
                None => {
                    if let Some((name, text)) = heading.take() {
                        head(&name, text.trim());
                    }
                    outside = outside.saturating_sub(1);
                    ended |= outside == 0;
                }
            },
            Event::Text(words) => append(&mut open, &mut heading, &words.xml10_content()),
            Event::CData(words) => append(&mut open, &mut heading, &words.xml10_content()),
            Event::GeneralRef(reference) => {
                let name: &str = &reference;
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => Some(character),
                    _ => match name {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        // No other entity is ever replaced, so nothing can expand.
                        _ => None,
                    },
                };
                let mut buffer = [0; 4];
                append(&mut open, &mut heading, character.map_or(" ", |c| c.encode_utf8(&mut buffer)));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if !ended || !open.is_empty() || outside > 0 { Err(refuse("party-list-cut-off")) } else { Ok(()) }
}

fn append(open: &mut [Element], heading: &mut Option<(String, String)>, words: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(words);
    } else if let Some((_, text)) = heading {
        text.push_str(words);
    }
}

fn attributes(tag: &BytesStart<'_>) -> Vec<(String, String)> {
    tag.attributes()
        .filter_map(Result::ok)
        .map(|attribute| {
            let key: &str = attribute.key.into_inner();
            let key = key.rsplit_once(':').map_or(key, |(_, local)| local).to_owned();
            let value = attribute
                .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                .map_or_else(|_| String::new(), |value| value.into_owned());
            (key, value)
        })
        .collect()
}
