package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.loginui.LoginQr;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;

/** The QR code of a login page, drawn with blocks: it holds the address, so it is for the person's screen alone. */
final class QrLines {
    private static final String BLOCKS = "\u2580\u2584\u2588";

    private QrLines() {}

    /** The lines; none where the terminal cannot write the blocks, or no QR code holds the address. */
    static List<String> of(URI page, Charset terminal) {
        if (!terminal.canEncode() || !terminal.newEncoder().canEncode(BLOCKS)) {
            return List.of();
        }
        try {
            return LoginQr.of(page).text().lines().toList();
        } catch (IllegalArgumentException e) {
            // Too long: whoever reads the address has it.
            return List.of();
        }
    }
}
