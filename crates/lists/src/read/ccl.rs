//! The Commerce Control List of the United States, from the XML of the eCFR (15 CFR 774, Supplement No. 1), or from lines
//! of JSON with one entry (`eccn`, `text`) each.
//!
//! An entry is its heading, the requirements of licences, and the items; items carry their whole label (`a.1.b.`).

use domain::fault::Fault;
use domain::language::Language;
use serde::Deserialize;

use super::blocks;
use super::grammar::{Grammar, code_at_start, note_kind};
use crate::provision::NoteKind;
use crate::version::{ListHead, ListVersion};

#[derive(Deserialize)]
struct Line {
    eccn: String,
    text: String,
}

/// Reads the list from XML or lines of JSON; which it is, its first sign says.
#[must_use]
pub fn read(file: &str, bytes: &[u8], head: ListHead) -> (Option<ListVersion>, Vec<Fault>) {
    let mut faults = Vec::new();
    let Some(text) = super::text(file, bytes, &mut faults) else { return (None, faults) };
    let mut reader = Reader { grammar: Grammar::new(Language::EN), section: Section::Heading, heading: String::new() };
    if text.trim_start().starts_with('{') {
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str::<Line>(line) {
                Ok(line) => line.text.split("\n\n").for_each(|block| reader.take(block, Some(&line.eccn))),
                Err(wrong) => {
                    let fault = Fault::error("list-line-unreadable").with("text", wrong.to_string());
                    faults.push(fault.inside(file, Some(number)));
                }
            }
        }
    } else {
        blocks::read(text).iter().for_each(|block| reader.take(&block.text, None));
    }
    let grammar = reader.grammar;
    if grammar.gathered.provisions.is_empty() {
        faults.push(Fault::error("list-no-entries").inside(file, None));
        return (None, faults);
    }
    faults.extend(grammar.faults.into_iter().map(|fault| fault.inside(file, None)));
    super::finish(file, grammar.gathered, head, faults)
}

/// Which part of an entry is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Heading,
    Licences,
    Controlled,
    Items,
}

struct Reader {
    grammar: Grammar,
    section: Section,
    /// The heading of a note that stands in a block of its own.
    heading: String,
}

impl Reader {
    fn take(&mut self, block: &str, eccn: Option<&str>) {
        // A line break inside a block is a raised or lowered character, or the width of a page.
        let text = block.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        if text.len() < 30 && text.ends_with(':') && note_kind(&text).is_some() {
            self.heading = text;
            return;
        }
        let heading = std::mem::take(&mut self.heading);
        let text = if heading.is_empty() { text } else { format!("{heading} {text}") };
        if let Some((path, rest)) = code_at_start(&text)
            && !rest.is_empty()
            && eccn.is_none_or(|code| code == path.as_str())
            && (self.section != Section::Items || !self.grammar.gathered.has(&path))
            && rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '[' | '\'' | '‘'))
        {
            self.grammar.entry(&path, rest);
            self.section = Section::Heading;
            return;
        }
        let folded = text::fold(&text);
        match folded.as_str() {
            "license requirements" => self.section = Section::Licences,
            "list of items controlled" => self.section = Section::Controlled,
            _ => self.inside(&text),
        }
    }

    fn inside(&mut self, text: &str) {
        if let Some(reasons) = text.strip_prefix("Reason for Control:") {
            self.grammar.gathered.add_regimes(reasons.split(',').map(|reason| reason.trim().trim_end_matches('.')));
        } else if let Some(related) = text.strip_prefix("Related Controls:") {
            self.note(NoteKind::NotaBene, text, related);
        } else if let Some(related) = text.strip_prefix("Related Definitions:") {
            self.note(NoteKind::TechnicalNote, text, related);
        } else if let Some(items) = text.strip_prefix("Items:") {
            self.section = Section::Items;
            if !items.trim().is_empty() {
                self.item(items.trim());
            }
        } else if self.section == Section::Items {
            self.item(text);
        }
        // What else stands between the heading and the items is law on licences and no part of the list.
    }

    fn note(&mut self, kind: NoteKind, whole: &str, said: &str) {
        let nothing = matches!(text::fold(said).trim_matches(['.', ' ']), "" | "n/a" | "none");
        if !nothing {
            self.grammar.gathered.note_to_last_entry(kind, whole);
        }
    }

    fn item(&mut self, text: &str) {
        match labels_at_start(text).filter(|_| note_kind(text).is_none()) {
            Some((labels, rest)) => self.grammar.with_path(&labels, rest),
            None if text.contains("contained in the ECCN heading") => {}
            None => self.grammar.plain(0, text),
        }
    }
}

