package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The texts of a command: its own, and behind them those that all commands share. */
public final class CommandTexts {
    private CommandTexts() {}

    /**
     * The texts beside the class of the outermost command, in the language that was asked for, else that of this
     * machine.
     */
    public static Texts of(CommandSpec command) {
        var language = Optional.ofNullable(command.findOption(CommonOptions.LANGUAGE))
                .flatMap(option -> option.<Optional<Language>>getValue())
                .orElseGet(() -> Language.of(Locale.getDefault()));
        return of(command.root().userObject().getClass(), language);
    }

    /** The texts beside the class of an outermost command. */
    public static Texts of(Class<?> command, Language language) {
        return Texts.beside(command, "texts", language).or(Texts.beside(CommandTexts.class, "texts", language));
    }
}
