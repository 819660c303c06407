package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every token that was issued. A token that is not here is forged, foreign, used or withdrawn. */
public final class TokenStore {
    private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, Session> idTokens = new ConcurrentHashMap<>();
    private final Simulation simulation;

    public TokenStore(Simulation simulation) {
        this.simulation = simulation;
    }

    public void add(IssuedToken token) {
        tokens.put(simulation.journal().addSecret(token.value()), token);
    }

    public void addIdToken(String value, Session session) {
        idTokens.put(simulation.journal().addSecret(value), session);
    }

    /** The access token, if it has neither expired nor lost its session. */
    public Optional<IssuedToken> liveAccessToken(String value) {
        return live(value).filter(token -> token.kind() == IssuedToken.Kind.ACCESS);
    }

    public Optional<IssuedToken> live(String value) {
        return find(value).filter(token -> token.isLive(simulation.now()));
    }

    public Optional<IssuedToken> find(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** Withdraws a token. False if it was withdrawn before. */
    public boolean withdraw(IssuedToken token) {
        return tokens.remove(token.value()) != null;
    }

    /** The session of an ID token. An expired one counts too, because it is the usual hint at logout. */
    public Optional<Session> ownerOfIdToken(String value) {
        return Optional.ofNullable(idTokens.get(value));
    }
}
