package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.async.Scheduler;
import io.github.pscsdk.relyingparty.internal.endpoint.BackchannelEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.json.BackchannelAnswer;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Back-channel logins that wait in this process. */
public final class BackchannelLogins implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BackchannelLogins.class);

    // A bound on what PSC may ask of us: 120 s were seen.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** How long what PSC began to answer by the deadline may still become an outcome. */
    private static final Duration GRACE = Duration.ofMillis(750);

    private final BackchannelEndpoint backchannel;
    private final TokenEndpoint tokens;
    private final LoginCompletion completion;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Set<Pending> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public BackchannelLogins(
            BackchannelEndpoint backchannel,
            TokenEndpoint tokens,
            LoginCompletion completion,
            Scheduler scheduler,
            Clock clock) {
        this.backchannel = backchannel;
        this.tokens = tokens;
        this.completion = completion;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Asks PSC; the result is there when PSC has accepted, and then waits for the professional. */
    public CompletableFuture<Pending> begin(BackchannelRequest request, BindingMessage message) {
        var attempt = RandomValues.attempt();
        log.info("login {}: asking on {}", attempt, request.channel());
        return backchannel
                .begin(request, message)
                .thenApply(answer -> await(answer, ExpectedLogin.ofBackchannel(attempt, request.nationalId())))
                .whenComplete((login, failure) -> {
                    if (failure != null) {
                        log.warn("login {}: {}", attempt, Futures.describe(failure));
                    }
                });
    }

    private Pending await(BackchannelAnswer answer, ExpectedLogin expected) {
        var wait = Duration.ofSeconds(Math.min(answer.expiresIn(), LONGEST_WAIT.toSeconds()));
        var deadline = clock.instant().plus(wait);
        var poller =
                new Poller(() -> tokens.poll(answer.authReqId()), interval(answer, wait), deadline, scheduler, clock);
        var login = new Pending(deadline, poller::cancel);
        waiting.add(login);
        completion.complete(poller.start(), expected, login.outcome());
        var end = scheduler.after(wait.plus(GRACE), login::end);
        login.outcome().whenComplete((session, failure) -> {
            waiting.remove(login);
            end.run();
        });
        if (closed) {
            login.cancel();
        }
        return login;
    }

    /** As PSC asks; where that is longer than the wait, the one poll comes a second before its end. */
    static Duration interval(BackchannelAnswer answer, Duration wait) {
        var asked = answer.interval().map(Duration::ofSeconds).orElse(PscProfile.DEFAULT_POLL_INTERVAL);
        var longest = wait.minusSeconds(1);
        var pause = asked.compareTo(longest) > 0 ? longest : asked;
        return pause.toSeconds() < 1 ? Duration.ofSeconds(1) : pause;
    }

    @Override
    public void close() {
        // First: a login that begins meanwhile sees it, or is seen by the next line.
        closed = true;
        waiting.forEach(Pending::cancel);
    }

    /** One back-channel login that waits. */
    public static final class Pending {
        private final String id = RandomValues.secret();
        private final CompletableFuture<PscSession> outcome = new CompletableFuture<>();
        private final Instant deadline;
        private final Runnable stopAsking;

        private Pending(Instant deadline, Runnable stopAsking) {
            this.deadline = deadline;
            this.stopAsking = stopAsking;
        }

        public String id() {
            return id;
        }

        public Instant deadline() {
            return deadline;
        }

        /** Completed by whichever comes first: the session, a failure, {@link #cancel}. */
        public CompletableFuture<PscSession> outcome() {
            return outcome;
        }

        /** Stops asking, unless there is an outcome. */
        public void cancel() {
            if (outcome.cancel(false)) {
                stopAsking.run();
            }
        }

        /** Without an outcome by now something is under way: else the last poll's answer would be it. */
        private void end() {
            if (outcome.completeExceptionally(new PscException(
                    LoginProblem.PSC_UNAVAILABLE, "Pro Santé Connect had not finished an answer at the deadline"))) {
                stopAsking.run();
            }
        }
    }
}
