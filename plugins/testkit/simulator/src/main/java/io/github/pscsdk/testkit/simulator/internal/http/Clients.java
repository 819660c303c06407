package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Strictness;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** The registered clients. */
public final class Clients {
    private final Map<String, SimulatedClient> byId = new ConcurrentHashMap<>();
    private final Simulation simulation;

    public Clients(Collection<SimulatedClient> clients, Simulation simulation) {
        this.simulation = simulation;
        clients.forEach(this::register);
    }

    public void register(SimulatedClient client) {
        byId.put(client.id(), client);
    }

    public Optional<SimulatedClient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Finds and authenticates the client that sent a form. Errors are Keycloak's: status 401, {@code
     * unauthorized_client} where a known client's secret is wrong or missing, else {@code invalid_client}
     * (pro-sante-connect, section 15.6); {@code invalid_request} for two ways at once.
     */
    public SimulatedClient authenticate(IncomingRequest request) throws OAuthErrorException {
        var form = request.form();
        var client = switch (request.authMethod()) {
            case CLIENT_SECRET_BASIC -> byBasic(request.basicCredentials().orElseThrow(), form);
            case CLIENT_SECRET_POST -> bySecret(form.required("client_id"), form.required("client_secret"));
            case TLS_CLIENT_AUTH ->
                byCertificate(form.required("client_id"), request.certificate().orElseThrow());
            case SEVERAL -> byBoth(request);
            case NONE, BEARER ->
                throw form.optional("client_id")
                        .flatMap(this::find)
                        .map(Clients::rejected)
                        .orElseGet(Clients::rejected);
        };
        return certified(client, request);
    }

    /** The same for introspection: {@code invalid_request} with 401 for all whom it does not recognize. */
    public void authenticateForIntrospection(IncomingRequest request) throws OAuthErrorException {
        try {
            authenticate(request);
        } catch (OAuthErrorException e) {
            throw e.status() == 401 ? new OAuthErrorException(401, "invalid_request", "Authentication failed.") : e;
        }
    }

    /** RFC 6749 §2.3: one way in each request. */
    private SimulatedClient byBoth(IncomingRequest request) throws OAuthErrorException {
        if (!simulation.dials().is(Dial.STRICTNESS, Strictness.AS_KNOWN)) {
            throw OAuthErrorException.invalidRequest("More than one way of client authentication")
                    .unless(Dial.STRICTNESS, Strictness.AS_KNOWN);
        }
        var client = byBasic(request.basicCredentials().orElseThrow(), request.form());
        return bySecret(client.id(), request.form().required("client_secret"));
    }

    /** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined by a colon. */
    private SimulatedClient byBasic(String credentials, FormParameters form) throws OAuthErrorException {
        try {
            var joined = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            var parts = joined.split(":", 2);
            if (parts.length < 2) {
                throw rejected();
            }
            var id = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            if (!form.optional("client_id").orElse(id).equals(id)) {
                throw rejected();
            }
            return bySecret(id, simulation.journal().addSecret(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw rejected();
        }
    }

    private SimulatedClient bySecret(String id, String secret) throws OAuthErrorException {
        var client = find(id).orElseThrow(Clients::rejected);
        if (!client.hasSecret(secret)) {
            throw rejected(client);
        }
        return client;
    }

    /** Refuses a secret without the certificate, if the client's registration demands the certificate. */
    private static SimulatedClient certified(SimulatedClient client, IncomingRequest request)
            throws OAuthErrorException {
        if (client.demandsCertificate()
                && request.certificate()
                        .filter(presented -> names(presented, client))
                        .isEmpty()) {
            throw rejected();
        }
        return client;
    }

    /** The CN is the client id (pro-sante-connect, section 3); TLS has checked the chain. */
    private SimulatedClient byCertificate(String id, X509Certificate certificate) throws OAuthErrorException {
        return find(id).filter(SimulatedClient::usesCertificate)
                .filter(client -> names(certificate, client))
                .orElseThrow(Clients::rejected);
    }

    private static boolean names(X509Certificate certificate, SimulatedClient client) {
        return commonName(certificate).equals(Optional.of(client.id()));
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException e) {
            throw new IllegalStateException("the JDK wrote a name that it cannot read", e);
        }
    }

    /** A known client without the right secret. A client without one is asked for its certificate. */
    private static OAuthErrorException rejected(SimulatedClient client) {
        return client.usesCertificate() ? rejected() : rejected("unauthorized_client");
    }

    private static OAuthErrorException rejected() {
        return rejected("invalid_client");
    }

    private static OAuthErrorException rejected(String error) {
        return new OAuthErrorException(401, error, "Invalid client or Invalid client credentials");
    }
}
