package io.github.pscsdk.testkit.simulator.internal.wallet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The browsers that are at the login page. Old ones are removed when a new one arrives. */
final class LoginPageSessions {
    /** How long the page waits for a choice: as long as a session may be idle. ANS has published no figure. */
    static final Duration TIME_TO_CHOOSE = Duration.ofMinutes(30);

    /** How long an outcome is kept for a page that is still open. */
    private static final Duration MEMORY = Duration.ofHours(4);

    private final Map<String, LoginPageSession> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginPageSessions(Clock clock) {
        this.clock = clock;
    }

    /** Adds a browser. Returns the id of its session at the page. */
    String add(String service, ClientReturn returns) {
        byId.values().removeIf(session -> session.isOlderThan(now().minus(MEMORY)));
        var id = UUID.randomUUID().toString();
        byId.put(id, new LoginPageSession(service, returns, now().plus(TIME_TO_CHOOSE)));
        return id;
    }

    Optional<LoginPageSession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Removes a browser. False if it was removed before. */
    boolean end(String id) {
        return byId.remove(id) != null;
    }

    Instant now() {
        return clock.instant();
    }
}
