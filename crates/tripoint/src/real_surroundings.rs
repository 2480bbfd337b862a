//! The real clock, the system's randomness, and the environment. The only place that reads them.
#![expect(clippy::disallowed_methods, reason = "the real clock, randomness and environment enter the program here")]

use app::Surroundings;
use jiff::Timestamp;

/// What the operating system gives.
pub(crate) struct RealSurroundings;

impl Surroundings for RealSurroundings {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn random(&self, bytes: &mut [u8]) {
        // Without randomness there are no safe keys, tokens or ids: stopping is the only honest answer.
        if let Err(error) = getrandom::fill(bytes) {
            tracing::error!(%error, "the system gives no randomness");
            std::process::abort();
        }
    }
}

/// The language that the environment asks for, as `ru_RU.UTF-8`.
pub(crate) fn language() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}
