//! The readers and writers of instruments' files, over small files that are made here: every family, damaged and hostile bytes,
//! round trips, the schema.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test stops where it cannot go on, and writes files for the validator to read"
)]

mod hostile;
mod made;
mod round_trip;

use spectra::format;
use spectra::spectrum::SpectrumRole;

/// Every family reads the same spectrum from its own bytes.
#[test]
fn every_family_is_read() {
    for (family, bytes) in made::every_family() {
        let (file, findings) = format::read(&bytes, None).unwrap_or_else(|refused| panic!("{family}: {refused}"));
        assert_eq!(file.format, family);
        assert_eq!(file.spectra.len(), 1, "{family}");
        let spectrum = &file.spectra[0];
        let expect = made::counts();
        // GR-135 keeps its live time in the first two channels and nothing in the last; CHN is no surer of its ends.
        let inner = 2..expect.len() - 2;
        assert_eq!(spectrum.counts.get(inner.clone()), expect.get(inner), "{family}");
        assert_eq!(spectrum.counts.len(), expect.len(), "{family}");
        assert!((spectrum.live_time.unwrap_or(0.0) - made::LIVE).abs() < 1e-5, "{family}: {:?}", spectrum.live_time);
        assert!((spectrum.real_time.unwrap_or(0.0) - made::REAL).abs() < 1e-5, "{family}: {:?}", spectrum.real_time);
        if made::has_axis(family) {
            let edges = spectrum.calibration.edges(expect.len()).unwrap_or_else(|| panic!("{family} has an axis"));
            for (channel, edge) in edges.iter().enumerate().take(expect.len()) {
                let expect = made::OFFSET + made::GAIN * channel as f64;
                assert!((edge - expect).abs() < 1e-3, "{family}: channel {channel} at {edge}, not {expect}");
            }
        }
        if made::has_start(family) {
            assert_eq!(spectrum.started.map(|at| at.to_string()).as_deref(), Some("2026-03-14T10:25:27"), "{family}");
        }
        assert!(findings.iter().all(|finding| finding.severity != spectra::finding::Severity::Error), "{findings:?}");
    }
}

#[test]
fn n42_says_what_a_portal_says() {
    let (file, findings) = format::read(made::portal_n42().as_bytes(), None).expect("a document");
    assert_eq!(findings, [], "nothing is wrong with it");
    assert_eq!(file.instrument.model.as_deref(), Some("Gate 3"));
    assert_eq!(file.instrument.class.as_deref(), Some("Spectroscopic Portal Monitor"));
    let roles: Vec<_> = file.spectra.iter().map(|spectrum| spectrum.role).collect();
    assert_eq!(roles, [SpectrumRole::Background, SpectrumRole::Foreground]);
    let pass = &file.spectra[1];
    assert_eq!(pass.counts, [0.0, 0.0, 0.0, 7.0, 1055.62, 0.0, 3.0, 2.0]);
    assert_eq!(pass.occupied, Some(true));
    assert_eq!(pass.neutrons.map(|neutrons| neutrons.counts), Some(12.0));
    assert_eq!(pass.dose_rate, Some(0.21));
    assert_eq!(pass.position.map(|place| place.latitude), Some(41.5));
    assert_eq!(pass.alarms, ["Neutron: above background"]);
    assert_eq!(pass.utc_offset_minutes, Some(300));
    assert_eq!(file.instrument_results[0].nuclide, "Cs-137");
    assert_eq!(file.instrument_results[0].confidence.as_deref(), Some("82"));
    assert_eq!(file.instrument_results[0].algorithm.as_deref(), Some("Gate ID"));
}

#[test]
fn families_with_whole_seconds_several_detectors_or_one_duration() {
    let read = |wanted: &str| {
        let found = made::odd_families().into_iter().find(|(family, _)| *family == wanted).expect("made");
        let (file, _) = format::read(&found.1, None).expect("read");
        assert_eq!(file.format, wanted);
        file.spectra
    };
    let multiact = read("multiact");
    assert_eq!((multiact[0].live_time, multiact[0].real_time), (Some(58.0), Some(60.0)));
    assert_eq!(multiact[0].counts, made::counts());
    let tracs = read("tracs-mps");
    assert_eq!(tracs.len(), 4);
    assert_eq!((tracs[3].live_time, tracs[3].real_time), (Some(0.96), Some(1.0)));
    assert_eq!(tracs[3].counts, made::counts());
    assert_eq!(tracs[0].neutrons.map(|neutrons| neutrons.counts), Some(3.0));
    assert_eq!(tracs[0].calibration.edges(1024).map(|edges| edges[500]), Some(1460.0));
    assert_eq!(tracs[0].position.map(|place| place.latitude), Some(41.5));
    let daily = read("daily-file");
    let said: Vec<_> = daily.iter().map(|one| (one.role, one.live_time, one.neutrons.map(|n| n.counts))).collect();
    assert_eq!(
        said,
        [
            (SpectrumRole::Background, Some(30.0), Some(7.0)),
            (SpectrumRole::Background, Some(30.0), Some(9.0)),
            (SpectrumRole::Foreground, Some(1.0), Some(2.0)),
            (SpectrumRole::Foreground, Some(1.0), None),
        ]
    );
    assert_eq!(daily[2].started.map(|at| at.to_string()).as_deref(), Some("2026-03-14T10:25:26"));
    assert_eq!(daily[2].alarms, ["Red"]);
    for (family, bytes) in made::odd_families().into_iter().filter(|(family, _)| *family == "raddata-uri") {
        let (file, findings) = format::read(&bytes, None).expect("read");
        assert_eq!(file.spectra[0].counts, made::counts(), "{family} {findings:?}");
        assert_eq!(file.spectra[0].real_time, Some(made::REAL));
        assert!(file.spectra[0].calibration.is_known());
    }
}
