package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxy.internal.store.DatabaseSource;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.jdbc.JdbcStores.Copied;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Carries open sessions from the store of one configuration to that of another one. */
@Command(
        name = "copy-sessions",
        header =
                "Copies open sessions, and logins and logouts that wait, from one store to another: from a file to PostgreSQL.",
        description = {
            "Stop the proxy first; then run this, and start it with the other configuration. Both have the same key ring: nothing "
                    + "is decrypted. What is in the other store already stays as it is, so that a run that was interrupted is simply "
                    + "made again. Nothing is removed from the first store: do not start a proxy with it any more. Traces stay where they are: proxy-esante traces prints them."
        },
        sortOptions = false)
final class CopySessionsCommand extends InteractiveCommand {
    @Parameters(index = "0", paramLabel = "FROM.json", description = "The configuration with the store of so far.")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO.json", description = "The configuration with the store to fill.")
    private Path to;

    @Override
    protected int work(Texts texts, Screen screen) throws PscException {
        var source = store(from, texts);
        var target = store(to, texts);
        ConfigurationArgument.requireFileOf(source);
        try {
            var copied = copy(source, target);
            screen.say("copy.entries", screen.digits(copied.entries()));
            screen.say("copy.present", screen.digits(copied.present()));
            return ExitCode.OK;
        } catch (StoreException e) {
            throw new PscException(e.problem(), String.valueOf(e.getMessage()), e);
        }
    }

    private DatabaseSource store(Path file, Texts texts) {
        var stores = ConfigurationArgument.read(spec, file, texts).stores();
        if (stores.isPresent() && stores.get() instanceof DatabaseSource database) {
            return database;
        }
        throw wrong(texts, "copy.no.database", file);
    }

    private static Copied copy(DatabaseSource source, DatabaseSource target) {
        try (var old = source.database();
                var fresh = target.database()) {
            old.stores().sessions().encrypted(source.ring()).check();
            fresh.stores().sessions().encrypted(target.ring()).check();
            return old.stores().copyInto(fresh.stores());
        }
    }
}
