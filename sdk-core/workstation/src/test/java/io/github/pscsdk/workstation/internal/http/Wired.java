package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.internal.http.ServerHalfSettings.ApplicationToken;
import io.github.pscsdk.workstation.internal.http.ServerHalfSettings.Contract;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A client of a server half with something else in the place of the name server, the proxy or the trust of the system. */
public final class Wired {
    private Wired() {}

    public static ServerHalf to(URI address, EngineThreads threads, UnaryOperator<OkHttpClient.Builder> wiring) {
        return new ServerHalf(settings(address), threads, wiring);
    }

    static ServerHalf to(URI address, EngineThreads threads) {
        return to(address, threads, UnaryOperator.identity());
    }

    private static ServerHalfSettings settings(URI address) {
        var token = new ApplicationToken(MockServerHalf.APPLICATION_TOKEN);
        return new ServerHalfSettings(
                assertDoesNotThrow(() -> ServerHalfSettings.checked(address)),
                Optional.of(token),
                "editeur-demo",
                false,
                Contract.FOUND_OUT,
                NetworkSettings.ofSystem());
    }
}
