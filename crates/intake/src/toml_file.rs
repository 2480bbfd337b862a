//! TOML files read field by field, so that every problem of a file is told at once, each with its line and field.

mod fields;
mod lines;

use domain::fault::Fault;
use toml::de::DeTable;

pub use fields::Fields;
use lines::Lines;

use crate::limits;
use crate::table::{decode, too_large};

/// Reads a TOML file with `read`, which takes from the fields what it knows; a field nobody took is a fault, with the
/// nearest known name as hint. `None` when the file is not TOML at all: then its faults are those of the syntax.
pub fn read<T>(
    file: &str,
    bytes: &[u8],
    faults: &mut Vec<Fault>,
    read: impl FnOnce(&mut Fields<'_>, &mut Vec<Fault>) -> T,
) -> Option<T> {
    if bytes.len() > limits::LONGEST_TOML {
        faults.push(too_large(file, limits::LONGEST_TOML));
        return None;
    }
    let text = decode(file, bytes, faults)?;
    let lines = Lines::new(file, &text);
    let (root, errors) = DeTable::parse_recoverable(&text);
    if !errors.is_empty() {
        faults.extend(errors.iter().take(limits::MOST_FAULTS).map(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let code = if error.message().contains("duplicate key") { "toml-field-twice" } else { "toml-syntax" };
            lines.place(Fault::error(code).with("text", lines.text_at(at)), at)
        }));
        return None;
    }
    let mut fields = Fields::new(&lines, root.get_ref(), "", 0);
    let value = read(&mut fields, faults);
    fields.finish(faults);
    Some(value)
}

#[cfg(test)]
mod tests;
