package io.github.pscsdk.plugin.cps.internal.pcsc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where the PC/SC library is. Windows and macOS bring theirs and the JDK knows its name. On Linux most JDKs look for a file that
 * only the developers' package has; Debian's own place is told to them where it exists and nobody told them anything else.
 */
final class PcscLibrary {
    private static final String PROPERTY = "sun.security.smartcardio.library";

    private static final List<Path> DEBIAN = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/libpcsclite.so.1"));

    private PcscLibrary() {}

    /** To be called before the first use of PC/SC: the JDK reads the property once. */
    static void locate() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("linux") && System.getProperty(PROPERTY) == null) {
            DEBIAN.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .ifPresent(library -> System.setProperty(PROPERTY, library.toString()));
        }
    }
}
