//! Sanctions lists in every published form.
#![no_main]

use parties::read::{File, read_file, read_folder};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["list.xml", "list.csv"] {
        let _ = read_file(File { name, bytes }, None);
    }
    let _ = read_folder(&[File { name: "sdn.csv", bytes }, File { name: "alt.csv", bytes }, File { name: "add.csv", bytes }]);
    let mapped = [File { name: "own.csv", bytes: b"a,b\nX Y,1\n" }, File { name: "own.toml", bytes }];
    let _ = read_folder(&mapped);
    for (before, after) in [
        ("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>", "</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"),
        ("<export><sanctionEntity>", "</sanctionEntity></export>"),
        ("<Designations><Designation>", "</Designation></Designations>"),
        ("Name 6,Name 1,Unique ID,D.O.B\n", ""),
    ] {
        let inside = [before.as_bytes(), bytes, after.as_bytes()].concat();
        let _ = read_file(File { name: "list.xml", bytes: &inside }, None);
    }
});
