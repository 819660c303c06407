package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.Means;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A means, as a word: {@code identity-broker} is {@link Means#IDENTITY_BROKER}. */
final class MeansWords implements ITypeConverter<Means> {
    @Override
    public Means convert(String text) {
        try {
            return new Means(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
