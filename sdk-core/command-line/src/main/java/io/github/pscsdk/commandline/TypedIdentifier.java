package io.github.pscsdk.commandline;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.TypedNationalId;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A national identifier on the command line; where it is none, the line says why and does not repeat it. */
public final class TypedIdentifier implements ITypeConverter<NationalId> {
    @Override
    public NationalId convert(String value) {
        var typed = TypedNationalId.of(value);
        return typed.nationalId()
                .orElseThrow(() -> new TypeConversionException(
                        typed.problem().map(TypedIdentifier::reason).orElseThrow()));
    }

    private static String reason(NationalIdProblem problem) {
        return problem.remedy(Locale.getDefault()).title() + " (" + problem.code() + ")";
    }
}
