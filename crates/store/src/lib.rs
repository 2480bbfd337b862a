//! Records, acts and blobs in SQLite or PostgreSQL; the only SQL
