//! Matrices under a small template with every kind of row.
#![no_main]

use std::sync::OnceLock;

use domain::ids::{Id, Uuid};
use domain::template::Template;
use intake::round_folder::Files;

fn template() -> &'static Template {
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let files = Files::from([
            ("template.toml".to_owned(), include_bytes!("../../data/templates/1540-matrix-2017-reconstruction/template.toml").to_vec()),
            ("rows.tsv".to_owned(), include_bytes!("../../data/templates/1540-matrix-2017-reconstruction/rows.tsv").to_vec()),
        ]);
        intake::template_folder::read(&files).0.expect("the packaged template has no faults")
    })
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let table = [b"section,row,weapon,facet,mark,information_en,instrument_en,article,date,link\n", bytes].concat();
    let (answers, _) = intake::matrix_table::read("XO.csv", &table, template(), Id::new(Uuid::nil()));
    for answer in answers {
        assert_eq!(template().refuses(&answer.cell, answer.mark), None, "only what the template takes is read");
    }
});
