package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs logins on their callers' threads, each within its deadline. Safe for any thread. */
public final class Logins implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Logins.class);

    private final Surroundings surroundings;
    private final Registry registry;
    private final RunningLogins running = new RunningLogins();
    private final AtomicLong attempts = new AtomicLong();

    /** Ready at once; nothing is loaded or asked before the first login. */
    public Logins(Surroundings surroundings, Registry registry) {
        this.surroundings = surroundings;
        this.registry = registry;
    }

    /** See {@link io.github.pscsdk.api.PscClient#login}. */
    public ProxySession login(LoginRequest request) throws PscException, InterruptedException {
        var deadline = surroundings.clock().instant().plus(request.timeout());
        var alarm = running.enter();
        var timer = surroundings.threads().after(request.timeout(), () -> alarm.ring(Alarm.Cause.DEADLINE));
        try {
            return firstAvailable(request, deadline, alarm);
        } catch (PscException | InterruptedException e) {
            if (alarm.rangFor(Alarm.Cause.DEADLINE)) {
                throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time is up", e);
            }
            throw e;
        } finally {
            timer.cancel(false);
            running.leave(alarm);
        }
    }

    /** Interrupts every login and waits some seconds for them to end. */
    @Override
    public void close() {
        running.close();
    }

    private ProxySession firstAvailable(LoginRequest request, Instant deadline, Alarm alarm)
            throws PscException, InterruptedException {
        Optional<PscException> earlier = Optional.empty();
        var ids = request.authenticatorIds().iterator();
        while (true) {
            alarm.check();
            var id = ids.next();
            var number = attempts.incrementAndGet();
            log.info("login {}: begins with {}", number, id);
            var answered = false;
            try {
                var attempt = attempt(request, id, number, deadline, alarm);
                try {
                    var session = attempt.run();
                    log.info("login {}: done", number);
                    return session;
                } finally {
                    answered = attempt.wasAnswered();
                }
            } catch (PscException e) {
                log.warn(
                        "login {}: {} {}",
                        number,
                        e.problem().code(),
                        e.problem().name());
                // An authenticator may throw the same exception twice, and none can suppress itself.
                earlier.filter(other -> other != e).ifPresent(e::addSuppressed);
                if (answered || !ids.hasNext() || !Fallback.isAllowedAfter(e.problem())) {
                    throw e;
                }
                earlier = Optional.of(e);
            }
        }
    }

    private Attempt attempt(LoginRequest request, String id, long number, Instant deadline, Alarm alarm)
            throws PscException {
        var station = registry.find(id)
                .orElseThrow(() -> new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "none of that id is loaded"));
        return new Attempt(surroundings, request, station, number, deadline, alarm);
    }
}
