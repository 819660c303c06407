package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-FINESS: nine characters with a Luhn key; in Corsica A counts as 1 and B as 2. */
final class FinessRule {
    private static final Pattern SHAPE = Pattern.compile("\\d{9}|2[ABab]\\d{7}");

    private FinessRule() {}

    static Optional<String> check(Optional<String> raw, String field, Findings findings) {
        var finess = Blanks.given(raw);
        finess.ifPresent(number -> {
            if (!SHAPE.matcher(number).matches()) {
                findings.add(Remark.FINESS_SHAPE, field);
            } else if (!Luhn.isValid(digits(number))) {
                findings.add(Remark.FINESS_KEY, field);
            }
        });
        return finess;
    }

    private static String digits(String number) {
        return number.toUpperCase(Locale.ROOT).replace('A', '1').replace('B', '2');
    }
}
