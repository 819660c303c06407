package io.github.pscsdk.proxy.internal.diagnosis;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A PSC of which every answer can be replaced. It refuses what a diagnosis asks, as Keycloak does. */
final class HandMadePsc implements AutoCloseable {
    static final RSAKey KEY = key();

    private static final String DISCOVERY = "/.well-known/wallet-openid-configuration";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> holds = new ConcurrentHashMap<>();

    /** Stands still, so that no answer is slow. */
    final VirtualClock clock =
            VirtualClock.standingAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

    HandMadePsc() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var path = request.getUrl().encodedPath().replace("/realm", "");
                Optional.ofNullable(holds.remove(path)).ifPresent(CompletableFuture::join);
                return answers.getOrDefault(path, json(404, ""));
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        discovery(document());
        answer("/certs", json(200, published(KEY)));
        answer("/token", json(400, "{\"error\":\"invalid_grant\"}"));
        answer("/ciba", json(400, "{\"error\":\"invalid_request\"}"));
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key set. */
    static String published(RSAKey... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    static MockResponse json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** A proxy with one client here. */
    ProxyServerBuilder proxy() {
        return ProxyServer.builder(PscEnvironment.custom(issuer(), URI.create(base() + "/wallet")))
                .clock(clock)
                .client(DiagnosisRun.CLIENT, ClientAuthentication.clientSecretPost(DiagnosisRun.SECRET));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private URI issuer() {
        return URI.create(base() + "/realm");
    }

    /** Replaces an answer; paths are those below the issuer. */
    void answer(String path, MockResponse answer) {
        answers.put(path, answer);
    }

    void discovery(String json) {
        answer(DISCOVERY, json(200, json));
    }

    /** Does not send its document before the result is completed. */
    CompletableFuture<Void> holdDiscovery() {
        var hold = new CompletableFuture<Void>();
        holds.put(DISCOVERY, hold);
        return hold;
    }

    String document() {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "BASE/wallet", "token_endpoint": "ISSUER/token",
                 "userinfo_endpoint": "ISSUER/userinfo", "jwks_uri": "ISSUER/certs",
                 "end_session_endpoint": "ISSUER/logout", "backchannel_authentication_endpoint": "ISSUER/ciba"}
                """.replace("ISSUER", issuer().toString()).replace("BASE", base());
    }

    @Override
    public void close() {
        server.close();
    }
}
