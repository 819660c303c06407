package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The command: takes the measures that it is given the names of, or says which there are. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes each named measure in turn. */
    public static void main(String... names) throws Exception {
        var wanted = Arrays.stream(names).filter(name -> !name.isBlank()).toList();
        if (wanted.isEmpty()) {
            System.out.println("Name one or more of these:\n" + list());
        }
        for (var name : wanted) {
            var measure = Measures.named(name);
            var report = new Report();
            System.out.println(measure.name() + ": " + measure.subject());
            measure.take(Effort.FULL, report);
            System.out.println(report);
        }
    }

    private static String list() {
        return Measures.ALL.stream().map(Benchmarks::line).collect(Collectors.joining("\n"));
    }

    private static String line(Measure measure) {
        return String.format("  %-20s %s", measure.name(), measure.subject());
    }
}
