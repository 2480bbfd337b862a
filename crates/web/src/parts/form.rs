//! Parts of a form. Labels and hints are translation keys, an empty one is none.

use askama::Template;
use domain::language::Language;

use super::{Markup, markup};
use crate::form::{Choice, Form};
use crate::layout::Chrome;

#[derive(Template)]
#[template(path = "parts/form_summary.html")]
struct Summary<'a> {
    c: &'a Chrome,
    f: &'a Form,
}

#[derive(Template)]
#[template(path = "parts/form_notes.html")]
struct Notes<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    hint: &'a str,
}

#[derive(Template)]
#[template(path = "parts/form_input.html")]
struct Input<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    kind: &'a str,
    class: &'a str,
}

#[derive(Template)]
#[template(path = "parts/form_area.html")]
struct Area<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    rows: u8,
}

#[derive(Template)]
#[template(path = "parts/form_localized.html")]
struct Localized<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    rows: u8,
}

impl Localized<'_> {
    /// The name of the field of one language.
    fn part(&self, language: &Language) -> String {
        format!("{}.{language}", self.name)
    }
}

#[derive(Template)]
#[template(path = "parts/form_choose.html")]
struct Choose<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    choices: &'a [Choice],
    empty: &'a str,
}

#[derive(Template)]
#[template(path = "parts/form_boxes.html")]
struct Boxes<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    choices: &'a [Choice],
    kind: &'a str,
}

#[derive(Template)]
#[template(path = "parts/form_tick.html")]
struct Tick<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
}

#[derive(Template)]
#[template(path = "parts/form_file.html")]
struct File<'a> {
    c: &'a Chrome,
    f: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    accept: &'a str,
}

/// Every fault of a form, each leading to its field.
#[must_use]
pub fn summary(c: &Chrome, f: &Form) -> Markup {
    markup(&Summary { c, f })
}

/// The hint and the faults of one field.
#[must_use]
pub fn notes(c: &Chrome, f: &Form, name: &str, hint: &str) -> Markup {
    markup(&Notes { c, f, name, hint })
}

/// A field of one line.
#[must_use]
pub fn input(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str, kind: &str, class: &str) -> Markup {
    markup(&Input { c, f, name, label, hint, kind, class })
}

/// A field of several lines.
#[must_use]
pub fn area(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str, rows: &u8) -> Markup {
    markup(&Area { c, f, name, label, hint, rows: *rows })
}

/// One text in every language of the site; `rows` 1 gives a line, more gives an area.
#[must_use]
pub fn localized(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str, rows: &u8) -> Markup {
    markup(&Localized { c, f, name, label, hint, rows: *rows })
}

/// A list to choose one from; the empty choice stands first when `empty` is a key.
#[must_use]
pub fn choose(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str, choices: &[Choice], empty: &str) -> Markup {
    markup(&Choose { c, f, name, label, hint, choices, empty })
}

/// Several boxes (kind `checkbox`) or one of several (kind `radio`).
#[must_use]
pub fn boxes(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str, choices: &[Choice], kind: &str) -> Markup {
    markup(&Boxes { c, f, name, label, hint, choices, kind })
}

/// One box.
#[must_use]
pub fn tick(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str) -> Markup {
    markup(&Tick { c, f, name, label, hint })
}

/// A file to choose.
#[must_use]
pub fn file(c: &Chrome, f: &Form, name: &str, label: &str, hint: &str, accept: &str) -> Markup {
    markup(&File { c, f, name, label, hint, accept })
}
