package io.github.pscsdk.benchmark.oidc;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Slices;

/** How much of the check of an ID token is the check of its signature. */
public final class IdToken implements Measure {
    @Override
    public String name() {
        return "id-token";
    }

    @Override
    public String subject() {
        return "check of an ID token, RS256, beside the JDK's check of its signature alone";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var checks = new IdTokenChecks()) {
            var slices = new Slices(effort, 50);
            var pairs = Pairs.take(
                    effort.of(25, 1),
                    effort.of(100, 3),
                    () -> slices.nanos(checks::wholeCheck),
                    () -> slices.nanos(checks::signatureAlone));
            report.add("size of the token", checks.tokenSize(), "B");
            report.add("signature alone, CPU", pairs.limit() / 1e3, "µs");
            report.add("whole check, CPU", pairs.ours() / 1e3, "µs");
            report.ratio("share of the signature in the whole check", 1 / pairs.ratio());
            var bare = slices.nanos(checks::accessTokenHash);
            report.ratio("the same without at_hash", pairs.limit() / (pairs.ours() - bare));
            var fast = Pairs.take(
                    effort.of(25, 1),
                    effort.of(100, 3),
                    () -> slices.nanos(checks::wholeNativeCheck),
                    () -> slices.nanos(checks::signatureAlone));
            report.ratio("share of the JDK's signature in the whole check by Conscrypt", 1 / fast.ratio());
            report.add("signature alone, allocated", slices.bytes(checks::signatureAlone), "B");
            report.add("whole check, allocated", slices.bytes(checks::wholeCheck), "B");
        }
    }
}
