package io.github.pscsdk.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service that the simulator knows, as ANS would have registered it. Immutable; begin with {@link #withSecret} or
 * {@link #withCertificate} and add by the with-methods.
 */
public final class SimulatedClient {
    private final String id;
    private final Optional<byte[]> secret;
    private final Set<URI> redirectUris;
    private final Set<URI> postLogoutUris;

    private SimulatedClient(String id, Optional<byte[]> secret, Set<URI> redirectUris, Set<URI> postLogoutUris) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a client needs an id");
        }
        this.id = id;
        this.secret = secret;
        this.redirectUris = redirectUris;
        this.postLogoutUris = postLogoutUris;
    }

    /** Authenticates by {@code client_secret_basic} or {@code client_secret_post}, as it likes. */
    public static SimulatedClient withSecret(String id, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
        return new SimulatedClient(id, Optional.of(secret.getBytes(StandardCharsets.UTF_8)), Set.of(), Set.of());
    }

    /**
     * Authenticates by {@code tls_client_auth}: a certificate of the simulator's hierarchy whose CN is the client id. A
     * secret is refused. Works over {@code https()} only.
     */
    public static SimulatedClient withCertificate(String id) {
        return new SimulatedClient(id, Optional.empty(), Set.of(), Set.of());
    }

    /** Declares one more URI to which a login may return; compared character by character. */
    public SimulatedClient withRedirectUri(URI uri) {
        return new SimulatedClient(id, secret, plus(redirectUris, uri), postLogoutUris);
    }

    /** Declares one more URI to which a logout may return; compared character by character. */
    public SimulatedClient withPostLogoutUri(URI uri) {
        return new SimulatedClient(id, secret, redirectUris, plus(postLogoutUris, uri));
    }

    private static Set<URI> plus(Set<URI> known, URI uri) {
        if (!uri.isAbsolute() || uri.getFragment() != null) {
            throw new IllegalArgumentException("a declared URI is absolute and has no fragment");
        }
        return Stream.concat(known.stream(), Stream.of(uri)).collect(Collectors.toUnmodifiableSet());
    }

    /** The {@code client_id}. */
    public String id() {
        return id;
    }

    /** Whether it authenticates by its TLS certificate. */
    public boolean usesCertificate() {
        return secret.isEmpty();
    }

    /** Whether {@code candidate} is its secret. */
    public boolean hasSecret(String candidate) {
        return secret.isPresent() && MessageDigest.isEqual(secret.get(), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a login may return to {@code uri}. */
    public boolean mayReturnTo(String uri) {
        return redirectUris.stream().anyMatch(declared -> declared.toString().equals(uri));
    }

    /** Whether a logout may return to {@code uri}. */
    public boolean mayReturnAfterLogoutTo(String uri) {
        return postLogoutUris.stream().anyMatch(declared -> declared.toString().equals(uri));
    }

    /** The id and the kind, never the secret. */
    @Override
    public String toString() {
        return "SimulatedClient[" + id + ", " + (usesCertificate() ? "certificate" : "secret") + "]";
    }
}
