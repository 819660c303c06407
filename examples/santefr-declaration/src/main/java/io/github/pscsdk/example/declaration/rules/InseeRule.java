package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Source;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-INSEE: the code of a commune, or that of a foreign country on the dummy centres that the ARS keep. */
final class InseeRule {
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}|2[AB]\\d{3}");
    private static final Pattern COUNTRY = Pattern.compile("99([A-Z]{3})");

    private InseeRule() {}

    static Optional<String> check(Optional<String> raw, Optional<Source> source, String field, Findings findings) {
        var code = Blanks.given(raw);
        code.filter(given -> !COMMUNE.matcher(given).matches()).ifPresent(given -> {
            if (!isCountry(given)) {
                findings.add(Remark.INSEE_SHAPE, field);
            } else if (source.filter(InseeRule::isForeignDummy).isEmpty()) {
                findings.add(Remark.INSEE_FOREIGN, field);
            }
        });
        return code;
    }

    private static boolean isCountry(String code) {
        var country = COUNTRY.matcher(code);
        return country.matches()
                && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(country.group(1));
    }

    // Keys of 9900… are those of the centres by which the French abroad are registered.
    private static boolean isForeignDummy(Source source) {
        return source.system().filter("centres-vaccination"::equals).isPresent()
                && source.id().filter(id -> id.startsWith("9900")).isPresent();
    }
}
