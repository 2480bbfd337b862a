use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn shown(quantity: &Quantity) -> String {
    let end = |bound: &Option<Bound>, open: &str, closed: &str| {
        bound.as_ref().map_or("?".to_owned(), |b| format!("{}{}", if b.inclusive { closed } else { open }, b.value))
    };
    let about = if quantity.approximate { "~" } else { "" };
    format!(
        "{about}{} {} {}",
        end(&quantity.interval.low, "(", "["),
        end(&quantity.interval.high, ")", "]"),
        quantity.unit
    )
}

#[rstest]
#[case("200 L", "[200 ]200 L")]
#[case("0,5 м", "[0.5 ]0.5 m")]
#[case("0.5 m", "[0.5 ]0.5 m")]
#[case("1 500 кг", "[1500 ]1500 kg")]
#[case("1,234.5 kg", "[1234.5 ]1234.5 kg")]
#[case("1.234,5 kg", "[1234.5 ]1234.5 kg")]
#[case("up to 6 µm", "? ]6 um")]
#[case("≤ 6 мкм", "? ]6 um")]
#[case("менее 6 мкм", "? )6 um")]
#[case("30 min", "[30 ]30 min")]
#[case("5 mm min", "[5 ? mm")]
#[case("не менее 25 % масс.", "[25 ? %wt")]
#[case("more than 25 %", "(25 ? %")]
#[case("от 3 до 5 мм", "[3 ]5 mm")]
#[case("between 3 and 5 mm", "[3 ]5 mm")]
#[case("3-5 mm", "[3 ]5 mm")]
#[case("3 mm – 5 mm", "[3 ]5 mm")]
#[case("20 ± 2 °C", "[18 ]22 degC")]
#[case("-80 °C", "[-80 ]-80 degC")]
#[case("около 20 л", "~[18 ]22 L")]
#[case("about 20 L", "~[18 ]22 L")]
#[case("2 × 10-4 Pa", "[0.0002 ]0.0002 Pa")]
#[case("3,18 × 106m", "[3180000 ]3180000 m")]
#[case("1.5e-9 m", "[1.5e-9 ]1.5e-9 m")]
#[case("10⁶ Hz", "[1000000 ]1000000 Hz")]
#[case("600 Hz or more", "[600 ? Hz")]
#[case("10 шт", "[10 ]10 1")]
#[case("5", "[5 ]5 mm")]
#[case("< 5", "? )5 mm")]
fn reads(#[case] text: &str, #[case] expect: &str) {
    let usual = Unit::read("mm").unwrap();
    let quantity = read_quantity(text, None, Some(&usual)).unwrap_or_else(|wrong| panic!("{wrong}"));
    assert_eq!(shown(&quantity), expect);
}

#[rstest]
#[case("1,000 kg", "quantity-ambiguous")]
#[case("много", "quantity-no-number")]
#[case("5 furlongs", "quantity-unit-unknown")]
#[case("5", "quantity-no-unit")]
#[case("up to 5 to 6 mm", "quantity-not-understood")]
#[case("1 mm - 2 kg", "quantity-not-understood")]
fn is_refused(#[case] text: &str, #[case] expect: &str) {
    assert_eq!(read_quantity(text, None, None).map_err(|wrong| wrong.code()), Err(expect));
}

#[test]
fn a_notation_settles_what_would_be_ambiguous() {
    let read = |notation| shown(&read_quantity("1,000 kg", Some(notation), None).unwrap());
    assert_eq!(read(Notation::DecimalComma), "[1 ]1 kg");
    assert_eq!(read(Notation::DecimalPoint), "[1000 ]1000 kg");
}

#[rstest]
#[case("greater than 0,1 m3 (100 litres)", Notation::DecimalComma, &["0.1", "100"])]
#[case("1,4-butanediol and 2B350.a.1, m3, ISO 230-2:1988", Notation::DecimalComma, &["230"])]
#[case("of 1,500 kg or 0.5 t", Notation::DecimalPoint, &["1500", "0.5"])]
#[case("a resolution of 5 × 10-3; 3,18 × 106m", Notation::DecimalComma, &["0.005", "3180000"])]
fn finds_numbers_in_a_text(#[case] text: &str, #[case] notation: Notation, #[case] expect: &[&str]) {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(number) = find_number(text, from, notation) {
        from = number.end;
        found.push(number.value.to_string());
    }
    found.retain(|number| number != "1988");
    assert_eq!(found, expect);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", with_digits in "[-0-9.,×x10^ еeмm ≤±–]{0,40}") {
        for text in [&text, &with_digits] {
            let _ = read_quantity(text, None, None);
            let mut from = 0;
            while let Some(number) = find_number(text, from, Notation::DecimalComma) {
                prop_assert!(number.end > from);
                from = number.end;
            }
        }
    }
}
