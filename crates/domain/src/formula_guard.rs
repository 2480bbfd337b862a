//! Texts in CSV files that a spreadsheet would take for formulas.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return may be run by the program that opens the file.
//! Written with an apostrophe before it, it is text. So that what is exported can be imported unchanged, the rule is
//! reversible: the apostrophe goes before every text that begins with such a character after any apostrophes of its own,
//! and a reader takes one apostrophe away from exactly those.

const RUN_BY_SPREADSHEETS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text as it is written into a CSV file.
#[must_use]
pub fn guarded(text: &str) -> String {
    if could_run(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was before it was written into a CSV file. A text that was never guarded stays as it is, unless it
/// begins with an apostrophe before such a character: then the apostrophe was somebody's guard too.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if could_run(rest) => rest,
        _ => text,
    }
}

fn could_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(RUN_BY_SPREADSHEETS)
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(guarded(text), expect);
        assert_eq!(unguarded(expect), text, "the text comes back");
    }

    #[test]
    fn no_text_runs_and_every_text_comes_back() {
        check("Law No. 30", "Law No. 30");
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-", "'-");
        check("'=quoted", "''=quoted");
        check("'word'", "'word'");
        check("\t=1", "'\t=1");
        check("", "");
        assert_eq!(unguarded("=1"), "=1", "what nobody guarded stays");
    }
}
