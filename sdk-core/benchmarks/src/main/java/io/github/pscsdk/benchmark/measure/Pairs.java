package io.github.pscsdk.benchmark.measure;

import java.util.ArrayList;
import java.util.List;

/** Takes two costs in turn, A B B A, so that a drift of the machine meets both alike; keeps the ratio of each pair. */
public final class Pairs {
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    /** Measures once and says what it cost, in any unit. */
    @FunctionalInterface
    public interface Cost {
        double take() throws Exception;
    }

    private Pairs() {}

    /** Takes {@code number} pairs, after some that do not count. */
    public static Pairs take(int warmUp, int number, Cost our, Cost limit) throws Exception {
        new Pairs().fill(warmUp, our, limit);
        var pairs = new Pairs();
        pairs.fill(number, our, limit);
        return pairs;
    }

    private void fill(int number, Cost our, Cost limit) throws Exception {
        for (var i = 0; i < number; i++) {
            var oursFirst = i % 2 == 0;
            var first = oursFirst ? our.take() : limit.take();
            var second = oursFirst ? limit.take() : our.take();
            ours.add(oursFirst ? first : second);
            limits.add(oursFirst ? second : first);
            ratios.add(oursFirst ? first / second : second / first);
        }
    }

    /** Our median cost. */
    public double ours() {
        return new Sample(ours).median();
    }

    /** The limit's median cost. */
    public double limit() {
        return new Sample(limits).median();
    }

    /** The median of our cost over the limit's, pair by pair. */
    public double ratio() {
        return new Sample(ratios).median();
    }
}
