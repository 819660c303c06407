package io.github.pscsdk.example.santefr.store;

import java.sql.SQLException;
import java.sql.Statement;

/** Reads the primary keys that the database generates. */
final class GeneratedKeys {
    private GeneratedKeys() {}

    /** Of the row that was just inserted; its key is the first column of each table. */
    static long generated(Statement statement) throws SQLException {
        try (var keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }
}
