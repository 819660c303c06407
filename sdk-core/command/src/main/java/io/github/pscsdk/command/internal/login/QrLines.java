package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.loginui.LoginQr;
import java.nio.charset.Charset;
import java.util.List;

/** A QR code, drawn with blocks, such as that of a login page: it is for the person's screen alone. */
final class QrLines {
    private static final String BLOCKS = "\u2580\u2584\u2588";

    private QrLines() {}

    /** The lines; none where the terminal cannot write the blocks, or no QR code holds the text. */
    static List<String> of(String text, Charset terminal) {
        if (!terminal.canEncode() || !terminal.newEncoder().canEncode(BLOCKS)) {
            return List.of();
        }
        try {
            return LoginQr.ofText(text).text().lines().toList();
        } catch (IllegalArgumentException e) {
            // Too long.
            return List.of();
        }
    }
}
