package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.FieldRule.ANYTHING;
import static io.github.pscsdk.example.declaration.rules.FieldRule.containing;
import static io.github.pscsdk.example.declaration.rules.FieldRule.corrected;
import static io.github.pscsdk.example.declaration.rules.FieldRule.matching;
import static io.github.pscsdk.example.declaration.rules.FieldRule.refused;
import static io.github.pscsdk.example.declaration.rules.FieldRule.respelling;
import static io.github.pscsdk.example.declaration.rules.FieldRule.taken;

import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** V-TEL and V-URL: how the public reaches a place. */
final class ContactRules {
    /** Country codes by the first digits dialled within France; elsewhere it is 33. */
    private static final Map<String, String> OVERSEAS_CODES =
            ClassPathResource.table(ContactRules.class, "overseas-numbers.csv").stream()
                    .collect(Collectors.toUnmodifiableMap(cells -> cells.get(0), cells -> cells.get(1)));

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String LONG_NUMBER =
            "(?:(?:\\+|00)33[ .\\u00A0]{0,2}(?:\\(0\\)|0)?|0)[ .\\u00A0]{0,2}[1-9](?:[^\\d\\p{L}+]{0,9}\\d){8}";
    private static final Pattern TWO_NUMBERS =
            Pattern.compile("(?<![\\d+])(" + LONG_NUMBER + "|3\\d{3})(?!\\d)\\D{1,40}?" + LONG_NUMBER + "(?!\\d)");
    private static final Pattern EXTENSION = Pattern.compile("(.*\\d)\\W*(?:poste|p\\.|ext\\.?) ?\\d{1,5}", FLAGS);

    private static final Pattern LABEL = Pattern.compile("^(?:n°|num[ée]ro|t[ée]l(?:[ée]phone)?\\.?)\\s*:?\\s*", FLAGS);
    private static final Pattern NATIONAL = Pattern.compile("(?:(?:\\+|00)?33(?:\\(0\\)|0)?|0)([1-9]\\d{8})");
    private static final Pattern OVERSEAS =
            Pattern.compile("(\\+|00|)(262|590|594|596|508)(?:\\(0\\)|0)?([1-9]\\d{8})");
    private static final Pattern AS_IT_IS = Pattern.compile("3\\d{3}|\\+(?:68[17]\\d{6}|689\\d{8})");

    /** V-TEL: one telephone number, kept as E.164 unless it is a short one. */
    static final FieldRule PHONE = respelling(
            "V-TEL.stored",
            taken(ContactRules::number),
            refused(containing("@"), "V-TEL.email"),
            corrected("V-TEL.two-numbers", text -> first(TWO_NUMBERS.matcher(text))),
            corrected("V-TEL.extension", text -> first(EXTENSION.matcher(text))),
            refused(containing("\\p{L}"), "V-TEL.words"),
            refused(ANYTHING, "V-TEL.format"));

    // Real addresses hold accents, apostrophes and a second "?": stricter than the browsers would be wrong.
    private static final String AUTHORITY_AND_REST =
            "(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}\\p{L}[\\p{L}\\p{N}-]{1,62}\\.?(?::\\d{1,5})?"
                    + "(?:[/?#][^\\s\"<>\\p{Cntrl}]{0,2000})?";
    private static final Predicate<String> WITH_SCHEME = matching("https?://" + AUTHORITY_AND_REST);
    private static final Predicate<String> BLANKS = text -> text.chars().anyMatch(Blanks::isBlank);

    /** V-URL: the absolute address of a booking page. */
    static final FieldRule WEBSITE = respelling(
            "V-URL.stored",
            taken(ContactRules::withSchemeInLowerCase),
            taken(text -> Optional.of("https://" + text).filter(WITH_SCHEME)),
            refused(matching("[^\\s@/]{1,64}@[^\\s@/]{1,255}"), "V-URL.email"),
            refused(matching("[+(]?\\d[\\d\\s./()\\u00A0-]{2,30}"), "V-URL.phone"),
            refused(matching("(?iu:https?)://.*").and(BLANKS), "V-URL.spaces"),
            refused(matching("(?iu:https?)://.*"), "V-URL.format"),
            refused(matching("[a-zA-Z]{1,12}\\s?(?::|//|/:).*"), "V-URL.scheme"),
            refused(containing("\\.").and(BLANKS), "V-URL.spaces"),
            refused(ANYTHING, "V-URL.word"));

    private ContactRules() {}

    /** The number that a text is, if it is one and no more. */
    private static Optional<String> number(String text) {
        var dialled = dialled(LABEL.matcher(text).replaceFirst(""));
        var national = NATIONAL.matcher(dialled);
        if (national.matches()) {
            var code = OVERSEAS_CODES.getOrDefault("0" + national.group(1).substring(0, 3), "+33");
            return Optional.of(code + national.group(1));
        }
        var overseas = OVERSEAS.matcher(dialled);
        if (overseas.matches()) {
            return Optional.of("+" + overseas.group(2) + overseas.group(3))
                    .filter(number -> !overseas.group(1).isEmpty()
                            || number.startsWith(OVERSEAS_CODES.getOrDefault("0" + number.substring(4, 7), "none")));
        }
        return Optional.of(dialled).filter(AS_IT_IS.asMatchPredicate());
    }

    private static Optional<String> first(Matcher numbers) {
        return numbers.find() ? number(numbers.group(1)) : Optional.empty();
    }

    /** Without what people write between digits, and with a zero where they write the letter. */
    private static String dialled(String text) {
        var digits = Blanks.without(
                text,
                c -> c == '.' || c == '/' || Character.getType(c) == Character.DASH_PUNCTUATION || Blanks.isBlank(c));
        return digits.replace('O', '0').replace('o', '0');
    }

    private static Optional<String> withSchemeInLowerCase(String address) {
        var scheme = Math.max(address.indexOf(':'), 0);
        return Optional.of(address.substring(0, scheme).toLowerCase(Locale.ROOT) + address.substring(scheme))
                .filter(WITH_SCHEME);
    }
}
