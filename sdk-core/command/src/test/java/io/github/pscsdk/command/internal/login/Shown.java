package io.github.pscsdk.example.console.login;

import io.github.pscsdk.example.console.screen.Screen;
import io.github.pscsdk.example.console.screen.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** An English screen, and what stands on it. */
final class Shown {
    static final Texts TEXTS = Texts.in(Locale.ENGLISH);

    private final StringWriter written = new StringWriter();

    Screen screen() {
        return new Screen(new PrintWriter(written), TEXTS, false);
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
