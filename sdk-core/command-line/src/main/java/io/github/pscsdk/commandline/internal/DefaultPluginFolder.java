package io.github.pscsdk.commandline.internal;

import java.net.URI;
import java.nio.file.Path;

/** Where plug-in archives lie unless the command line says otherwise. */
public final class DefaultPluginFolder {
    private DefaultPluginFolder() {}

    /** The folder {@code plugins} beside the jar that is running. */
    public static Path besideTheJar() {
        var jar =
                DefaultPluginFolder.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(jar.toString())).resolveSibling("plugins");
    }
}
