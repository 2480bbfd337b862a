//! What is written is what is read, and N42 is what its schema says.

use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use spectra::calibration::EnergyCalibration;
use spectra::format::{self, to_csv, to_n42};
use spectra::spectrum::{Neutrons, Position, Spectrum, SpectrumFile, SpectrumRole};

use crate::made;

#[test]
fn deviation_pairs_bend_the_axis() {
    let (file, _) = format::read(&made::pcf(5.0), None).expect("a file");
    let edges = file.spectra[0].calibration.edges(1024).expect("an axis");
    let straight = |channel: usize| made::OFFSET + made::GAIN * channel as f64;
    // At 1000 keV the offset of 5 keV is whole, and stays so above.
    assert!((edges[403] - straight(403) - 5.0).abs() < 0.1, "{}", edges[403] - straight(403));
    assert!((edges[1000] - straight(1000) - 5.0).abs() < 1e-9);
    assert!((edges[2] - straight(2)).abs() < 1e-9);
}

/// Spectra as instruments give them, with and without everything that may be missing.
fn any_file() -> impl Strategy<Value = SpectrumFile> {
    let axis = prop_oneof![
        Just(EnergyCalibration::None),
        (-50.0..50.0, 0.1..5.0, 0.0..0.001).prop_map(|(a, b, c)| EnergyCalibration::Polynomial {
            coefficients: vec![a, b, c],
            deviation_pairs: Vec::new()
        }),
        (0.0..10.0, 500.0..3000.0).prop_map(|(a, b)| EnergyCalibration::FullRangeFraction {
            coefficients: vec![a, b],
            deviation_pairs: vec![(0.0, 0.0), (500.0, 3.0), (2000.0, -4.0)]
        }),
    ];
    let spectrum = (
        axis,
        prop::collection::vec(prop_oneof![Just(0_u32), 0..100_000_u32], 16..300),
        prop::option::of(0.01..1e6),
        prop::option::of(0.01..1e6),
        prop::option::of("[a-z<&>\" ]{1,20}"),
        any::<bool>(),
    )
        .prop_map(|(calibration, counts, live_time, real_time, title, rich)| Spectrum {
            title: title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty()),
            role: if rich { SpectrumRole::Background } else { SpectrumRole::Unspecified },
            counts: counts.into_iter().map(f64::from).collect(),
            live_time,
            real_time,
            calibration,
            started: rich.then(|| jiff::civil::date(2026, 3, 14).at(10, 25, 27, 500_000_000)),
            utc_offset_minutes: rich.then_some(-210),
            neutrons: rich.then_some(Neutrons { counts: 3.0, live_time: Some(7.0) }),
            dose_rate: rich.then_some(0.125),
            position: rich.then_some(Position { latitude: -12.5, longitude: 100.0 }),
            occupied: rich.then_some(false),
            ..Spectrum::default()
        });
    prop::collection::vec(spectrum, 1..4).prop_map(|spectra| SpectrumFile { spectra, ..SpectrumFile::default() })
}

fn assert_same(written: &Spectrum, read: &Spectrum) {
    assert_eq!(written.counts, read.counts);
    assert_eq!(written.live_time, read.live_time);
    assert_eq!(written.real_time, read.real_time);
    assert_eq!(written.started, read.started);
    let (before, after) = (written.calibration.edges(written.counts.len()), read.calibration.edges(read.counts.len()));
    assert_eq!(before.is_some(), after.is_some());
    for (before, after) in before.iter().flatten().zip(after.iter().flatten()) {
        assert!((before - after).abs() < 1e-9, "{before} became {after}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn n42_gives_back_what_was_written(file in any_file()) {
        let (back, _) = format::read(to_n42(&file, "a test").as_bytes(), None).expect("its own document");
        prop_assert_eq!(back.spectra.len(), file.spectra.len());
        for (written, read) in file.spectra.iter().zip(&back.spectra) {
            assert_same(written, read);
            prop_assert_eq!(&written.title, &read.title);
            prop_assert_eq!(written.role, read.role);
            prop_assert_eq!(written.utc_offset_minutes, read.utc_offset_minutes);
            prop_assert_eq!(written.neutrons, read.neutrons);
            prop_assert_eq!(written.dose_rate, read.dose_rate);
            prop_assert_eq!(written.position, read.position);
            prop_assert_eq!(written.occupied, read.occupied);
        }
    }
}

#[test]
fn csv_gives_back_what_was_written() {
    for (family, bytes) in made::every_family() {
        let (file, _) = format::read(&bytes, None).expect("a file");
        let (back, _) =
            format::read(to_csv(&file).as_bytes(), None).unwrap_or_else(|refused| panic!("{family}: {refused}"));
        assert_eq!(back.format, "delimited");
        assert_same(&file.spectra[0], &back.spectra[0]);
    }
    let (portal, _) = format::read(made::portal_n42().as_bytes(), None).expect("a document");
    let text = to_csv(&portal);
    let table: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).take(3).collect();
    assert_eq!(table, ["channel,energy_keV_1,background_counts_1,counts_2", "0,0,1,0", "1,12,2,0"]);
}

/// The schema is not part of the repository: the test runs where it and a validator are.
#[test]
fn n42_is_valid_by_its_schema() {
    let Some(schema) = testkit::evaluation_data("spectra/formats/n42_2011.xsd") else { return };
    let Some(validator) = validator(&schema) else {
        eprintln!("NOT RUN: neither xmllint nor Python's lxml is here");
        return;
    };
    let folder = std::env::temp_dir().join(format!("tripoint-n42-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut files = made::every_family();
    files.push(("portal", made::portal_n42().into_bytes()));
    files.push(("bent", made::pcf(5.0)));
    for (n, (family, bytes)) in files.iter().enumerate() {
        let (file, _) = format::read(bytes, None).expect("a file");
        let path = folder.join(format!("{n}.n42"));
        std::fs::write(&path, to_n42(&file, "a test")).expect("written");
        let done = validator(&path);
        assert!(done.0, "{family}: {}", done.1);
    }
    std::fs::remove_dir_all(&folder).expect("tidied");
}

type Validator = Box<dyn Fn(&Path) -> (bool, String)>;

fn validator(schema: &Path) -> Option<Validator> {
    let run = |command: &mut Command| {
        let done = command.output().ok()?;
        Some((done.status.success(), String::from_utf8_lossy(&done.stderr).into_owned()))
    };
    let schema = schema.to_owned();
    if run(Command::new("xmllint").arg("--version")).is_some_and(|(done, _)| done) {
        return Some(Box::new(move |path| {
            run(Command::new("xmllint").args(["--noout", "--schema"]).arg(&schema).arg(path)).expect("xmllint")
        }));
    }
    // A Python with lxml may be named, for it is often not the system's.
    let python = std::env::var("TRIPOINT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    const SCRIPT: &str = "import sys; from lxml import etree\n\
        etree.XMLSchema(etree.parse(sys.argv[1])).assertValid(etree.parse(sys.argv[2]))";
    if run(Command::new(&python).args(["-c", "import lxml"])).is_some_and(|(done, _)| done) {
        return Some(Box::new(move |path| {
            run(Command::new(&python).args(["-c", SCRIPT]).arg(&schema).arg(path)).expect("python")
        }));
    }
    None
}
