package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;

/** An English screen, and what stands on it. */
final class Shown {
    static final Texts TEXTS = CommandTexts.of(Psc.class, Language.ENGLISH);

    private final StringWriter written = new StringWriter();

    Screen screen() {
        return new Screen(new PrintWriter(written), TEXTS, false);
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
