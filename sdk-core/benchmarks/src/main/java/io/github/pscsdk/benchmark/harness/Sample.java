package io.github.pscsdk.benchmark.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Some values of one cost, smallest first. */
public record Sample(List<Double> values) {
    public Sample {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        values = List.copyOf(sorted);
    }

    public double median() {
        return share(0.5);
    }

    /** That share of them, between 0 and 1, is at most this. */
    public double share(double share) {
        return values.get(Math.max(0, (int) Math.ceil(share * values.size()) - 1));
    }
}
