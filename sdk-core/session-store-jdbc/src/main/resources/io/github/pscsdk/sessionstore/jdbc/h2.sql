CREATE SEQUENCE IF NOT EXISTS psc_version;

CREATE TABLE IF NOT EXISTS psc_session (
    key varchar PRIMARY KEY,
    value varbinary NOT NULL,
    version bigint NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS psc_session_expires_at ON psc_session (expires_at);

CREATE TABLE IF NOT EXISTS psc_pending (
    key varchar PRIMARY KEY,
    kind varchar NOT NULL,
    value varbinary NOT NULL,
    version bigint NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    finished boolean NOT NULL,
    node varchar
);
CREATE INDEX IF NOT EXISTS psc_pending_due_at ON psc_pending (kind, finished, due_at, version);
CREATE INDEX IF NOT EXISTS psc_pending_expires_at ON psc_pending (expires_at);

CREATE TABLE IF NOT EXISTS psc_trace (
    made_at timestamp(6) with time zone NOT NULL,
    id uuid NOT NULL,
    value varbinary NOT NULL,
    PRIMARY KEY (made_at, id)
);

CREATE TABLE IF NOT EXISTS psc_schema (version integer NOT NULL);
INSERT INTO psc_schema (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM psc_schema);
