package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.time.internal.ClockSkew;
import io.github.pscsdk.workstation.internal.http.ProbeResult.Stage;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Records how far one call comes, through which proxy, in what time, and the certificates and the clock of the server.
 * Safe for any thread.
 */
final class ConnectionProbe extends EventListener {
    private final URI address;
    private final Clock clock;
    private final EngineThreads threads;
    private final Duration begin;
    private volatile Stage stage = Stage.NAME;
    private volatile Optional<String> proxy = Optional.empty();
    private volatile Optional<ClockSkew> skew = Optional.empty();
    private volatile Optional<CertificateRecorder> certificates = Optional.empty();

    ConnectionProbe(URI address, Clock clock, EngineThreads threads) {
        this.address = address;
        this.clock = clock;
        this.threads = threads;
        this.begin = threads.elapsed();
    }

    static OkHttpClient.Builder reporting(OkHttpClient.Builder client) {
        return client.eventListenerFactory(
                call -> Objects.requireNonNull(call.request().tag(ConnectionProbe.class)));
    }

    /** Has the client show this probe the certificates, and trust as before. */
    OkHttpClient.Builder observe(OkHttpClient.Builder client, X509TrustManager trust) {
        var recorder = new CertificateRecorder(Objects.requireNonNull(trust));
        certificates = Optional.of(recorder);
        return client.sslSocketFactory(NetworkSettings.tls(recorder).getSocketFactory(), recorder);
    }

    /** The problem of a call without a whole response, whatever was thrown below. */
    PscException failure(Throwable thrown) {
        var result = result(Optional.of(thrown), Optional.empty());
        var problem = result.problem();
        // Without the cause where there was an answer: its message may quote it.
        return problem == LoginProblem.SERVER_HALF_ANSWER_INVALID
                ? new PscException(
                        problem,
                        "the answer is too long or not HTTP: "
                                + thrown.getClass().getName())
                : new PscException(problem, "no answer from the server half", result.facts(), thrown);
    }

    ProbeResult result(Optional<Throwable> failure, Optional<ProbeResult.Reply> reply) {
        var shown = certificates
                .map(CertificateRecorder::shown)
                .or(() -> failure.flatMap(
                                thrown -> ProbeResult.first(thrown, CertificateRecorder.RefusedException.class))
                        .map(CertificateRecorder.RefusedException::shown))
                .orElse(ServerCertificates.NONE);
        var took = threads.elapsed().minus(begin);
        return new ProbeResult(address, stage, took, clock.instant(), proxy, skew, shown, failure, reply);
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
                .map(date -> ClockSkew.between(clock.instant(), date.toInstant()));
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
