//! Damaged and hostile bytes: a value, findings or a refusal, and never a panic or more memory than the limits allow.

use proptest::prelude::*;
use spectra::calibration::EnergyCalibration;
use spectra::format::{self, CHANNEL_LIMIT, NotASpectrum};

use crate::made;

/// What must hold of whatever was read.
fn sound(bytes: &[u8]) {
    if let Ok((file, _)) = format::read(bytes, None) {
        for spectrum in &file.spectra {
            assert!(spectrum.counts.len() <= CHANNEL_LIMIT);
            assert!(spectrum.counts.iter().all(|count| count.is_finite()));
            assert!(spectrum.live_time.is_none_or(|seconds| seconds.is_finite() && seconds >= 0.0));
            let known = spectrum.calibration != EnergyCalibration::None;
            let usable = spectrum.calibration.edges(spectrum.counts.len()).is_some();
            assert!(!known || usable || spectrum.counts.is_empty(), "an axis that is kept increases");
        }
    }
}

#[test]
fn files_cut_short_anywhere_are_borne() {
    for (_, bytes) in made::every_family().into_iter().chain(made::odd_families()) {
        for end in (0..bytes.len().min(160)).chain((0..bytes.len()).step_by(397)) {
            sound(&bytes[..end]);
        }
    }
}

#[test]
fn every_bit_of_every_header_may_be_wrong() {
    for (family, bytes) in made::every_family().into_iter().chain(made::odd_families()) {
        let header = if matches!(family, "pcf" | "spc" | "cnf") { 600 } else { 240 };
        for at in 0..bytes.len().min(header) {
            for bit in 0..8 {
                let mut bytes = bytes.clone();
                bytes[at] ^= 1 << bit;
                sound(&bytes);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn many_wrong_bytes_are_borne(family in 0_usize..25, places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let files: Vec<_> = made::every_family().into_iter().chain(made::odd_families()).collect();
        let mut bytes = files[family % files.len()].1.clone();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        sound(&bytes);
    }

    #[test]
    fn any_bytes_are_borne(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        sound(&bytes);
    }
}

#[track_caller]
fn check(text: &str, counts: Option<usize>, codes: &[&str]) {
    let (file, findings) = format::read(text.as_bytes(), None).expect("it is read");
    assert_eq!(file.spectra.first().map(|spectrum| spectrum.counts.len()), counts);
    let found: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    for code in codes {
        assert!(found.contains(code), "{code} is not among {found:?}");
    }
}

#[test]
fn doubtful_parts_are_findings() {
    let n42 = made::n42_2011();
    check(&n42.replace("<LiveTimeDuration>PT58.5S", "<LiveTimeDuration>PT0S"), Some(1024), &["live-time-zero"]);
    check(&n42.replace("<LiveTimeDuration>PT58.5S", "<LiveTimeDuration>"), Some(1024), &["live-time-missing"]);
    check(&n42.replace("PT60S", "PT6S"), Some(1024), &["live-time-longer"]);
    check(&n42.replace("-12 2.5 0", "-12 -2.5 0"), Some(1024), &["calibration-not-increasing"]);
    check(&n42.replace("-12 2.5 0", "0 1 0"), Some(1024), &["calibration-identity"]);
    check(&n42.replace("-12 2.5 0", "1 2 3 4 5"), Some(1024), &["calibration-coefficients"]);
    check(&n42.replace("energyCalibrationReference=\"e\"", ""), Some(1024), &["calibration-not-referred"]);
    check(&n42.replace("<ChannelData>40", "<ChannelData>-40"), Some(1024), &["counts-negative"]);
    check(&n42.replace("<ChannelData>40", "<ChannelData>4e300"), Some(1024), &["counts-huge"]);
    check(&n42.replace("<ChannelData>40", "<ChannelData>forty"), Some(1023), &["counts-not-numbers"]);
    check(&n42.replace("2026-03-14T10:25:27Z", "2000-01-01T00:00:05Z"), Some(1024), &["clock-not-set"]);
    check(&n42.replace("</RadInstrumentData>", ""), Some(1024), &["document-ends-early"]);
}

#[test]
fn entities_do_not_expand() {
    let mut bomb = String::from("<!DOCTYPE r [<!ENTITY a \"9 9 9 9 9 9 9 9\">");
    for n in 0..20 {
        let (before, name) = (if n == 0 { "a".to_owned() } else { format!("b{}", n - 1) }, format!("b{n}"));
        bomb.push_str(&format!("<!ENTITY {name} \"&{before};&{before};&{before};&{before};\">"));
    }
    bomb.push_str("]>");
    let n42 =
        made::n42_2011().replace("<?xml version=\"1.0\"?>", &bomb).replace("<ChannelData>40", "<ChannelData>&b19; 40");
    check(&n42, Some(1024), &["document-type-ignored", "entity-not-replaced"]);
}

#[test]
fn ten_million_channels_are_refused() {
    let n42 = made::n42_2011();
    let (before, _) = n42.split_once("<ChannelData>").expect("channels");
    let many = format!("{before}<ChannelData>{}</ChannelData>", "1 ".repeat(10_000_000));
    assert_eq!(format::read(many.as_bytes(), None), Err(NotASpectrum::NoSpectrum("n42-2011")));
    let zeros =
        format!("{before}<ChannelData compressionCode=\"CountedZeroes\">{}</ChannelData>", "0 250000 ".repeat(40));
    assert_eq!(format::read(zeros.as_bytes(), None), Err(NotASpectrum::NoSpectrum("n42-2011")));
    let spe = format!("$SPEC_ID:\nx\n$DATA:\n0 9999999\n{}", "1\n".repeat(10_000_000));
    assert_eq!(format::read(spe.as_bytes(), None), Err(NotASpectrum::NoSpectrum("iaea-spe")));
}

#[test]
fn what_is_no_spectrum_is_refused() {
    for (bytes, expect) in [
        (b"".as_slice(), NotASpectrum::Empty),
        (b"%PDF-1.7 nothing here", NotASpectrum::Unknown),
        (b"<html><body>no</body></html>", NotASpectrum::Unknown),
        (b"PK\x03\x04zip", NotASpectrum::Unknown),
        (b"name,age\nA,1\nB,2\n", NotASpectrum::Unknown),
        (b"$SPEC_ID:\nnothing counted\n", NotASpectrum::NoSpectrum("iaea-spe")),
        (b"<RadInstrumentData></RadInstrumentData>", NotASpectrum::NoSpectrum("n42-2011")),
    ] {
        assert_eq!(format::read(bytes, None), Err(expect), "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_name_of_the_file_decides_nothing() {
    for (family, bytes) in made::every_family() {
        for name in ["x.spc", "x.spe", "x.chn", "x.csv", "x"] {
            let (file, _) = format::read(&bytes, Some(name)).expect("read whatever its name");
            assert_eq!(file.format, family, "named {name}");
        }
    }
}
