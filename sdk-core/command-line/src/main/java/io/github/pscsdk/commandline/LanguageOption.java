package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.Language;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The language of a command, for whoever helps a person who reads another one; a mix-in. */
public final class LanguageOption {
    private static final String NAME = "--lang";

    @Option(
            names = NAME,
            paramLabel = "fr|en",
            converter = Tag.class,
            description = "The language, fr or en. Default: that of this machine.")
    private Optional<Language> language = Optional.empty();

    /** What was asked for; empty where nothing was, or the command has no such option. */
    static Optional<Language> of(CommandSpec command) {
        return Optional.ofNullable(command.findOption(NAME)).flatMap(option -> option.<Optional<Language>>getValue());
    }

    /** A language by its tag. */
    static final class Tag implements ITypeConverter<Language> {
        @Override
        public Language convert(String text) {
            return Language.tagged(text).orElseThrow(() -> new TypeConversionException("one of fr, en"));
        }
    }
}
