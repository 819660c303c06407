package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * V-RPPS: 11 digits with a Luhn key, the same as in the national identifier. A warning, since the rule of the key was
 * inferred and fictitious numbers in published examples break it.
 */
final class RppsRule {
    private static final Pattern SHAPE = Pattern.compile("\\d{11}");

    private RppsRule() {}

    static Optional<String> check(Optional<String> raw, Optional<String> nationalId, String field, Findings findings) {
        var rpps = Blanks.given(raw);
        rpps.ifPresent(number -> {
            if (!SHAPE.matcher(number).matches()) {
                findings.add(Remark.RPPS_SHAPE, field);
            } else if (!Luhn.isValid(number)) {
                findings.add(Remark.RPPS_KEY, field);
            } else if (nationalId.filter(id -> id.equals("8" + number)).isEmpty()) {
                findings.add(Remark.RPPS_OTHER, field);
            }
        });
        return rpps;
    }
}
