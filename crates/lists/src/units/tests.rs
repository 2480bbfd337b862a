use proptest::prelude::*;
use rstest::rstest;

use super::*;

#[rstest]
#[case("m3", "m3", "L3", "1")]
#[case("м³", "m3", "L3", "1")]
#[case("мкм", "um", "L", "0.000001")]
#[case("µm", "um", "L", "0.000001")]
#[case("litres", "L", "L3", "0.001")]
#[case("мл", "mL", "L3", "0.000001")]
#[case("кПа", "kPa", "L-1 M T-2", "1000")]
#[case("Torr", "Torr", "L-1 M T-2", "≈133.322368")]
#[case("g.mm/kg", "g.mm/kg", "L", "0.000001")]
#[case("кг/м3", "kg/m3", "L-3 M", "1")]
#[case("n/cm2.s", "n/cm2.s", "L-2 T-1", "10000")]
#[case("об/мин", "rpm", "R T-1", "≈0.0166667")]
#[case("1/s", "1/s", "T-1", "1")]
#[case("W·h/kg", "W.h/kg", "L2 T-2", "3600")]
#[case("pT/Hz1/2", "pT/Hz1/2", "M T-3/2 I-1", "1e-12")]
#[case("deg/h^0.5", "deg/h1/2", "A T-1/2", "≈0.0002908882")]
#[case("nV/m/√Гц", "nV/m.Hz1/2", "L M T-5/2 I-1", "1e-9")]
#[case("Gbit/s", "Gbit/s", "B T-1", "1e9")]
#[case("dBm/Hz", "dBm/Hz", "dB T", "1")]
#[case("% масс.", "%wt", "1", "0.01")]
#[case("MeV", "MeV", "L2 M T-2", "1.602176634e-13")]
fn reads(#[case] text: &str, #[case] symbol: &str, #[case] dimension: &str, #[case] factor: &str) {
    let unit = Unit::read(text).unwrap();
    assert_eq!(unit.symbol(), symbol);
    assert_eq!(unit.dimension(), Dimension::read(dimension).unwrap());
    assert_eq!(unit.factor.to_string(), factor);
}

#[rstest]
#[case("furlong")]
#[case("")]
#[case("m//s/")]
#[case("m3m")]
#[case("кукушек")]
#[case("m.")]
fn is_no_unit(#[case] text: &str) {
    assert!(Unit::read(text).is_err(), "{:?}", Unit::read(text));
}

#[test]
fn every_row_of_the_tables_is_read() {
    let (read, written) = reading::rows_read();
    assert_eq!(read, written);
    let dimensions = include_str!("../../../../data/units/dimensions.tsv");
    for line in dimensions.lines().skip(1) {
        let name = line.split('\t').next().unwrap();
        let named = dimension_named(name).unwrap_or_else(|| panic!("{name} is not read"));
        assert_eq!(named.unit.dimension(), named.dimension, "{name}: its usual unit measures something else");
    }
}

#[test]
fn a_temperature_has_a_zero_and_a_difference_has_none() {
    let celsius = Unit::read("°C").unwrap();
    assert_eq!(celsius.to_base(&Exact::whole(-80)).to_string(), "193.15");
    assert_eq!(celsius.difference_to_base(&Exact::whole(-80)).to_string(), "-80");
    assert_eq!(Unit::read("degF").unwrap().to_base(&Exact::whole(32)).to_string(), "273.15");
    assert_eq!(celsius.of_base(&Exact::whole(0)).to_string(), "-273.15");
}

proptest! {
    #[test]
    fn a_written_unit_is_read_again(text in "[a-zA-Zа-яµ²³/.^0-9 -]{0,12}") {
        if let Ok(unit) = Unit::read(&text) {
            let again = Unit::read(unit.symbol());
            prop_assert_eq!(again.map(|again| (again.dimension(), again.factor)), Ok((unit.dimension(), unit.factor)));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = Unit::read(&text);
    }
}
