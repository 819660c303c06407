package io.github.pscsdk.testkit.simulator.model;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A client with the settings that ANS registers for a service. Immutable: each with-method returns a changed copy. */
public final class SimulatedClient {
    private final String id;
    private final String name;
    private final Optional<byte[]> secret;
    // Changed by changed() alone, before anybody else knows the copy.
    private final Set<String> redirectUris = new HashSet<>();
    private final Set<String> postLogoutUris = new HashSet<>();
    private boolean demandsCertificate;
    private boolean hasBackchannel = true;
    private Optional<URI> backchannelLogoutUri = Optional.empty();

    private SimulatedClient(String id, String name, Optional<byte[]> secret) {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a client needs an id and a name");
        }
        this.id = id;
        this.name = name;
        this.secret = secret;
    }

    private SimulatedClient changed(String newName, Consumer<SimulatedClient> change) {
        var copy = new SimulatedClient(id, newName, secret);
        copy.redirectUris.addAll(redirectUris);
        copy.postLogoutUris.addAll(postLogoutUris);
        copy.demandsCertificate = demandsCertificate;
        copy.hasBackchannel = hasBackchannel;
        copy.backchannelLogoutUri = backchannelLogoutUri;
        change.accept(copy);
        return copy;
    }

    /** A client that authenticates by {@code client_secret_basic} or {@code client_secret_post}. */
    public static SimulatedClient withSecret(String id, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
        return new SimulatedClient(id, id, Optional.of(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** A client of {@code tls_client_auth} whose CN is its id. A secret is refused. Over {@code https()} only. */
    public static SimulatedClient withCertificate(String id) {
        return new SimulatedClient(id, id, Optional.empty());
    }

    /** Sets the name that a professional reads on the pages; the default is the client id. */
    public SimulatedClient withName(String newName) {
        return changed(newName, copy -> {});
    }

    /** Declares one more URI to which a login may return; compared character by character. */
    public SimulatedClient withRedirectUri(URI uri) {
        return changed(name, copy -> copy.redirectUris.add(checked(uri)));
    }

    /** Declares one more URI to which a logout may return; compared character by character. */
    public SimulatedClient withPostLogoutUri(URI uri) {
        return changed(name, copy -> copy.postLogoutUris.add(checked(uri)));
    }

    /** Puts the client into the Espace de Confiance: every request needs the certificate. Over {@code https()} only. */
    public SimulatedClient demandingCertificate() {
        return changed(name, copy -> copy.demandsCertificate = true);
    }

    /** Disables the back channel for the client: its requests get {@code unauthorized_client}. */
    public SimulatedClient withoutBackchannel() {
        return changed(name, copy -> copy.hasBackchannel = false);
    }

    /**
     * Declares the address for logout tokens (OpenID Connect Back-Channel Logout 1.0).
     *
     * @throws IllegalArgumentException unless it is an {@code http} or {@code https} address on loopback: the simulator
     *     speaks to no other machine
     */
    public SimulatedClient withBackchannelLogoutUri(URI uri) {
        if (!isOnLoopback(uri)) {
            throw new IllegalArgumentException("logout tokens are sent to loopback only");
        }
        return changed(name, copy -> copy.backchannelLogoutUri = Optional.of(uri));
    }

    private static boolean isOnLoopback(URI uri) {
        // Literal addresses only, for names resolve to anything; but "localhost" is loopback by RFC 6761.
        var host = Optional.ofNullable(uri.getHost()).orElse("");
        return Set.of("http", "https")
                        .contains(Optional.ofNullable(uri.getScheme()).orElse(""))
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}"));
    }

    private static String checked(URI uri) {
        if (!uri.isAbsolute() || uri.getFragment() != null) {
            throw new IllegalArgumentException("a declared URI is absolute and has no fragment");
        }
        return uri.toString();
    }

    /** The {@code client_id}. */
    public String id() {
        return id;
    }

    /** The name that professionals read. */
    public String name() {
        return name;
    }

    /** Whether it authenticates by its TLS certificate alone. */
    public boolean usesCertificate() {
        return secret.isEmpty() || demandsCertificate;
    }

    /** Whether its secret is refused without its certificate. */
    public boolean demandsCertificate() {
        return demandsCertificate;
    }

    /** Whether it may begin logins by the back channel. */
    public boolean hasBackchannel() {
        return hasBackchannel;
    }

    /** Whether {@code candidate} is its secret. */
    public boolean hasSecret(String candidate) {
        return secret.isPresent() && MessageDigest.isEqual(secret.get(), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** The address for its logout tokens. */
    public Optional<URI> backchannelLogoutUri() {
        return backchannelLogoutUri;
    }

    /** Whether a login may return to {@code uri}. */
    public boolean mayReturnTo(String uri) {
        return redirectUris.contains(uri);
    }

    /** Whether a logout may return to {@code uri}. */
    public boolean mayReturnAfterLogoutTo(String uri) {
        return postLogoutUris.contains(uri);
    }

    /** Whether it is a client of the same id: with other settings it is still the same one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatedClient client && client.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Prints the id and the kind, never the secret. */
    @Override
    public String toString() {
        return "SimulatedClient[" + id + ", " + (usesCertificate() ? "certificate" : "secret") + "]";
    }
}
