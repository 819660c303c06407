package io.github.pscsdk.commandline.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants as they are written on a command line: {@code SIGN_OUT} is {@code sign-out}. */
public abstract class LowerCase<E extends Enum<E>> implements ITypeConverter<E> {
    private final Map<String, E> words = new LinkedHashMap<>();

    protected LowerCase(E[] constants) {
        for (var constant : constants) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
    }

    @Override
    public E convert(String text) {
        return Optional.ofNullable(words.get(text))
                .orElseThrow(() -> new TypeConversionException("one of " + String.join(", ", words.keySet())));
    }
}
