package io.github.pscsdk.benchmark.json;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Jmh;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Slices;

/** How much of the reading of UserInfo is the reading of JSON. */
public final class UserInfoMapping implements Measure {
    @Override
    public String name() {
        return "userinfo";
    }

    @Override
    public String subject() {
        return "UserInfo to a professional, beside the bare reading of its JSON tokens";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        var reading = new UserInfoReading();
        var slices = new Slices(effort, 50);
        var pairs = Pairs.take(
                effort.of(25, 1),
                effort.of(100, 3),
                () -> slices.nanos(reading::toProfessional),
                () -> slices.nanos(reading::tokensAlone));
        report.add("size of the document", reading.size(), "B");
        report.add("tokens alone, CPU", pairs.limit() / 1e3, "µs");
        report.add("to a professional, CPU", pairs.ours() / 1e3, "µs");
        report.ratio("share of the tokens in the whole", 1 / pairs.ratio());
        report.add("to a professional, allocated", slices.bytes(reading::toProfessional), "B");
        Jmh.run(UserInfoReading.class, effort, report);
    }
}
