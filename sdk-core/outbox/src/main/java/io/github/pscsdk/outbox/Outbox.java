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
import java.util.concurrent.atomic.AtomicBoolean;
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
        var wasMade = Files.exists(marker);
        try {
            PrivateFiles.folder(folder);
            if (Files.notExists(keyFile) && !wasMade && !Database.isIn(folder)) {
                OutboxKeys.create(keyFile);
            }
        } catch (IOException e) {
            throw new PscException(OutboxProblem.DISK_FAILED, "cannot make the data folder", e);
        }
        var keys = OutboxKeys.read(keyFile);
        var first = new AtomicBoolean(!wasMade);
        var rows = new ItemRows(() -> Database.open(folder, first.getAndSet(false)), keys.encryption());
        try {
            rows.check(!wasMade);
            if (!wasMade) {
                Files.move(PrivateFiles.temporary(marker), marker, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            rows.close();
            throw new PscException(OutboxProblem.DISK_FAILED, "cannot write to the data folder", e);
        } catch (PscException e) {
            rows.close();
            throw e;
        }
        return new Outbox(rows, keys, clock);
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
