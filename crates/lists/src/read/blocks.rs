//! Blocks: the paragraphs and cells of a page or document, in order, with how deep they stand. For HTML, XHTML, the XML of
//! the eCFR and of DOCX alike: only what separates text is looked at, so that markup that is broken is read all the same.

/// A paragraph or cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// How many tables, lists or grids it stands in.
    pub(super) depth: usize,
    /// The row it stands in, counted through the document; 0 outside any row.
    pub(super) row: usize,
    /// The cell of the row it stands in.
    pub(super) cell: usize,
    /// Its text, white space made single.
    pub(super) text: String,
    /// Whether it is a heading.
    pub(super) is_heading: bool,
}

/// Most blocks of a document.
const MOST_BLOCKS: usize = 400_000;

/// How deep elements may stand in one another before the rest is read flat.
const DEEPEST: usize = 200;

struct Open {
    name: String,
    nests: bool,
    is_row: bool,
    is_heading: bool,
    hides: bool,
    raised_before: bool,
    row_before: (usize, usize),
}

struct Reader {
    blocks: Vec<Block>,
    text: String,
    open: Vec<Open>,
    depth: usize,
    rows: usize,
    row: usize,
    cell: usize,
    heading: usize,
    hidden: usize,
    raised: bool,
    /// Whether it is a page: then its `head` is not text. In the eCFR, `HEAD` is a heading.
    is_page: bool,
}

/// Reads the blocks of a text with markup.
pub(super) fn read(text: &str) -> Vec<Block> {
    let mut reader = Reader {
        blocks: Vec::new(),
        text: String::new(),
        open: Vec::new(),
        depth: 0,
        rows: 0,
        row: 0,
        cell: 0,
        heading: 0,
        hidden: 0,
        raised: false,
        is_page: text.get(..text.len().min(4000)).is_none_or(|head| head.to_ascii_lowercase().contains("<html")),
    };
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        reader.take_text(rest.get(..at).unwrap_or_default());
        let tail = rest.get(at..).unwrap_or_default();
        // Comments, processing instructions and declarations say nothing to a reader.
        let (close, length) = if tail.starts_with("<!--") { ("-->", 3) } else { (">", 1) };
        let Some(end) = tail.find(close) else {
            rest = "";
            break;
        };
        let tag = tail.get(1..end).unwrap_or_default();
        rest = tail.get(end + length..).unwrap_or_default();
        if reader.blocks.len() >= MOST_BLOCKS {
            break;
        }
        match tag.chars().next() {
            Some('/') => reader.close(&name_of(tag.get(1..).unwrap_or_default())),
            Some(c) if c.is_alphabetic() => reader.open(tag),
            _ => {}
        }
    }
    reader.take_text(rest);
    reader.end_block();
    reader.blocks
}

/// The name of an element without its prefix, in small letters.
fn name_of(tag: &str) -> String {
    let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or_default();
    name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase()
}

/// The value of an attribute, quoted in either way.
fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let find = |quote: char| {
        let start = tag.find(&format!("{name}={quote}"))? + name.len() + 2;
        tag.get(start..)?.split(quote).next()
    };
    find('"').or_else(|| find('\'')).unwrap_or_default()
}

impl Reader {
    fn open(&mut self, tag: &str) {
        let name = name_of(tag);
        let class = attribute(tag, "class").to_ascii_lowercase();
        let has = |wanted: &str| class.split_whitespace().any(|one| one == wanted);
        if matches!(name.as_str(), "br" | "tab" | "cr") {
            self.text.push(' ');
        }
        if tag.ends_with('/') || matches!(name.as_str(), "br" | "img" | "hr" | "meta" | "link" | "col" | "input") {
            return;
        }
        // A paragraph that goes on in the line is no block of its own, and neither are the marks of amendments.
        if is_block(&name) && !has("inline-element") {
            self.end_block();
        }
        if self.open.len() >= DEEPEST {
            return;
        }
        // Footnotes, the calls to them, and the marks that say which act changed what, are not the text of the list.
        let hides = self.hides(&name)
            || has("footnote")
            || has("modref")
            || has("arrow")
            || (name == "a" && attribute(tag, "href").starts_with("#E"));
        self.hidden += usize::from(hides);
        let raised_before = self.raised;
        // A superscript keeps a mark of being one: "10<sup>6</sup>" is not 106.
        self.raised |= matches!(name.as_str(), "sup" | "su") || has("superscript") || has("super");
        let grid = name == "div" && has("grid-container");
        let grid_cell = name == "div" && class.contains("grid-list-column");
        let nests = matches!(name.as_str(), "table" | "tbl" | "ul" | "ol" | "dl") || grid;
        let is_row = matches!(name.as_str(), "tr" | "li") || grid;
        let row_before = (self.row, self.cell);
        self.depth += usize::from(nests);
        if is_row {
            self.rows += 1;
            (self.row, self.cell) = (self.rows, 0);
        }
        if matches!(name.as_str(), "td" | "th" | "tc") || grid_cell {
            self.cell += 1;
        }
        let titled = class.split_whitespace().any(|one| {
            one.starts_with("title-") || one.starts_with("stitle-") || one.contains("-ti-") || one.ends_with("-ti")
        });
        let is_heading = is_heading(&name) || titled;
        self.heading += usize::from(is_heading);
        self.open.push(Open { name, nests, is_row, is_heading, hides, raised_before, row_before });
    }

