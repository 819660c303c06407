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
 *
 * <p>H2 closes a database whose file it could not write, for good: so the call after a failure opens it anew.
 */
final class ItemRows implements AutoCloseable {
    private static final byte[] KEY_CHECK = "key check of the outbox".getBytes(StandardCharsets.UTF_8);

    private final Opening opening;
    private final ItemEncryption encryption;
    private Optional<Connection> open = Optional.empty();

    /** Opens the database. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws PscException;
    }

    ItemRows(Opening opening, ItemEncryption encryption) {
        this.opening = opening;
        this.encryption = encryption;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException, PscException;
    }

    /**
     * Has the key prove that it is the one of the database.
     *
     * @param isNew whether a database without a key check may be given one: it is new, or of a version that made none
     * @throws PscException {@link DesktopProblem#OUTBOX_KEY_WRONG}, or {@link DesktopProblem#OUTBOX_DATABASE_LOST} where the check is
     *     missing and must not be
     */
    synchronized void checkKey(boolean isNew) throws PscException {
        var sealed = ask("SELECT sealed FROM key_check", statement -> {
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes("sealed")) : Optional.<byte[]>empty();
            }
        });
        if (sealed.isPresent()) {
            try {
                encryption.open(sealed.get(), KEY_CHECK);
            } catch (GeneralSecurityException e) {
                throw new PscException(DesktopProblem.OUTBOX_KEY_WRONG, "the key is of another outbox", e);
            }
        } else if (isNew) {
            checkOldest();
            ask("INSERT INTO key_check VALUES (1, ?)", statement -> {
                statement.setBytes(1, encryption.close(new byte[0], KEY_CHECK));
                return statement.executeUpdate();
            });
            sync();
        } else {
            throw new PscException(DesktopProblem.OUTBOX_DATABASE_LOST, "the database is not the one that was made");
        }
    }

    private void checkOldest() throws PscException {
        ask("SELECT * FROM item ORDER BY since FETCH FIRST ROW ONLY", statement -> {
            try (var rows = statement.executeQuery()) {
                return rows.next() && read(rows.getString("owner"), rows, DesktopProblem.OUTBOX_KEY_WRONG) != null;
            }
        });
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
        sync();
    }

    /** On the disk, not only in the system's memory: the machine may lose its power. */
    private void sync() throws PscException {
        ask("CHECKPOINT SYNC", PreparedStatement::execute);
    }

    synchronized void remove(String owner, UUID id) throws PscException {
        ask("DELETE FROM item WHERE id = ? AND owner = ?", statement -> {
            statement.setObject(1, id);
            statement.setString(2, owner);
            return statement.executeUpdate();
        });
        sync();
    }

    /** All of one owner, the oldest first. */
    synchronized List<OutboxItem> all(String owner) throws PscException {
        return ask("SELECT * FROM item WHERE owner = ? ORDER BY since, id", statement -> {
            statement.setString(1, owner);
            try (var rows = statement.executeQuery()) {
                var items = new ArrayList<OutboxItem>();
                while (rows.next()) {
                    items.add(read(owner, rows, DesktopProblem.OUTBOX_UNUSABLE));
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
        open.ifPresent(Database::close);
        open = Optional.empty();
    }

    private OutboxItem read(String owner, ResultSet row, DesktopProblem otherwise) throws SQLException, PscException {
        var id = row.getObject("id", UUID.class);
        var since = row.getObject("since", OffsetDateTime.class).toInstant();
        try {
            var phase = ItemPhase.valueOf(row.getString("phase"));
            return ItemText.read(
                    id, phase, since, encryption.open(row.getBytes("sealed"), context(id, owner, phase, since)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new PscException(otherwise, "the entry " + id + " does not open", e);
        }
    }

    private static byte[] context(UUID id, String owner, ItemPhase phase, Instant since) {
        return String.join("|", id.toString(), owner, phase.name(), since.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T ask(String sql, Work<T> work) throws PscException {
        if (open.isEmpty()) {
            open = Optional.of(opening.open());
        }
        try (var statement = open.get().prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            close();
            throw new PscException(DesktopProblem.OUTBOX_UNUSABLE, "SQL state " + e.getSQLState(), e);
        }
    }
}
