package io.github.pscsdk.benchmark.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * The medians of two costs taken in turn, A B B A, so that a drift of the machine meets both alike, and of their ratio,
 * pair by pair.
 */
public record PairedCosts(double ours, double limit, double ratio) {
    /** Takes {@code number} pairs, after some that do not count. */
    public static PairedCosts take(int warmUp, int number, Cost our, Cost limit) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (var i = -warmUp; i < number; i++) {
            var oursFirst = i % 2 == 0;
            var first = (oursFirst ? our : limit).take();
            var second = (oursFirst ? limit : our).take();
            if (i >= 0) {
                ours.add(oursFirst ? first : second);
                limits.add(oursFirst ? second : first);
                ratios.add(oursFirst ? first / second : second / first);
            }
        }
        return new PairedCosts(new Sample(ours).median(), new Sample(limits).median(), new Sample(ratios).median());
    }
}
