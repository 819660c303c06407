package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every token given out. A token that is not here is forged, foreign, used or withdrawn, whatever it says. */
public final class TokenVault {
    private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, Session> idTokens = new ConcurrentHashMap<>();
    private final Timing timing;
    private final Journal journal;

    TokenVault(Timing timing, Journal journal) {
        this.timing = timing;
        this.journal = journal;
    }

    void add(IssuedToken token) {
        tokens.put(journal.addSecret(token.value()), token);
    }

    void addIdToken(String value, Session session) {
        idTokens.put(journal.addSecret(value), session);
    }

    /** The access token, if it lives. */
    public Optional<IssuedToken> liveAccessToken(String value) {
        return live(value).filter(token -> token.kind() == IssuedToken.Kind.ACCESS);
    }

    Optional<IssuedToken> live(String value) {
        return find(value).filter(token -> token.isLive(timing.now()));
    }

    Optional<IssuedToken> find(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** Whether {@code token} was still there to withdraw: false for whoever comes second. */
    boolean withdraw(IssuedToken token) {
        return tokens.remove(token.value()) != null;
    }

    /** Whose ID token that is, be it expired or its session ended: an expired one is the normal hint at logout. */
    Optional<Session> ownerOfIdToken(String value) {
        return Optional.ofNullable(idTokens.get(value));
    }
}
