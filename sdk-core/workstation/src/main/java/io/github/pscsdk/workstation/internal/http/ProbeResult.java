package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.HttpResponse;
import io.github.pscsdk.proxyprotocol.ProxyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of one call to the server half on a new connection, for the health check.
 *
 * @param stage how far it came
 * @param proxy the proxy that was used, as {@code host:port}
 * @param proxySchemes the schemes by which the proxy wants a login that it did not get; empty where it wants none
 * @param skew by how much the clock here is ahead of the clock there
 * @param chain the server's certificates, its own first
 * @param failure why there is no answer
 * @param reply the answer, where there is one
 */
public record ProbeResult(
        Stage stage,
        Optional<String> proxy,
        List<String> proxySchemes,
        Optional<Duration> skew,
        List<ServerCertificate> chain,
        Optional<Throwable> failure,
        Optional<Reply> reply) {

    /** The problem that the failure is to whoever makes the call in earnest. */
    public Problem problem() {
        return ServerCalls.failure(failure.orElseThrow()).problem();
    }

    /** How far a call came, in the order in which it goes. */
    public enum Stage {
        /** Looking up the address of a host name: of the proxy where there is one, else of the server half. */
        NAME,
        /** Opening the connection, and asking a proxy to pass it on. */
        CONNECTION,
        /** Securing it. */
        TLS,
        /** Asking, and waiting for the answer. */
        ANSWER
    }

    /** The part of a server's certificate that the health check needs; its issuer is a distinguished name as in RFC 2253. */
    public record ServerCertificate(String issuer, Instant from, Instant until) {}

    /** The answer; read only when a check asks for its content. */
    public static final class Reply {
        private final HttpResponse answer;
        private final ServerCalls calls;
        private final boolean ofPlainContract;

        /** @param ofPlainContract whether the plain contract was asked for, rather than the status */
        Reply(HttpResponse answer, ServerCalls calls, boolean ofPlainContract) {
            this.answer = answer;
            this.calls = calls;
            this.ofPlainContract = ofPlainContract;
        }

        HttpResponse answer() {
            return answer;
        }

        /** The HTTP status. */
        public int status() {
            return answer.status();
        }

        /** Whether a web page answers as if it were the server half. */
        public boolean isPage() {
            return ServerCalls.isPage(answer);
        }

        /** Whether the answer cannot come from a server half: a redirect, or 404. */
        public boolean isForeign() {
            return answer.status() >= 300 && answer.status() < 400 || answer.status() == 404;
        }

        /** The version of the contract that the server half speaks; empty where that is ANS's plain one. Fails where the answer tells neither. */
        public Optional<String> contract() throws PscException {
            if (!ofPlainContract) {
                return Optional.of(calls.read(answer, ProxyStatus.class).contract());
            }
            var problem = calls.problem(answer);
            // Our own proxy, whose additions cannot be reached, answers like that for want of a session.
            if (PlainContract.isSpoken(answer, calls)
                    && (answer.header(ServerCalls.PROXY_ERROR).isEmpty()
                            || problem.problem() == LoginProblem.SESSION_ENDED)) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
