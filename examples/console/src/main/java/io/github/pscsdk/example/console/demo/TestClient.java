package io.github.pscsdk.example.console.demo;

import io.github.pscsdk.testkit.SimulatedClient;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A client of the simulator, with what its owner must know.
 *
 * @param id the {@code client_id}
 * @param name what the simulator's pages call it
 * @param secret for {@code client_secret_basic} or {@code client_secret_post}
 * @param redirectUris where a login may return to
 * @param postLogoutUris where a logout may return to
 * @param demandsCertificate whether the secret is refused where the client's certificate does not come with it
 */
record TestClient(
        String id,
        String name,
        String secret,
        List<URI> redirectUris,
        List<URI> postLogoutUris,
        boolean demandsCertificate) {
    TestClient {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(secret, "secret");
        redirectUris = List.copyOf(redirectUris);
        postLogoutUris = List.copyOf(postLogoutUris);
    }

    /** With a secret that nobody knows yet. */
    static TestClient draw(String id, String name, List<URI> redirectUris, List<URI> postLogoutUris) {
        return new TestClient(id, name, RandomSecret.draw(), redirectUris, postLogoutUris, false);
    }

    SimulatedClient registration() {
        var registration = SimulatedClient.withSecret(id, secret).withName(name);
        for (var uri : redirectUris) {
            registration = registration.withRedirectUri(uri);
        }
        for (var uri : postLogoutUris) {
            registration = registration.withPostLogoutUri(uri);
        }
        return demandsCertificate ? registration.demandingCertificate() : registration;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TestClient[" + id + "]";
    }
}
