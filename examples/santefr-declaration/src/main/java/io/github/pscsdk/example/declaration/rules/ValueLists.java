package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.rules.ValueLists.ValueList.Value;
import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lists of values, as known on a day. Data and not code: vaccines come and go. Immutable; safe for any thread.
 */
public final class ValueLists {
    private static final String RESOURCE = "values.csv";
    private static final Pattern CELL = Pattern.compile(";");
    private static final Pattern SPELLING = Pattern.compile("\\|");

    private final LocalDate asOf;
    private final Map<String, ValueList> lists;

    private ValueLists(LocalDate asOf, Map<String, ValueList> lists) {
        this.asOf = asOf;
        this.lists = Map.copyOf(lists);
    }

    /** The lists that ship with the library. */
    public static ValueLists current() {
        var in = Objects.requireNonNull(ValueLists.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * Reads lists of one's own: first {@code asOf;date}, then a value on each line; a line of {@code #} is a remark.
     *
     * @throws IllegalArgumentException if a line is not made so
     */
    public static ValueLists of(List<String> lines) {
        var rows = lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> List.of(CELL.split(line, -1)))
                .toList();
        if (rows.isEmpty() || !rows.get(0).get(0).equals("asOf") || rows.get(0).size() != 2) {
            throw new IllegalArgumentException("the lists have no date");
        }
        var values = new LinkedHashMap<String, List<Value>>();
        for (var row : rows.subList(1, rows.size())) {
            if (row.size() != 5) {
                throw new IllegalArgumentException("a value has five cells");
            }
            values.computeIfAbsent(row.get(0), list -> new ArrayList<>()).add(value(row));
        }
        var lists = new LinkedHashMap<String, ValueList>();
        values.forEach((name, list) -> lists.put(name, new ValueList(list)));
        return new ValueLists(LocalDate.parse(rows.get(0).get(1)), lists);
    }

    /** The day. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Who may be accepted. */
    public ValueList audience() {
        return list("audience");
    }

    /** Where and how. */
    public ValueList modes() {
        return list("mode");
    }

    /** Products. */
    public ValueList vaccines() {
        return list("vaccine");
    }

    /** What a vaccination is against. */
    public ValueList diseases() {
        return list("disease");
    }

    /** Whether one must book. */
    public ValueList appointments() {
        return list("appointment");
    }

    /** Access for disabled people; a remark is as good. */
    public ValueList accessibility() {
        return list("accessibility");
    }

    /** Yes and no. */
    public ValueList flags() {
        return list("flag");
    }

    /** Yes or no; another text is kept, since either guess may be wrong. */
    FieldRule flagRule() {
        return FieldRule.listed(flags()::canonical, Remark.LIST_FLAG_STORED, Remark.LIST_FLAG_UNKNOWN);
    }

    /** The list of that name; without a value where there is none. */
    public ValueList list(String name) {
        return lists.getOrDefault(name, new ValueList(List.of()));
    }

    private static Value value(List<String> row) {
        var spellings = row.get(4).isEmpty() ? List.<String>of() : List.of(SPELLING.split(row.get(4)));
        return new Value(row.get(1), row.get(2), row.get(3), spellings);
    }

    /**
     * The values that a field is meant to have. Others are kept with a warning: the published files are full of them. Immutable;
     * safe for any thread.
     */
    public static final class ValueList {
        private final List<Value> values;
        private final Map<String, String> canonical = new HashMap<>();

        ValueList(List<Value> values) {
            this.values = List.copyOf(values);
            for (var value : values) {
                canonical.put(Spelling.key(value.text()), value.text());
                value.spellings().forEach(spelling -> canonical.put(Spelling.key(spelling), value.text()));
            }
        }

        /**
         * One value.
         *
         * @param text the canonical spelling
         * @param confidence {@code A} measured or official, {@code B} one indirect source, {@code C} inferred
         * @param source where it was seen
         * @param spellings others of the same
         */
        public record Value(String text, String confidence, String source, List<String> spellings) {
            public Value {
                spellings = List.copyOf(spellings);
            }
        }

        /** In the order to show them. */
        public List<Value> values() {
            return values;
        }

        /** The canonical spelling, whatever the accents, the case and the signs. */
        Optional<String> canonical(String text) {
            return Optional.ofNullable(canonical.get(Spelling.key(text)));
        }

        /** Several values, by V-LIST: each in its one spelling; another is kept, with a warning, as a public text. */
        List<String> check(List<String> raw, String field, Findings findings) {
            var kept = new ArrayList<String>();
            for (var i = 0; i < raw.size(); i++) {
                checkOne(Optional.of(raw.get(i)), field + "[" + i + "]", findings)
                        .ifPresent(kept::add);
            }
            return kept;
        }

        /** One value, by V-LIST. */
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
            var canonical = canonical(given);
            canonical
                    .filter(text -> !text.equals(given))
                    .ifPresent(text -> findings.add(Remark.LIST_STORED, field, text));
            return canonical;
        }
    }
}
