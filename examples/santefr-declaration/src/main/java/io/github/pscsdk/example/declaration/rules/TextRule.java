package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-TXT: what the public reads is plain text, short, and holds nobody's private address or mobile number. */
final class TextRule {
    private static final int LONGEST = 500;
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    private static final Pattern MOBILE = Pattern.compile(
            "(?<!\\d)(?:(?:\\+|00)33[\\s.\\u00A0-]{0,3}(?:\\(0\\))?|0)[67](?:[\\s.\\u00A0-]{0,3}\\d){8}(?!\\d)");

    /** An e-mail address for the form to write to. The public never sees it, so that its being one is no fault. */
    static final FieldRule EMAIL_ADDRESS = FieldRule.of(FieldRule.unless(EMAIL.asMatchPredicate(), "V-TXT.no-email"));

    static final FieldRule TEXT = TextRule::check;

    /** A text that the public needs. */
    static final FieldRule NEEDED = TEXT.needed("V-TXT.missing");

    private TextRule() {}

    private static Optional<String> check(Optional<String> raw, String field, Findings findings) {
        return Blanks.given(raw).flatMap(given -> {
            var text = Blanks.trim(PlainText.of(given));
            if (!text.equals(given)) {
                findings.add("V-TXT.cleaned", field);
            }
            remark(text, field, findings);
            return Optional.of(text).filter(rest -> !rest.isEmpty());
        });
    }

    private static void remark(String text, String field, Findings findings) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            findings.add("V-TXT.too-long", field);
        }
        if (EMAIL.matcher(text).find()) {
            findings.add("V-TXT.email", field);
        }
        if (MOBILE.matcher(text).find()) {
            findings.add("V-TXT.mobile", field);
        }
    }
}
