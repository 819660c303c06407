package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.FieldRule.corrected;
import static io.github.pscsdk.example.declaration.rules.FieldRule.matching;
import static io.github.pscsdk.example.declaration.rules.FieldRule.taken;
import static io.github.pscsdk.example.declaration.rules.FieldRule.unless;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.rules.FieldRule.Case;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** V-IDN, V-RPPS, V-FINESS and V-SIREN: the numbers of who declares, and those of the place. */
final class IdentifierRules {
    /** V-FINESS: nine characters with a Luhn key; in Corsica A counts as 1 and B as 2. */
    static final FieldRule FINESS = FieldRule.of(
            unless(matching("\\d{9}|2[ABab]\\d{7}"), "V-FINESS.format"),
            unless(IdentifierRules::hasFinessKey, "V-FINESS.key"));

    /** V-SIREN: nine digits for a company, with a Luhn key. */
    static final FieldRule SIREN = FieldRule.of(
            unless(matching("\\d{9}"), "V-SIREN.format"), unless(IdentifierRules::hasLuhnKey, "V-SIREN.key"));

    /** V-SIREN: fourteen digits for a site, with a Luhn key. */
    static final FieldRule SIRET = FieldRule.of(
            unless(matching("\\d{14}"), "V-SIREN.siret-format"),
            unless(IdentifierRules::hasLuhnKey, "V-SIREN.siret-key"));

    private static final Case BARE_RPPS = refusedIgnoringBlanks(matching("\\d{11}"), "V-IDN.rpps-without-prefix");
    private static final Case BARE_ADELI =
            refusedIgnoringBlanks(matching("\\d[0-9A-Za-z]\\d{7}"), "V-IDN.adeli-without-prefix");
    // Letters occur in the numbers of the departments of Corsica only, as far as known.
    private static final Case OTHER_FORMAT =
            refusedIgnoringBlanks(matching("8\\d{11}|0[0-9A-Za-z]{9}").negate(), "V-IDN.format");

    private IdentifierRules() {}

    /**
     * V-IDN: who declares is whoever Pro Santé Connect says is calling. A declaration need not repeat it; one that does
     * has one of the two formats that a person may type, and names nobody else.
     */
    static FieldRule nationalId(Caller caller) {
        var rule = FieldRule.respelling(
                "V-IDN.stored",
                BARE_RPPS,
                BARE_ADELI,
                OTHER_FORMAT,
                refusedIgnoringBlanks(text -> !text.equalsIgnoreCase(caller.nationalId()), "V-IDN.somebody-else"),
                taken(text -> Optional.of(withoutBlanks(text))));
        return (raw, field, findings) -> {
            // A draft that was begun under another identifier of the same person goes on under this one.
            var told = Blanks.given(raw).filter(text -> !caller.hasAlso(withoutBlanks(text)));
            // The key, not the identifier: its case may change between two tokens, and the declaration's hash with it.
            return rule.check(told.or(() -> Optional.of(caller.key())), field, findings);
        };
    }

    /**
     * V-RPPS: 11 digits with a Luhn key, the same as in the national identifier. A warning, since the rule of the key
     * was inferred and fictitious numbers in published examples break it.
     */
    static FieldRule rpps(Optional<String> nationalId) {
        return FieldRule.of(
                unless(matching("\\d{11}"), "V-RPPS.format"),
                unless(IdentifierRules::hasLuhnKey, "V-RPPS.key"),
                unless(text -> nationalId.filter(("8" + text)::equals).isPresent(), "V-RPPS.other"));
    }

    private static Case refusedIgnoringBlanks(Predicate<String> fits, String remark) {
        return corrected(remark, text -> Optional.of(withoutBlanks(text)).filter(fits));
    }

    private static String withoutBlanks(String text) {
        return Blanks.without(text, Blanks::isBlank);
    }

    private static boolean hasFinessKey(String text) {
        return hasLuhnKey(text.toUpperCase(Locale.ROOT).replace('A', '1').replace('B', '2'));
    }

    /** Whether the last digit is the Luhn key of those before it (ISO/IEC 7812-1, annex B). */
    private static boolean hasLuhnKey(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
