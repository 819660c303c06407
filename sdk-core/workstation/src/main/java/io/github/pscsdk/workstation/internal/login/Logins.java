package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.GuardedAuthenticator.GivenUpException;
import io.github.pscsdk.workstation.internal.login.RunningLogins.LoginInterrupt;
import io.github.pscsdk.workstation.internal.session.WorkstationSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Runs logins on their callers' threads, each within its deadline. Safe for any thread. */
public final class Logins implements AutoCloseable {
    /** Until an authenticator is interrupted at the deadline, so that the clock, too, tells it that the time is up. */
    private static final Duration MOMENT = Duration.ofMillis(50);

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
    public WorkstationSession login(LoginRequest request) throws PscException, InterruptedException {
        if (request.ticket().isPresent()) {
            var ticket = TicketContent.read(request.ticket().get());
            return within(
                    ticket.deadline(),
                    interrupt -> attempt(request, ticket.authenticatorId(), false, ticket.deadline())
                            .resume(ticket));
        }
        var deadline = services.clock().instant().plus(request.timeout());
        return within(deadline, interrupt -> inOrder(request, deadline, interrupt));
    }

    /** Interrupts every login, waits some seconds for them to end, and forgets whose card was read. */
    @Override
    public void close() {
        running.close();
        services.lastCardHolder().set(Optional.empty());
    }

    /** The authenticators of the request in order, until one is available. */
    private WorkstationSession inOrder(LoginRequest request, Instant deadline, LoginInterrupt interrupt)
            throws PscException, InterruptedException {
        var naming = request;
        var left = Optional.<PscException>empty();
        var why = Optional.<Diagnostic>empty();
        var ids = request.authenticatorIds().iterator();
        while (true) {
            interrupt.check();
            var id = ids.next();
            var attempt = attempt(naming, id, ids.hasNext(), deadline);
            try {
                return attempt.run(registry, interrupt, why);
            } catch (PscException e) {
                // An authenticator may throw the same exception twice, and none can suppress itself.
                left.filter(other -> other != e).ifPresent(e::addSuppressed);
                var isOver = !services.clock().instant().isBefore(deadline);
                if (isOver || !ids.hasNext() || !attempt.allowsNextWayAfter(e.problem())) {
                    throw e;
                }
                left = Optional.of(e);
                why = Optional.of(Diagnostic.of(e.problem(), Severity.WARNING).with("authenticator", id));
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
        WorkstationSession run(LoginInterrupt interrupt) throws PscException, InterruptedException;
    }

    private WorkstationSession within(Instant deadline, Work work) throws PscException, InterruptedException {
        var left = Duration.between(services.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time was up before it was resumed");
        }
        var interrupt = running.enter();
        var cancel =
                services.threads().after(left.plus(MOMENT), () -> interrupt.interrupt(LoginInterrupt.Cause.DEADLINE));
        try {
            return work.run(interrupt);
        } catch (GivenUpException e) {
            if (interrupt.wasInterruptedFor(LoginInterrupt.Cause.DEADLINE)) {
                throw new PscException(PluginProblem.NOT_RESPONDING, "the authenticator did not end at the deadline");
            }
            throw e;
        } catch (PscException | InterruptedException e) {
            if (interrupt.wasInterruptedFor(LoginInterrupt.Cause.DEADLINE) && !saysWhy(e)) {
                throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time is up", e);
            }
            throw e;
        } finally {
            cancel.run();
            running.leave(interrupt);
        }
    }

    /** An authenticator that knows what was in the way until the deadline says more than that the time is up. */
    private static boolean saysWhy(Exception failure) {
        return failure instanceof PscException e
                && !(e.problem() instanceof LoginProblem)
                && !(e.problem() instanceof PluginProblem);
    }
}