    fn close(&mut self, name: &str) {
        let Some(place) = self.open.iter().rposition(|open| open.name == name) else { return };
        if is_block(name) {
            self.end_block();
        }
        // What was not closed inside is closed with it.
        for closed in self.open.split_off(place).into_iter().rev() {
            self.depth = self.depth.saturating_sub(usize::from(closed.nests));
            if closed.is_row {
                (self.row, self.cell) = closed.row_before;
            }
            self.heading = self.heading.saturating_sub(usize::from(closed.is_heading));
            self.hidden = self.hidden.saturating_sub(usize::from(closed.hides));
            self.raised = closed.raised_before;
        }
    }

    /// Whether what stands in this element is no text of the document.
    fn hides(&self, name: &str) -> bool {
        matches!(name, "script" | "style" | "del" | "deltext") || (self.is_page && name == "head")
    }

    fn take_text(&mut self, text: &str) {
        if self.hidden > 0 || text.is_empty() {
            return;
        }
        let decoded = decode(text);
        if self.raised
            && self.text.ends_with("10")
            && decoded.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '−' | '–'))
        {
            self.text.push('^');
        }
        self.text.push_str(&decoded);
    }

    fn end_block(&mut self) {
        let text = without_marks(&self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        self.text.clear();
        if !text.is_empty() {
            let (depth, row, cell) = (self.depth, self.row, self.cell);
            self.blocks.push(Block { depth, row, cell, text, is_heading: self.heading > 0 });
        }
    }
}

/// A text without the marks of amendments: `►M1 … ◄`, `▼B`.
fn without_marks(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(['►', '◄', '▼']) {
        return text.into();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['►', '◄', '▼']) {
        kept.push_str(rest.get(..at).unwrap_or_default());
        let tail = rest.get(at..).unwrap_or_default();
        let closes = tail.starts_with('◄');
        let mark = tail.chars().next().map_or(0, char::len_utf8);
        let behind = tail.get(mark..).unwrap_or_default();
        let named = behind.bytes().take_while(u8::is_ascii_alphanumeric).count();
        rest = if closes { behind } else { behind.get(named..).unwrap_or_default() };
    }
    kept.push_str(rest);
    kept.into()
}

/// Elements that separate text.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 38] = [
        "p", "div", "td", "th", "tr", "table", "li", "ul", "ol", "dl", "tbl", "tc", "dt", "dd", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "hed", "hd1", "hd2", "hd3", "fp", "fp-1", "fp-2", "fp1", "fp1-2", "note", "extract",
        "body", "section", "article", "div8", "div9", "caption",
    ];
    BLOCKS.contains(&name)
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hd1" | "hd2" | "hd3" | "head")
}

/// The characters that entities stand for.
fn decode(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(rest.get(..at).unwrap_or_default());
        let tail = rest.get(at + 1..).unwrap_or_default();
        let end = tail.bytes().take(12).position(|byte| byte == b';');
        let known = end.and_then(|end| entity(tail.get(..end)?).map(|c| (c, end)));
        match known {
            Some((c, end)) => {
                decoded.push(c);
                rest = tail.get(end + 1..).unwrap_or_default();
            }
            None => {
                decoded.push('&');
                rest = tail;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    const KNOWN: [(&str, char); 24] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("deg", '°'),
        ("micro", 'µ'),
        ("mu", 'μ'),
        ("times", '×'),
        ("plusmn", '±'),
        ("le", '≤'),
        ("ge", '≥'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("alpha", 'α'),
        ("beta", 'β'),
        ("Omega", 'Ω'),
        ("minus", '−'),
        ("sup2", '²'),
    ];
    KNOWN.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_beside_the_text_is_left_out() {
        let page = "<html><body><p class='title-annex-1'>ANNEX I</p><p class='modref'><a title='x'>▼M1</a></p>\
            <p class='norm'>►M1 more than 10<span class='superscript'>25</span> m<span class='superscript'>3</span>\
            (<a href='#E0001' id='src.E0001'><span class='superscript'>1</span></a>) ◄</p>\
            <div class='norm'><span class='no-parag'>1. </span><div class='norm inline-element'>First</div></div>\
            <p class='footnote'>(1) A journal.</p><p class='norm'>Last</p></body></html>";
        let shown: Vec<String> = read(page).iter().map(|b| format!("{} {}", b.is_heading, b.text)).collect();
        assert_eq!(shown, ["true ANNEX I", "false more than 10^25 m3()", "false 1. First", "false Last"]);
    }

    #[test]
    fn blocks_know_where_they_stand() {
        let page = "<html><head><title>x</title></head><body><p class='normal'>2B350 Plant &amp; parts:</p>\
            <table><tr><td><p>a.</p></td><td><p>Vessels<br/>of 10<sup>6</sup> m<sup>3</sup>;</p><!-- no -->\
            <table><tr><td>1.</td><td>Alloys</td></tr></table></td></tr></table>";
        let shown: Vec<String> =
            read(page).iter().map(|b| format!("{}/{}/{} {}", b.depth, b.row, b.cell, b.text)).collect();
        assert_eq!(
            shown,
            ["0/0/0 2B350 Plant & parts:", "1/1/1 a.", "1/1/2 Vessels of 10^6 m3;", "2/2/1 1.", "2/2/2 Alloys"]
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[<>/a-z &;#\"'=!-]{0,120}|\\PC{0,80}") {
            let _ = read(&text);
        }
    }
}
