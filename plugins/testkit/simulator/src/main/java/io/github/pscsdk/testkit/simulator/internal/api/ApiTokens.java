package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every token that the API's server issued. They stay valid after the session with Pro Santé Connect. */
final class ApiTokens {
    private final Map<String, ApiToken> byValue = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Journal journal;

    ApiTokens(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    void add(ApiToken token) {
        byValue.put(journal.addSecret(token.value()), token);
    }

    Optional<ApiToken> live(ApiToken.Kind kind, String value) {
        return Optional.ofNullable(byValue.get(value))
                .filter(token -> token.kind() == kind)
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    Optional<ApiToken> find(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    /** False if it was withdrawn before. */
    boolean withdraw(ApiToken token) {
        return byValue.remove(token.value(), token);
    }

    void withdrawAll(ApiSession session) {
        byValue.values().removeIf(token -> token.session().equals(session));
    }
}
