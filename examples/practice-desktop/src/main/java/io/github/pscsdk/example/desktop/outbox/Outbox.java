package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The outbox of one workstation. Each professional sees their own items only. */
public final class Outbox implements AutoCloseable {
    private static final String KEY_FILE = "outbox.key";

    private final ItemRows rows;
    private final OutboxKeys keys;
    private final Clock clock;

    private Outbox(ItemRows rows, OutboxKeys keys, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Opens the outbox in a folder, or makes both.
     *
     * @throws PscException {@link DesktopProblem#OUTBOX_IN_USE}, {@link DesktopProblem#OUTBOX_KEY_LOST} where a database lies
     *     there without its key, or {@link DesktopProblem#OUTBOX_UNUSABLE}
     */
    public static Outbox open(Path folder, Clock clock) throws PscException {
        return open(folder, clock, UnaryOperator.identity());
    }

    /** With another view of the database, such as one that counts what is done to it. */
    static Outbox open(Path folder, Clock clock, UnaryOperator<Connection> view) throws PscException {
        var keyFile = folder.resolve(KEY_FILE);
        try {
            PrivateFiles.folder(folder);
            if (Files.notExists(keyFile) && Files.notExists(folder.resolve(Database.NAME + Database.SUFFIX))) {
                KeyFile.create(keyFile);
            }
        } catch (IOException e) {
            throw new PscException(DesktopProblem.OUTBOX_UNUSABLE, "cannot make the data folder", e);
        }
        var keys = KeyFile.read(keyFile);
        return new Outbox(new ItemRows(view.apply(Database.open(folder)), keys.encryption()), keys, clock);
    }

    /** What belongs to that professional; spelt in another case, the identifier is the same. */
    public ProfessionalOutbox of(NationalId professional) {
        return new ProfessionalOutbox(rows, keys.pseudonym(professional.value().toUpperCase(Locale.ROOT)), clock);
    }

    /** Closes the file. */
    @Override
    public void close() {
        rows.close();
    }
}
