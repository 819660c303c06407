package io.github.pscsdk.testkit.simulator.internal.wallet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The browsers that are at the login page. Who left it open long ago is forgotten when somebody else comes. */
final class LoginPageSessions {
    /** How long the page waits for a choice: as long as a session may be idle. ANS has published nothing on it. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    /** How long an outcome is kept for a page that is still open. */
    private static final Duration MEMORY = Duration.ofHours(4);

    private final Map<String, LoginPageSession> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginPageSessions(Clock clock) {
        this.clock = clock;
    }

    /** Lets one in; returns the name of the visit. */
    String add(String service, ClientReturn returns) {
        byId.values().removeIf(visit -> visit.isOlderThan(now().minus(MEMORY)));
        var id = UUID.randomUUID().toString();
        byId.put(id, new LoginPageSession(service, returns, now().plus(PATIENCE)));
        return id;
    }

    Optional<LoginPageSession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Lets one out, once: whoever comes second finds nothing. */
    boolean end(String id) {
        return byId.remove(id) != null;
    }

    Instant now() {
        return clock.instant();
    }
}
