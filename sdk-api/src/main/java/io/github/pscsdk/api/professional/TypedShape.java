package io.github.pscsdk.api.professional;

import static io.github.pscsdk.diagnostic.NationalIdProblem.EMAIL_ADDRESS;
import static io.github.pscsdk.diagnostic.NationalIdProblem.NAME;
import static io.github.pscsdk.diagnostic.NationalIdProblem.ODD_CHARACTER;
import static io.github.pscsdk.diagnostic.NationalIdProblem.PHONE_NUMBER;
import static io.github.pscsdk.diagnostic.NationalIdProblem.RPPS_KEY_WRONG;
import static io.github.pscsdk.diagnostic.NationalIdProblem.SIRET_NUMBER;
import static io.github.pscsdk.diagnostic.NationalIdProblem.TOO_LONG;
import static io.github.pscsdk.diagnostic.NationalIdProblem.TOO_SHORT;

import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A shape that a typed text can have. Source: TRE_G08 of the ANS nomenclatures.
 *
 * @param problem the reason why such a text is no identifier
 * @param reading its meaning; throws where there is a problem
 */
record TypedShape(Predicate<String> fits, Optional<NationalIdProblem> problem, Function<String, NationalId> reading) {
    // All that separates, and the invisible marks that come along when a number is copied from a page.
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[.\\p{Pd}\\u2212]+");
    private static final Pattern STRUCTURED = Pattern.compile(".*[/@].*", Pattern.DOTALL);
    private static final int RPPS = 11;
    private static final int ADELI = 9;

    /** The first row that fits counts. The last one fits every text. */
    private static final List<TypedShape> ROWS = List.of(
            refused(".{129,}", TOO_LONG),
            // Prefix, structure, "/", internal register id; 8 and 0 are RPPS and ADELI, which have no slash.
            taken("[1-79][0-9A-Za-z]{9,}/[0-9A-Za-z/_.@+-]+", NationalId::new),
            taken("10[0-9A-Za-z_.+-]+@[0-9A-Za-z.-]{2,}", NationalId::new),
            refused("(?!10)[^/]*@.*", EMAIL_ADDRESS),
            refused("[1-79][0-9A-Za-z]*/|10[0-9A-Za-z_.+-]*@[0-9A-Za-z.-]?", TOO_SHORT),
            refused("\\+[0-9][0-9()]*|0033[1-9][0-9]{8}", PHONE_NUMBER),
            refused(matching("[0-9]{14}").and(NationalId::hasLuhnKey), SIRET_NUMBER),
            new TypedShape(matching("8?[0-9]{11}").and(TypedShape::hasRppsKey), Optional.empty(), TypedShape::rpps),
            // Most probably the 8 and ten digits of the eleven.
            refused("8[0-9]{10}", TOO_SHORT),
            refused("8?[0-9]{11}", RPPS_KEY_WRONG),
            taken("0?[0-9][0-9ABab][0-9]{7}", text -> NationalId.ofAdeli(last(ADELI, text))),
            taken("(?i:ANS)[0-9]{14}", NationalId::new),
            refused("[0-9]{0,10}|0?[0-9][ABab][0-9]{0,6}|(?i:AN?|ANS[0-9]{0,13})", TOO_SHORT),
            refused("[0-9]+|0?[0-9][ABab][0-9]+|(?i:ANS)[0-9]+", TOO_LONG),
            refused("[\\p{L}\\p{M}'’]{2,}", NAME),
            refused(".*", ODD_CHARACTER));

    /** The content of a field, which may be empty, without what separates. */
    static String written(String typed) {
        var written = SPACES.matcher(typed).replaceAll("");
        return STRUCTURED.matcher(written).matches()
                ? written
                : PUNCTUATION.matcher(written).replaceAll("");
    }

    static TypedShape of(String written) {
        return ROWS.stream().filter(row -> row.fits.test(written)).findFirst().orElseThrow();
    }

    private static TypedShape taken(String shape, Function<String, NationalId> reading) {
        return new TypedShape(matching(shape), Optional.empty(), reading);
    }

    private static TypedShape refused(String shape, NationalIdProblem problem) {
        return refused(matching(shape), problem);
    }

    private static TypedShape refused(Predicate<String> fits, NationalIdProblem problem) {
        return new TypedShape(fits, Optional.of(problem), text -> {
            throw new IllegalArgumentException("what was typed is no national identifier");
        });
    }

    private static Predicate<String> matching(String shape) {
        return Pattern.compile(shape, Pattern.DOTALL).asMatchPredicate();
    }

    private static boolean hasRppsKey(String text) {
        return NationalId.hasLuhnKey(last(RPPS, text));
    }

    private static NationalId rpps(String text) {
        return NationalId.ofRpps(last(RPPS, text));
    }

    private static String last(int characters, String text) {
        return text.substring(text.length() - characters);
    }
}
