package io.github.pscsdk.sessionstore.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL and H2 are told in different words, with the same parameters in the same order. All times are {@code CURRENT_TIMESTAMP}, the time at which the transaction
 * began, and each statement is a transaction: so within a statement there is one time, by which an index can be searched.
 *
 * @param put key, value, lifetime: a new row, or one that has expired
 * @param add kind, key, value, time until it is due, lifetime, whether it is finished: the same
 * @param claim kind, how many, lease, node: the numbers are drawn in the order of what was due first
 * @param removeTraces age, how many: the oldest
 * @param force has what was written on the disk; empty where each commit does
 * @param cleanUp removes what has expired, {@value #BATCH} rows of a table at most
 * @param checks select what is needed where it is missing, else nothing or null
 * @param traceChecks the same for traces
 * @param setUp what an operator does where tables are missing
 */
record Dialect(
        String name,
        String put,
        String add,
        String claim,
        String removeTraces,
        Optional<String> force,
        List<String> cleanUp,
        List<String> checks,
        List<String> traceChecks,
        String setUp) {
    /** How many rows a clean-up removes of each table. */
    static final int BATCH = 500;

    /** The version of the tables, which {@code psc_schema} tells. */
    static final int SCHEMA = 1;

    /** The time that comes so many microseconds after now. */
    static final String AFTER = "CURRENT_TIMESTAMP + CAST(? AS bigint) * INTERVAL '0.000001' SECOND";

    /** When that expires which is removed now: it stays removed where the clock is set back a little. */
    static final String REMOVED = "CURRENT_TIMESTAMP - INTERVAL '1' MINUTE";

    // Longer ago than REMOVED by more than a statement may take.
    private static final String GONE =
            "expires_at < CURRENT_TIMESTAMP - INTERVAL '2' MINUTE FETCH FIRST " + BATCH + " ROWS ONLY";

    private static final String DUE = "SELECT key AS found FROM psc_pending"
            + " WHERE kind = ? AND NOT finished AND due_at <= CURRENT_TIMESTAMP AND expires_at > CURRENT_TIMESTAMP"
            + " ORDER BY due_at, version LIMIT ?";

    private static final String TOO_OLD =
            " FROM psc_trace WHERE made_at < CURRENT_TIMESTAMP - CAST(? AS bigint) * INTERVAL '0.000001' SECOND"
                    + " ORDER BY made_at, id LIMIT ?";

    private static final String TRACE_COLUMNS =
            "SELECT NULL FROM (SELECT made_at, id, value FROM psc_trace LIMIT 0) columns";

    private static final List<String> COLUMNS = List.of(
            "SELECT NULL FROM (SELECT key, value, version, expires_at FROM psc_session LIMIT 0) columns",
            "SELECT NULL FROM (SELECT key, kind, value, version, due_at, expires_at, finished, node FROM psc_pending LIMIT 0) columns");

    /**
     * The conflict locks the row, so that what follows sees it as the last writer has left it, and draws a number after that one. A claim locks no row that another one has, and
     * waits for none.
     */
    static final Dialect POSTGRESQL = new Dialect(
            "PostgreSQL",
            """
            INSERT INTO psc_session AS s (key, value, version, expires_at)
            VALUES (?, ?, nextval('psc_version'), %s)
            ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, version = nextval('psc_version'),
                expires_at = EXCLUDED.expires_at
            WHERE s.expires_at <= CURRENT_TIMESTAMP""".formatted(AFTER),
            """
            INSERT INTO psc_pending AS p (kind, key, value, version, due_at, expires_at, finished)
            VALUES (?, ?, ?, nextval('psc_version'), %s, %s, ?)
            ON CONFLICT (key) DO UPDATE SET kind = EXCLUDED.kind, value = EXCLUDED.value,
                version = nextval('psc_version'), due_at = EXCLUDED.due_at, expires_at = EXCLUDED.expires_at,
                finished = EXCLUDED.finished, node = NULL
            WHERE p.expires_at <= CURRENT_TIMESTAMP""".formatted(AFTER, AFTER),
            """
            WITH due AS MATERIALIZED (%s FOR UPDATE SKIP LOCKED),
                numbered AS MATERIALIZED (SELECT found, nextval('psc_version') AS number FROM due)
            UPDATE psc_pending SET version = number, due_at = %s, node = ? FROM numbered WHERE key = found""".formatted(DUE, AFTER),
            // Nobody changes a trace, so its row stays where it is. Nodes that remove the same ones wait for one
            // another
            // in the order of the rows.
            "DELETE FROM psc_trace WHERE ctid = ANY (ARRAY(SELECT ctid" + TOO_OLD + "))",
            Optional.empty(),
            List.of(
                    "DELETE FROM psc_session WHERE key = ANY (ARRAY(SELECT key FROM psc_session WHERE " + GONE
                            + " FOR UPDATE SKIP LOCKED))",
                    "DELETE FROM psc_pending WHERE key = ANY (ARRAY(SELECT key FROM psc_pending WHERE " + GONE
                            + " FOR UPDATE SKIP LOCKED))"),
            List.of(COLUMNS.get(0), COLUMNS.get(1), """
                    SELECT CASE
                      WHEN EXISTS (SELECT 1 FROM pg_sequence WHERE seqrelid = 'psc_version'::regclass
                          AND (seqcache <> 1 OR seqincrement < 1 OR seqcycle))
                        THEN 'the sequence psc_version has a cache or goes round: ALTER SEQUENCE psc_version CACHE 1 NO CYCLE'
                      WHEN NOT (SELECT bool_and(has_table_privilege(t, p))
                          FROM unnest(ARRAY['psc_session', 'psc_pending']) t,
                            unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p)
                          OR NOT has_sequence_privilege('psc_version', 'USAGE')
                        THEN 'the role of this node lacks a privilege: postgresql.sql has those that it needs'
                      WHEN current_setting('transaction_isolation') <> 'read committed'
                        THEN 'the data source has another isolation than READ COMMITTED'
                      WHEN current_setting('synchronous_commit') = 'off'
                        THEN 'synchronous_commit is off: a crash of the server would undo what was answered'
                    END"""),
            List.of(TRACE_COLUMNS, """
                    SELECT 'the role of this node lacks a privilege for traces: postgresql.sql has those that it needs'
                    WHERE NOT (SELECT bool_and(has_table_privilege('psc_trace', p))
                        FROM unnest(ARRAY['SELECT', 'INSERT', 'DELETE']) p)"""),
            "run postgresql.sql of psc-sdk-session-store-jdbc (io/github/pscsdk/sessionstore/jdbc in the jar) in this database");

    /** There is one connection, and nobody to wait for. The rows of a merge are numbered in the order of its source. */
    static final Dialect H2 = new Dialect(
            "H2",
            """
            MERGE INTO psc_session s
            USING (VALUES (CAST(? AS varchar), CAST(? AS varbinary), %s)) n (key, value, expires_at)
            ON s.key = n.key
            WHEN MATCHED AND s.expires_at <= CURRENT_TIMESTAMP THEN UPDATE SET value = n.value,
                version = nextval('psc_version'), expires_at = n.expires_at
            WHEN NOT MATCHED THEN INSERT (key, value, version, expires_at)
                VALUES (n.key, n.value, nextval('psc_version'), n.expires_at)""".formatted(AFTER),
            """
            MERGE INTO psc_pending p
            USING (VALUES (CAST(? AS varchar), CAST(? AS varchar), CAST(? AS varbinary), %s, %s,
                CAST(? AS boolean))) n (kind, key, value, due_at, expires_at, finished)
            ON p.key = n.key
            WHEN MATCHED AND p.expires_at <= CURRENT_TIMESTAMP THEN UPDATE SET kind = n.kind, value = n.value,
                version = nextval('psc_version'), due_at = n.due_at, expires_at = n.expires_at,
                finished = n.finished, node = NULL
            WHEN NOT MATCHED THEN INSERT (kind, key, value, version, due_at, expires_at, finished)
                VALUES (n.kind, n.key, n.value, nextval('psc_version'), n.due_at, n.expires_at, n.finished)""".formatted(AFTER, AFTER),
            """
            MERGE INTO psc_pending p USING (%s) due ON p.key = due.found
            WHEN MATCHED THEN UPDATE SET version = nextval('psc_version'), due_at = %s, node = ?""".formatted(DUE, AFTER),
            "DELETE FROM psc_trace WHERE (made_at, id) IN (SELECT made_at, id" + TOO_OLD + ")",
            // A commit is in the file, and not yet on the disk.
            Optional.of("CHECKPOINT SYNC"),
            List.of("DELETE FROM psc_session WHERE " + GONE, "DELETE FROM psc_pending WHERE " + GONE),
            COLUMNS,
            List.of(TRACE_COLUMNS),
            "the file is of something else: give the store one of its own");
}
