package io.github.pscsdk.example.declaration.rules;

import static java.util.stream.Collectors.groupingBy;

import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.PlainText;
import io.github.pscsdk.example.declaration.text.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values that a field is meant to have, from {@code values.csv}. Others are kept with a warning: the published
 * files are full of them. Data and not code, since vaccines come and go. Immutable; safe for any thread.
 */
public final class KnownValues {
    private static final Map<String, List<List<String>>> ROWS =
            Resource.table(KnownValues.class, "values.csv").stream().collect(groupingBy(row -> row.get(0)));

    static final KnownValues AUDIENCE = of("audience");
    static final KnownValues MODES = of("mode");
    static final KnownValues VACCINES = of("vaccine");
    static final KnownValues DISEASES = of("disease");
    static final KnownValues APPOINTMENTS = of("appointment");
    static final KnownValues TESTS = of("test");
    /** A remark is as good. */
    static final KnownValues ACCESSIBILITY = of("accessibility");
    /** Yes or no; another text is kept, since either guess may be wrong. */
    static final FieldRule FLAG =
            FieldRule.listed(of("flag")::canonical, Remark.LIST_FLAG_STORED, Remark.LIST_FLAG_UNKNOWN);

    private final List<String> values = new ArrayList<>();
    private final Map<String, String> canonical = new HashMap<>();

    private KnownValues(List<List<String>> rows) {
        for (var row : rows) {
            values.add(row.get(1));
            Stream.concat(Stream.of(row.get(1)), Stream.of(row.get(4).split("\\|")))
                    .forEach(spelling -> canonical.putIfAbsent(PlainText.key(spelling), row.get(1)));
        }
    }

    /** The list of that name; without a value where there is none. */
    public static KnownValues of(String name) {
        return new KnownValues(ROWS.getOrDefault(name, List.of()));
    }

    public List<String> values() {
        return List.copyOf(values);
    }

    /** The canonical spelling, whatever the accents, the case and the signs. */
    Optional<String> canonical(String text) {
        return Optional.of(PlainText.key(text)).filter(key -> !key.isEmpty()).map(canonical::get);
    }

    /** Several values, by V-LIST: each in its one spelling; another is kept, with a warning, as a public text. */
    List<String> check(List<String> raw, String field, Findings findings) {
        var kept = new ArrayList<String>();
        for (var i = 0; i < raw.size(); i++) {
            checkOne(Optional.of(raw.get(i)), field + "[" + i + "]", findings).ifPresent(kept::add);
        }
        return kept;
    }

    Optional<String> checkOne(Optional<String> raw, String field, Findings findings) {
        return Blanks.given(raw)
                .flatMap(given -> listed(given, field, findings).or(() -> {
                    findings.add(Remark.LIST_UNKNOWN, field);
                    return TextRule.check(raw, field, findings);
                }));
    }

    /** One value where any other text is as good. */
    Optional<String> checkOrText(Optional<String> raw, String field, Findings findings) {
        return Blanks.given(raw)
                .flatMap(given -> listed(given, field, findings).or(() -> TextRule.check(raw, field, findings)));
    }

    private Optional<String> listed(String given, String field, Findings findings) {
        var known = canonical(given);
        known.filter(text -> !text.equals(given)).ifPresent(text -> findings.add(Remark.LIST_STORED, field, text));
        return known;
    }
}
