package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * V-IDN: who declares is whoever Pro Santé Connect says is calling. A declaration need not repeat it; one that does has one of
 * the two shapes that a person may type, and names nobody else.
 */
final class IdentityRule {
    // Letters occur in the numbers of the departments of Corsica only, as far as known.
    private static final Pattern SHAPE = Pattern.compile("8\\d{11}|0[0-9A-Za-z]{9}");
    private static final Pattern BARE_RPPS = Pattern.compile("\\d{11}");
    private static final Pattern BARE_ADELI = Pattern.compile("\\d[0-9A-Za-z]\\d{7}");

    private IdentityRule() {}

    static Optional<String> check(Optional<String> raw, Caller caller, String field, Findings findings) {
        // The key, since the case of an identifier may change between two tokens, and the hash of a declaration with
        // it.
        var given = Blanks.given(raw).orElseGet(caller::key);
        var identifier = Blanks.without(given, Blanks::isBlank);
        if (!SHAPE.matcher(identifier).matches()) {
            findings.add(shapeRemark(identifier), field);
        } else if (!identifier.equalsIgnoreCase(caller.nationalId())) {
            findings.add(Remark.IDN_SOMEBODY_ELSE, field);
        } else if (!identifier.equals(given)) {
            findings.add(Remark.IDN_STORED, field);
        }
        return Optional.of(identifier);
    }

    private static Remark shapeRemark(String identifier) {
        if (BARE_RPPS.matcher(identifier).matches()) {
            return Remark.IDN_RPPS_WITHOUT_PREFIX;
        }
        return BARE_ADELI.matcher(identifier).matches() ? Remark.IDN_ADELI_WITHOUT_PREFIX : Remark.IDN_SHAPE;
    }
}
