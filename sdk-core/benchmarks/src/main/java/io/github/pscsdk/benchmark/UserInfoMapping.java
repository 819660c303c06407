package io.github.pscsdk.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.pscsdk.benchmark.harness.PairedCosts;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.Slices;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.persona.internal.json.UserInfoVariant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The share of the reading of JSON in the reading of UserInfo. */
final class UserInfoMapping {
    private UserInfoMapping() {}

    static void take(Run run) throws Exception {
        var document = document().getBytes(StandardCharsets.UTF_8);
        var json = new JsonFactory();
        var slices = new Slices(run);
        var pairs = PairedCosts.take(
                run.of(25, 1),
                run.of(100, 3),
                () -> slices.nanos(() -> UserInfo.read(document)),
                () -> slices.nanos(() -> tokens(json, document)));
        run.add("size of the document", document.length, "B");
        run.add("tokens alone, CPU", pairs.limit() / 1e3, "µs");
        run.add("to a professional, CPU", pairs.ours() / 1e3, "µs");
        run.ratio("share of the tokens in the whole", 1 / pairs.ratio());
        run.add("to a professional, allocated", slices.bytes(() -> UserInfo.read(document)), "B");
    }

    /** The UserInfo of the professional of our tokens, with five activities, as the simulator serves it. */
    static String document() {
        return PersonaFile.find(TokenSigner.PROFESSIONAL)
                .orElseThrow()
                .userInfo(
                        TokenSigner.subject(TokenSigner.PROFESSIONAL),
                        "MOBILE",
                        Optional.of(UserInfoVariant.F_FIVE_ACTIVITIES))
                .text();
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
