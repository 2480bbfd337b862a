//! Opening a database, and its transactions.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::{Any, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Connection, Executor, Transaction};

use crate::error::{StoreError, refused};
use crate::migration;

/// How long one writer waits for another before [`StoreError::Busy`], unless told.
const PATIENCE: Duration = Duration::from_secs(15);
/// Pages of the file in memory, in kibibytes: for the one writer, and for each reader.
const WRITER_CACHE: u32 = 64_000;
/// See [`WRITER_CACHE`].
const READER_CACHE: u32 = 16_000;
/// The same for a reader that goes through the whole file.
const WHOLE_CACHE: u32 = 96_000;
/// Readers of one SQLite file, and connections to one PostgreSQL server.
const CONNECTIONS: u32 = 8;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite: one file.
    Sqlite,
    /// PostgreSQL: a server.
    Postgres,
}

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub struct Options {
    engine: Engine,
    /// For `sqlx`, without the mode of opening. May hold a password.
    url: String,
    /// For people: no password.
    place: String,
    /// See [`Options::limited_to`].
    pages: Option<u32>,
    patience: Duration,
}

impl Options {
    /// A SQLite file.
    #[must_use]
    pub fn sqlite(path: &Path) -> Self {
        let place = path.display().to_string();
        Self {
            engine: Engine::Sqlite,
            url: format!("sqlite:{}", percent_encoded(path)),
            place,
            pages: None,
            patience: PATIENCE,
        }
    }

    /// A PostgreSQL database, by its URL: `postgres://user:password@host/database`.
    #[must_use]
    pub fn postgres(url: &str) -> Self {
        Self {
            engine: Engine::Postgres,
            url: url.to_owned(),
            place: without_password(url),
            pages: None,
            patience: PATIENCE,
        }
    }

    /// The same SQLite file, never larger than this many pages of 4096 bytes: a write that needs more is
    /// [`StoreError::DiskFull`]. PostgreSQL has quotas of its own and ignores this.
    #[must_use]
    pub fn limited_to(mut self, pages: u32) -> Self {
        self.pages = Some(pages);
        self
    }

    /// The same database, where a writer waits this long for another before [`StoreError::Busy`].
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Which database.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").field("engine", &self.engine).field("place", &self.place).finish_non_exhaustive()
    }
}

/// A path as it stands in a URL: everything but plain letters is percent-encoded.
fn percent_encoded(path: &Path) -> String {
    let mut encoded = String::new();
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Scheme, host and database of a URL. What stands before the last `@` and in the query may be secret.
fn without_password(url: &str) -> String {
    let url = url.split('?').next().unwrap_or_default();
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
        _ => url.to_owned(),
    }
}

/// An open node. Cloning is cheap: clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    engine: Engine,
    /// Where it is, for people.
    place: Arc<str>,
    /// SQLite has one writer at a time: a pool of one connection makes writers queue here instead of failing there.
    writer: AnyPool,
    reader: AnyPool,
}

/// How a database is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Create,
    Write,
    Read,
}

impl Store {
    /// Makes a new node in an empty database (for SQLite: in a new file).
    ///
    /// # Errors
    /// [`StoreError::AlreadyANode`] when there is one; nothing is ever written over.
    pub async fn create(options: &Options) -> Result<Self, StoreError> {
        let writer = pool(options, Mode::Create).await?;
        let made = prepare(&writer, options, async |found| match found {
            Some(_) => Err(StoreError::AlreadyANode(options.place.clone())),
            None => Ok(()),
        });
        Self::with_readers(made.await, writer, options).await
    }

    /// Opens a node, and brings its schema forward when it was written by an older program.
    ///
    /// # Errors
    /// [`StoreError::NoNode`] when there is none, [`StoreError::NewerSchema`] when it was written by a newer program.
    pub async fn open(options: &Options) -> Result<Self, StoreError> {
        let writer = match pool(options, Mode::Write).await {
            // SQLITE_CANTOPEN: there is no such file.
            Err(StoreError::Database { source: sqlx::Error::Database(error), .. })
                if options.engine == Engine::Sqlite && error.code().as_deref() == Some("14") =>
            {
                return Err(StoreError::NoNode(options.place.clone()));
            }
            writer => writer?,
        };
        let known = migration::KNOWN;
        let opened = prepare(&writer, options, async |found| match found {
            None => Err(StoreError::NoNode(options.place.clone())),
            Some(found) if found > known => Err(StoreError::NewerSchema { found, known }),
            Some(_) => Ok(()),
        });
        Self::with_readers(opened.await, writer, options).await
    }

    /// Adds the readers, or closes the writer when the database could not be prepared.
    async fn with_readers(
        prepared: Result<(), StoreError>,
        writer: AnyPool,
        options: &Options,
    ) -> Result<Self, StoreError> {
        if let Err(failure) = prepared {
            writer.close().await;
            return Err(failure);
        }
        let reader = match options.engine {
            Engine::Sqlite => pool(options, Mode::Read).await?,
            Engine::Postgres => writer.clone(),
        };
        Ok(Self { engine: options.engine, place: options.place.as_str().into(), writer, reader })
    }

