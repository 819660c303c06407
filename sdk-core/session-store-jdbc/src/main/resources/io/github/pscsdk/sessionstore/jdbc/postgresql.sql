-- The tables of psc-sdk-session-store-jdbc, version 1, for PostgreSQL 12 or later.
--
-- Run this as a role that may create tables:  psql -v ON_ERROR_STOP=1 -d DATABASE -f postgresql.sql
-- Run again, it adds what is missing and leaves the rest as it is.
-- If the server half logs in as another role, here psc, this is what that role needs; the tables are in the schema public here:
--
--   GRANT USAGE ON SCHEMA public TO psc;
--   GRANT SELECT, INSERT, UPDATE, DELETE ON psc_entry TO psc;
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

-- Sessions, what has to be done later (a kind and a time), and the like.
CREATE TABLE IF NOT EXISTS psc_entry (
    key text COLLATE "C" PRIMARY KEY,
    value bytea NOT NULL,
    version bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    kind text COLLATE "C",
    due_at timestamp with time zone,
    node text,
    indices text[]
);
CREATE INDEX IF NOT EXISTS psc_entry_expires_at ON psc_entry (expires_at);
CREATE INDEX IF NOT EXISTS psc_entry_due_at ON psc_entry (kind, due_at, version) WHERE kind IS NOT NULL;
CREATE INDEX IF NOT EXISTS psc_entry_indices ON psc_entry USING gin (indices) WHERE indices IS NOT NULL;

CREATE TABLE IF NOT EXISTS psc_trace (
    made_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (made_at, id)
);

-- A release that needs version N uses these tables if usable_from <= N <= version: so two releases run side by side, once the newer one's file was run.
CREATE TABLE IF NOT EXISTS psc_schema (version integer NOT NULL, usable_from integer NOT NULL);
INSERT INTO psc_schema (version, usable_from) SELECT 1, 1 WHERE NOT EXISTS (SELECT 1 FROM psc_schema);

COMMIT;
