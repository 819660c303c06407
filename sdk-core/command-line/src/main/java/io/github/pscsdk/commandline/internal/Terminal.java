package io.github.pscsdk.commandline.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a person is there: watches standard error, so that a line may be drawn over, or types. */
public final class Terminal {
    private static final Path LINUX_STREAMS = Path.of("/proc/self/fd");

    private Terminal() {}

    /** Whether standard error is a terminal that can redraw a line. */
    public static boolean watchesStandardError() {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal(LINUX_STREAMS.resolve("2"));
    }

    /** Whether a person can be asked. */
    public static boolean typesStandardInput() {
        return isTerminal(LINUX_STREAMS.resolve("0"));
    }

    /** The encoding of its output; UTF-8 where it claims to know plain ASCII only, as in most containers. */
    public static Charset charset() {
        var terminal = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        return terminal.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : terminal;
    }

    private static boolean isTerminal(Path stream) {
        // Java has no isatty; System.console() looks at the first two streams, and since Java 22 is there without any.
        if (!Files.exists(LINUX_STREAMS)) {
            return System.getenv("TERM") != null && System.console() != null;
        }
        try {
            var target = Files.readSymbolicLink(stream).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
