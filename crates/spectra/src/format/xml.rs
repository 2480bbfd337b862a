//! XML as instruments write it: undeclared prefixes, stray ends, text before the first tag, ends that never come. The tree
//! keeps local names only; no entity but the five of XML is ever replaced, so nothing can expand.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::finding::Finding;
use crate::format::lines;

/// Deeper documents are cut there: no family needs a fifth of it.
const DEPTH: usize = 64;

/// More elements than any file of an instrument has (a day of a portal with eight detectors has about a million).
const ELEMENTS: usize = 4_000_000;

/// An element with everything below it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Name without its prefix.
    pub(crate) name: String,
    /// Names without prefix, and values.
    pub(crate) attributes: Vec<(String, String)>,
    /// Elements below, in order.
    pub(crate) children: Vec<Self>,
    /// All text directly in it.
    pub(crate) text: String,
}

impl Element {
    /// The first child of this name, whatever its case.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.is(name))
    }

    /// All children of this name.
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    /// Whether it has this name, whatever the case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The first element of this name below it, itself excluded, in the order of the document.
    pub(crate) fn find(&self, name: &str) -> Option<&Self> {
        self.children.iter().find_map(|child| if child.is(name) { Some(child) } else { child.find(name) })
    }

    /// All elements of this name below it, in the order of the document.
    pub(crate) fn find_all<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        self.gather(name, &mut found);
        found
    }

    fn gather<'e>(&'e self, name: &str, found: &mut Vec<&'e Self>) {
        for child in &self.children {
            if child.is(name) {
                found.push(child);
            }
            child.gather(name, found);
        }
    }

    /// An attribute by its name, whatever the case.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Its text without blanks around it; `None` when there is none.
    pub(crate) fn said(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// The text of the first child of this name.
    pub(crate) fn said_in(&self, name: &str) -> Option<&str> {
        self.children.iter().filter(|child| child.is(name)).find_map(Self::said)
    }

    /// The same as a value of its own.
    pub(crate) fn words_in(&self, name: &str) -> Option<String> {
        self.said_in(name).map(str::to_owned)
    }

    /// The text of the first child of this name as a finite number.
    pub(crate) fn number_in(&self, name: &str) -> Option<f64> {
        self.said_in(name).and_then(lines::number)
    }
}

/// Whether these bytes may be an XML document: a tag stands first, or a known root soon after what precedes it.
pub(crate) fn looks_like(text: &str) -> bool {
    start(text).is_some()
}

fn start(text: &str) -> Option<usize> {
    let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    let tag = trimmed
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic() || "?!_".contains(c)));
    if tag {
        return Some(text.len() - trimmed.len());
    }
    let head: String = text.chars().take(4096).collect();
    ["<?xml", "<RadInstrumentData", "<N42InstrumentData"].iter().find_map(|root| head.find(root))
}