/// The whole label at the beginning of an item: `a.1.b. Alloys`. A range (`b. through x.`) is taken for its first.
fn labels_at_start(text: &str) -> Option<(Vec<&str>, &str)> {
    let end = text.find(char::is_whitespace)?;
    let (word, rest) = text.split_at(end);
    let bare = word.trim_end_matches(['.', ')']);
    let labels: Vec<&str> = bare.split('.').collect();
    let fits = |label: &&str| {
        let letters = label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_lowercase());
        let digits = label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_digit());
        !label.is_empty() && (letters || digits)
    };
    // A single label must be closed: "a widget" has none.
    let closed = labels.len() > 1 || word.len() > bare.len();
    (closed && labels.iter().all(fits)).then(|| (labels, rest.trim()))
}

#[cfg(test)]
mod tests {
    use domain::localized::Localized;
    use proptest::prelude::*;

    use super::*;
    use crate::version::Notation;

    fn head() -> ListHead {
        ListHead {
            list: "us-ccl".to_owned(),
            edition: "1".to_owned(),
            title: Localized::new(Language::EN, "Test"),
            authority: Localized::default(),
            state: None,
            in_force: None,
            source: String::new(),
            source_hash: None,
            own_words: false,
            notation: Notation::DecimalPoint,
        }
    }

    const XML: &str = r#"<DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX"><HEAD>Supplement No. 1 to Part 774</HEAD>
      <HD1>Category 9</HD1><FP-2><B>9C901 Widgets, as follows (see List of Items Controlled).</B></FP-2>
      <HD3>License Requirements</HD3><P><I>Reason for Control:</I> CB, AT</P><P>Control(s)</P>
      <HD3>List of Items Controlled</HD3><P><I>Related Controls:</I> See 9C902.</P><P><I>Related Definitions:</I> N/A</P>
      <P><I>Items:</I></P><P>a. Blue widgets of more than 1,500 kg:</P><P>a.1. With wheels;</P>
      <P>a.2.b. Of 0.1 m<SU>3</SU>;</P><P>b. through x. [Reserved].</P>
      <NOTE><HED>Note:</HED><P>9C901.a does not control toys.</P></NOTE>
      <FP-2><B>9C902 Other widgets.</B></FP-2></DIV9>"#;

    #[test]
    fn the_xml_of_the_ecfr_is_read() {
        let (list, faults) = read("ccl.xml", XML.as_bytes(), head());
        assert!(!faults.iter().any(Fault::is_error), "{faults:#?}");
        let list = list.unwrap();
        let shown: Vec<String> =
            list.provisions().iter().map(|p| format!("{} {}", p.path, p.text.text(Language::EN))).collect();
        let expect = [
            "9C901 Widgets, as follows (see List of Items Controlled).",
            "9C901.a Blue widgets of more than 1,500 kg:",
            "9C901.a.1 With wheels;",
            "9C901.a.2 ",
            "9C901.a.2.b Of 0.1 m3;",
            "9C901.b through x. [Reserved].",
            "9C902 Other widgets.",
        ];
        assert_eq!(shown, expect);
        assert_eq!(list.provisions()[0].regimes, ["CB", "AT"]);
        assert_eq!(list.provisions()[0].notes.len(), 1);
    }

    #[test]
    fn half_of_the_real_list_is_read() {
        let Some(path) = testkit::evaluation_data("lists/us_ccl_half.jsonl") else { return };
        #[expect(clippy::disallowed_methods, reason = "a test reads the evaluation data")]
        let bytes = std::fs::read(path).unwrap();
        let (list, faults) = read("ccl", &bytes, head());
        let errors: Vec<_> = faults.iter().filter(|fault| fault.is_error()).collect();
        assert!(errors.is_empty(), "{} {:#?}", errors.len(), errors.iter().take(5).collect::<Vec<_>>());
        let list = list.unwrap();
        assert_eq!(list.entries().count(), 315);
        assert!(list.provisions().len() > 2_200, "{}", list.provisions().len());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0_usize..1000, bit in 0_u8..8) {
            let _ = read("x", &bytes, head());
            let mut xml = XML.as_bytes().to_vec();
            if let Some(byte) = xml.get_mut(at) {
                *byte ^= 1 << bit;
            }
            let _ = read("x", &xml, head());
        }
    }
}
