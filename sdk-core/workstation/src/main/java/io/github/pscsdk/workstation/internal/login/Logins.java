package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.session.ProxySession;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Runs logins on their callers' threads, each within its deadline. Safe for any thread. */
public final class Logins implements AutoCloseable {
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
        var now = surroundings.clock().instant();
        if (request.ticket().isPresent()) {
            var ticket = PendingTicket.read(request.ticket().get());
            return within(
                    now, ticket.deadline(), alarm -> resumption(request, ticket).run());
        }
        var deadline = now.plus(request.timeout());
        return within(
                now,
                deadline,
                alarm -> new Chain(surroundings, registry, attempts::incrementAndGet, request, deadline, alarm).run());
    }

    /** Interrupts every login, waits some seconds for them to end, and forgets whose card was read. */
    @Override
    public void close() {
        running.close();
        surroundings.lastCard().forget();
    }

    private Resumption resumption(LoginRequest request, PendingTicket ticket) {
        var required = ticket.required().and(RequiredMeans.of(request.requiredMeans()));
        var turn = new Turn(
                surroundings,
                request,
                ticket.authenticatorId(),
                attempts.incrementAndGet(),
                ticket.deadline(),
                required);
        return new Resumption(turn, ticket);
    }

    private interface Work {
        ProxySession run(Alarm alarm) throws PscException, InterruptedException;
    }

    private ProxySession within(Instant now, Instant deadline, Work work) throws PscException, InterruptedException {
        var left = Duration.between(now, deadline);
        if (left.isNegative() || left.isZero()) {
            throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time was up before it was resumed");
        }
        var alarm = running.enter();
        var timer = surroundings.threads().after(left, () -> alarm.ring(Alarm.Cause.DEADLINE));
        try {
            return work.run(alarm);
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
}