/// Reads a document. What ends early or breaks is closed where it broke, with a finding; a document without any element is
/// `None`.
pub(crate) fn read(text: &str, findings: &mut Vec<Finding>) -> Option<Element> {
    let from = start(text)?;
    if from > 0 && text.get(..from).is_some_and(|before| !before.trim_start_matches('\u{feff}').trim().is_empty()) {
        findings.push(Finding::warning("text-before-document", "byte 0"));
    }
    let mut reader = Reader::from_str(text.get(from..)?);
    let config = reader.config_mut();
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    let mut open: Vec<Element> = vec![Element::default()];
    let mut elements = 0_usize;
    let mut skipped_depth = 0_usize;
    loop {
        let at = from as u64 + reader.buffer_position();
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                findings.push(Finding::error("document-broken", &format!("byte {at}")).with("reason", error));
                break;
            }
        };
        match event {
            Event::Start(tag) => {
                elements += 1;
                if open.len() > DEPTH {
                    skipped_depth += 1;
                    if skipped_depth == 1 {
                        findings.push(Finding::error("document-too-deep", &format!("byte {at}")).with("limit", DEPTH));
                    }
                } else {
                    open.push(element(&tag));
                }
            }
            Event::Empty(tag) => {
                elements += 1;
                if let Some(parent) = open.last_mut() {
                    parent.children.push(element(&tag));
                }
            }
            Event::End(tag) => {
                if skipped_depth > 0 {
                    skipped_depth -= 1;
                    continue;
                }
                close(&mut open, tag.local_name().as_ref());
            }
            Event::Text(words) => append(&mut open, &words.xml10_content()),
            Event::CData(words) => append(&mut open, &words.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => append(&mut open, letter.encode_utf8(&mut [0; 4])),
                _ => match reference.xml10_content().as_ref() {
                    "lt" => append(&mut open, "<"),
                    "gt" => append(&mut open, ">"),
                    "amp" => append(&mut open, "&"),
                    "quot" => append(&mut open, "\""),
                    "apos" => append(&mut open, "'"),
                    name => {
                        findings
                            .push(Finding::warning("entity-not-replaced", &format!("byte {at}")).with("name", name));
                    }
                },
            },
            Event::DocType(_) => findings.push(Finding::warning("document-type-ignored", &format!("byte {at}"))),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => {
                if open.len() > 1 {
                    findings.push(Finding::error("document-ends-early", &format!("byte {at}")));
                }
                break;
            }
        }
        if elements > ELEMENTS || findings.len() > 1000 {
            findings.push(Finding::error("document-too-large", &format!("byte {at}")).with("limit", ELEMENTS));
            break;
        }
    }
    while open.len() > 1 {
        fold(&mut open);
    }
    let mut document = open.pop()?;
    // Some documents have several roots; a document without a root of its own keeps them under a nameless one.
    match document.children.len() {
        0 => None,
        1 => document.children.pop(),
        _ => Some(document),
    }
}

fn append(open: &mut [Element], words: &str) {
    if let Some(last) = open.last_mut() {
        last.text.push_str(words);
    }
}

/// Closes the innermost open element of this name and everything opened in it; an end that belongs to none is passed over.
fn close(open: &mut Vec<Element>, name: &str) {
    let Some(depth) = open.iter().skip(1).rposition(|element| element.name == name) else { return };
    while open.len() > depth + 1 {
        fold(open);
    }
}

fn fold(open: &mut Vec<Element>) {
    if let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}

fn element(tag: &BytesStart<'_>) -> Element {
    let mut attributes = Vec::new();
    for attribute in tag.html_attributes().with_checks(false).flatten().take(64) {
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
        let value = value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Element { name: tag.local_name().as_ref().to_owned(), attributes, children: Vec::new(), text: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, path: &[&str], said: Option<&str>, codes: &[&str]) {
        let mut findings = Vec::new();
        let document = read(text, &mut findings).expect("a document");
        let found = path.iter().try_fold(&document, |element, name| element.child(name));
        assert_eq!(found.and_then(Element::said), said, "{document:?}");
        let found: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(found, codes, "{findings:?}");
    }

    #[test]
    fn what_instruments_write_is_read() {
        check("<a><b>1</b></a>", &["b"], Some("1"), &[]);
        check("\u{feff}\n<a><x:b xmlns:y='u'>1 &lt; 2</x:b></a>", &["b"], Some("1 < 2"), &[]);
        check("<a><b><![CDATA[<raw>]]></b></a>", &["b"], Some("<raw>"), &[]);
        check("<a><b>1<c>2</b></a>", &["b", "c"], Some("2"), &[]);
        check("<a><b>1</b>", &["b"], Some("1"), &["document-ends-early"]);
        check("junk <?xml version='1.0'?><a><b>1</b></a>", &["b"], Some("1"), &["text-before-document"]);
    }

    #[test]
    fn entities_are_never_expanded_and_depth_is_bounded() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a><b>&y;</b></a>";
        check(bomb, &["b"], None, &["document-type-ignored", "entity-not-replaced"]);
        let deep = "<d>".repeat(100_000);
        let mut findings = Vec::new();
        assert!(read(&deep, &mut findings).is_some());
        assert!(findings.iter().any(|finding| finding.code == "document-too-deep"));
    }
}
