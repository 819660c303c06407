package io.github.pscsdk.example.console.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a person watches the standard error stream, so that a line may be drawn over. */
public final class Terminal {
    private static final Path LINUX_STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal that can redraw a line. */
    public static boolean watchesStandardError() {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal();
    }

    private static boolean isTerminal() {
        // Java has no isatty; System.console() looks at the two other streams, and since Java 22 is there without any.
        if (!Files.exists(LINUX_STANDARD_ERROR)) {
            return System.getenv("TERM") != null && System.console() != null;
        }
        try {
            var target = Files.readSymbolicLink(LINUX_STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
