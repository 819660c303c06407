package io.github.pscsdk.workstation.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Records how far one call came, through which proxy, and the difference to the server's clock. Safe for any thread. */
final class ProbeListener extends EventListener {
    private final Clock clock;
    private volatile ProbeStage stage = ProbeStage.NAME;
    private volatile Optional<String> proxy = Optional.empty();
    private volatile Optional<Duration> skew = Optional.empty();

    ProbeListener(Clock clock) {
        this.clock = clock;
    }

    ProbeStage stage() {
        return stage;
    }

    Optional<String> proxy() {
        return proxy;
    }

    Optional<Duration> skew() {
        return skew;
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        // The first is the one that is tried first.
        proxies.stream().findFirst().ifPresent(this::note);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy by) {
        note(by);
        stage = ProbeStage.CONNECTION;
    }

    @Override
    public void secureConnectStart(Call call) {
        stage = ProbeStage.TLS;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        note(connection.route().proxy());
        stage = ProbeStage.ANSWER;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        skew = Optional.ofNullable(response.headers().getDate("Date"))
                .map(date -> Duration.between(date.toInstant(), clock.instant()));
    }

    private void note(Proxy by) {
        proxy = by.address() instanceof InetSocketAddress address
                ? Optional.of(address.getHostString() + ":" + address.getPort())
                : Optional.empty();
    }
}
