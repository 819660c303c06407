CREATE SEQUENCE IF NOT EXISTS psc_version;

CREATE TABLE IF NOT EXISTS psc_entry (
    key varchar PRIMARY KEY,
    value varbinary NOT NULL,
    version bigint NOT NULL,
    expires_at timestamp(6) with time zone NOT NULL,
    kind varchar,
    due_at timestamp(6) with time zone,
    node varchar,
    indices varchar ARRAY
);
CREATE INDEX IF NOT EXISTS psc_entry_expires_at ON psc_entry (expires_at);
CREATE INDEX IF NOT EXISTS psc_entry_due_at ON psc_entry (kind, due_at, version);

CREATE TABLE IF NOT EXISTS psc_trace (
    made_at timestamp(6) with time zone NOT NULL,
    id uuid NOT NULL,
    value varbinary NOT NULL,
    PRIMARY KEY (made_at, id)
);

CREATE TABLE IF NOT EXISTS psc_schema (version integer NOT NULL, usable_from integer NOT NULL);
INSERT INTO psc_schema (version, usable_from) SELECT 1, 1 WHERE NOT EXISTS (SELECT 1 FROM psc_schema);
