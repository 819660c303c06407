package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.httpclient.internal.ProxyLogin;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.proxyprotocol.internal.ProxyStatus;
import io.github.pscsdk.time.internal.ClockSkew;
import io.github.pscsdk.workstation.internal.http.CertificateRecorder.Chain;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The result of one call to the server half: how far it came, through which proxy, and the answer or why there is none.
 *
 * @param proxy as {@code host:port}
 * @param shown the server's certificates
 */
public record ProbeResult(
        URI address,
        Stage stage,
        Duration took,
        Instant end,
        Optional<String> proxy,
        Optional<ClockSkew> skew,
        Chain shown,
        Optional<Throwable> failure,
        Optional<Reply> reply) {

    // OkHttp's message where the connection ended within the answer: the network's fault, which may pass.
    private static final String CUT_OFF = "unexpected end of stream";
    // The JDK's messages are English in every locale: the name of an alert in RFC 8446, or a version that it refuses.
    private static final List<String> OLD_PROTOCOL = List.of("protocol_version", "selected protocol version");

    /**
     * The problem of a call without a whole answer: silence is slowness wherever it met the call, and each other end
     * has a problem of its own.
     */
    public Problem problem() {
        var thrown = failure.orElseThrow();
        var unmet = unmetLogin();
        if (unmet.isPresent()) {
            return unmet.get().isPossible()
                    ? WorkstationProblem.PROXY_WANTS_LOGIN
                    : WorkstationProblem.PROXY_LOGIN_NOT_SUPPORTED;
        }
        if (any(thrown, TimeoutException.class) || any(thrown, InterruptedIOException.class)) {
            return WorkstationProblem.SERVER_HALF_SLOW;
        }
        if (!(thrown instanceof IOException)) {
            return LoginProblem.SERVER_HALF_ANSWER_INVALID;
        }
        if (stage == Stage.CONNECTION && proxy.isPresent()) {
            // Any other failure at this stage is OkHttp's word for a proxy's refusal.
            return any(thrown, SocketException.class)
                    ? WorkstationProblem.PROXY_UNREACHABLE
                    : WorkstationProblem.PROXY_REFUSES;
        }
        if (thrown instanceof ProtocolException && !CUT_OFF.equals(thrown.getMessage())) {
            return LoginProblem.SERVER_HALF_ANSWER_INVALID;
        }
        return switch (stage) {
            case NAME -> nameless(thrown);
            case CONNECTION ->
                any(thrown, ConnectException.class)
                        ? WorkstationProblem.CONNECTION_REFUSED
                        : WorkstationProblem.NO_WAY_THROUGH;
            case TLS -> insecure(thrown);
            case ANSWER -> WorkstationProblem.CONNECTION_CUT;
        };
    }

    /** That the proxy wants a login that it did not get. */
    private Optional<ProxyLogin.UnmetException> unmetLogin() {
        return failure.flatMap(thrown -> first(thrown, ProxyLogin.UnmetException.class));
    }

    private Problem nameless(Throwable thrown) {
        if (!any(thrown, UnknownHostException.class)) {
            // Our own client was closed before the call began.
            return LoginProblem.SERVER_HALF_UNREACHABLE;
        }
        return proxy.isPresent() ? WorkstationProblem.PROXY_UNREACHABLE : WorkstationProblem.NAME_NOT_RESOLVED;
    }

    private Problem insecure(Throwable thrown) {
        if (notYetValid().isPresent()) {
            return WorkstationProblem.CLOCK_WRONG;
        }
        if (inspector().isPresent()) {
            return WorkstationProblem.CONNECTION_INSPECTED;
        }
        if (any(thrown, SSLPeerUnverifiedException.class)) {
            return WorkstationProblem.CERTIFICATE_OF_ANOTHER_HOST;
        }
        if (CertificateRecorder.isRefusal(thrown)) {
            return shown.hasExpired(end)
                    ? WorkstationProblem.CERTIFICATE_EXPIRED
                    : WorkstationProblem.CERTIFICATE_NOT_TRUSTED;
        }
        var message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return OLD_PROTOCOL.stream().anyMatch(message::contains)
                ? WorkstationProblem.TLS_TOO_OLD
                : WorkstationProblem.CONNECTION_CUT;
    }

    /**
     * When the server's certificate begins to be valid, where that is later. Certificates are not issued ahead of time:
     * far more often the clock here is behind.
     */
    public Optional<Instant> notYetValid() {
        return shown.from().filter(begin -> failure.isPresent() && end.isBefore(begin));
    }

    /** The product that intercepts TLS. */
    public Optional<String> inspector() {
        return shown.inspector();
    }

    /** Whether it, one of its causes, or the end of a try at another address of the same name is of that type. */
    static boolean any(Throwable thrown, Class<? extends Throwable> type) {
        return first(thrown, type).isPresent();
    }

    static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        return type.isInstance(thrown)
                ? Optional.of(type.cast(thrown))
                : Stream.concat(Stream.ofNullable(thrown.getCause()), Arrays.stream(thrown.getSuppressed()))
                        .flatMap(other -> first(other, type).stream())
                        .findFirst();
    }

    public Diagnostic finding() {
        return Diagnostic.of(problem(), Severity.BLOCKING).with(facts());
    }

    public Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        facts.put("host", SafeText.text(address.getHost()));
        facts.put("port", Integer.toString(port()));
        proxy.ifPresent(by -> facts.put("proxy", SafeText.text(by)));
        if (stage == Stage.TLS || failure.isEmpty()) {
            facts.putAll(shown.facts());
        }
        unmetLogin().ifPresent(login -> facts.put("schemes", SafeText.text(login.schemes())));
        if (failure.isEmpty()) {
            return facts;
        }
        var problem = problem();
        if (problem == WorkstationProblem.SERVER_HALF_SLOW) {
            facts.put("waited", seconds(took));
        }
        if (problem == WorkstationProblem.SERVER_HALF_SLOW || problem == WorkstationProblem.CONNECTION_CUT) {
            facts.put("at", stage.name().toLowerCase(Locale.ROOT));
        }
        return facts;
    }

    public static String seconds(Duration time) {
        return Math.max(1, Math.round(time.toMillis() / 1000.0)) + " s";
    }

    private int port() {
        var standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    /** How far a call came, in the order in which it goes. */
    public enum Stage {
        /** Looking up the address of a host name: of the proxy where there is one, else of the server half. */
        NAME,
        /** Opening the connection, and asking a proxy to pass it on. */
        CONNECTION,
        TLS,
        ANSWER
    }

    /**
     * Records how far one call comes, through which proxy, in what time, and the certificates and the clock of the
     * server. Safe for any thread.
     */
    static final class Probe extends EventListener {
        private final URI address;
        private final EngineThreads threads;
        private final Duration begin;
        private volatile Stage stage = Stage.NAME;
        private volatile Optional<String> proxy = Optional.empty();
        private volatile Optional<ClockSkew> skew = Optional.empty();
        private volatile Optional<CertificateRecorder> certificates = Optional.empty();

        Probe(URI address, EngineThreads threads) {
            this.address = address;
            this.threads = threads;
            this.begin = threads.elapsed();
        }

        static OkHttpClient.Builder reporting(OkHttpClient.Builder client) {
            return client.eventListenerFactory(
                    call -> Objects.requireNonNull(call.request().tag(Probe.class)));
        }

        /** A client that shows this probe the certificates, and trusts as that one does. */
        OkHttpClient.Builder observing(OkHttpClient client) {
            var recorder = new CertificateRecorder(Objects.requireNonNull(client.x509TrustManager()));
            certificates = Optional.of(recorder);
            return client.newBuilder()
                    .sslSocketFactory(NetworkSettings.tls(recorder).getSocketFactory(), recorder);
        }

        /** The problem of a call without a whole response, whatever was thrown below. */
        PscException failure(Throwable thrown) {
            var result = failed(thrown);
            var problem = result.problem();
            // Without the cause where there was an answer: its message may quote it.
            return problem == LoginProblem.SERVER_HALF_ANSWER_INVALID
                    ? new PscException(
                            problem,
                            "the answer is too long or not HTTP: "
                                    + thrown.getClass().getName())
                    : new PscException(problem, "no answer from the server half", result.facts(), thrown);
        }

        ProbeResult failed(Throwable thrown) {
            return result(Optional.of(thrown), Optional.empty());
        }

        ProbeResult answered(Reply reply) {
            return result(Optional.empty(), Optional.of(reply));
        }

        private ProbeResult result(Optional<Throwable> failure, Optional<Reply> reply) {
            var shown = certificates
                    .map(CertificateRecorder::shown)
                    .or(() -> failure.flatMap(thrown -> first(thrown, CertificateRecorder.RefusedException.class))
                            .map(refused -> refused.shown))
                    .orElse(Chain.NONE);
            var took = threads.elapsed().minus(begin);
            return new ProbeResult(address, stage, took, threads.clock().instant(), proxy, skew, shown, failure, reply);
        }

        @Override
        public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
            // The first is the one that is tried first.
            proxies.stream().findFirst().ifPresent(this::note);
        }

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy by) {
            note(by);
            stage = Stage.CONNECTION;
        }

        @Override
        public void secureConnectStart(Call call) {
            stage = Stage.TLS;
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            note(connection.route().proxy());
            stage = Stage.ANSWER;
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            skew = Optional.ofNullable(response.headers().getDate("Date"))
                    .map(date -> ClockSkew.between(threads.clock().instant(), date.toInstant()));
        }

        private void note(Proxy by) {
            proxy = by.address() instanceof InetSocketAddress address
                    ? Optional.of(hostAndPort(address.getHostString(), address.getPort()))
                    : Optional.empty();
        }

        private static String hostAndPort(String host, int port) {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * The answer; read only when a check asks for its content.
     *
     * @param ofPlainContract whether the plain contract was asked for, rather than the status
     */
    public record Reply(HttpResponse answer, boolean ofPlainContract) {
        public int status() {
            return answer.status();
        }

        /** Whether the answer cannot come from a server half: a redirect, or 404. */
        public boolean isForeign() {
            return answer.status() >= 300 && answer.status() < 400 || answer.status() == 404;
        }

        /**
         * The version of the contract that the server half speaks; empty where that is ANS's plain one. Fails where the
         * answer tells neither.
         */
        public Optional<String> contract() throws PscException {
            if (!ofPlainContract) {
                return Optional.of(ServerCalls.read(answer, ProxyStatus.class).contract());
            }
            var problem = ServerCalls.problem(answer);
            // Our own proxy, whose additions cannot be reached, answers like that for want of a session.
            if (PlainContract.isSpoken(answer)
                    && (answer.header(ServerCalls.PROXY_ERROR).isEmpty()
                            || problem.problem() == LoginProblem.SESSION_ENDED)) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
