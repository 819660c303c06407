package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredClient;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * The client that is examined, with its settings.
 *
 * @param redirectUri where browser logins come back to
 */
record ExaminedClient(ProxyConfiguration proxy, RegisteredClient client, URI redirectUri) {
    PscEnvironment environment() {
        return proxy.environment();
    }

    ClientCredentials credentials() {
        return client.authentication().credentials();
    }

    boolean hasCertificate() {
        return credentials().certificate().isPresent();
    }

    Instant now() {
        return proxy.clock().instant();
    }

    /** The names of the APIs whose authorization servers are told the client's secret. */
    List<String> toldSecret() {
        return credentials().secret().isEmpty()
                ? List.of()
                : proxy.audiences().stream()
                        .filter(api -> api.client().authentication().isEmpty())
                        .map(ApiAudience::name)
                        .sorted()
                        .toList();
    }
}
