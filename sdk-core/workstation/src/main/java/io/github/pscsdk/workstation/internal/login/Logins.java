package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.GivenUpException;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.Logins.LoginInterrupt.Cause;
import io.github.pscsdk.workstation.internal.session.OpenSessions;
import io.github.pscsdk.workstation.internal.session.WorkstationSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs logins, each within its deadline, on their callers' threads or on an executor. Safe for any thread. */
public final class Logins implements AutoCloseable {
    /** Until an authenticator is interrupted at the deadline, so that the clock, too, tells it that the time is up. */
    private static final Duration MOMENT = Duration.ofMillis(50);
    // Interrupted, an authenticator has a second; telling the server half takes another.
    private static final Duration DRAIN = Duration.ofSeconds(5);

    final ServerHalf server;
    final EngineThreads threads;
    final OpenSessions sessions;
    final AuthenticatorRegistry registry;
    final Consumer<URI> browser;
    /**
     * The holder of the card that was read last, suggested where the professional must be named; in memory only, until
     * the client is closed.
     */
    volatile Optional<NationalId> lastCardHolder = Optional.empty();

    private final Executor executor;
    private final AtomicLong attempts = new AtomicLong();
    private final Set<CompletableFuture<AuthenticationSession>> asynchronous = ConcurrentHashMap.newKeySet();
    private final Set<LoginInterrupt> running = new HashSet<>();
    private boolean closed;

    /**
     * Ready at once; nothing is loaded or asked before the first login. The executor runs {@link #loginAsync}, and is
     * never shut down here.
     */
    public Logins(
            ServerHalf server,
            EngineThreads threads,
            AuthenticatorRegistry registry,
            Consumer<URI> browser,
            Executor executor) {
        this.server = server;
        this.threads = threads;
        this.sessions = new OpenSessions(server, threads);
        this.registry = registry;
        this.browser = browser;
        this.executor = executor;
    }

    public WorkstationSession login(LoginRequest request) throws PscException, InterruptedException {
        if (request.ticket().isPresent()) {
            var ticket = TicketContent.read(request.ticket().get());
            return within(
                    ticket.deadline(),
                    interrupt -> attempt(request, ticket.authenticatorId(), false, ticket.deadline())
                            .resume(ticket));
        }
        var deadline = threads.clock().instant().plus(request.timeout());
        return within(deadline, interrupt -> inOrder(request, deadline, interrupt));
    }

    /** The future interrupts the work where it is completed from outside, by cancelling or by a timeout. */
    public CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request) {
        var future = new CompletableFuture<AuthenticationSession>();
        var work = new FutureTask<>(() -> login(request)) {
            @Override
            public void run() {
                super.run();
                // The interrupt was for the login; the executor's thread goes on to other work.
                if (isCancelled()) {
                    Thread.interrupted();
                }
            }

            @Override
            protected void set(WorkstationSession session) {
                // First: from here on nothing interrupts this thread.
                super.set(session);
                if (!future.complete(session)) {
                    // Cancelled after the login was done: no caller will get the session.
                    session.abandon();
                }
            }

            @Override
            protected void setException(Throwable failure) {
                super.setException(failure);
                future.completeExceptionally(failure instanceof InterruptedException ? unasked() : failure);
            }
        };
        asynchronous.add(future);
        future.whenComplete((session, failure) -> {
            asynchronous.remove(future);
            work.cancel(true);
        });
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    /** A caller who cancels has completed the future before; one who shuts the executor down has not. */
    private Exception unasked() {
        return executor instanceof ExecutorService service && service.isShutdown()
                ? new CancellationException("the executor of a login was shut down")
                : new PscException(
                        PluginProblem.PLUGIN_FAILED,
                        "something interrupted the thread of a login that nobody had cancelled");
    }

    /**
     * Cancels and interrupts all logins, waits up to 5 s for their end, and forgets whose card was read; then locks the
     * sessions.
     */
    @Override
    public void close() {
        asynchronous.forEach(login -> login.cancel(true));
        var last = interruptAll();
        EngineThreads.awaitInRealTime(CompletableFuture.allOf(last), DRAIN);
        lastCardHolder = Optional.empty();
        sessions.close();
    }

    private synchronized CompletableFuture<?>[] interruptAll() {
        closed = true;
        running.forEach(login -> login.interrupt(Cause.CLIENT_CLOSED));
        return running.stream().map(login -> login.ended).toArray(CompletableFuture[]::new);
    }

    private synchronized LoginInterrupt enter() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        var login = new LoginInterrupt();
        running.add(login);
        return login;
    }

    private synchronized void leave(LoginInterrupt login) {
        login.disarm();
        running.remove(login);
        login.ended.complete(null);
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
                return attempt.run(interrupt, why);
            } catch (PscException e) {
                // An authenticator may throw the same exception twice, and none can suppress itself.
                left.filter(other -> other != e).ifPresent(e::addSuppressed);
                var isOver = !threads.clock().instant().isBefore(deadline);
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
        return new LoginAttempt(this, request, authenticatorId, nextWay, attempts.incrementAndGet(), deadline);
    }

    private interface Work {
        WorkstationSession run(LoginInterrupt interrupt) throws PscException, InterruptedException;
    }

    private WorkstationSession within(Instant deadline, Work work) throws PscException, InterruptedException {
        var left = Duration.between(threads.clock().instant(), deadline);
        if (left.compareTo(Duration.ZERO) <= 0) {
            throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time was up before it was resumed");
        }
        var interrupt = enter();
        var cancel = threads.after(left.plus(MOMENT), () -> interrupt.interrupt(Cause.DEADLINE));
        try {
            return work.run(interrupt);
        } catch (GivenUpException e) {
            if (interrupt.wasInterruptedFor(Cause.DEADLINE)) {
                throw new PscException(PluginProblem.NOT_RESPONDING, "the authenticator did not end at the deadline");
            }
            throw e;
        } catch (PscException | InterruptedException e) {
            if (interrupt.wasInterruptedFor(Cause.DEADLINE) && !saysWhy(e)) {
                throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "the login's time is up", e);
            }
            throw e;
        } finally {
            cancel.run();
            leave(interrupt);
        }
    }

    /** An authenticator that knows what was in the way until the deadline says more than that the time is up. */
    private static boolean saysWhy(Exception failure) {
        return failure instanceof PscException e
                && !(e.problem() instanceof LoginProblem)
                && !(e.problem() instanceof PluginProblem);
    }

    /** Interrupts the thread of one login; no more once {@link #disarm disarmed}, which clears the interrupt flag. */
    static final class LoginInterrupt {
        enum Cause {
            DEADLINE,
            CLIENT_CLOSED
        }

        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private boolean armed = true;
        private Optional<Cause> cause = Optional.empty();

        /** On any thread; only the first call counts. */
        synchronized void interrupt(Cause why) {
            if (armed && cause.isEmpty()) {
                cause = Optional.of(why);
                thread.interrupt();
            }
        }

        /** Throws after an interrupt that other code swallowed. */
        synchronized void check() throws InterruptedException {
            if (cause.isPresent()) {
                throw new InterruptedException("the login was interrupted: " + cause.get());
            }
        }

        synchronized boolean wasInterruptedFor(Cause why) {
            return cause.equals(Optional.of(why));
        }

        synchronized void disarm() {
            armed = false;
            if (cause.isPresent()) {
                Thread.interrupted();
            }
        }
    }
}
