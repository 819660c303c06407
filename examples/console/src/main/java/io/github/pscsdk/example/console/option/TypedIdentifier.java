package io.github.pscsdk.example.console.option;

import io.github.pscsdk.api.NationalId;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A national identifier as people type it: whole, or the RPPS number that is printed on the card. */
public final class TypedIdentifier implements ITypeConverter<NationalId> {

    /** Empty where it can be neither. */
    public static Optional<NationalId> parse(String typed) {
        try {
            return Optional.of(typed.matches("[0-9]{11}") ? NationalId.ofRpps(typed) : new NationalId(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public NationalId convert(String typed) {
        return parse(typed).orElseThrow(() -> new TypeConversionException("not a national identifier"));
    }
}
