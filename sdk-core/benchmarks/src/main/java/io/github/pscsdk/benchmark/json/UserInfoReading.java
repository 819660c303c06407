package io.github.pscsdk.benchmark.json;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.json.UserInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One UserInfo document, read to a professional, and its tokens read to nothing. */
@State(Scope.Benchmark)
public class UserInfoReading {
    private final JsonFactory factory = new JsonFactory();
    private final byte[] document;

    public UserInfoReading() {
        document = SimulatedUserInfo.document().getBytes(StandardCharsets.UTF_8);
    }

    /** Every token, and the text of none: the limit. */
    @Benchmark
    public int tokensAlone() throws IOException {
        var tokens = 0;
        try (var parser = factory.createParser(document)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** To the records of the contract. */
    @Benchmark
    public UserInfo toProfessional() throws UnreadableJsonException {
        return UserInfo.read(document);
    }

    int size() {
        return document.length;
    }
}
