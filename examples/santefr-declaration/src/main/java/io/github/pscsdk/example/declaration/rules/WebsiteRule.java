package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-URL: the absolute address of a booking page. */
final class WebsiteRule {
    // Real addresses hold accents, apostrophes and a second "?": stricter than the browsers would be wrong.
    private static final String HOST = "(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,10}\\p{L}[\\p{L}\\p{N}-]{1,62}\\.?";
    private static final String REST = "(?::\\d{1,5})?(?:[/?#][^\\s\"<>\\p{Cntrl}]{0,2000})?";
    private static final Pattern ADDRESS = Pattern.compile("https?://" + HOST + REST, Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_HOST = Pattern.compile(HOST + REST);
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z]{1,12}\\s?(?::|//|/:).*", Pattern.DOTALL);
    private static final Pattern PHONE = Pattern.compile("[+(]?\\d[\\d\\s./()\\u00A0-]{2,30}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@/]{1,64}@[^\\s@/]{1,255}");

    private WebsiteRule() {}

    static Optional<String> check(Optional<String> raw, String field, Findings findings) {
        return Blanks.given(raw).map(given -> kept(given, field, findings));
    }

    private static String kept(String given, String field, Findings findings) {
        var stored = given;
        if (ADDRESS.matcher(given).matches()) {
            var scheme = given.indexOf(':');
            stored = given.substring(0, scheme).toLowerCase(Locale.ROOT) + given.substring(scheme);
        } else if (BARE_HOST.matcher(given).matches()) {
            stored = "https://" + given;
        } else {
            findings.add(refusal(given), field);
        }
        if (!stored.equals(given)) {
            findings.add(Remark.URL_STORED, field, stored);
        }
        return stored;
    }

    private static Remark refusal(String given) {
        if (EMAIL.matcher(given).matches()) {
            return Remark.URL_EMAIL;
        }
        if (PHONE.matcher(given).matches()) {
            return Remark.URL_PHONE;
        }
        var spaced = given.chars().anyMatch(Blanks::isBlank);
        if (given.regionMatches(true, 0, "http://", 0, 7) || given.regionMatches(true, 0, "https://", 0, 8)) {
            return spaced ? Remark.URL_SPACES : Remark.URL_SHAPE;
        }
        if (SCHEME.matcher(given).matches()) {
            return Remark.URL_SCHEME;
        }
        return spaced && given.contains(".") ? Remark.URL_SPACES : Remark.URL_WORD;
    }
}
