package io.github.pscsdk.proxytools.internal.conformity.evidence;

import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.PLUGINS_STUB;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check.Prerequisite;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is in the folder of plug-in archives that is installed on workstations. */
public final class PluginEvidence {
    /** Of the plug-in that logs fictitious professionals in, whatever its archive is called. */
    private static final String STUB = "io/github/pscsdk/plugin/stub/";

    private PluginEvidence() {}

    /**
     * Whether the stub is among them.
     *
     * @throws IOException if the folder or an archive cannot be read
     */
    public static List<Finding> of(Path folder) throws IOException {
        var archives = JarScanner.of(folder);
        if (archives.isEmpty()) {
            return List.of(Finding.unseen(PLUGINS_STUB, Prerequisite.PLUGINS));
        }
        var found = new AtomicBoolean();
        for (var archive : archives) {
            JarScanner.entries(archive, (name, content) -> {
                if (name.startsWith(STUB)) {
                    found.set(true);
                }
            });
        }
        return List.of(Finding.of(PLUGINS_STUB, !found.get(), archives.size()));
    }
}
