package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxyprotocol.ProxyStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of one call to the server half on a connection of its own, for the health check.
 *
 * @param stage how far it came
 * @param proxy the proxy that was used, as {@code host:port}
 * @param skew by how much the clock here is ahead of the clock there
 * @param chain the certificates that were shown, the server's own first
 * @param failure why there is no answer
 * @param reply the answer
 */
public record ProbeResult(
        ProbeStage stage,
        Optional<String> proxy,
        Optional<Duration> skew,
        List<ServerCertificate> chain,
        Optional<Throwable> failure,
        Optional<Reply> reply) {

    /** An answer and who can read it. */
    public static final class Reply {
        private final ServerResponse answer;
        private final ServerCalls calls;

        Reply(ServerResponse answer, ServerCalls calls) {
            this.answer = answer;
            this.calls = calls;
        }

        /** The HTTP status. */
        public int status() {
            return answer.status();
        }

        /** Whether no server half answers like that: it leads elsewhere, shows a page, or knows no such path. */
        public boolean isForeign() {
            var isPage = answer.contentType().toLowerCase(Locale.ROOT).startsWith("text/html")
                    || answer.body().length > 0 && answer.body()[0] == '<';
            return answer.status() >= 300 && answer.status() < 400
                    || answer.status() == 404
                    || answer.isSuccess() && isPage;
        }

        /**
         * What the server half says of itself.
         *
         * @throws PscException whatever it says instead
         */
        public ProxyStatus serverStatus() throws PscException {
            return calls.read(answer, ProxyStatus.class);
        }
    }
}
