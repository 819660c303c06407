package io.github.pscsdk.sessionstore.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * The statements of PostgreSQL and H2, with the same parameters in the same order. Times are {@code CURRENT_TIMESTAMP},
 * of which a statement, being a transaction, has one.
 *
 * @param put key, value, lifetime, kind, time until it is due, indices: a new row, or one that has expired
 * @param claim kind, how many, lease, node: the numbers are drawn in the order of what was due first
 * @param list index, the key after which, how many
 * @param removeTraces age, how many: the oldest
 * @param force has what was written on the disk; empty where each commit does
 * @param checks select what is needed where it is missing, else nothing or null
 * @param setUp what an operator does where tables are missing
 */
record Dialect(
        String put,
        String claim,
        String list,
        String removeTraces,
        Optional<String> force,
        String cleanUp,
        List<String> checks,
        List<String> traceChecks,
        String setUp) {
    static final int BATCH = 500;

    /** The version of the tables that this release needs: {@code psc_schema} tells for which ones they are good. */
    static final int SCHEMA = 1;

    /** The time that comes so many microseconds after now. */
    static final String AFTER = "CURRENT_TIMESTAMP + CAST(? AS bigint) * INTERVAL '0.000001' SECOND";

    /** When that expires which is removed now: it stays removed where the clock is set back a little. */
    static final String REMOVED = "CURRENT_TIMESTAMP - INTERVAL '1' MINUTE";

    // Longer ago than REMOVED by more than a statement may take.
    private static final String GONE =
            "expires_at < CURRENT_TIMESTAMP - INTERVAL '2' MINUTE FETCH FIRST " + BATCH + " ROWS ONLY";

    private static final String DUE = "SELECT key AS found FROM psc_entry"
            + " WHERE kind = ? AND due_at <= CURRENT_TIMESTAMP AND expires_at > CURRENT_TIMESTAMP"
            + " ORDER BY due_at, version LIMIT ?";

    private static final String TOO_OLD =
            " FROM psc_trace WHERE made_at < CURRENT_TIMESTAMP - CAST(? AS bigint) * INTERVAL '0.000001' SECOND"
                    + " ORDER BY made_at, id LIMIT ?";

    private static final String TRACE_COLUMNS =
            "SELECT NULL FROM (SELECT made_at, id, value FROM psc_trace LIMIT 0) columns";

    private static final String COLUMNS = "SELECT NULL FROM"
            + " (SELECT key, value, version, expires_at, kind, due_at, node, indices FROM psc_entry LIMIT 0) columns";

    /**
     * The conflict locks the row, so that what follows sees what the last writer left, and draws a later number. A
     * claim skips locked rows.
     */
    static final Dialect POSTGRESQL = new Dialect(
            """
            INSERT INTO psc_entry AS e (key, value, version, expires_at, kind, due_at, indices)
            VALUES (?, ?, nextval('psc_version'), %s, CAST(? AS varchar), %s, CAST(? AS varchar ARRAY))
            ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, version = nextval('psc_version'),
                expires_at = EXCLUDED.expires_at, kind = EXCLUDED.kind, due_at = EXCLUDED.due_at,
                indices = EXCLUDED.indices, node = NULL
            WHERE e.expires_at <= CURRENT_TIMESTAMP""".formatted(AFTER, AFTER),
            """
            WITH due AS MATERIALIZED (%s FOR UPDATE SKIP LOCKED),
                numbered AS MATERIALIZED (SELECT found, nextval('psc_version') AS number FROM due)
            UPDATE psc_entry SET version = number, due_at = %s, node = ? FROM numbered WHERE key = found""".formatted(DUE, AFTER),
            // By the index, whatever is known of how often a name comes; and no value is read that is not wanted.
            """
            WITH found AS MATERIALIZED (SELECT key AS found FROM psc_entry
                WHERE indices @> ARRAY[CAST(? AS text)] AND expires_at > CURRENT_TIMESTAMP)
            SELECT key, value, version, expires_at, kind IS NOT NULL
            FROM (SELECT found FROM found WHERE found > ? ORDER BY found LIMIT ?) chosen JOIN psc_entry ON key = found
            WHERE expires_at > CURRENT_TIMESTAMP ORDER BY key""",
            // Nobody changes a trace, so its row stays where it is.
            "DELETE FROM psc_trace WHERE ctid = ANY (ARRAY(SELECT ctid" + TOO_OLD + "))",
            Optional.empty(),
            "DELETE FROM psc_entry WHERE key = ANY (ARRAY(SELECT key FROM psc_entry WHERE " + GONE
                    + " FOR UPDATE SKIP LOCKED))",
            List.of(COLUMNS, """
                    SELECT CASE
                      WHEN EXISTS (SELECT 1 FROM pg_sequence WHERE seqrelid = 'psc_version'::regclass
                          AND (seqcache <> 1 OR seqincrement < 1 OR seqcycle))
                        THEN 'the sequence psc_version has a cache or goes round: ALTER SEQUENCE psc_version CACHE 1 NO CYCLE'
                      WHEN NOT (SELECT bool_and(has_table_privilege('psc_entry', p))
                          FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p)
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
            """
            MERGE INTO psc_entry e
            USING (VALUES (CAST(? AS varchar), CAST(? AS varbinary), %s, CAST(? AS varchar), %s,
                CAST(? AS varchar ARRAY))) n (key, value, expires_at, kind, due_at, indices)
            ON e.key = n.key
            WHEN MATCHED AND e.expires_at <= CURRENT_TIMESTAMP THEN UPDATE SET value = n.value,
                version = nextval('psc_version'), expires_at = n.expires_at, kind = n.kind, due_at = n.due_at,
                indices = n.indices, node = NULL
            WHEN NOT MATCHED THEN INSERT (key, value, version, expires_at, kind, due_at, indices)
                VALUES (n.key, n.value, nextval('psc_version'), n.expires_at, n.kind, n.due_at, n.indices)""".formatted(AFTER, AFTER),
            """
            MERGE INTO psc_entry e USING (%s) due ON e.key = due.found
            WHEN MATCHED THEN UPDATE SET version = nextval('psc_version'), due_at = %s, node = ?""".formatted(DUE, AFTER),
            // Looks at every row: H2 has no index for this, and one node has few.
            """
            SELECT key, value, version, expires_at, kind IS NOT NULL FROM psc_entry
            WHERE ARRAY_CONTAINS(indices, CAST(? AS varchar)) AND key > ? AND expires_at > CURRENT_TIMESTAMP
            ORDER BY key LIMIT ?""",
            "DELETE FROM psc_trace WHERE (made_at, id) IN (SELECT made_at, id" + TOO_OLD + ")",
            // A commit is in the file, and not yet on the disk.
            Optional.of("CHECKPOINT SYNC"),
            "DELETE FROM psc_entry WHERE " + GONE,
            List.of(COLUMNS),
            List.of(TRACE_COLUMNS),
            "the file is of something else: give the store one of its own");
}
