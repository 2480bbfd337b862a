//! The fields of one TOML table, taken one by one.

use std::collections::BTreeSet;
use std::str::FromStr;

use domain::fault::Fault;
use domain::language::Language;
use domain::localized::Localized;
use domain::partial_date::PartialDate;
use domain::words::UnknownWord;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lines::Lines;
use crate::limits;
use crate::nearest::nearest;
use crate::table::word_unknown;

/// The fields of one table. Each method takes one field, and remembers that it is known. What is wrong with it becomes
/// a fault, and a neutral value stands in for it, so that reading goes on: the fault keeps the whole from being stored.
pub struct Fields<'f> {
    lines: &'f Lines<'f>,
    table: &'f DeTable<'f>,
    /// Dotted path of the table, with a dot at its end unless it is the root.
    path: String,
    begins: usize,
    known: BTreeSet<&'static str>,
}

impl<'f> Fields<'f> {
    pub(super) fn new(lines: &'f Lines<'f>, table: &'f DeTable<'f>, path: &str, begins: usize) -> Self {
        Self { lines, table, path: path.to_owned(), begins, known: BTreeSet::new() }
    }

    fn take(&mut self, name: &'static str) -> Option<&'f Spanned<DeValue<'f>>> {
        self.known.insert(name);
        self.table.get(name)
    }

