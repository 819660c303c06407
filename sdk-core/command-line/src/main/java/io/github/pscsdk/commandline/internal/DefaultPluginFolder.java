package io.github.pscsdk.commandline.internal;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where plug-in archives lie unless the command line says otherwise. */
public final class DefaultPluginFolder {
    private DefaultPluginFolder() {}

    /** The folder {@code plugins} beside the jar that is running. */
    public static Path besideTheJar() {
        try {
            var jar = Path.of(DefaultPluginFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling("plugins");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry is a file", e);
        }
    }
}
