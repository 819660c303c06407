package io.github.pscsdk.testkit.card.internal.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** The readers of the machine's PC/SC service. */
public final class PcscReaders {
    /** The path of the library on Debian. JDKs of other builders look elsewhere (pcsc-on-linux, section 1). */
    private static final String LIBRARY = "/usr/lib/x86_64-linux-gnu/libpcsclite.so.1";

    private static final String PROPERTY = "sun.security.smartcardio.library";

    private PcscReaders() {}

    /** Tells the JDK the path of the library, unless it is set already. */
    public static void locateLibrary() {
        if (System.getProperty(PROPERTY) == null && Files.exists(Path.of(LIBRARY))) {
            System.setProperty(PROPERTY, LIBRARY);
        }
    }

    /**
     * The reader with that name.
     *
     * @throws IllegalStateException if there is no service, or it does not know the reader; its message says so in
     *     PC/SC's words
     */
    public static CardTerminal named(String name) {
        locateLibrary();
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
                    .filter(terminal -> terminal.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("PC/SC has no reader " + name));
        } catch (NoSuchAlgorithmException | CardException e) {
            throw new IllegalStateException("PC/SC says " + reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
