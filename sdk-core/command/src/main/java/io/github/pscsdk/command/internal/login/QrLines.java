package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.loginui.LoginQr;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;

/** A QR code, drawn with blocks, such as that of a login page: it is for the person's screen alone. */
final class QrLines {
    private static final String BLOCKS = "\u2580\u2584\u2588";

    private QrLines() {}

    /** The lines; none where the terminal cannot write the blocks, or no QR code holds the address. */
    static List<String> of(URI page, Charset terminal) {
        return drawn(() -> LoginQr.of(page), terminal);
    }

    /** The lines of another text; none in the same cases. */
    static List<String> ofText(String text, Charset terminal) {
        return drawn(() -> LoginQr.ofText(text), terminal);
    }

    private static List<String> drawn(Supplier<LoginQr> code, Charset terminal) {
        if (!terminal.canEncode() || !terminal.newEncoder().canEncode(BLOCKS)) {
            return List.of();
        }
        try {
            return code.get().text().lines().toList();
        } catch (IllegalArgumentException e) {
            // Too long.
            return List.of();
        }
    }
}
