//! Reads the named files and prints what each holds as a line of JSON, as `tripoint spectrum read --json` does: for comparing
//! readers without building the whole program. After `--edges` every spectrum also carries the energies of its channel edges.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example is at the rim")]

fn main() {
    let mut edges = false;
    for path in std::env::args().skip(1) {
        if path == "--edges" {
            edges = true;
            continue;
        }
        let line = match std::fs::read(&path) {
            Ok(bytes) => match spectra::format::read(&bytes, Some(&path)) {
                Ok((file, findings)) => {
                    let mut line = serde_json::json!({"file": path, "read": file, "findings": findings});
                    for (n, spectrum) in file.spectra.iter().enumerate().filter(|_| edges) {
                        let edges = spectrum.calibration.edges(spectrum.counts.len());
                        line["read"]["spectra"][n]["edges"] = serde_json::json!(edges);
                    }
                    line
                }
                Err(refused) => serde_json::json!({"file": path, "error": refused.code()}),
            },
            Err(error) => serde_json::json!({"file": path, "error": error.to_string()}),
        };
        println!("{line}");
    }
}
