package io.github.pscsdk.example.declaration.rules;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import io.github.pscsdk.example.declaration.text.PlainText;
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
    private static final KnownValues NONE = new KnownValues(List.of());
    private static final Map<String, KnownValues> LISTS =
            ClassPathResource.table(KnownValues.class, "values.csv").stream()
                    .collect(groupingBy(row -> row.get(0), collectingAndThen(toList(), KnownValues::new)));

    /** Yes or no; another text is kept, since either guess may be wrong. */
    static final FieldRule FLAG = FieldRule.listed(of("flag")::canonical, "V-LIST.flag-stored", "V-LIST.flag-unknown");

    static final FieldRule TEST =
            FieldRule.listed(of("test")::canonical, "V-OFFRE.test-stored", "V-OFFRE.unknown-test");

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
        return LISTS.getOrDefault(name, NONE);
    }

    public List<String> values() {
        return List.copyOf(values);
    }

    /** The canonical spelling, whatever the accents, the case and the signs. */
    Optional<String> canonical(String text) {
        return Optional.of(PlainText.key(text)).filter(key -> !key.isEmpty()).map(canonical::get);
    }

    /**
     * V-LIST: a value in its one spelling; another is kept as a public text.
     *
     * @param warns of others, where not every text is as good
     */
    FieldRule rule(boolean warns) {
        return (raw, field, findings) -> Blanks.given(raw).flatMap(given -> {
            var known = canonical(given);
            known.filter(text -> !text.equals(given)).ifPresent(text -> findings.add("V-LIST.stored", field, text));
            if (warns && known.isEmpty()) {
                findings.add("V-LIST.unknown", field);
            }
            return known.or(() -> TextRule.TEXT.check(raw, field, findings));
        });
    }
}
