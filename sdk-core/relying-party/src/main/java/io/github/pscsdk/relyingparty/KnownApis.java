package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.endpoint.ApiAuthorizationServer;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections.ClientIdentity;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.session.ApiRevocations;
import io.github.pscsdk.relyingparty.internal.session.ApiRevocations.Revocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The APIs that one relying party has tokens for. None is told the secret of PSC, unless the host says so. */
final class KnownApis {
    private static final Logger log = LoggerFactory.getLogger(KnownApis.class);

    private volatile ClientIdentity atPsc;
    private final ClientConnections connections;
    private final ApiRevocations revocations;
    // By the key under which their tokens are kept.
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(ApiAudience audience, ApiAuthorizationServer server) {}

    KnownApis(ClientIdentity atPsc, ClientConnections connections) {
        this.atPsc = atPsc;
        this.connections = connections;
        this.revocations = new ApiRevocations(this::revocationBy);
    }

    /** Gives tokens back to the servers that take them. */
    ApiRevocations revocations() {
        return revocations;
    }

    /** By the key under which tokens are kept; empty where nobody has named the API since this process began. */
    private Optional<Revocation> revocationBy(String key) {
        return Optional.ofNullable(known.get(key))
                .map(Known::server)
                .filter(server -> server.revocationEndpoint().isPresent())
                .map(server -> server::revoke);
    }

    /** @throws IllegalArgumentException if the client that the audience names now cannot be used there */
    ApiAuthorizationServer know(ApiAudience audience) {
        var client = audience.client();
        check(atPsc.credentials(), audience);
        var identity = client.id()
                .map(id -> new ClientIdentity(
                        id, client.authentication().orElseThrow().credentials()))
                .orElse(atPsc);
        var server = new ApiAuthorizationServer(
                audience.name(),
                audience.tokenEndpoint(),
                audience.revocationEndpoint(),
                audience.scopes(),
                identity,
                connections);
        if (known.put(server.key(), new Known(audience, server)) == null
                && client.id().isEmpty()
                && atPsc.credentials().secret().isPresent()) {
            log.warn("the client secret of Pro Santé Connect goes to the authorization server of {} too", server);
        }
        return server;
    }

    /**
     * Looks whether all clients can be used beside these credentials of PSC's client.
     *
     * @return has them proven so from now on
     * @throws IllegalArgumentException if a client cannot be used
     */
    Runnable renewal(ClientCredentials credentials, List<ApiAudience> renewed) {
        var audiences = Stream.concat(known.values().stream().map(Known::audience), renewed.stream())
                .toList();
        audiences.forEach(audience -> check(credentials, audience));
        return () -> {
            atPsc = new ClientIdentity(atPsc.clientId(), credentials);
            audiences.forEach(this::know);
        };
    }

    /**
     * @throws IllegalArgumentException if the client that an audience names cannot be used there, beside that of PSC
     */
    static void check(ClientCredentials atPsc, ApiAudience audience) {
        var own = audience.client().authentication().map(ClientAuthentication::credentials);
        var secret = own.flatMap(ClientCredentials::secret);
        if (secret.isPresent() && secret.equals(atPsc.secret())) {
            throw new IllegalArgumentException("the client at the authorization server of " + audience.name()
                    + " has the secret of Pro Santé Connect; ApiClientRegistration.dangerouslyWithClientOfPsc, in settings"
                    + " dangerously_client_of_psc, says so by its name");
        }
        var hasCertificate = own.orElse(atPsc).certificate().isPresent();
        if (own.isEmpty() && !hasCertificate && !audience.client().maySendSecretOfPsc()) {
            throw new IllegalArgumentException(
                    "the client of Pro Santé Connect has no certificate for the authorization server of "
                            + audience.name());
        }
        if (hasCertificate && !"https".equals(audience.tokenEndpoint().getScheme())) {
            throw new IllegalArgumentException(
                    "a client certificate needs an authorization server over https, for " + audience.name());
        }
    }
}
