//! The parameter sheet: a determination on paper, as an officer signs it.

use domain::determination::Determination;
use domain::language::Language;
use jiff::civil::Date;
use lists::built_in::BuiltInList;
use lists::determine::{self, Truth};
use locale::{Catalogue, Translator};

use super::interview::{self, FactLine};
use super::{steps, values};
use crate::document::{
    Block, Cell, Document, LineStyle, Paragraph, ParagraphStyle, Parallel, Part, Table, TableColumn, TableRow,
    TitleBlock,
};

/// What the sheet says.
#[derive(Debug)]
pub struct SheetInput<'d> {
    /// The determination of the record.
    pub determination: &'d Determination,
    /// What comes out of it.
    pub evaluated: &'d determine::Determination<'d>,
    /// What was answered.
    pub facts: &'d determine::Facts,
    /// The list.
    pub list: &'d BuiltInList,
    /// Its marking in words.
    pub marking: String,
    /// The day of the sheet.
    pub date: Date,
    /// The language of the sheet.
    pub language: Language,
    /// Whether the State does not exist.
    pub training: bool,
}

struct Sheet {
    language: [Language; 1],
    t: Translator,
}

impl Sheet {
    fn same(&self, text: &str) -> Parallel {
        Parallel::each(&self.language, |_| text.to_owned())
    }

    fn text(&self, key: &str) -> Parallel {
        self.same(&self.t.text(key))
    }

    fn paragraph(&self, text: &str, style: ParagraphStyle) -> Block {
        Block::Paragraph(Paragraph { number: None, text: self.same(text), footnote: None, style })
    }

    fn part(&self, number: &str, key: &str, blocks: Vec<Block>) -> Part {
        let heading = self.same(&format!("{number}. {}", self.t.text(key)));
        Part { number: number.to_owned(), annex: false, heading, blocks }
    }

    fn column(&self, key: &str, width: u16) -> TableColumn {
        TableColumn { heading: self.text(key), width }
    }

    fn cell(&self, text: &str, style: LineStyle) -> Cell {
        Cell::default().with(self.same(text), style)
    }
}

/// Composes the sheet.
#[must_use]
pub fn parameter_sheet(input: &SheetInput<'_>) -> Document {
    let t = Catalogue::embedded().translator(input.language);
    let sheet = Sheet { language: [input.language], t };
    let head = &input.list.version.head;
    let determination = input.determination;
    let title = values::title(input.list, &input.evaluated.path, t);
    let edition = t.with(
        "sheet-list",
        &[("list", head.title.text(input.language).into()), ("edition", head.edition.as_str().into())],
    );
    let outcome = t.word("determination-outcome", input.evaluated.outcome.as_str());
    let result = vec![
        sheet.paragraph(&format!("{}: {outcome}", input.evaluated.path), ParagraphStyle::Text),
        sheet.paragraph(&title, ParagraphStyle::Item),
        sheet.paragraph(
            &t.with("sheet-hash", &[("hash", determination.provision_hash.to_string().into())]),
            ParagraphStyle::Remark,
        ),
        sheet.paragraph(&t.text("determination-not-clearance"), ParagraphStyle::Remark),
    ];
    let mut chapters: Vec<(&str, Vec<Block>)> = vec![("sheet-part-result", result)];
    let given = interview::facts(input.facts, input.list, t);
    if !given.is_empty() {
        chapters.push(("sheet-part-facts", vec![Block::Table(facts_table(&sheet, &given))]));
    }
    chapters.push(("sheet-part-steps", vec![Block::Table(step_table(&sheet, input))]));
    if !input.evaluated.questions.is_empty() {
        let open = input.evaluated.questions.iter().map(|question| {
            let clauses: Vec<&str> =
                question.clauses.iter().take(MOST_CLAUSES).map(lists::path::ProvisionPath::as_str).collect();
            let text = format!("{} ({})", steps::question(question, input.list, t), clauses.join(", "));
            sheet.paragraph(&text, ParagraphStyle::Item)
        });
        chapters.push(("sheet-part-open", open.collect()));
    }
    chapters.push(("sheet-part-conclusion", signature(&sheet, input)));
    let numbers = ["I", "II", "III", "IV", "V"];
    let parts = numbers.iter().zip(chapters).map(|(number, (key, blocks))| sheet.part(number, key, blocks)).collect();
    Document {
        languages: vec![input.language],
        date: input.date,
        band: input.training.then(|| sheet.text("report-training-band")),
        marking: sheet.same(&input.marking),
        running_head: sheet.same(&format!("{} — {}", t.text("sheet-title"), determination.good)),
        page_words: (sheet.text("report-page-before"), sheet.text("report-page-between")),
        title: TitleBlock {
            kind: sheet.text("sheet-title"),
            title: sheet.same(&determination.good),
            place_and_dates: sheet.same(&determination.reference),
            states: sheet.same(&edition),
            edition: sheet.same(&t.date(input.date)),
        },
        note: None,
        parts,
    }
}

