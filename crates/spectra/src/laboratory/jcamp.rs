//! JCAMP-DX: labelled records `##NAME= value`, in blocks that may be linked (one inside another), with data as an even series,
//! as points, or as pages of tuples.

use crate::finding::Finding;
use crate::format::lines;
use crate::laboratory::{CURVE_LIMIT, Curve, LaboratoryFile, POINT_LIMIT, jcamp_digits};

/// A labelled record: its name in plain letters, its value with the lines that follow, and its line.
struct Record<'t> {
    name: String,
    value: &'t str,
    more: Vec<&'t str>,
    line: usize,
}

pub(super) fn read(text: &str, findings: &mut Vec<Finding>) -> Option<LaboratoryFile> {
    let records = records(text)?;
    let mut file = LaboratoryFile { format: "jcamp-dx".to_owned(), ..LaboratoryFile::default() };
    let mut blocks: Vec<Block> = Vec::new();
    for record in &records {
        match record.name.as_str() {
            "TITLE" => blocks.push(Block { title: record.value.trim().to_owned(), ..Block::default() }),
            "END" => {
                blocks.pop();
            }
            _ => {
                let Some(block) = blocks.last_mut() else { continue };
                if file.curves.len() < CURVE_LIMIT
                    && let Some(curve) = block.take(record, findings)
                {
                    file.curves.push(curve);
                }
            }
        }
    }
    if !blocks.is_empty() {
        findings.push(Finding::error("document-ends-early", "##END="));
    }
    Some(file)
}

/// The records of a text that begins like one of this family.
fn records(text: &str) -> Option<Vec<Record<'_>>> {
    let mut found: Vec<Record<'_>> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if let Some((name, value)) = line.trim_start().strip_prefix("##").and_then(|rest| rest.split_once('=')) {
            // Blanks, hyphens, slashes and underlines in a label mean nothing.
            let plain = name.chars().filter(|c| !matches!(c, ' ' | '-' | '/' | '_')).collect::<String>();
            found.push(Record { name: plain.to_ascii_uppercase(), value, more: Vec::new(), line: n + 1 });
        } else if let Some(record) = found.last_mut() {
            record.more.push(line);
        } else if !line.trim().is_empty() && !line.starts_with("$$") {
            return None;
        }
    }
    found.first().is_some_and(|first| first.name == "TITLE").then_some(found)
}

/// What a block has said so far.
#[derive(Default)]
struct Block {
    title: String,
    statements: Vec<(String, String)>,
    page: String,
}