    /// The line the table begins in, from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.lines.line(self.begins) as u64
    }

    /// Whether the field is given.
    pub fn has(&mut self, name: &'static str) -> bool {
        self.take(name).is_some()
    }

    /// A fault of this table, at this field.
    #[must_use]
    pub fn fault(&self, field: &str, fault: Fault) -> Fault {
        let at = position(self.table, field).unwrap_or(self.begins);
        self.lines.place(fault.at(&format!("{}{field}", self.path)), at)
    }

    /// Places the faults a noun found in itself, at the fields of this table. A noun says `themes.2.title` where the
    /// file says `[[theme]]`, so the singular is looked for too.
    pub fn place(&self, found: Vec<Fault>, faults: &mut Vec<Fault>) {
        for fault in found {
            let field = fault.place.field.clone().unwrap_or_default();
            faults.push(self.fault(&field, fault));
        }
    }

    /// A fault when the field is not given.
    pub fn require(&mut self, name: &'static str, faults: &mut Vec<Fault>) {
        if !self.has(name) {
            faults.push(self.fault(name, Fault::error("field-missing")));
        }
    }

    /// A text; empty when it is not given.
    pub fn text(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> String {
        match self.take(name).map(|value| value.get_ref().as_str()) {
            None => String::new(),
            Some(Some(text)) => text.to_owned(),
            Some(None) => self.wrong(name, "field-not-text", faults).unwrap_or_default(),
        }
    }

    /// A text in several languages; empty when it is not given.
    pub fn localized(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Localized {
        let Some(value) = self.take(name) else { return Localized::default() };
        let Some(table) = value.get_ref().as_table() else {
            return self.wrong(name, "field-not-localized", faults).unwrap_or_default();
        };
        let mut text = Localized::default();
        for (language, value) in table {
            let mut wrong = |code: &str| {
                let fault = Fault::error(code).with("text", language.get_ref().as_ref());
                faults.push(self.fault(&format!("{name}.{}", language.get_ref()), fault));
            };
            match (language.get_ref().parse::<Language>(), value.get_ref().as_str()) {
                (Ok(language), Some(value)) => text.set(language, value),
                (Err(_), _) => wrong("language-unknown"),
                (_, None) => wrong("field-not-text"),
            }
        }
        text
    }

    /// `true` or `false`; false when it is not given.
    pub fn boolean(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> bool {
        match self.take(name).map(|value| value.get_ref().as_bool()) {
            None => false,
            Some(Some(value)) => value,
            Some(None) => self.wrong(name, "field-not-boolean", faults).unwrap_or_default(),
        }
    }

    /// A whole number from 0 to 65,535.
    pub fn number(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Option<u16> {
        let number = whole_number(self.take(name)?.get_ref());
        number.or_else(|| self.wrong(name, "field-not-number", faults))
    }

    /// A list of whole numbers; empty when it is not given.
    pub fn numbers(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Vec<u16> {
        self.list(name, "field-not-number", faults, |value| whole_number(value).ok_or(None))
    }

    /// A list of texts; empty when it is not given.
    pub fn texts(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Vec<String> {
        self.list(name, "field-not-text", faults, |value| value.as_str().map(str::to_owned).ok_or(None))
    }

    /// A text read as a value, or a fault with this code.
    pub fn parse<T: FromStr>(&mut self, name: &'static str, code: &str, faults: &mut Vec<Fault>) -> Option<T> {
        let value = self.take(name)?;
        let Some(text) = value.get_ref().as_str() else { return self.wrong(name, "field-not-text", faults) };
        let parsed = text.parse().ok();
        if parsed.is_none() {
            faults.push(self.fault(name, Fault::error(code).with("text", text)));
        }
        parsed
    }

    /// A list of texts, each read as a value, or a fault with this code.
    pub fn parse_list<T: FromStr>(&mut self, name: &'static str, code: &str, faults: &mut Vec<Fault>) -> Vec<T> {
        self.list(name, "field-not-text", faults, |value| {
            let text = value.as_str().ok_or(None)?;
            text.parse().map_err(|_| Some(Fault::error(code).with("text", text)))
        })
    }

    /// A word of a closed set.
    pub fn word<W: FromStr<Err = UnknownWord>>(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Option<W> {
        let value = self.take(name)?;
        let Some(text) = value.get_ref().as_str() else { return self.wrong(name, "field-not-text", faults) };
        text.parse().map_err(|unknown| faults.push(self.fault(name, word_unknown(&unknown)))).ok()
    }

    /// A list of words of a closed set.
    pub fn words<W: FromStr<Err = UnknownWord>>(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Vec<W> {
        self.list(name, "field-not-text", faults, |value| {
            value.as_str().ok_or(None)?.parse().map_err(|unknown| Some(word_unknown(&unknown)))
        })
    }

    /// A day, as a date of TOML or as a text.
    pub fn date(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Option<Date> {
        match self.partial_date(name, faults)? {
            PartialDate::Day(date) => Some(date),
            other => {
                let fault = Fault::error("date-unreadable").with("text", other.to_string());
                faults.push(self.fault(name, fault));
                None
            }
        }
    }

    /// A date as exact as the source gives it: a date of TOML, a text, or a year.
    pub fn partial_date(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Option<PartialDate> {
        let text = match self.take(name)?.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => return self.wrong(name, "field-not-date", faults),
        };
        let date = text.parse().ok();
        if date.is_none() {
            faults.push(self.fault(name, Fault::error("date-unreadable").with("text", text)));
        }
        date
    }

    /// A table.
    pub fn table(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Option<Self> {
        let value = self.take(name)?;
        match value.get_ref().as_table() {
            Some(table) => Some(Self::new(self.lines, table, &format!("{}{name}.", self.path), value.span().start)),
            None => self.wrong(name, "field-not-table", faults),
        }
    }

    /// A list of tables; empty when it is not given.
    pub fn tables(&mut self, name: &'static str, faults: &mut Vec<Fault>) -> Vec<Self> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            return self.wrong(name, "field-not-list-of-tables", faults).unwrap_or_default();
        };
        let mut tables = Vec::new();
        for (n, value) in array.iter().enumerate() {
            match value.get_ref().as_table() {
                Some(table) => {
                    let path = format!("{}{name}.{}.", self.path, n + 1);
                    tables.push(Self::new(self.lines, table, &path, value.span().start));
                }
                None => {
                    self.wrong::<()>(name, "field-not-list-of-tables", faults);
                }
            }
        }
        tables
    }

    /// Says of every field that nobody took that it is unknown.
    pub fn finish(self, faults: &mut Vec<Fault>) {
        let unknown = self.table.iter().filter(|(name, _)| !self.known.contains(name.get_ref().as_ref()));
        // One more than is told, so that "more are not shown" is said.
        for (name, _) in unknown.take(limits::MOST_FAULTS + 1) {
            let known: Vec<&str> = self.known.iter().copied().collect();
            let nearest =
                nearest(name.get_ref(), known.iter().copied()).map_or_else(|| known.join(", "), str::to_owned);
            let fault = Fault::error("field-unknown").with("nearest", nearest);
            let fault = fault.at(&format!("{}{}", self.path, name.get_ref()));
            faults.push(self.lines.place(fault, name.span().start));
        }
    }

    fn wrong<T>(&self, name: &str, code: &str, faults: &mut Vec<Fault>) -> Option<T> {
        faults.push(self.fault(name, Fault::error(code)));
        None
    }

    /// A list whose items are read by `read`; an item fails with a fault of its own or with this code.
    fn list<T>(
        &mut self,
        name: &'static str,
        code: &str,
        faults: &mut Vec<Fault>,
        read: impl Fn(&DeValue<'f>) -> Result<T, Option<Fault>>,
    ) -> Vec<T> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            return self.wrong(name, "field-not-list", faults).unwrap_or_default();
        };
        let mut items = Vec::new();
        let mut wrong = 0;
        for (n, value) in array.iter().enumerate() {
            if wrong > limits::MOST_FAULTS {
                break;
            }
            match read(value.get_ref()) {
                Ok(item) => items.push(item),
                Err(fault) => {
                    let fault = fault.unwrap_or_else(|| Fault::error(code));
                    faults.push(self.fault(&format!("{name}.{}", n + 1), fault));
                    wrong += 1;
                }
            }
        }
        items
    }
}

fn whole_number(value: &DeValue<'_>) -> Option<u16> {
    let number = value.as_integer()?;
    u16::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Where this dotted field begins, as far as the table has it.
fn position(table: &DeTable<'_>, field: &str) -> Option<usize> {
    let (name, mut rest) = field.split_once('.').unwrap_or((field, ""));
    let value = table.get(name).or_else(|| table.get(name.strip_suffix('s')?))?;
    let mut found = value;
    if let Some(array) = value.get_ref().as_array() {
        let (number, below) = rest.split_once('.').unwrap_or((rest, ""));
        let Some(item) = number.parse::<usize>().ok().and_then(|number| array.get(number.checked_sub(1)?)) else {
            return Some(value.span().start);
        };
        (found, rest) = (item, below);
    }
    let below = found.get_ref().as_table().and_then(|table| position(table, rest));
    Some(below.unwrap_or(found.span().start))
}
