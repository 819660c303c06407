package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.ShapeTable.ANYTHING;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.matching;
import static io.github.pscsdk.example.declaration.rules.ShapeTable.taken;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.rules.ShapeTable.Row;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * V-IDN: who declares is whoever Pro Santé Connect says is calling. A declaration need not repeat it; one that does has one of
 * the two shapes that a person may type, and names nobody else.
 */
final class IdentityRule {
    private static final Row BARE_RPPS = refused(matching("\\d{11}"), Remark.IDN_RPPS_WITHOUT_PREFIX);
    private static final Row BARE_ADELI = refused(matching("\\d[0-9A-Za-z]\\d{7}"), Remark.IDN_ADELI_WITHOUT_PREFIX);
    // Letters occur in the numbers of the departments of Corsica only, as far as known.
    private static final Row OTHER_SHAPE =
            refused(matching("8\\d{11}|0[0-9A-Za-z]{9}").negate(), Remark.IDN_SHAPE);

    private IdentityRule() {}

    static Optional<String> check(Optional<String> raw, Caller caller, String field, Findings findings) {
        var table = ShapeTable.respelling(
                Remark.IDN_STORED,
                BARE_RPPS,
                BARE_ADELI,
                OTHER_SHAPE,
                refused(text -> !text.equalsIgnoreCase(caller.nationalId()), Remark.IDN_SOMEBODY_ELSE),
                taken(ANYTHING, IdentityRule::withoutBlanks));
        // The key, since the case of an identifier may change between two tokens, and the hash of a declaration with
        // it.
        return table.check(Blanks.given(raw).or(() -> Optional.of(caller.key())), field, findings);
    }

    private static Row refused(Predicate<String> fits, Remark remark) {
        return new Row(
                text -> fits.test(withoutBlanks(text)), IdentityRule::withoutBlanks, Optional.of(remark), text -> "");
    }

    private static String withoutBlanks(String text) {
        return Blanks.without(text, Blanks::isBlank);
    }
}
