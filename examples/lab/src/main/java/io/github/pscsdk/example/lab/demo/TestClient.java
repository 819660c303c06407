package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A client of the simulator, with what its owner must know.
 *
 * @param registration as the simulator knows it
 * @param secret for {@code client_secret_basic} or {@code client_secret_post}
 */
record TestClient(SimulatedClient registration, String secret, List<URI> redirectUris, List<URI> postLogoutUris) {
    /** With a secret that nobody knows yet. */
    static TestClient draw(String id, String name) {
        return of(id, name, randomSecret());
    }

    /** Without an address that the simulator sends somebody to. */
    static TestClient of(String id, String name, String secret) {
        return new TestClient(SimulatedClient.withSecret(id, secret).withName(name), secret, List.of(), List.of());
    }

    /**
     * The same, with its addresses.
     *
     * @param backchannelLogout where its logout tokens are sent (OpenID Connect Back-Channel Logout 1.0); none are
     *     without it
     */
    TestClient at(List<URI> redirects, List<URI> postLogouts, Optional<URI> backchannelLogout) {
        var there = registration;
        for (var uri : redirects) {
            there = there.withRedirectUri(uri);
        }
        for (var uri : postLogouts) {
            there = there.withPostLogoutUri(uri);
        }
        if (backchannelLogout.isPresent()) {
            there = there.withBackchannelLogoutUri(backchannelLogout.get());
        }
        return new TestClient(there, secret, redirects, postLogouts);
    }

    /** The same, whose secret is refused where the client's certificate does not come with it. */
    TestClient demandingCertificate() {
        return new TestClient(registration.demandingCertificate(), secret, redirectUris, postLogoutUris);
    }

    String id() {
        return registration.id();
    }

    @Override
    public String toString() {
        return "TestClient[" + id() + "]";
    }

    /** A secret that lives as long as the demonstration: none is ever written down. */
    static String randomSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
