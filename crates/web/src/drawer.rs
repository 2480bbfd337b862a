//! The drawer: files that a person has a page open about and has not asked to keep. They are held in memory for an hour, for
//! that person alone, and nothing of them is written anywhere.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::spectrum::Examined;
use app::{Actor, Offered, Refusal};
use domain::ids::RecordId;
use jiff::{SignedDuration, Timestamp};

/// How long a file is held after it was last looked at.
const HELD_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How many uploads one person has in the drawer; the oldest goes first.
const OF_ONE_PERSON: usize = 4;
/// How many bytes all uploads together may have; the oldest go first.
const MOST_BYTES: usize = 256 << 20;
/// How many views of one file are remembered, so that the page, its plot and its report need one examination.
const VIEWS: usize = 3;

/// Files that are held for a while.
#[derive(Default)]
pub struct Drawer {
    held: Mutex<VecDeque<Arc<Held>>>,
}

/// A file that is held, with its background.
pub struct Held {
    /// Its id, in the address of its page.
    pub id: RecordId,
    account: RecordId,
    /// The file.
    pub file: Arc<Offered>,
    /// The background that was given with it.
    pub background: Option<Arc<Offered>>,
    last_seen: Mutex<Timestamp>,
    views: Mutex<Vec<Arc<Examined>>>,
}

/// Locks, also when another thread panicked while it held the lock: what it guards is whole at every moment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drawer {
    /// Puts a file in, for this person, and makes room for it.
    pub fn put(&self, id: RecordId, actor: &Actor, now: Timestamp, file: Offered, background: Option<Offered>) {
        let held = Held {
            id,
            account: actor.account,
            file: Arc::new(file),
            background: background.map(Arc::new),
            last_seen: Mutex::new(now),
            views: Mutex::default(),
        };
        let mut all = lock(&self.held);
        all.push_back(Arc::new(held));
        all.retain(|held| held.is_wanted(now));
        while all.iter().filter(|held| held.account == actor.account).count() > OF_ONE_PERSON {
            let Some(at) = all.iter().position(|held| held.account == actor.account) else { break };
            all.remove(at);
        }
        while all.len() > 1 && all.iter().map(|held| held.length()).sum::<usize>() > MOST_BYTES {
            all.pop_front();
        }
    }

    /// A file of this person that is still held.
    #[must_use]
    pub fn find(&self, id: RecordId, actor: &Actor, now: Timestamp) -> Option<Arc<Held>> {
        let mut all = lock(&self.held);
        all.retain(|held| held.is_wanted(now));
        let found = all.iter().find(|held| held.id == id && held.account == actor.account).cloned()?;
        *lock(&found.last_seen) = now;
        Some(found)
    }

    /// Takes a file of this person out: it was kept, or is not wanted any more.
    pub fn forget(&self, id: RecordId, actor: &Actor) {
        lock(&self.held).retain(|held| held.id != id || held.account != actor.account);
    }
}

impl Held {
    fn is_wanted(&self, now: Timestamp) -> bool {
        now.duration_since(*lock(&self.last_seen)) < HELD_FOR
    }

    fn length(&self) -> usize {
        self.file.bytes.len() + self.background.as_ref().map_or(0, |background| background.bytes.len())
    }

    /// What it shows, as a whole or one record of it; examined once for the views that follow one another.
    ///
    /// # Errors
    /// As [`app::spectrum::examine::examine`].
    pub async fn examined(&self, actor: &Actor, record: Option<usize>) -> Result<Arc<Examined>, Refusal> {
        let known = lock(&self.views).iter().find(|view| view.record == record).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let (file, background) = (Arc::clone(&self.file), self.background.clone());
        let examined = Arc::new(app::spectrum::examine::examine(actor, file, background, record).await?);
        let mut views = lock(&self.views);
        views.push(Arc::clone(&examined));
        if views.len() > VIEWS {
            views.remove(0);
        }
        Ok(examined)
    }
}
