//! The schema of the database: one numbered tree of migrations, forward only.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, Row, SqlSafeStr};

use crate::connection::Engine;
use crate::error::{StoreError, refused};

/// Every migration, in order. A published one is never changed: the database remembers the hash of its text.
const MIGRATIONS: [(i64, &str, &str); 1] = [(1, "node", include_str!("../migrations/0001_node.sql"))];

/// The newest schema this program knows.
pub(crate) const KNOWN: i64 = MIGRATIONS[MIGRATIONS.len() - 1].0;

/// Which schema the database has; `None` when it holds no node.
pub(crate) async fn schema(connection: &mut AnyConnection, engine: Engine) -> Result<Option<i64>, StoreError> {
    let refused = refused("read the version of the schema");
    // The one question that has no common text: whether a table exists.
    let exists = match engine {
        Engine::Sqlite => "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'",
        Engine::Postgres => "SELECT count(*) AS n FROM pg_class WHERE oid = to_regclass('_sqlx_migrations')",
    };
    let tables: i64 = sqlx::query_scalar(exists).fetch_one(&mut *connection).await.map_err(&refused)?;
    if tables == 0 {
        return Ok(None);
    }
    let row = sqlx::query("SELECT CAST(max(version) AS BIGINT) AS version FROM _sqlx_migrations")
        .fetch_one(connection)
        .await
        .map_err(&refused)?;
    row.try_get("version").map_err(&refused)
}

/// Brings the schema forward to [`KNOWN`].
pub(crate) async fn migrate(connection: &mut AnyConnection) -> Result<(), StoreError> {
    let migrations = MIGRATIONS
        .into_iter()
        .map(|(version, name, text)| {
            Migration::new(version, name.into(), MigrationType::Simple, text.into_sql_str(), false)
        })
        .collect();
    Migrator::with_migrations(migrations).run_direct(None, connection, false).await.map_err(|failure| match failure {
        MigrateError::VersionMissing(found) => StoreError::NewerSchema { found, known: KNOWN },
        MigrateError::Execute(source) | MigrateError::ExecuteMigration(source, _) => {
            refused("bring the schema forward")(source)
        }
        // The hash of a migration differs, or one stopped halfway: the tables are not what this program expects.
        other => StoreError::damaged("schema", other),
    })
}
