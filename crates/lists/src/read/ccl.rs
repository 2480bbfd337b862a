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
                Ok(line) => line.text.split("\n\n").for_each(|block| reader.take(block, false, Some(&line.eccn))),
                Err(wrong) => {
                    let fault = Fault::error("list-line-unreadable").with("text", wrong.to_string());
                    faults.push(fault.inside(file, Some(number)));
                }
            }
        }
    } else if !super::is_whole(text) {
        faults.push(Fault::error("list-page-cut").inside(file, None));
        return (None, faults);
    } else {
        blocks::read(text).iter().for_each(|block| reader.take(&block.text, block.is_heading, None));
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
    fn take(&mut self, block: &str, is_heading: bool, eccn: Option<&str>) {
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
            "list of items controlled" | "list of items controlled:" => self.section = Section::Controlled,
            // Headings between the items, and those of categories and groups behind the last one, are not their text.
            _ if is_heading => {}
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
        } else if let Some(items) = items_behind(text) {
            self.section = Section::Items;
            if !items.is_empty() {
                self.item(items);
            }
        } else if self.section == Section::Items {
            self.item(text);
        } else if self.section == Section::Controlled && labels_at_start(text).is_some() {
            // Some entries print no "Items:" before the first of them.
            self.section = Section::Items;
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

/// What stands behind "Items:", also where the colon is missing.
fn items_behind(text: &str) -> Option<&str> {
    let behind = text.strip_prefix("Items")?;
    match behind.strip_prefix(':') {
        Some(behind) => Some(behind.trim()),
        None => Some(behind.trim()).filter(|behind| labels_at_start(behind).is_some()),
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

    /// The markup of the eCFR in its variants, as public parsers of it describe them: headings of entries in `FP-2` or `FP-1`,
    /// headings of sections in `FP-1` with `E` or in `HD1`, the first item behind "Items:", without the colon or without
    /// "Items" at all, headings between items.
    const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
      <DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX"><HEAD>Supplement No. 1 to Part 774—The List</HEAD>
      <HD1>Category 9—Widgets</HD1><HD1>C. “Materials”</HD1>
      <FP-2><B>9C901 Widgets, as follows (see List of Items Controlled).</B></FP-2>
      <FP-1><E T="04">License Requirements</E></FP-1><FP-1><I>Reason for Control:</I> CB, AT</FP-1>
      <DIV><TABLE><TBODY><TR><TD>CB applies to entire entry</TD><TD>CB Column 1.</TD></TR></TBODY></TABLE></DIV>
      <FP-1><E T="04">List of Items Controlled</E></FP-1><FP-1><I>Related Controls:</I> See 9C902.</FP-1>
      <FP-1><I>Related Definitions:</I> N/A</FP-1>
      <FP><I>Items:</I> a. Blue widgets of more than 1,500 kg:</FP><P>a.1. With wheels;</P>
      <HD2>Small ones</HD2><P>a.2.b. Of 0.1 m<SU>3</SU>;</P><P>b. through x. [Reserved].</P>
      <NOTE><HED><I>Note 1:</I></HED><P><I>9C901.a does not control toys.</I></P></NOTE>
      <HD1>D. “Software”</HD1>
      <FP-1><B>9C902 “Other widgets”</B>.</FP-1><HD1>License Requirements</HD1><FP-1><I>Reason for Control:</I> AT</FP-1>
      <HD1>List of Items Controlled</HD1><FP-1><I>Related Controls:</I> N/A</FP-1><P>a. Green ones.</P>
      <FP-2><B>9D901 “Software” for widgets.</B></FP-2><FP-1><E T="04">List of Items Controlled</E></FP-1>
      <FP><I>Items</I> a. “Software” for wheels.</FP>
      <HD1>Category 0—Nothing</HD1></DIV9>"#;

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
            "9C902 “Other widgets”.",
            "9C902.a Green ones.",
            "9D901 “Software” for widgets.",
            "9D901.a “Software” for wheels.",
        ];
        assert_eq!(shown, expect);
        assert_eq!(list.provisions()[0].regimes, ["CB", "AT"]);
        assert_eq!(list.provisions()[0].notes.len(), 1);
        assert_eq!(list.provisions()[1].notes[0].kind, NoteKind::Exclusion);
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

    #[test]
    fn a_file_cut_in_the_middle_is_refused() {
        let cut = XML.split("9C902 “Other").next().unwrap();
        let (list, faults) = read("ccl.xml", cut.as_bytes(), head());
        assert!(list.is_none());
        assert_eq!(faults[0].code, "list-page-cut");
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
