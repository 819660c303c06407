package io.github.pscsdk.benchmark.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Some values of one cost, smallest first. */
public record Sample(List<Double> values) {

    /** Sorts them. */
    public Sample {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        values = List.copyOf(sorted);
    }

    /** Takes a cost so many times. */
    public static Sample of(int number, Pairs.Cost cost) throws Exception {
        List<Double> taken = new ArrayList<>();
        for (var i = 0; i < number; i++) {
            taken.add(cost.take());
        }
        return new Sample(taken);
    }

    /** The one in the middle. */
    public double median() {
        return share(0.5);
    }

    /** That share of them, between 0 and 1, is at most this. */
    public double share(double share) {
        return values.get(Math.max(0, (int) Math.ceil(share * values.size()) - 1));
    }

    /** The last one. */
    public double largest() {
        return values.get(values.size() - 1);
    }
}
