//! Long jobs: begun from a page, shown with their progress, left and found again. They live as long as the program.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::{Actor, Refusal};
use domain::ids::RecordId;

/// How many jobs are remembered; the oldest is forgotten first.
const REMEMBERED: usize = 200;

/// The jobs of a site.
#[derive(Default)]
pub struct Jobs {
    jobs: Mutex<VecDeque<Arc<Job>>>,
}

/// A job.
pub struct Job {
    /// Its id, in its address.
    pub id: RecordId,
    /// Who began it. Nobody else sees it.
    pub account: RecordId,
    /// What it does: the key `web-job-<what>`.
    pub what: &'static str,
    state: Mutex<JobState>,
}

/// How far a job has come.
#[derive(Clone, Default)]
pub struct JobState {
    /// What it is doing: a translation key. Empty at the beginning.
    pub step: &'static str,
    /// How much is done.
    pub done: u64,
    /// How much there is to do, once that is known.
    pub total: Option<u64>,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// How a job ended.
#[derive(Clone)]
pub enum Outcome {
    /// What it made stands at this path.
    Made(String),
    /// A file that is kept with the job, to be saved.
    File(Arc<app::Exported>),
    /// The register was verified.
    Verified(Arc<app::Verified>),
    /// A table of parties was screened, and a person should look at something before the results.
    Screened {
        /// Where the results stand.
        path: String,
        /// How many rows were screened.
        rows: usize,
        /// What to look at.
        faults: Arc<Vec<domain::fault::Fault>>,
    },
    /// It was refused.
    Refused(Arc<Refusal>),
}

/// Locks, also when another thread panicked while it held the lock: what it guards is whole at every moment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Jobs {
    /// Begins a job and returns the path of its page.
    pub fn begin<F>(&self, id: RecordId, actor: &Actor, what: &'static str, work: impl FnOnce(Arc<Job>) -> F) -> String
    where
        F: Future<Output = Result<Outcome, Refusal>> + Send + 'static,
    {
        let job = Arc::new(Job { id, account: actor.account, what, state: Mutex::default() });
        {
            let mut jobs = lock(&self.jobs);
            jobs.push_back(Arc::clone(&job));
            while jobs.len() > REMEMBERED {
                jobs.pop_front();
            }
        }
        let work = work(Arc::clone(&job));
        tokio::spawn(async move {
            let outcome = work.await.unwrap_or_else(|refusal| Outcome::Refused(Arc::new(refusal)));
            lock(&job.state).outcome = Some(outcome);
        });
        format!("/jobs/{id}")
    }

    /// A job of this person.
    #[must_use]
    pub fn find(&self, id: RecordId, actor: &Actor) -> Option<Arc<Job>> {
        lock(&self.jobs).iter().find(|job| job.id == id && job.account == actor.account).cloned()
    }

    /// The person's last job of this sort.
    #[must_use]
    pub fn last(&self, what: &str, actor: &Actor) -> Option<Arc<Job>> {
        lock(&self.jobs).iter().rev().find(|job| job.what == what && job.account == actor.account).cloned()
    }
}

impl Job {
    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> JobState {
        lock(&self.state).clone()
    }

    /// Tells how far it has come.
    pub fn tell(&self, step: &'static str, done: u64, total: Option<u64>) {
        let mut state = lock(&self.state);
        state.step = step;
        state.done = done;
        state.total = total;
    }
}
