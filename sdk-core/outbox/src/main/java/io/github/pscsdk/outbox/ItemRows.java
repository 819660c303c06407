package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.outbox.internal.ItemEncryption;
import io.github.pscsdk.outbox.internal.OutboxProblem;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * The rows of the outbox. Each change is one transaction, hence all or nothing, and is on the disk when the call
 * returns. Id, owner, phase and time are readable, and bound to the encrypted rest: a row that somebody changed does
 * not open.
 *
 * <p>H2 closes a database whose file it could not write, for good: so the call after a failure opens it anew.
 */
final class ItemRows implements AutoCloseable {
    private static final int PAGE = 100;

    private final Opening opening;
    private final ItemEncryption encryption;
    private Optional<Connection> open;
    private boolean isOver;

    /** Opens the database again. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws PscException;
    }

    ItemRows(Opening opening, Connection open, ItemEncryption encryption) {
        this.opening = opening;
        this.open = Optional.of(open);
        this.encryption = encryption;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException, PscException;
    }

    /**
     * Has the key prove that it is the one of the database, and the database that it is of this version.
     *
     * @param isNew whether a database that says neither may be told both
     * @throws PscException {@link OutboxProblem#KEY_WRONG}, {@link OutboxProblem#OTHER_VERSION}, or {@link
     *     OutboxProblem#DATABASE_LOST} where it says neither and must
     */
    synchronized void check(boolean isNew) throws PscException {
        var seal = ask("SELECT version, sealed FROM seal", statement -> {
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Seal(rows.getInt("version"), rows.getBytes("sealed")))
                        : Optional.<Seal>empty();
            }
        });
        if (seal.isPresent()) {
            seal.get().check(encryption);
        } else if (isNew) {
            var fresh = Seal.of(encryption);
            ask("INSERT INTO seal VALUES (1, ?, ?)", statement -> {
                statement.setInt(1, fresh.version());
                statement.setBytes(2, fresh.sealed());
                return statement.executeUpdate();
            });
            commit();
        } else {
            throw new PscException(OutboxProblem.DATABASE_LOST, "the database is not the one that was made");
        }
    }

    /** By which a key proves to be the one of a database, and which tells the version of the rows. */
    private record Seal(int version, byte[] sealed) {
        private static final byte[] CONTEXT = "key check of the outbox".getBytes(StandardCharsets.UTF_8);

        static Seal of(ItemEncryption encryption) {
            return new Seal(ItemText.VERSION, encryption.close(new byte[0], CONTEXT));
        }

        void check(ItemEncryption encryption) throws PscException {
            try {
                encryption.open(sealed, CONTEXT);
            } catch (GeneralSecurityException e) {
                throw new PscException(OutboxProblem.KEY_WRONG, "the key is of another outbox", e);
            }
            if (version != ItemText.VERSION) {
                throw new PscException(OutboxProblem.OTHER_VERSION, "the rows are of version " + version);
            }
        }
    }

    /** All or none. */
    synchronized void put(String owner, List<OutboxItem> items) throws PscException {
        if (items.isEmpty()) {
            return;
        }
        write(owner, items);
        commit();
    }

    /** All or none, behind all that are there: drafts of the same ids are replaced. */
    synchronized void append(String owner, List<OutboxItem> items) throws PscException {
        if (items.isEmpty()) {
            return;
        }
        ask("DELETE FROM item WHERE owner = ? AND id = ?", statement -> {
            for (var item : items) {
                statement.setString(1, owner);
                statement.setObject(2, item.handOver().id());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        write(owner, items);
        commit();
    }

    private void write(String owner, List<OutboxItem> items) throws PscException {
        ask("MERGE INTO item (owner, id, phase, since, sealed) KEY (owner, id) VALUES (?, ?, ?, ?, ?)", statement -> {
            for (var item : items) {
                var id = item.handOver().id();
                statement.setString(1, owner);
                statement.setObject(2, id);
                statement.setString(3, item.phase().name());
                statement.setObject(4, item.since().atOffset(ZoneOffset.UTC));
                statement.setBytes(
                        5, encryption.close(ItemText.write(item), context(id, owner, item.phase(), item.since())));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    synchronized void remove(String owner, UUID id) throws PscException {
        delete(owner, id);
        commit();
    }

    private void delete(String owner, UUID id) throws PscException {
        ask("DELETE FROM item WHERE owner = ? AND id = ?", statement -> {
            statement.setString(1, owner);
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    /**
     * Gives an owner all that was another's, in its place. Of two items of one id the one that is further along stays:
     * no hand-over is lost, or sent again.
     */
    synchronized void move(String from, String to) throws PscException {
        var moved = new Items(from, "");
        for (var item = moved.next(); item.isPresent(); item = moved.next()) {
            var id = item.get().handOver().id();
            var there = find(to, id);
            if (there.isPresent() && !there.get().isBehind(item.get())) {
                delete(from, id);
            } else {
                delete(to, id);
                rename(from, to, item.get());
            }
            commit();
        }
    }

    private void rename(String from, String to, OutboxItem item) throws PscException {
        var id = item.handOver().id();
        ask("UPDATE item SET owner = ?, sealed = ? WHERE owner = ? AND id = ?", statement -> {
            statement.setString(1, to);
            statement.setBytes(2, encryption.close(ItemText.write(item), context(id, to, item.phase(), item.since())));
            statement.setString(3, from);
            statement.setObject(4, id);
            return statement.executeUpdate();
        });
    }

    synchronized Optional<OutboxItem> find(String owner, UUID id) throws PscException {
        return ask("SELECT * FROM item WHERE owner = ? AND id = ?", statement -> {
            statement.setString(1, owner);
            statement.setObject(2, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(owner, rows)) : Optional.<OutboxItem>empty();
            }
        });
    }

    synchronized long count(String owner, Phase phase) throws PscException {
        return ask("SELECT COUNT(*) FROM item WHERE owner = ? AND phase = ?", statement -> {
            statement.setString(1, owner);
            statement.setString(2, phase.name());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** All of one owner, the oldest first. */
    Items all(String owner) {
        return new Items(owner, "");
    }

    /** The items that wait, the oldest first. */
    Items waiting(String owner) {
        return new Items(owner, "AND phase = 'WAITING' ");
    }

    /** Items in the order in which they came, read some at once; what was read may be changed meanwhile. */
    final class Items {
        private final String owner;
        private final String sql;
        private final Queue<OutboxItem> page = new ArrayDeque<>();
        private long last = Long.MIN_VALUE;
        private boolean isLast;

        private Items(String owner, String condition) {
            this.owner = owner;
            sql = "SELECT * FROM item WHERE owner = ? " + condition + "AND place > ? ORDER BY place FETCH FIRST " + PAGE
                    + " ROWS ONLY";
        }

        Optional<OutboxItem> next() throws PscException {
            if (page.isEmpty() && !isLast) {
                read();
            }
            return Optional.ofNullable(page.poll());
        }

        private void read() throws PscException {
            synchronized (ItemRows.this) {
                page.addAll(ask(sql, statement -> {
                    statement.setString(1, owner);
                    statement.setLong(2, last);
                    try (var rows = statement.executeQuery()) {
                        var items = new ArrayList<OutboxItem>();
                        while (rows.next()) {
                            items.add(ItemRows.this.read(owner, rows));
                            last = rows.getLong("place");
                        }
                        return items;
                    }
                }));
            }
            isLast = page.size() < PAGE;
        }
    }

    /** For good. */
    @Override
    public synchronized void close() {
        isOver = true;
        leave();
    }

    private void leave() {
        open.ifPresent(Database::close);
        open = Optional.empty();
    }

    private OutboxItem read(String owner, ResultSet row) throws SQLException, PscException {
        var id = row.getObject("id", UUID.class);
        var since = row.getObject("since", OffsetDateTime.class).toInstant();
        try {
            var phase = Phase.valueOf(row.getString("phase"));
            return ItemText.read(
                    id, phase, since, encryption.open(row.getBytes("sealed"), context(id, owner, phase, since)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new PscException(OutboxProblem.UNUSABLE, "the item " + id + " does not open", e);
        }
    }

    private static byte[] context(UUID id, String owner, Phase phase, Instant since) {
        return String.join("|", id.toString(), owner, phase.name(), since.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** On the disk, not only in the system's memory: the machine may lose its power. */
    private void commit() throws PscException {
        ask("COMMIT", PreparedStatement::execute);
        ask("CHECKPOINT SYNC", PreparedStatement::execute);
    }

    private <T> T ask(String sql, Work<T> work) throws PscException {
        if (isOver) {
            throw new IllegalStateException("the outbox is closed");
        }
        if (open.isEmpty()) {
            open = Optional.of(opening.open());
        }
        try (var statement = open.get().prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            // With it goes what was not committed.
            leave();
            throw Database.failure(e, "cannot use the outbox");
        }
    }
}
