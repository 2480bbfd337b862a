//! This crate reads foreign files into values of the domain: tables (CSV, XLSX), documents (DOCX), the TOML files of a round folder,
//! matrices, action plans, matrix templates. Bytes go in; a value and the faults that were found come out, each fault
//! with its file, line and field, so that a person can put everything right at once.
//!
//! It does not open files, store anything, or print a word a person reads: every fault is a code, and the words live in
//! `locales/`. Foreign bytes are hostile: nothing here panics on them, and [`limits`] bounds what they may cost.
//!
//! Where to begin: [`round_folder::read`] reads a whole round, [`matrix_table::read`] and [`plan_table::read`] one
//! table, [`template_folder::read`] a matrix template.

mod archive;
pub mod limits;
mod nearest;

pub mod document;
pub mod table;
pub mod toml_file;

pub mod template_folder;

pub mod goods_table;
pub mod matrix_table;
pub mod participant_table;
pub mod party_table;
pub mod plan_table;
pub mod programme_table;
pub mod progress_table;
pub mod time_frame;

pub mod round_folder;

#[cfg(test)]
mod fault_keys;
#[cfg(test)]
mod test_files;

/// Faults as tests write them: `file:line field code name=value`, with `warning` before a warning.
#[cfg(test)]
fn faults_shown(faults: &[domain::fault::Fault]) -> Vec<String> {
    let shown = |fault: &domain::fault::Fault| {
        let mut shown = if fault.is_error() { String::new() } else { "warning ".to_owned() };
        shown += fault.place.file.as_deref().unwrap_or("?");
        shown += &fault.place.line.map_or_else(String::new, |line| format!(":{line}"));
        shown += &fault.place.field.as_ref().map_or_else(String::new, |field| format!(" {field}"));
        shown += &format!(" {}", fault.code);
        fault.values.iter().for_each(|(name, value)| shown += &format!(" {name}={value}"));
        shown
    };
    faults.iter().map(shown).collect()
}
