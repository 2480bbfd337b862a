-- The first schema of a node. One text for SQLite and PostgreSQL: no BOOLEAN, timestamptz, uuid or jsonb columns.
-- Ids are UUID text, hashes 64 hexadecimal digits, instants ISO 8601 in UTC with nine decimals (so that they sort).

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Attached files, by the hash of their bytes.
CREATE TABLE blob (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes BYTEA NOT NULL
);

-- Immutable versions of records: the exact bytes.
CREATE TABLE revision (
    record TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    sha256 TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (record, version)
);

-- The lookup of the latest revision of every record: derived, and verified against the revision.
-- A record without a parent has the empty text there, because NULLs would not be unique.
CREATE TABLE record (
    record TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    audience TEXT NOT NULL,
    parent TEXT NOT NULL,
    name TEXT NOT NULL,
    sort TEXT NOT NULL,
    folded TEXT NOT NULL,
    version BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    UNIQUE (kind, owner, parent, name),
    FOREIGN KEY (record, version) REFERENCES revision (record, version)
);

-- Lists of one parent and of one kind come out of these in order; the audience is in them so that a list filtered by
-- it is counted without reading the rows.
CREATE INDEX record_by_parent ON record (kind, parent, sort, name, record, audience);
CREATE INDEX record_by_kind ON record (kind, sort, name, record, audience);
CREATE INDEX record_by_owner ON record (kind, owner, sort, name, record, audience);
CREATE INDEX record_recent ON record (kind, sequence, audience);
CREATE INDEX record_by_audience ON record (audience);

-- Words a record is filtered by.
CREATE TABLE facet (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (name, value, record),
    FOREIGN KEY (record) REFERENCES record (record)
);

CREATE INDEX facet_by_record ON facet (record, name, value);

-- The lines of the register: the exact bytes of the leaves, and what they are looked up by. The hash of the leaf is
-- stored so that a changed act can be named, and a path to the root be found without reading every act.
CREATE TABLE act (
    sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence >= 0),
    account TEXT NOT NULL,
    verb TEXT NOT NULL,
    record TEXT,
    version BIGINT,
    leaf TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    UNIQUE (record, version),
    FOREIGN KEY (record, version) REFERENCES revision (record, version),
    CHECK ((record IS NULL) = (version IS NULL))
);

CREATE INDEX act_by_account ON act (account, sequence);
CREATE INDEX act_by_verb ON act (verb, sequence);

-- The right edge of the tree over the acts, and its signed checkpoint. One row; the note is empty until the first act.
CREATE TABLE register_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    size BIGINT NOT NULL,
    roots TEXT NOT NULL,
    checkpoint TEXT NOT NULL
);

INSERT INTO register_head (id, size, roots, checkpoint) VALUES (1, 0, '', '');

-- Outside the register: what must be changed and forgotten.
CREATE TABLE credential (
    account TEXT NOT NULL PRIMARY KEY,
    password_hash TEXT NOT NULL
);

CREATE TABLE session (
    token TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    created TEXT NOT NULL,
    seen TEXT NOT NULL
);

CREATE INDEX session_by_account ON session (account);

CREATE TABLE throttle (
    name TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last TEXT NOT NULL
);

CREATE TABLE pending_import (
    account TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    file_name TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    created TEXT NOT NULL
);
