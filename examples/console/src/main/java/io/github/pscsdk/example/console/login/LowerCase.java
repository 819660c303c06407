package io.github.pscsdk.example.console.login;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.api.WayIn;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants of the contract as they are written on a command line: {@code SIGN_OUT} is {@code sign-out}. */
abstract class LowerCase<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    private LowerCase(E[] constants) {
        this.constants = constants;
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

    static final class OfCardRemoval extends LowerCase<CardRemoval> {
        OfCardRemoval() {
            super(CardRemoval.values());
        }
    }

    static final class OfWayIn extends LowerCase<WayIn> {
        OfWayIn() {
            super(WayIn.values());
        }
    }
}
