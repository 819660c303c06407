package io.github.pscsdk.benchmark.harness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One run of a measure: how hard it tries, and its figures in the order of their finding. For one thread. */
public final class Run {
    private final boolean full;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private record Figure(double value, String unit) {}

    /**
     * @param full long enough for figures to mean something; else a handful of iterations show that the measure works
     */
    public Run(boolean full) {
        this.full = full;
    }

    public boolean isFull() {
        return full;
    }

    public int of(int ifFull, int ifShort) {
        return full ? ifFull : ifShort;
    }

    public void add(String name, double value, String unit) {
        figures.put(name, new Figure(value, unit));
    }

    /** Adds a ratio, which is the only kind of figure to quote without the machine. */
    public void ratio(String name, double value) {
        add(name, value, "x");
    }

    public void pairs(String label, String ours, String limit, PairedCosts pairs, String unit) {
        add(label + ", " + limit, pairs.limit(), unit);
        add(label + ", " + ours, pairs.ours(), unit);
        ratio(label + ", " + ours + " over " + limit, pairs.ratio());
    }

    public double value(String name) {
        if (!figures.containsKey(name)) {
            throw new IllegalArgumentException("not measured: " + name + "; but " + figures.keySet());
        }
        return figures.get(name).value();
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
