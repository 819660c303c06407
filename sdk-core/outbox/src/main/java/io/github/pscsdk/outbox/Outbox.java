package io.github.pscsdk.outbox;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.outbox.internal.OutboxKeys;
import io.github.pscsdk.outbox.internal.OutboxProblem;
import io.github.pscsdk.outbox.internal.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** The outbox of one workstation. Each professional sees their own items only. */
public final class Outbox implements AutoCloseable {
    private static final String KEY_FILE = "outbox.key";
    /**
     * Says that a database was made with the key beside it, so that one that is gone is not taken for a new beginning.
     */
    private static final String MARKER = "outbox.made";

    private final ItemRows rows;
    private final OutboxKeys keys;
    private final Clock clock;
    private final ReentrantLock delivering = new ReentrantLock();

    private Outbox(ItemRows rows, OutboxKeys keys, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Opens the outbox in a folder, or makes both.
     *
     * @throws PscException {@link OutboxProblem#IN_USE}; {@link OutboxProblem#KEY_LOST} or {@link
     *     OutboxProblem#KEY_WRONG} where a database lies there without its key, or with another; {@link
     *     OutboxProblem#DATABASE_LOST} where there was one; {@link OutboxProblem#OTHER_VERSION}, {@link
     *     OutboxProblem#DISK_FAILED} or {@link OutboxProblem#UNUSABLE}
     */
    public static Outbox open(Path folder, Clock clock) throws PscException {
        var keyFile = folder.resolve(KEY_FILE);
        var marker = folder.resolve(MARKER);
        var mayBeNew = !Files.exists(marker);
        try {
            PrivateFiles.folder(folder);
        } catch (IOException e) {
            throw new PscException(OutboxProblem.DISK_FAILED, "cannot make the data folder", e);
        }
        // Before the key: of two processes at the very first start, the one that holds the database draws it.
        var held = Database.open(folder, mayBeNew);
        try {
            if (mayBeNew && Files.notExists(keyFile) && !Database.isSealed(held)) {
                OutboxKeys.create(keyFile);
            }
            var keys = OutboxKeys.read(keyFile);
            var rows = new ItemRows(() -> Database.open(folder, false), held, keys.encryption());
            rows.check(mayBeNew);
            if (mayBeNew) {
                Files.move(PrivateFiles.temporary(marker), marker, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Outbox(rows, keys, clock);
        } catch (IOException e) {
            Database.close(held);
            throw new PscException(OutboxProblem.DISK_FAILED, "cannot write to the data folder", e);
        } catch (PscException e) {
            Database.close(held);
            throw e;
        }
    }

    /**
     * The items of one professional; spelt in another case, an identifier is the same.
     *
     * @param identifiers of one person, the main one first: what is there under another one is kept under the main one
     *     from then on
     */
    public ProfessionalOutbox of(NationalId... identifiers) {
        var owners = Arrays.stream(identifiers)
                .map(NationalId::canonical)
                .map(id -> keys.pseudonym(id.value()))
                .distinct()
                .toList();
        return new ProfessionalOutbox(rows, owners.get(0), owners.subList(1, owners.size()), clock, delivering);
    }

    /** Closes the file. Any use of the outbox afterwards gets an {@link IllegalStateException}. */
    @Override
    public void close() {
        rows.close();
    }
}
