//! A clock that stands still until it is moved, and dice that always fall the same way.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use app::Surroundings;
use domain::hash::Hash;
use jiff::Timestamp;

/// Fixed surroundings: the same calls give the same answers, in every run.
#[derive(Debug)]
pub struct FixedSurroundings {
    second: AtomicI64,
    drawn: AtomicU64,
    seed: Mutex<String>,
}

impl FixedSurroundings {
    /// A clock that stands at this instant.
    #[must_use]
    pub fn at(instant: Timestamp) -> Self {
        let seed = Mutex::new("tripoint".to_owned());
        Self { second: AtomicI64::new(instant.as_second()), drawn: AtomicU64::new(0), seed }
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.second.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// 23 November 2026, noon UTC.
impl Default for FixedSurroundings {
    fn default() -> Self {
        Self::at(Timestamp::from_second(1_795_435_200).unwrap_or_default())
    }
}

impl Surroundings for FixedSurroundings {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.second.load(Ordering::SeqCst)).unwrap_or_default()
    }

    fn random(&self, bytes: &mut [u8]) {
        let seed = self.seed.lock().map(|seed| seed.clone()).unwrap_or_default();
        for chunk in bytes.chunks_mut(32) {
            let count = self.drawn.fetch_add(1, Ordering::SeqCst);
            let block = Hash::of_parts(&[seed.as_bytes(), &count.to_be_bytes()]);
            chunk.copy_from_slice(&block.0[..chunk.len()]);
        }
    }
}
