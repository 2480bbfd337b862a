//! Writes spectra as columns: channel, lower edge in keV where there is an axis, counts. Several spectra stand side by side.
//! The lines before the table begin with `#` and say the times; the reader of this crate reads them back.

use std::fmt::Write as _;

use crate::spectrum::{Spectrum, SpectrumFile, SpectrumRole};

/// Writes the spectra of a file that have channels.
#[must_use]
pub fn to_csv(file: &SpectrumFile) -> String {
    let spectra: Vec<&Spectrum> = file.spectra.iter().filter(|spectrum| !spectrum.counts.is_empty()).collect();
    let mut out = String::new();
    for (n, spectrum) in spectra.iter().enumerate() {
        let number = if spectra.len() > 1 { format!(" {}", n + 1) } else { String::new() };
        let mut said = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                let _ = writeln!(out, "# {name}{number}: {value}");
            }
        };
        said("title", spectrum.title.clone());
        said("live time", spectrum.live_time.map(|seconds| seconds.to_string()));
        said("real time", spectrum.real_time.map(|seconds| seconds.to_string()));
        said("start time", spectrum.started.map(|started| started.to_string()));
    }
    let axes: Vec<Option<Vec<f64>>> =
        spectra.iter().map(|spectrum| spectrum.calibration.edges(spectrum.counts.len())).collect();
    let mut heading = vec!["channel".to_owned()];
    let mut shown: Vec<bool> = Vec::with_capacity(axes.len());
    for (n, spectrum) in spectra.iter().enumerate() {
        // An axis that is the same as the one before it is not repeated.
        let new = n == 0 || axes.get(n) != axes.get(n - 1);
        let show = new && axes.get(n).is_some_and(Option::is_some);
        let number = if spectra.len() > 1 { format!("_{}", n + 1) } else { String::new() };
        if show {
            heading.push(format!("energy_keV{number}"));
        }
        shown.push(show);
        let background = if spectrum.role == SpectrumRole::Background { "background_" } else { "" };
        heading.push(format!("{background}counts{number}"));
    }
    let _ = writeln!(out, "{}", heading.join(","));
    let longest = spectra.iter().map(|spectrum| spectrum.counts.len()).max().unwrap_or(0);
    for channel in 0..longest {
        let _ = write!(out, "{channel}");
        for ((spectrum, axis), show) in spectra.iter().zip(&axes).zip(&shown) {
            if *show {
                let edge = axis.as_ref().filter(|_| channel < spectrum.counts.len()).and_then(|axis| axis.get(channel));
                let _ = write!(out, ",{}", edge.map(f64::to_string).unwrap_or_default());
            }
            let count = spectrum.counts.get(channel).map(f64::to_string).unwrap_or_default();
            let _ = write!(out, ",{count}");
        }
        out.push('\n');
    }
    out
}
