//! Browser journeys: the pages in a real Chromium, driven by `tests/browser/journeys.mjs`. They run when Chromium, Node and
//! the driver (`npm ci` in `tests/browser`) are there, and say loudly when they are not; `TRIPOINT_REQUIRE_BROWSER` turns
//! that into a failure.

use std::process::Command;

use crate::product::{Place, repository};

fn chromium() -> Option<&'static str> {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .find(|path| std::path::Path::new(path).exists())
}

#[test]
fn journeys() {
    let folder = repository().join("tests/browser");
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    let driver = folder.join("node_modules/playwright-core").exists();
    let Some(chromium) = chromium().filter(|_| node && driver) else {
        let why = "BROWSER JOURNEYS DID NOT RUN: they need Chromium, Node and `npm ci` in tests/browser";
        assert!(std::env::var_os("TRIPOINT_REQUIRE_BROWSER").is_none(), "{why}");
        eprintln!("{why}");
        return;
    };
    let place = Place::new();
    let demo = place.json(&["demo", "node", "--no-serve"]);
    let server = place.serve_in("node");
    let done = Command::new("node")
        .arg(folder.join("journeys.mjs"))
        .current_dir(place.path())
        .env("TRIPOINT_ADDRESS", server.address())
        .env("TRIPOINT_ACCOUNTS", demo["accounts"].to_string())
        .env("CHROMIUM", chromium)
        .output()
        .expect("node starts");
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{said}");
    println!("{said}");
}
