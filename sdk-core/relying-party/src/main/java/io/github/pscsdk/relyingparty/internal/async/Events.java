package io.github.pscsdk.relyingparty.internal.async;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener;
import io.github.pscsdk.relyingparty.event.RelyingPartyListener.Event;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host's listeners what happens, in order, on a thread of its own. Safe for any thread; nothing blocks. */
public final class Events implements AutoCloseable {
    /** Nobody listens. */
    public static final Events NONE = new Events(List.of());

    public static final String DONE = "done";

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    static final int MOST_WAITING = 10_000;

    private final List<RelyingPartyListener> listeners;
    private final ThreadPoolExecutor thread;
    private final AtomicBoolean dropIsTold = new AtomicBoolean();
    private final AtomicBoolean failureIsTold = new AtomicBoolean();

    public Events(List<RelyingPartyListener> listeners) {
        this.listeners = List.copyOf(listeners);
        thread = Scheduler.daemons("psc-events", 1, MOST_WAITING);
        thread.setRejectedExecutionHandler((task, full) -> drop());
    }

    private void tell(String name, Map<String, String> tags, Optional<Duration> duration) {
        if (!listeners.isEmpty()) {
            var event = new Event(name, tags, duration);
            thread.execute(() -> listeners.forEach(known -> call(known, event)));
        }
    }

    private void drop() {
        if (!thread.isShutdown() && dropIsTold.compareAndSet(false, true)) {
            log.warn("a listener of the relying party is too slow: events are dropped, which is told once");
        }
    }

    private void call(RelyingPartyListener known, Event event) {
        try {
            known.heard(event);
        } catch (RuntimeException | Error e) {
            if (failureIsTold.compareAndSet(false, true)) {
                log.warn(
                        "a listener of the relying party fails, which is told once: {}",
                        e.getClass().getName());
            }
        }
    }

    /** A login begins; its end is told when the outcome is there. */
    public void login(
            WayIn wayIn, Optional<Means> asked, Instant begun, CompletableFuture<PscSession> outcome, Clock clock) {
        outcome.whenComplete((session, failure) -> {
            var means = failure == null ? session.means() : asked;
            var since = Duration.between(begun, clock.instant());
            // A clock may be set back.
            loginEnded(wayIn, means, outcome(failure), since.isNegative() ? Duration.ZERO : since);
        });
    }

    /** @param asked the means that the way in prescribes; empty in a browser */
    public void loginBegun(WayIn wayIn, Optional<Means> asked) {
        tell("psc.logins.begun", Map.of("way", tag(wayIn), "means", tag(asked)), Optional.empty());
    }

    void loginEnded(WayIn wayIn, Optional<Means> means, String outcome, Duration duration) {
        tell("psc.logins", Map.of("way", tag(wayIn), "means", tag(means), "outcome", outcome), Optional.of(duration));
    }

    /** @param outcome the HTTP status, {@link #outcome} where there was no response */
    public void called(Endpoint endpoint, String outcome, Duration duration) {
        // No code and no word begins with a digit.
        var few = Character.isDigit(outcome.charAt(0)) ? outcome.charAt(0) + "xx" : outcome;
        tell("psc.calls", Map.of("endpoint", tag(endpoint), "outcome", few), Optional.of(duration));
    }

    public void storeCalled(StoreOperation operation, String outcome, Duration duration) {
        tell("psc.store.calls", Map.of("operation", tag(operation), "outcome", outcome), Optional.of(duration));
    }

    /** Something else than a login has ended; only a problem is told. */
    public void operation(Operation operation, Throwable failure) {
        if (Futures.causeOf(failure) instanceof PscException known) {
            var tags = Map.of(
                    "operation", tag(operation), "problem", known.problem().code());
            tell("psc.refusals", tags, Optional.empty());
        }
    }

    public void sessionEnded(SessionEnd why) {
        tell("psc.sessions.ended", Map.of("reason", tag(why)), Optional.empty());
    }

    private static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    // Pro Santé Connect may invent some.
    private static String tag(Optional<Means> means) {
        return means.map(known -> known.isKnown() ? known.name().toLowerCase(Locale.ROOT) : "other")
                .orElse("unknown");
    }

    public static String outcome(Throwable failure) {
        var cause = Futures.causeOf(failure);
        if (cause == null) {
            return DONE;
        }
        if (cause instanceof PscException known) {
            return known.problem().code();
        }
        return cause instanceof CancellationException ? "cancelled" : "failed";
    }

    /** Tells what still waits, and nothing more. */
    @Override
    public void close() {
        thread.shutdown();
    }

    public enum Endpoint {
        DISCOVERY,
        KEYS,
        BACKCHANNEL,
        /** For a code or a refresh token. */
        TOKEN,
        /**
         * The token endpoint, asked whether the professional has answered on the device: mostly with status 400, not
         * yet.
         */
        POLL,
        USERINFO,
        END_SESSION,
        /** The token endpoint of an API's authorization server. */
        API_TOKEN,
        /** Its revocation endpoint. */
        API_REVOCATION
    }

    public enum StoreOperation {
        /** Looks entries up, or asks for the time. */
        READ,
        /** Adds, changes or removes an entry, if it is as it was. */
        WRITE,
        /** Takes over what is due. */
        CLAIM
    }

    /** An operation that failed. */
    public enum Operation {
        /** The return of a browser for which no login waits. */
        BROWSER_RETURN,
        REFRESH,
        API_TOKEN,
        SIGN_OUT,
        LOGOUT_TOKEN
    }

    /** Why a session ends. */
    public enum SessionEnd {
        /** The professional logged out. */
        SIGNED_OUT,
        /** The host forgot it. */
        FORGOTTEN,
        /** Pro Santé Connect has ended its session. */
        ENDED_AT_PSC,
        /** A refresh brought another person, or a level that is not accepted. */
        REFRESH_REFUSED,
        /** It was as old as a session may be. */
        EXPIRED,
        /** A node stopped while it refreshed the session. */
        INTERRUPTED
    }
}
