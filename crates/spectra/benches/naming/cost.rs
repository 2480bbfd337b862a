//! Time on one core by number of channels, and memory over a thousand spectra in one process.

use std::path::Path;

use spectra::choose::choose;
use spectra::identify::identify;
use spectra::spectrum::Spectrum;

pub(crate) fn run(folder: &Path) {
    let mut spectra: Vec<(Spectrum, Option<Spectrum>)> = Vec::new();
    for row in csv::Reader::from_path(folder.join("truth.csv")).unwrap().records().map(Result::unwrap) {
        let bytes = std::fs::read(folder.join("files").join(&row[0])).unwrap();
        let Ok((file, _)) = spectra::format::read(&bytes, None) else { continue };
        let chosen = choose(&file);
        spectra.extend(chosen.foreground.map(|foreground| (foreground, chosen.background)));
    }
    // One pass warms the library up.
    identify(&spectra[0].0, None);
    for (name, range) in
        [("to 512", 1..513), ("1,024", 1000..1100), ("2,048 to 8,192", 2000..8200), ("16,384", 16_000..17_000)]
    {
        let mut times: Vec<f64> = Vec::new();
        for (foreground, background) in spectra.iter().filter(|(one, _)| range.contains(&one.counts.len())) {
            for _ in 0..3 {
                let start = processor_milliseconds();
                identify(foreground, background.as_ref());
                times.push(processor_milliseconds() - start);
            }
        }
        times.sort_by(f64::total_cmp);
        let Some(longest) = times.last() else { continue };
        println!(
            "{name} channels: median {:.1} ms, longest {longest:.1} ms, {} runs",
            times[times.len() / 2],
            times.len()
        );
    }
    let mut resident = Vec::new();
    for n in 0..1000 {
        let (foreground, background) = &spectra[n % spectra.len()];
        identify(foreground, background.as_ref());
        if n % 200 == 199 {
            resident.push(resident_mebibytes());
        }
    }
    println!("resident after 200, 400, … 1,000 spectra: {resident:.1?} MiB");
}

/// What this thread was given of a processor, so that others on the machine do not count. Linux only.
fn processor_milliseconds() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    said.split_whitespace().next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or_default() / 1e6
}

/// Linux only; elsewhere nothing is said.
fn resident_mebibytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kibibytes| kibibytes.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}
