-- The tables of psc-sdk-session-store-jdbc, version 1, for PostgreSQL 12 or later.
--
-- Run this once, as a role that may create tables:  psql -v ON_ERROR_STOP=1 -d DATABASE -f postgresql.sql
-- If the server half logs in as another role, here psc, this is what that role needs:
--
--   GRANT SELECT, INSERT, UPDATE, DELETE ON psc_session, psc_pending TO psc;
--   GRANT SELECT ON psc_schema TO psc;
--   GRANT USAGE ON SEQUENCE psc_version TO psc;

BEGIN;

-- Numbers every write of every entry. With a larger cache, a later write could have a smaller number.
CREATE SEQUENCE psc_version CACHE 1;

CREATE TABLE psc_session (
    key text COLLATE "C" PRIMARY KEY,
    value bytea NOT NULL,
    version bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE INDEX psc_session_expires_at ON psc_session (expires_at);

CREATE TABLE psc_pending (
    key text COLLATE "C" PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    value bytea NOT NULL,
    version bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    finished boolean NOT NULL,
    node text
);
CREATE INDEX psc_pending_due_at ON psc_pending (kind, due_at, version) WHERE NOT finished;
CREATE INDEX psc_pending_expires_at ON psc_pending (expires_at);

CREATE TABLE psc_schema (version integer NOT NULL);
INSERT INTO psc_schema (version) VALUES (1);

COMMIT;
