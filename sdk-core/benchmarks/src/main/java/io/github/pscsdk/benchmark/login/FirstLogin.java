package io.github.pscsdk.benchmark.login;

import io.github.pscsdk.benchmark.json.SimulatedUserInfo;
import io.github.pscsdk.benchmark.measure.ChildJvm;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the first professional waits for after a start. */
public final class FirstLogin implements Measure {
    @Override
    public String name() {
        return "first-login";
    }

    @Override
    public String subject() {
        return "the first login of a fresh process, beside its second, with and without RelyingParty.warmUp";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        var number = effort.of(9, 1);
        var document =
                Base64.getEncoder().encodeToString(SimulatedUserInfo.document().getBytes(StandardCharsets.UTF_8));
        report.add("warmed up, first login", median(number, "true", "false", document), "ms");
        report.ratio("warmed up, first login over the second", median(number, "true", "true", document));
        report.add("not warmed up, first login", median(number, "false", "false", document), "ms");
        report.ratio("not warmed up, first login over the second", median(number, "false", "true", document));
    }

    private static double median(int number, String... arguments) throws Exception {
        return Sample.of(number, () -> ChildJvm.ask(FirstLoginProcess.class, arguments))
                .median();
    }
}
