//! Numbers, units, quantities, CAS numbers, codes and parameters as people and lists write them.
#![no_main]

use lists::version::Notation;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = lists::quantity::read_quantity(text, None, None);
    let _ = lists::quantity::read_quantity(text, Some(Notation::DecimalPoint), None);
    let _ = lists::parameters::find_parameters(text, Notation::DecimalComma);
    let _ = lists::parameters::join_raised(text);
    let _ = lists::cas::find_cas(text);
    let _ = lists::path::find_paths(text);
    if let Ok(unit) = lists::units::Unit::read(text) {
        assert!(lists::units::Unit::read(unit.symbol()).is_ok());
    }
});
