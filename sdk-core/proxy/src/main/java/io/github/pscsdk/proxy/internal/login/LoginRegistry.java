package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.proxy.internal.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logins that may still be asked about: those that wait, and those that ended a short while ago. */
final class LoginRegistry {
    // For a caller whose long poll was cut off just when the answer came.
    private static final Duration AFTERGLOW = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    LoginRegistry(Clock clock) {
        this.clock = clock;
    }

    Login add(Login login) {
        var horizon = clock.instant().minus(AFTERGLOW);
        logins.values().removeIf(old -> old.deadline().isBefore(horizon));
        logins.put(login.id(), login);
        return login;
    }

    /** Only the application that began a login may see it. */
    Optional<Login> find(String id, Caller caller) {
        return Optional.ofNullable(logins.get(id)).filter(login -> login.isOf(caller));
    }

    void remove(Login login) {
        logins.remove(login.id());
    }

    Collection<Login> all() {
        return List.copyOf(logins.values());
    }
}
