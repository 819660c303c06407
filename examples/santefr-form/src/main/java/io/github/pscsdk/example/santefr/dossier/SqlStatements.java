package io.github.pscsdk.example.santefr.dossier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection; its user commits. */
record SqlStatements(Connection connection) {
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> select(String sql, Row<T> reader, Object... values) throws SQLException {
        try (var statement = prepared(connection.prepareStatement(sql), values);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    <T> Optional<T> first(String sql, Row<T> reader, Object... values) throws SQLException {
        return select(sql, reader, values).stream().findFirst();
    }

    /** How many rows were changed. */
    int update(String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection.prepareStatement(sql), values)) {
            return statement.executeUpdate();
        }
    }

    /** The primary key of the row that was inserted. */
    long insert(String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection.prepareStatement(sql, new String[] {"ID"}), values)) {
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static PreparedStatement prepared(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
        }
        return statement;
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