/// Clauses that are named behind an open question; the steps hold all.
const MOST_CLAUSES: usize = 6;

fn facts_table(sheet: &Sheet, given: &[FactLine]) -> Table {
    let rows = given.iter().map(|fact| TableRow {
        heading: false,
        cells: vec![
            sheet.cell(&fact.question, LineStyle::Text),
            sheet.cell(&fact.answer, LineStyle::Strong),
            sheet.cell(&fact.source, LineStyle::Text),
        ],
    });
    Table {
        caption: None,
        columns: vec![
            sheet.column("sheet-column-question", 75),
            sheet.column("sheet-column-answer", 45),
            sheet.column("sheet-column-source", 40),
        ],
        rows: rows.collect(),
    }
}

fn step_table(sheet: &Sheet, input: &SheetInput<'_>) -> Table {
    let t = sheet.t;
    let rows = steps::lines(&input.evaluated.explanation, input.list, t).into_iter().map(|line| {
        let indent = "\u{a0}\u{a0}\u{a0}".repeat(line.depth.min(6));
        let style = if line.is_provision { LineStyle::Strong } else { LineStyle::Text };
        let came_out = match (line.is_exclusion, line.truth) {
            (true, Truth::Met) => t.text("determination-exclusion-applies"),
            (true, Truth::NotMet) => t.text("determination-exclusion-does-not-apply"),
            (_, truth) => t.word("determination-truth", truth.as_str()),
        };
        let cells = vec![
            sheet.cell(&format!("{indent}{}", line.text), style),
            sheet.cell(&line.detail, LineStyle::Text),
            sheet.cell(&came_out, LineStyle::Text),
        ];
        TableRow { heading: false, cells }
    });
    Table {
        caption: None,
        columns: vec![
            sheet.column("sheet-column-asked", 70),
            sheet.column("sheet-column-observed", 65),
            sheet.column("sheet-column-outcome", 25),
        ],
        rows: rows.collect(),
    }
}

fn signature(sheet: &Sheet, input: &SheetInput<'_>) -> Vec<Block> {
    let t = sheet.t;
    let concluded = if input.determination.concluded { "sheet-concluded" } else { "sheet-not-concluded" };
    let mut blocks = vec![sheet.paragraph(&t.text(concluded), ParagraphStyle::Text)];
    if !input.determination.conclusion.is_empty() {
        blocks.push(sheet.paragraph(&input.determination.conclusion, ParagraphStyle::Text));
    }
    // A row for each, high enough to be written in by hand.
    let row = |key: &str| TableRow {
        heading: false,
        cells: vec![
            sheet.cell(&t.text(key), LineStyle::Text).with(sheet.same("\u{a0}"), LineStyle::Text),
            sheet.cell("\u{a0}", LineStyle::Text).with(sheet.same("\u{a0}"), LineStyle::Text),
        ],
    };
    let rows = ["sheet-sign-name", "sheet-sign-office", "sheet-sign-date", "sheet-sign-signature"].map(row);
    let columns = vec![sheet.column("sheet-column-signer", 45), sheet.column("sheet-column-by-hand", 115)];
    blocks.push(Block::Table(Table { caption: None, columns, rows: rows.into() }));
    blocks
}
