//! What the program is given from outside: the time, and randomness. The real ones live in `tripoint`, fixed ones in
//! `testkit`; nothing else reads a clock or draws a number.

use domain::ids::{RecordId, uuid_v7};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The clock and the dice.
pub trait Surroundings: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
    /// Fills the bytes with unpredictable ones.
    fn random(&self, bytes: &mut [u8]);
}

/// What follows from a clock and dice.
impl dyn Surroundings {
    /// A fresh id.
    #[must_use]
    pub fn new_id(&self) -> RecordId {
        let mut random = [0; 10];
        self.random(&mut random);
        uuid_v7(self.now().as_millisecond().unsigned_abs(), random)
    }

    /// Today's date in UTC: what "overdue" is measured against.
    #[must_use]
    pub fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.now()).date()
    }
}
