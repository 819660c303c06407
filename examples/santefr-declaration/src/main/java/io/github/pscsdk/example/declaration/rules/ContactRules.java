package io.github.pscsdk.example.declaration.rules;

import static io.github.pscsdk.example.declaration.rules.FieldRule.ANYTHING;
import static io.github.pscsdk.example.declaration.rules.FieldRule.containing;
import static io.github.pscsdk.example.declaration.rules.FieldRule.matching;
import static io.github.pscsdk.example.declaration.rules.FieldRule.refused;
import static io.github.pscsdk.example.declaration.rules.FieldRule.respelling;
import static io.github.pscsdk.example.declaration.rules.FieldRule.taken;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** V-TEL and V-URL: how the public reaches a place. */
final class ContactRules {
    /** Country codes by the first digits dialled within France; elsewhere it is 33. */
    private static final Map<String, String> OVERSEAS_CODES = Map.ofEntries(
            Map.entry("0262", "+262"),
            Map.entry("0263", "+262"),
            Map.entry("0269", "+262"),
            Map.entry("0639", "+262"),
            Map.entry("0692", "+262"),
            Map.entry("0693", "+262"),
            Map.entry("0508", "+508"),
            Map.entry("0590", "+590"),
            Map.entry("0690", "+590"),
            Map.entry("0691", "+590"),
            Map.entry("0594", "+594"),
            Map.entry("0694", "+594"),
            Map.entry("0596", "+596"),
            Map.entry("0696", "+596"),
            Map.entry("0697", "+596"));

    private static final String LONG_NUMBER = "(?:\\+33|0)[1-9](?:[^\\d\\p{L}+]{0,9}\\d){8}";

    /** V-TEL: one telephone number, kept as E.164 unless it is a short one. */
    static final FieldRule PHONE = respelling(
            Remark.TEL_STORED,
            taken(dialling("0[1-9]\\d{8}"), text -> international(dialled(text))),
            taken(dialling("\\+33[1-9]\\d{8}|\\+(?:262|590|594|596|508)\\d{9}|3\\d{3}"), ContactRules::dialled),
            refused(
                    dialling("(?:\\+|00)?33(?:0|\\(0\\))?[1-9]\\d{8}"),
                    Remark.TEL_PREFIX,
                    text -> "+33" + last(9, dialled(text))),
            refused(containing("@"), Remark.TEL_EMAIL),
            refused(
                    containing("(?<![\\d+])(?:" + LONG_NUMBER + "|3\\d{3})(?!\\d)\\D{1,40}?" + LONG_NUMBER + "(?!\\d)"),
                    Remark.TEL_TWO_NUMBERS),
            refused(containing("\\p{L}"), Remark.TEL_WORDS),
            refused(ANYTHING, Remark.TEL_FORMAT));

    // Real addresses hold accents, apostrophes and a second "?": stricter than the browsers would be wrong.
    private static final String AUTHORITY_AND_REST =
            "(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}\\p{L}[\\p{L}\\p{N}-]{1,62}\\.?(?::\\d{1,5})?"
                    + "(?:[/?#][^\\s\"<>\\p{Cntrl}]{0,2000})?";
    private static final Predicate<String> BLANKS = text -> text.chars().anyMatch(Blanks::isBlank);

    /** V-URL: the absolute address of a booking page. */
    static final FieldRule WEBSITE = respelling(
            Remark.URL_STORED,
            taken(matching("(?i:https?)://" + AUTHORITY_AND_REST), ContactRules::withSchemeInLowerCase),
            taken(matching(AUTHORITY_AND_REST), text -> "https://" + text),
            refused(matching("[^\\s@/]{1,64}@[^\\s@/]{1,255}"), Remark.URL_EMAIL),
            refused(matching("[+(]?\\d[\\d\\s./()\\u00A0-]{2,30}"), Remark.URL_PHONE),
            refused(matching("(?iu:https?)://.*").and(BLANKS), Remark.URL_SPACES),
            refused(matching("(?iu:https?)://.*"), Remark.URL_FORMAT),
            refused(matching("[a-zA-Z]{1,12}\\s?(?::|//|/:).*"), Remark.URL_SCHEME),
            refused(containing("\\.").and(BLANKS), Remark.URL_SPACES),
            refused(ANYTHING, Remark.URL_WORD));

    private ContactRules() {}

    private static String international(String national) {
        return OVERSEAS_CODES.getOrDefault(national.substring(0, 4), "+33") + national.substring(1);
    }

    private static Predicate<String> dialling(String pattern) {
        var whole = matching(pattern);
        return text -> whole.test(dialled(text));
    }

    /** Without what people write between digits. */
    private static String dialled(String text) {
        return Blanks.without(
                text, c -> c == '.' || Character.getType(c) == Character.DASH_PUNCTUATION || Blanks.isBlank(c));
    }

    private static String withSchemeInLowerCase(String address) {
        var scheme = address.indexOf(':');
        return address.substring(0, scheme).toLowerCase(Locale.ROOT) + address.substring(scheme);
    }

    private static String last(int characters, String text) {
        return text.substring(text.length() - characters);
    }
}
