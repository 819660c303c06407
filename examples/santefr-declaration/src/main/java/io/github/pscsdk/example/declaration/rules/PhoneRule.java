package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-TEL: one telephone number, kept as E.164 unless it is a short one. */
final class PhoneRule {
    private static final Pattern ACCEPTED =
            Pattern.compile("0[1-9]\\d{8}|\\+33[1-9]\\d{8}|\\+(262|590|594|596|508)\\d{9}|3\\d{3}");
    private static final String LONG = "(?:\\+33|0)[1-9](?:[^\\d\\p{L}+]{0,9}\\d){8}";
    private static final Pattern TWO_NUMBERS =
            Pattern.compile("(?<![\\d+])(?:" + LONG + "|3\\d{3})(?!\\d)\\D{1,40}?" + LONG + "(?!\\d)");
    private static final Pattern MISSPELT_PREFIX = Pattern.compile("(?:\\+|00)?33(?:0|\\(0\\))?([1-9]\\d{8})");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private PhoneRule() {}

    static Optional<String> check(Optional<String> raw, String field, Findings findings) {
        return Blanks.given(raw).map(given -> kept(given, field, findings));
    }

    private static String kept(String given, String field, Findings findings) {
        var number = Blanks.without(given, PhoneRule::isSeparator);
        if (!ACCEPTED.matcher(number).matches()) {
            refuse(given, number, field, findings);
            return given;
        }
        var stored = number.startsWith("0") ? DialPlan.international(number) : number;
        if (!stored.equals(given)) {
            findings.add(Remark.TEL_STORED, field, stored);
        }
        return stored;
    }

    private static void refuse(String given, String number, String field, Findings findings) {
        var prefix = MISSPELT_PREFIX.matcher(number);
        if (prefix.matches()) {
            findings.add(Remark.TEL_PREFIX, field, "+33" + prefix.group(1));
        } else if (given.contains("@")) {
            findings.add(Remark.TEL_EMAIL, field);
        } else if (TWO_NUMBERS.matcher(given).find()) {
            findings.add(Remark.TEL_TWO_NUMBERS, field);
        } else if (LETTER.matcher(given).find()) {
            findings.add(Remark.TEL_WORDS, field);
        } else {
            findings.add(Remark.TEL_SHAPE, field);
        }
    }

    private static boolean isSeparator(int c) {
        return c == '.' || Character.getType(c) == Character.DASH_PUNCTUATION || Blanks.isBlank(c);
    }
}
