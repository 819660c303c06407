-- The tables of psc-sdk-session-store-jdbc, version 1, for PostgreSQL 12 or later.
--
-- Run this as a role that may create tables:  psql -v ON_ERROR_STOP=1 -d DATABASE -f postgresql.sql
-- Run again, it adds what is missing and leaves the rest as it is.
-- If the server half logs in as another role, here psc, this is what that role needs; the tables are in the schema public here:
--
--   GRANT USAGE ON SCHEMA public TO psc;
--   GRANT SELECT, INSERT, UPDATE, DELETE ON psc_session, psc_pending TO psc;
--   GRANT SELECT ON psc_schema TO psc;
--   GRANT USAGE ON SEQUENCE psc_version TO psc;
--
-- And where traces are kept here, which nobody changes:
--
--   GRANT SELECT, INSERT, DELETE ON psc_trace TO psc;
--
-- Tables in another schema are found by the role's search_path:  ALTER ROLE psc IN DATABASE DATABASE SET search_path = SCHEMA;

BEGIN;

-- Numbers every write of every entry. With a larger cache, a later write could have a smaller number.
CREATE SEQUENCE IF NOT EXISTS psc_version CACHE 1;

CREATE TABLE IF NOT EXISTS psc_session (
    key text COLLATE "C" PRIMARY KEY,
    value bytea NOT NULL,
    version bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS psc_session_expires_at ON psc_session (expires_at);

CREATE TABLE IF NOT EXISTS psc_pending (
    key text COLLATE "C" PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    value bytea NOT NULL,
    version bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    finished boolean NOT NULL,
    node text
);
CREATE INDEX IF NOT EXISTS psc_pending_due_at ON psc_pending (kind, due_at, version) WHERE NOT finished;
CREATE INDEX IF NOT EXISTS psc_pending_expires_at ON psc_pending (expires_at);

CREATE TABLE IF NOT EXISTS psc_trace (
    made_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (made_at, id)
);

CREATE TABLE IF NOT EXISTS psc_schema (version integer NOT NULL);
INSERT INTO psc_schema (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM psc_schema);

COMMIT;
