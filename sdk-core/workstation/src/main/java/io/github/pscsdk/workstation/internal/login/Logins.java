package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Runs logins on their callers' threads, each within its deadline. Safe for any thread. */
public final class Logins implements AutoCloseable {
    private final LoginServices services;
    private final AuthenticatorRegistry registry;
    private final RunningLogins running = new RunningLogins();
    private final AtomicLong attempts = new AtomicLong();

    /** Ready at once; nothing is loaded or asked before the first login. */
    public Logins(LoginServices services, AuthenticatorRegistry registry) {
        this.services = services;
        this.registry = registry;
    }

    /** See {@link io.github.pscsdk.api.PscClient#login}. */
    public ProxySession login(LoginRequest request) throws PscException, InterruptedException {
        if (request.ticket().isPresent()) {
            var ticket = PendingTicket.read(request.ticket().get());
            return within(
                    ticket.deadline(),
                    alarm -> attempt(request, ticket.authenticatorId(), false, ticket.deadline())
                            .resume(ticket));
        }
        var deadline = services.clock().instant().plus(request.timeout());
        return within(deadline, alarm -> inOrder(request, deadline, alarm));
    }

    /** Interrupts every login, waits some seconds for them to end, and forgets whose card was read. */
    @Override
    public void close() {
        running.close();
        services.lastCard().forget();
    }

    /** The authenticators of the request in order, until one is available. */
    private ProxySession inOrder(LoginRequest request, Instant deadline, LoginInterrupt alarm)
            throws PscException, InterruptedException {
        var naming = request;
        var left = Optional.<PscException>empty();
        var why = Optional.<Diagnostic>empty();
        var ids = request.authenticatorIds().iterator();
        while (true) {
            alarm.check();
            var id = ids.next();
            var attempt = attempt(naming, id, ids.hasNext(), deadline);
            try {
                return attempt.run(registry, alarm, why);
            } catch (PscException e) {
                // An authenticator may throw the same exception twice, and none can suppress itself.
                left.filter(other -> other != e).ifPresent(e::addSuppressed);
                if (!ids.hasNext() || !attempt.leavesRoomAfter(e.problem())) {
                    throw e;
                }
                left = Optional.of(e);
                why = Optional.of(new Diagnostic(e.problem(), Severity.WARNING, Map.of("authenticator", id)));
                if (request.nationalId().isEmpty() && attempt.named().isPresent()) {
                    naming = request.withNationalId(attempt.named().get());
                }
            }
        }
    }

    private LoginAttempt attempt(LoginRequest request, String authenticatorId, boolean nextWay, Instant deadline) {
        return new LoginAttempt(services, request, authenticatorId, nextWay, attempts.incrementAndGet(), deadline);
    }

    private interface Work {
        ProxySession run(LoginInterrupt alarm) throws PscException, InterruptedException;
    }

    private ProxySession within(Instant deadline, Work work) throws PscException, InterruptedException {
        var left = Duration.between(services.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time was up before it was resumed");
        }
        var alarm = running.enter();
        var timer = services.threads().after(left, () -> alarm.ring(LoginInterrupt.Cause.DEADLINE));
        try {
            return work.run(alarm);
        } catch (PscException | InterruptedException e) {
            if (alarm.rangFor(LoginInterrupt.Cause.DEADLINE)) {
                throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time is up", e);
            }
            throw e;
        } finally {
            timer.cancel(false);
            running.leave(alarm);
        }
    }
}
