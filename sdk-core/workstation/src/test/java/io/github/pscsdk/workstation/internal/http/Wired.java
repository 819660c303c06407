package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.internal.time.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A client of a server half with something else in the place of the name server, the proxy or the trust of the system. */
public final class Wired {
    private Wired() {}

    public static ServerHalf to(
            URI address, Clock clock, EngineThreads threads, UnaryOperator<OkHttpClient.Builder> wiring) {
        var token = new ApplicationToken(MockServerHalf.APPLICATION_TOKEN);
        return new ServerHalf(
                new ServerHalfAddress(address), token, "editeur-demo", false, clock, Sleeper.REAL, threads, wiring);
    }

    /** With pauses that take no time. */
    static ServerHalf to(URI address, Clock clock, Sleeper sleeper, EngineThreads threads) {
        var token = new ApplicationToken(MockServerHalf.APPLICATION_TOKEN);
        return new ServerHalf(
                new ServerHalfAddress(address),
                token,
                "editeur-demo",
                false,
                clock,
                sleeper,
                threads,
                UnaryOperator.identity());
    }
}
