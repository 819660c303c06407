package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.proxy.RegisteredClient;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.SessionId;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registered client ids, each with its relying party and its own sessions. */
public final class Clients implements AutoCloseable {
    private final Map<String, RelyingParty> parties;

    private Clients(Map<String, RelyingParty> parties) {
        this.parties = parties;
    }

    /**
     * Makes a relying party for each client; talks to nobody yet.
     *
     * @param callback the redirect URI of all of them
     * @param clientProbe whether their diagnosis asks Pro Santé Connect if it takes them
     * @param trusted certification authorities instead of the Java platform's
     */
    public static Clients of(
            List<RegisteredClient> clients,
            PscEnvironment environment,
            URI callback,
            boolean clientProbe,
            Clock clock,
            Optional<KeyStore> trusted) {
        Map<String, RelyingParty> parties = new LinkedHashMap<>();
        for (var client : clients) {
            var builder = RelyingParty.builder(environment)
                    .client(client.id(), client.authentication())
                    .redirectUri(callback)
                    .clock(clock);
            if (!clientProbe) {
                builder.withoutClientProbe();
            }
            trusted.ifPresent(builder::trustedCertificates);
            parties.put(client.id(), builder.build());
        }
        return new Clients(Map.copyOf(parties));
    }

    /** All of them, in the order of their ids. */
    public List<RelyingParty> all() {
        return parties.values().stream()
                .sorted(Comparator.comparing(RelyingParty::clientId))
                .toList();
    }

    /** The relying party of that client id; empty where none is registered. */
    public Optional<RelyingParty> find(String clientId) {
        return Optional.ofNullable(parties.get(clientId));
    }

    /**
     * The session of a cookie, whichever client it belongs to. Counts as activity.
     *
     * @param cookie the cookie's value, unchecked
     */
    public Optional<ActiveSession> session(Optional<String> cookie) {
        return cookie.flatMap(SessionId::read)
                .flatMap(id -> parties.values().stream()
                        .flatMap(party -> party.session(id).map(session -> new ActiveSession(party, session)).stream())
                        .findFirst());
    }

    /** Cancels what waits and closes connections. */
    @Override
    public void close() {
        parties.values().forEach(RelyingParty::close);
    }
}
