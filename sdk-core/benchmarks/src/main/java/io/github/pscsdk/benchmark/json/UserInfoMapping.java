package io.github.pscsdk.benchmark.json;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.Slices;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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
        var document = SimulatedUserInfo.document().getBytes(StandardCharsets.UTF_8);
        var json = new JsonFactory();
        var slices = new Slices(effort, 50);
        var pairs = Pairs.take(
                effort.of(25, 1),
                effort.of(100, 3),
                () -> slices.nanos(() -> UserInfo.read(document)),
                () -> slices.nanos(() -> tokens(json, document)));
        report.add("size of the document", document.length, "B");
        report.add("tokens alone, CPU", pairs.limit() / 1e3, "µs");
        report.add("to a professional, CPU", pairs.ours() / 1e3, "µs");
        report.ratio("share of the tokens in the whole", 1 / pairs.ratio());
        report.add("to a professional, allocated", slices.bytes(() -> UserInfo.read(document)), "B");
    }

    /** Reads every token, and the text of none: the limit. */
    private static int tokens(JsonFactory json, byte[] document) throws IOException {
        var tokens = 0;
        try (var parser = json.createParser(document)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
