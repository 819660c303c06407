package io.github.pscsdk.commandline;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants as they are written on a command line: {@code SIGN_OUT} is {@code sign-out}. */
public abstract class LowerCase<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    /** Of these constants. */
    protected LowerCase(E[] constants) {
        this.constants = constants.clone();
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(constants)
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("one of "
                        + Arrays.stream(constants).map(LowerCase::written).collect(Collectors.joining(", "))));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
