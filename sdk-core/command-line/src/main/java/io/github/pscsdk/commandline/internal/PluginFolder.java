package io.github.pscsdk.commandline.internal;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where plug-in archives lie unless the command line says otherwise. */
public final class PluginFolder {
    private PluginFolder() {}

    /** The folder {@code plugins} beside the jar that is running. */
    public static Path besideTheJar() {
        try {
            var jar = Path.of(PluginFolder.class
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
