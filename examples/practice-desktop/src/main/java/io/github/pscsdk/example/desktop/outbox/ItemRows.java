package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
import java.util.UUID;

/**
 * The rows of the outbox. Each change is one statement, hence all or nothing, and is on the disk when the call returns. Id,
 * owner, phase and time are readable, and bound to the encrypted rest: a row that somebody changed does not open.
 */
final class ItemRows implements AutoCloseable {
    private final Connection connection;
    private final ItemEncryption encryption;

    ItemRows(Connection connection, ItemEncryption encryption) {
        this.connection = connection;
        this.encryption = encryption;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException, PscException;
    }

    synchronized void put(String owner, OutboxItem item) throws PscException {
        ask("MERGE INTO item (id, owner, phase, since, sealed) KEY (id) VALUES (?, ?, ?, ?, ?)", statement -> {
            statement.setObject(1, item.id());
            statement.setString(2, owner);
            statement.setString(3, item.phase().name());
            statement.setObject(4, item.since().atOffset(ZoneOffset.UTC));
            statement.setBytes(
                    5, encryption.close(ItemText.write(item), context(item.id(), owner, item.phase(), item.since())));
            return statement.executeUpdate();
        });
        // On the disk, not only in the system's memory: the machine may lose its power.
        ask("CHECKPOINT SYNC", PreparedStatement::execute);
    }

    synchronized void remove(String owner, UUID id) throws PscException {
        ask("DELETE FROM item WHERE id = ? AND owner = ?", statement -> {
            statement.setObject(1, id);
            statement.setString(2, owner);
            return statement.executeUpdate();
        });
    }

    /** All of one owner, the oldest first. */
    synchronized List<OutboxItem> all(String owner) throws PscException {
        return ask("SELECT * FROM item WHERE owner = ? ORDER BY since, id", statement -> {
            statement.setString(1, owner);
            try (var rows = statement.executeQuery()) {
                var items = new ArrayList<OutboxItem>();
                while (rows.next()) {
                    items.add(read(owner, rows));
                }
                return items;
            }
        });
    }

    synchronized Optional<OutboxItem> find(String owner, UUID id) throws PscException {
        return all(owner).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close the outbox, SQL state " + e.getSQLState());
        }
    }

    private OutboxItem read(String owner, ResultSet row) throws SQLException, PscException {
        var id = row.getObject("id", UUID.class);
        var since = row.getObject("since", OffsetDateTime.class).toInstant();
        try {
            var phase = ItemPhase.valueOf(row.getString("phase"));
            return ItemText.read(
                    id, phase, since, encryption.open(row.getBytes("sealed"), context(id, owner, phase, since)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new PscException(DesktopProblem.OUTBOX_UNUSABLE, "the entry " + id + " was changed", e);
        }
    }

    private static byte[] context(UUID id, String owner, ItemPhase phase, Instant since) {
        return String.join("|", id.toString(), owner, phase.name(), since.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T ask(String sql, Work<T> work) throws PscException {
        try (var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new PscException(DesktopProblem.OUTBOX_UNUSABLE, "SQL state " + e.getSQLState(), e);
        }
    }
}
