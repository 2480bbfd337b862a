//! Characters that the fonts lack. An archival PDF must not hold a letter without a shape, and a report must not fail
//! or fall silent because of one: such a character is shown by its code point.

use crate::fonts;

/// The text with every character that the fonts cannot show written as `[U+4E2D]`.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || fonts::covers(c) {
            shown.push(c);
        } else {
            shown.push_str(&format!("[U+{:04X}]", u32::from(c)));
        }
    }
    shown
}
