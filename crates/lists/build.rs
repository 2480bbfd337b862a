//! Asks cargo to build this crate again when a file of the built-in list is added, changed or taken away.

fn main() {
    println!("cargo:rerun-if-changed=../../data/lists");
    println!("cargo:rerun-if-changed=../../data/units");
}
