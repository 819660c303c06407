package io.github.pscsdk.benchmark.doctor;

import io.github.pscsdk.benchmark.wire.Answers;
import io.github.pscsdk.benchmark.wire.Message;
import io.github.pscsdk.benchmark.wire.RawServer;
import io.github.pscsdk.spi.ContractVersion;
import java.io.IOException;
import java.net.URI;

/** A server half on bare sockets that has nothing to complain of. */
final class HealthySite implements AutoCloseable {
    static final String STATUS = "/v1/status";
    static final String DIAGNOSIS = "/v1/diagnosis";

    private static final byte[] WELL =
            Answers.json(200, "{\"environment\":\"SIMULATOR\",\"contract\":\"" + ContractVersion.current() + "\"}");
    private static final byte[] NOTHING_FOUND = Answers.json(200, "{\"findings\":[]}");

    private final RawServer server = new RawServer(HealthySite::answer);

    URI address() {
        return server.address();
    }

    private static byte[] answer(Message request) {
        return request.target().startsWith(DIAGNOSIS) ? NOTHING_FOUND : WELL;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