impl Block {
    fn said(&self, name: &str) -> &str {
        let found = self.statements.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    fn number(&self, name: &str) -> Option<f64> {
        lines::leading_number(self.said(name))
    }

    /// Takes a record in; data make a curve.
    fn take(&mut self, record: &Record<'_>, findings: &mut Vec<Finding>) -> Option<Curve> {
        let value = record.value.split("$$").next().unwrap_or_default().trim();
        match record.name.as_str() {
            "XYDATA" => Some(self.series(record, &self.axis(None), findings)),
            "XYPOINTS" | "PEAKTABLE" | "PEAKASSIGNMENTS" => Some(self.points(record, findings)),
            "DATATABLE" => {
                let even = value.to_ascii_uppercase().replace(' ', "").contains("(X++(");
                Some(if even {
                    let y = variable(value);
                    self.series(record, &self.axis(y), findings)
                } else {
                    self.points(record, findings)
                })
            }
            "PAGE" => {
                value.clone_into(&mut self.page);
                None
            }
            name => {
                if self.statements.len() < 500 {
                    self.statements.push((name.to_owned(), value.to_owned()));
                }
                None
            }
        }
    }

    /// Where the abscissa begins and ends, how many points there are, and what the ordinates are multiplied by. In NTUPLES
    /// each of these is a list by symbol.
    fn axis(&self, symbol: Option<char>) -> Axis {
        let symbols: Vec<&str> = self.said("SYMBOL").split(',').map(str::trim).collect();
        let at = |name: &str, letter: char| {
            let place = symbols.iter().position(|known| known.starts_with(letter))?;
            lines::leading_number(self.said(name).split(',').nth(place)?)
        };
        match symbol {
            Some(symbol) => Axis {
                first: at("FIRST", 'X'),
                last: at("LAST", 'X'),
                count: at("VARDIM", 'X').or_else(|| at("VARDIM", symbol)),
                factor: at("FACTOR", symbol).unwrap_or(1.0),
            },
            None => Axis {
                first: self.number("FIRSTX"),
                last: self.number("LASTX"),
                count: self.number("NPOINTS"),
                factor: self.number("YFACTOR").unwrap_or(1.0),
            },
        }
    }

    fn curve(&self, points: Vec<(f64, f64)>, sticks: bool) -> Curve {
        let page = if self.page.is_empty() { String::new() } else { format!(" ({})", self.page) };
        let units: Vec<&str> = self.said("UNITS").split(',').map(str::trim).collect();
        let unit = |name: &str, place: usize| {
            let own = self.said(name);
            if own.is_empty() { units.get(place).copied().unwrap_or_default() } else { own }.to_owned()
        };
        let shown =
            ["ORIGIN", "OWNER", "DATE", "LONGDATE", "INSTRUMENT", "SPECTROMETERDATASYSTEM", "CASREGISTRYNO", "NAMES"];
        let statements =
            self.statements.iter().filter(|(name, value)| shown.contains(&name.as_str()) && !value.is_empty());
        Curve {
            title: format!("{}{page}", self.title),
            measured: self.said("DATATYPE").to_owned(),
            x_unit: unit("XUNITS", 0),
            y_unit: unit("YUNITS", 1),
            points,
            sticks,
            statements: statements.cloned().collect(),
        }
    }

    /// `(X++(Y..Y))`: each line has an abscissa, only to check, and ordinates at even steps.
    fn series(&self, record: &Record<'_>, axis: &Axis, findings: &mut Vec<Finding>) -> Curve {
        let place = format!("line {}", record.line);
        let mut ordinates: Vec<f64> = Vec::new();
        let (mut check, mut wrong, mut unknown) = (false, 0_usize, 0_usize);
        for line in &record.more {
            let decoded = jcamp_digits::decode(line, POINT_LIMIT - ordinates.len().min(POINT_LIMIT));
            unknown += decoded.unknown;
            let mut values = decoded.y.as_slice();
            if decoded.x.is_none() || values.is_empty() {
                continue;
            }
            if check && let (Some(before), Some((first, rest))) = (ordinates.last(), values.split_first()) {
                wrong += usize::from(before != first);
                values = rest;
            }
            ordinates.extend(values);
            check = decoded.ends_in_difference;
            if ordinates.len() >= POINT_LIMIT {
                break;
            }
        }
        if wrong > 0 {
            findings.push(Finding::error("checks-differ", &place).with("lines", wrong));
        }
        if unknown > 0 {
            findings.push(Finding::error("counts-not-numbers", &place).with("channels", unknown));
        }
        if let Some(stated) = axis.count.filter(|stated| *stated != ordinates.len() as f64) {
            let finding = Finding::warning("channel-count-differs", &place);
            findings.push(finding.with("stated", stated).with("found", ordinates.len()));
        }
        let steps = axis.count.unwrap_or(ordinates.len() as f64).max(2.0) - 1.0;
        let (first, last) = (axis.first.unwrap_or(0.0), axis.last.unwrap_or(steps));
        let at = |n: usize| first + (last - first) * n as f64 / steps;
        let points = ordinates.into_iter().enumerate().map(|(n, y)| (at(n), y * axis.factor));
        self.curve(points.collect(), false)
    }

    /// `(XY..XY)`: pairs.
    fn points(&self, record: &Record<'_>, findings: &mut Vec<Finding>) -> Curve {
        let (x_factor, y_factor) = (self.number("XFACTOR").unwrap_or(1.0), self.number("YFACTOR").unwrap_or(1.0));
        // Peak tables carry their numbers as they are.
        let (x_factor, y_factor) = if record.name == "XYPOINTS" { (x_factor, y_factor) } else { (1.0, 1.0) };
        let mut points = Vec::new();
        let mut others = 0;
        for line in &record.more {
            let line = line.split("$$").next().unwrap_or_default();
            let (numbers, unread) = lines::numbers(line, 4096);
            others += unread + numbers.len() % 2;
            points.extend(numbers.chunks_exact(2).filter_map(|pair| match pair {
                [x, y] => Some((x * x_factor, y * y_factor)),
                _ => None,
            }));
            if points.len() > POINT_LIMIT {
                break;
            }
        }
        if others > 0 && record.name != "PEAKASSIGNMENTS" {
            let place = format!("line {}", record.line);
            findings.push(Finding::warning("counts-not-numbers", &place).with("channels", others));
        }
        self.curve(points, record.name != "XYPOINTS")
    }
}

struct Axis {
    first: Option<f64>,
    last: Option<f64>,
    count: Option<f64>,
    factor: f64,
}

/// The symbol of the ordinate in `(X++(R..R)), XYDATA`.
fn variable(value: &str) -> Option<char> {
    let inner = value.split_once("++(")?.1;
    inner.trim_start().chars().next().map(|letter| letter.to_ascii_uppercase())
}
