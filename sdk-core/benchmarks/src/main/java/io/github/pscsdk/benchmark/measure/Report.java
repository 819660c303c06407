package io.github.pscsdk.benchmark.measure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of one measure, in the order of their finding. */
public final class Report {
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private record Figure(double value, String unit) {}

    /** Adds a figure. */
    public void add(String what, double value, String unit) {
        figures.put(what, new Figure(value, unit));
    }

    /** Adds a ratio, which is the only kind of figure to quote without the machine. */
    public void ratio(String what, double value) {
        add(what, value, "x");
    }

    /** A figure by its name. */
    public double value(String what) {
        if (!figures.containsKey(what)) {
            throw new IllegalArgumentException("not measured: " + what + "; but " + figures.keySet());
        }
        return figures.get(what).value();
    }

    @Override
    public String toString() {
        return figures.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "  %-58s %12.3f %s%n",
                        entry.getKey(),
                        entry.getValue().value(),
                        entry.getValue().unit()))
                .collect(Collectors.joining());
    }
}
