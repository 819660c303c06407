package io.github.pscsdk.example.lab.demo;

import java.nio.file.Path;
import java.sql.DriverManager;

/** Looks into the form's database, which H2 lets the same process do while the form runs. */
final class StoredRows {
    private StoredRows() {}

    static int in(Path folder) throws Exception {
        var file = folder.resolve("declarations");
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + file + ";IFEXISTS=TRUE");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM hand_over")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
