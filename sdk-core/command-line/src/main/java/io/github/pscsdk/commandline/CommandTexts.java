package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says: its own texts, and behind them what all commands say alike. */
public final class CommandTexts {
    private CommandTexts() {}

    /** The texts beside the class of the outermost command, in the language of this machine. */
    public static Texts of(CommandSpec command) {
        return of(command.root().userObject().getClass(), Language.of(Locale.getDefault()));
    }

    /** The texts beside the class of an outermost command. */
    public static Texts of(Class<?> command, Language language) {
        return Texts.beside(command, "texts", language).or(Texts.beside(CommandTexts.class, "texts", language));
    }
}
