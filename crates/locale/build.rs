//! Asks cargo to build this crate again when a file of words is added, changed or taken away.

fn main() {
    println!("cargo:rerun-if-changed=../../locales");
}
