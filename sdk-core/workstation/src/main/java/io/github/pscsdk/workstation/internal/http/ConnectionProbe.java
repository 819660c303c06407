package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.workstation.internal.http.ProbeResult.Stage;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Challenge;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Records how far one call comes on a new connection, through which proxy, the certificates and the clock of the server. Safe for any thread. */
final class ConnectionProbe extends EventListener {
    /** The scheme of OkHttp's own question whether to log in before the proxy asks. */
    private static final String BEFORE_ASKED = "OkHttp-Preemptive";

    private final Clock clock;
    private volatile Stage stage = Stage.NAME;
    private volatile Optional<String> proxy = Optional.empty();
    private volatile List<String> proxySchemes = List.of();
    private volatile Optional<Duration> skew = Optional.empty();
    private volatile Optional<CertificateRecorder> certificates = Optional.empty();

    ConnectionProbe(Clock clock) {
        this.clock = clock;
    }

    /** Has the client report to this probe, and trust and log in at a proxy as the observed one. */
    OkHttpClient.Builder observe(OkHttpClient.Builder client, OkHttpClient observed) {
        var recorder = new CertificateRecorder(Objects.requireNonNull(observed.x509TrustManager()));
        certificates = Optional.of(recorder);
        return client.eventListener(this)
                .sslSocketFactory(NetworkSettings.tls(recorder).getSocketFactory(), recorder)
                .proxyAuthenticator((route, response) -> {
                    var login = observed.proxyAuthenticator().authenticate(route, response);
                    proxySchemes = login == null ? schemes(response) : List.of();
                    return login;
                });
    }

    private static List<String> schemes(Response asked) {
        return asked.challenges().stream()
                .map(Challenge::scheme)
                .filter(scheme -> !BEFORE_ASKED.equals(scheme))
                .distinct()
                .toList();
    }

    ProbeResult result(Optional<Throwable> failure, Optional<ProbeResult.Reply> reply) {
        var chain = certificates.map(CertificateRecorder::chain).orElse(List.of());
        return new ProbeResult(stage, proxy, proxySchemes, skew, chain, failure, reply);
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
                .map(date -> Duration.between(date.toInstant(), clock.instant()));
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
