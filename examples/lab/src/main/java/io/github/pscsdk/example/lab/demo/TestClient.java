package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A client of the simulator, with what its owner must know.
 *
 * @param name what the simulator's pages call it
 * @param secret for {@code client_secret_basic} or {@code client_secret_post}
 * @param backchannelLogoutUri where its logout tokens are sent (OpenID Connect Back-Channel Logout 1.0); none are
 *     without it
 * @param demandsCertificate whether the secret is refused where the client's certificate does not come with it
 */
record TestClient(
        String id,
        String name,
        String secret,
        List<URI> redirectUris,
        List<URI> postLogoutUris,
        Optional<URI> backchannelLogoutUri,
        boolean demandsCertificate) {
    TestClient {
        Objects.requireNonNull(backchannelLogoutUri, "backchannelLogoutUri");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(secret, "secret");
        redirectUris = List.copyOf(redirectUris);
        postLogoutUris = List.copyOf(postLogoutUris);
    }

    /** With a secret that nobody knows yet. */
    static TestClient draw(String id, String name) {
        return of(id, name, randomSecret());
    }

    /** Without an address that the simulator sends somebody to. */
    static TestClient of(String id, String name, String secret) {
        return new TestClient(id, name, secret, List.of(), List.of(), Optional.empty(), false);
    }

    /** The same, with its addresses. */
    TestClient at(List<URI> redirects, List<URI> postLogouts, URI backchannelLogout) {
        return new TestClient(
                id, name, secret, redirects, postLogouts, Optional.of(backchannelLogout), demandsCertificate);
    }

    SimulatedClient registration() {
        var registration = SimulatedClient.withSecret(id, secret).withName(name);
        for (var uri : redirectUris) {
            registration = registration.withRedirectUri(uri);
        }
        for (var uri : postLogoutUris) {
            registration = registration.withPostLogoutUri(uri);
        }
        if (backchannelLogoutUri.isPresent()) {
            registration = registration.withBackchannelLogoutUri(backchannelLogoutUri.get());
        }
        return demandsCertificate ? registration.demandingCertificate() : registration;
    }

    @Override
    public String toString() {
        return "TestClient[" + id + "]";
    }

    /** A secret that lives as long as the demonstration: none is ever written down. */
    static String randomSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