    /// Which database this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Where it is, in words without a password.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Closes the connections, also those of the clones, when everything under way has ended.
    pub async fn close(self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// A transaction that sees one state of the database, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN",
            Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        };
        self.reader.begin_with(begin).await.map_err(refused("begin to read"))
    }

    /// Lets a connection that is about to read the whole database remember more of it, or as much as others again. Only
    /// SQLite remembers for a single connection.
    pub(crate) async fn remember_more(&self, connection: &mut AnyConnection, more: bool) -> Result<(), StoreError> {
        if self.engine == Engine::Sqlite {
            let cache = if more { WHOLE_CACHE } else { READER_CACHE };
            let setting = AssertSqlSafe(format!("PRAGMA cache_size = -{cache}"));
            sqlx::query(setting).execute(connection).await.map_err(refused("set the memory of a connection"))?;
        }
        Ok(())
    }

    /// A transaction that writes. On SQLite it takes the file's only write lock at once, so that it cannot find out
    /// at its end that another process was faster.
    pub(crate) async fn writing(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        self.writer.begin_with(begin).await.map_err(refused("begin to write"))
    }

    /// Connections for single statements that read.
    pub(crate) fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// Connections for single statements that write outside the register.
    pub(crate) fn writer(&self) -> &AnyPool {
        &self.writer
    }
}

/// Checks what the database holds, and brings the schema forward.
async fn prepare(
    writer: &AnyPool,
    options: &Options,
    accept: impl AsyncFnOnce(Option<i64>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut connection = writer.acquire().await.map_err(refused("connect"))?;
    let capitals_first: i64 =
        sqlx::query_scalar("SELECT CAST(CASE WHEN CAST('B' AS TEXT) < CAST('a' AS TEXT) THEN 1 ELSE 0 END AS BIGINT)")
            .fetch_one(&mut *connection)
            .await
            .map_err(refused("compare text"))?;
    if capitals_first != 1 {
        return Err(StoreError::ForeignOrder);
    }
    accept(migration::schema(&mut connection, options.engine).await?).await?;
    migration::migrate(&mut connection).await
}

async fn pool(options: &Options, mode: Mode) -> Result<AnyPool, StoreError> {
    sqlx::any::install_default_drivers();
    let (url, connections) = match (options.engine, mode) {
        (Engine::Sqlite, Mode::Create) => (format!("{}?mode=rwc", options.url), 1),
        (Engine::Sqlite, Mode::Write) => (options.url.clone(), 1),
        // Readers of a WAL file write to its shared memory; `query_only` below keeps them from writing anything else.
        (Engine::Sqlite, Mode::Read) => (options.url.clone(), CONNECTIONS),
        (Engine::Postgres, _) => (options.url.clone(), CONNECTIONS),
    };
    let settings = settings(options, mode);
    // A pool tries again until its time is over, whatever the reason. The first connection says at once what is wrong.
    let refused = refused("connect");
    let mut first = AnyConnection::connect(&url).await.map_err(&refused)?;
    for setting in settings.clone() {
        first.execute(sqlx::AssertSqlSafe(setting)).await.map_err(&refused)?;
    }
    first.close().await.map_err(&refused)?;
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(2 * options.patience)
        .after_connect(move |connection, _| {
            let settings = settings.clone();
            Box::pin(async move {
                for setting in settings {
                    connection.execute(sqlx::AssertSqlSafe(setting)).await?;
                }
                Ok(())
            })
        })
        // A connection whose roll-back failed (SQLite may roll back by itself when the disk is full) is not used again.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect(&url)
        .await
        .map_err(&refused)
}

/// What is set on every connection: an acknowledged commit survives the loss of power, and nobody waits forever.
fn settings(options: &Options, mode: Mode) -> Vec<String> {
    let patience = options.patience.as_millis();
    match options.engine {
        Engine::Sqlite => {
            let mut settings = vec![
                format!("PRAGMA busy_timeout = {patience}"),
                "PRAGMA journal_mode = WAL".to_owned(),
                "PRAGMA synchronous = FULL".to_owned(),
                "PRAGMA foreign_keys = ON".to_owned(),
                format!("PRAGMA cache_size = -{}", if mode == Mode::Read { READER_CACHE } else { WRITER_CACHE }),
                // A page that changes often is written back to the file once in a while, not with every thousandth page.
                "PRAGMA wal_autocheckpoint = 8000".to_owned(),
            ];
            if let Some(pages) = options.pages {
                settings.push(format!("PRAGMA max_page_count = {pages}"));
            }
            if mode == Mode::Read {
                settings.push("PRAGMA query_only = ON".to_owned());
            }
            settings
        }
        Engine::Postgres => {
            vec!["SET synchronous_commit = on".to_owned(), format!("SET lock_timeout = {patience}")]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for (url, expect) in [
            ("postgres://tripoint:secret@db.example:5432/node", "postgres://db.example:5432/node"),
            ("postgres://tripoint:se@cret@db.example/node?password=x", "postgres://db.example/node"),
            ("postgres:///node?host=/run/postgresql&password=secret", "postgres:///node"),
        ] {
            let shown = format!("{:?}", Options::postgres(url));
            assert!(shown.contains(&format!("{expect:?}")), "{shown}");
            assert!(!shown.contains("secret") && !shown.contains("cret@"), "{shown}");
        }
    }

    #[test]
    fn any_path_becomes_a_url() {
        assert_eq!(percent_encoded(Path::new("/a b/узел?#%.db")), "/a%20b/%D1%83%D0%B7%D0%B5%D0%BB%3F%23%25.db");
    }
}
