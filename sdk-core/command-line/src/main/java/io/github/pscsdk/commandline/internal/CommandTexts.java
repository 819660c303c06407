package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The texts of a command: its own, and behind them those that all commands share. */
public final class CommandTexts {
    private static final String LANGUAGE = "--lang";

    private CommandTexts() {}

    /** The language of a command, for whoever helps a person who reads another one; a mix-in. */
    public static final class LanguageOption {
        @Option(
                names = LANGUAGE,
                paramLabel = "fr|en",
                description = "The language, fr or en. Default: that of this machine.")
        private Optional<Language> language = Optional.empty();
    }

    /** The texts beside the class of the outermost command, in the language that was asked for, else that of this machine. */
    public static Texts of(CommandSpec command) {
        var language = Optional.ofNullable(command.findOption(LANGUAGE))
                .flatMap(option -> option.<Optional<Language>>getValue())
                .orElseGet(() -> Language.of(Locale.getDefault()));
        return of(command.root().userObject().getClass(), language);
    }

    /** The texts beside the class of an outermost command. */
    public static Texts of(Class<?> command, Language language) {
        return Texts.beside(command, "texts", language).or(Texts.beside(CommandTexts.class, "texts", language));
    }
}
