package io.github.pscsdk.relyingparty.environment;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which Pro Santé Connect to talk to: its issuer, its login page on another host, and what is known of its behaviour.
 * Both hosts are pinned: a discovery document that names others is refused. Immutable.
 */
public final class PscEnvironment {
    private final Environment kind;
    private final URI issuer;
    private final URI authorizationEndpoint;
    private final Behaviour behaviour;

    /** How a provider behaves: Pro Santé Connect, that without a parameter, or another one by the standard alone. */
    private enum Behaviour {
        PSC(PscProfile.DISCOVERY, PscProfile.SCOPE),
        WITHOUT_CHANNEL(PscProfile.DISCOVERY, PscProfile.SCOPE),
        /** OpenID Connect Discovery 1.0, section 4; Core 1.0, section 5.4. */
        PLAIN("/.well-known/openid-configuration", "openid profile");

        private final String discoveryPath;
        private final String scope;

        Behaviour(String discoveryPath, String scope) {
            this.discoveryPath = discoveryPath;
            this.scope = scope;
        }
    }

    private PscEnvironment(Environment kind, URI issuer, URI authorizationEndpoint, Behaviour behaviour) {
        this.kind = kind;
        this.issuer = issuer;
        this.authorizationEndpoint = authorizationEndpoint;
        this.behaviour = behaviour;
    }

    /** The one that real professionals log in at. */
    public static PscEnvironment production() {
        return of(Environment.PRODUCTION, PscProfile.PRODUCTION_ISSUER, PscProfile.PRODUCTION_AUTHORIZATION);
    }

    /** ANS's sandbox (<i>bac à sable</i>, BAS). */
    public static PscEnvironment sandbox() {
        return of(Environment.SANDBOX, PscProfile.SANDBOX_ISSUER, PscProfile.SANDBOX_AUTHORIZATION);
    }

    /**
     * Another one, such as a simulator. Its {@link #kind()} is {@code SIMULATOR} where both hosts are loopback
     * addresses, else {@code CUSTOM}; with a host of Pro Santé Connect it is {@code PRODUCTION} or {@code SANDBOX}, and
     * as guarded.
     *
     * @param issuer to the letter as it stands in ID tokens; https, or http on a loopback address
     * @param authorizationEndpoint the login page; https, or http on a loopback address
     * @throws IllegalArgumentException if an address cannot be used, is one of the sandbox's retired hosts, or if one
     *     is of production and the other of the sandbox
     */
    public static PscEnvironment custom(URI issuer, URI authorizationEndpoint) {
        check(issuer, "the issuer");
        check(authorizationEndpoint, "the authorization endpoint");
        if (isProduction(issuer) && isSandbox(authorizationEndpoint)
                || isSandbox(issuer) && isProduction(authorizationEndpoint)) {
            throw new IllegalArgumentException("the issuer and the login page belong to production and to the sandbox");
        }
        return of(kind(issuer, authorizationEndpoint), issuer, authorizationEndpoint);
    }

    /**
     * A plain OpenID Connect provider, for generic conformance suites only: the standard's discovery document and
     * scopes ({@code openid profile}), no {@code channel}, and a UserInfo without {@code SubjectNameID}, whose {@code
     * sub} is taken for the national identifier, so that who logs in is whoever the issuer says. Each relying party
     * with it warns at its start, and a proxy in its diagnosis, too.
     *
     * @throws IllegalArgumentException as {@link #custom} does, and for Pro Santé Connect itself
     */
    public static PscEnvironment dangerouslyPlain(URI issuer, URI authorizationEndpoint) {
        var custom = custom(issuer, authorizationEndpoint);
        if (custom.kind == Environment.PRODUCTION || custom.kind == Environment.SANDBOX) {
            throw new IllegalArgumentException("Pro Santé Connect is no plain provider");
        }
        return new PscEnvironment(custom.kind, issuer, authorizationEndpoint, Behaviour.PLAIN);
    }

    private static Environment kind(URI issuer, URI authorizationEndpoint) {
        if (isProduction(issuer) || isProduction(authorizationEndpoint)) {
            return Environment.PRODUCTION;
        }
        if (isSandbox(issuer) || isSandbox(authorizationEndpoint)) {
            return Environment.SANDBOX;
        }
        var simulated = SecureUri.isLoopback(issuer) && SecureUri.isLoopback(authorizationEndpoint);
        return simulated ? Environment.SIMULATOR : Environment.CUSTOM;
    }

    private static PscEnvironment of(Environment kind, URI issuer, URI authorizationEndpoint) {
        return new PscEnvironment(kind, issuer, authorizationEndpoint, Behaviour.PSC);
    }

    private static void check(URI uri, String what) {
        SecureUri.require(uri, what);
        if (uri.getRawQuery() != null) {
            throw new IllegalArgumentException(what + " has no query");
        }
        if (host(uri).endsWith(PscProfile.RETIRED_SANDBOX_HOSTS)) {
            throw new IllegalArgumentException(
                    what + " is a host that the sandbox left in 2022; use PscEnvironment.sandbox()");
        }
    }

    private static boolean isProduction(URI uri) {
        return Set.of(PscProfile.PRODUCTION_ISSUER.getHost(), PscProfile.PRODUCTION_AUTHORIZATION.getHost())
                .contains(host(uri));
    }

    private static boolean isSandbox(URI uri) {
        return Set.of(PscProfile.SANDBOX_ISSUER.getHost(), PscProfile.SANDBOX_AUTHORIZATION.getHost())
                .contains(host(uri));
    }

    /** RFC 4343: the case of a host's name does not count, nor does the dot at its end. */
    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    /** The kind that the workstation shows, so that nobody takes a simulated login for a real one. */
    public Environment kind() {
        return kind;
    }

    /** {@code iss} of every ID token. */
    public URI issuer() {
        return issuer;
    }

    /**
     * The discovery document, under PSC's own name; without the issuer's last slash (OpenID Connect Discovery 1.0,
     * section 4.1).
     */
    public URI discovery() {
        return URI.create(issuer.toString().replaceFirst("/$", "") + behaviour.discoveryPath);
    }

    /** The login page; the discovery document must name one on the same host. */
    public URI authorizationEndpoint() {
        return authorizationEndpoint;
    }

    /** Whether back-channel requests carry PSC's parameter {@code channel}; true unless switched off. */
    public boolean sendsChannel() {
        return behaviour == Behaviour.PSC;
    }

    /** The scopes that a login asks for, separated by spaces; {@code openid scope_all} at Pro Santé Connect. */
    public String scope() {
        return behaviour.scope;
    }

    /** Whether it is a plain provider: see {@link #dangerouslyPlain}. */
    public boolean isPlain() {
        return behaviour == Behaviour.PLAIN;
    }

    /** A copy that leaves {@code channel} out, for a server that refuses parameters it does not know. */
    public PscEnvironment withoutChannel() {
        return new PscEnvironment(
                kind, issuer, authorizationEndpoint, isPlain() ? Behaviour.PLAIN : Behaviour.WITHOUT_CHANNEL);
    }

    @Override
    public String toString() {
        return "PscEnvironment[" + kind + ", " + issuer + "]";
    }
}
