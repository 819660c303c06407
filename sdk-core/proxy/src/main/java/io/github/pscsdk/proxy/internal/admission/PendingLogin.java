package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One login, from before anybody is asked until it is answered, expired or given up. Safe for any thread. */
public final class PendingLogin {
    private final Registry registry;
    private final Optional<NationalId> person;
    private final Optional<String> asked;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Optional<Instant> deadline = Optional.empty();
    private volatile Optional<Listener> listener = Optional.empty();

    /** Hears what becomes of it. */
    public interface Listener {
        /** By which nobody else asks the person. */
        public String request();

        /** Pro Santé Connect has accepted the request. */
        void accepted(Instant deadline);

        /** It is over. */
        void ended();
    }

    /** @param asked under what nobody else may be asked */
    private PendingLogin(Registry registry, Optional<NationalId> person, Optional<String> asked) {
        this.registry = registry;
        this.person = person;
        this.asked = asked;
    }

    /** By which no other node asks the person; empty where no node could. */
    public Optional<String> request() {
        return listener.map(Listener::request);
    }

    /** The person who is asked. */
    public Optional<NationalId> person() {
        return person;
    }

    /** Pro Santé Connect has accepted the request. */
    public void pendsUntil(Instant end) {
        deadline = Optional.of(end);
        listener.ifPresent(hearing -> hearing.accepted(end));
    }

    /** Tells somebody what becomes of it from now on. */
    public void tell(Listener listening) {
        listener = Optional.of(listening);
    }

    /** It is over. May be repeated. */
    public void end() {
        if (over.compareAndSet(false, true)) {
            registry.ended(this);
            listener.ifPresent(Listener::ended);
        }
    }

    private boolean isOver(Instant now) {
        return deadline.filter(end -> !now.isBefore(end)).isPresent();
    }

    @Override
    public String toString() {
        return "PendingLogin[" + deadline + "]";
    }

    /**
     * The logins that are pending on this node: no more than so many. On a device there is one for each person and client id, so that a phone that
     * rings does not ring once more, and nobody confirms one request believing it to be another. No two requests to one person get through, however
     * close. The one that begins a login must end it. Throws a {@link RefusedException} where there are too many.
     */
    public static final class Registry {
        private final InFlightCounter pending;
        private final Clock clock;
        private final Map<String, PendingLogin> asked = new ConcurrentHashMap<>();

        /** @param most how many at once */
        public Registry(int most, Clock clock) {
            this.pending = new InFlightCounter(most);
            this.clock = clock;
        }

        /** One in a browser, which asks no known person. */
        public PendingLogin inBrowser() {
            return admitted(Optional.empty(), Optional.empty());
        }

        /** One on a device, whoever else asks the same person. */
        public PendingLogin besideOthers(NationalId nationalId) {
            return admitted(Optional.of(nationalId), Optional.empty());
        }

        /** One on a device; refused if that person is being asked already. */
        public PendingLogin onDevice(String clientId, NationalId nationalId) {
            // Two identifiers that differ in case name the same person.
            var person = clientId + "\n" + nationalId.value().toLowerCase(Locale.ROOT);
            var mine = admitted(Optional.of(nationalId), Optional.of(person));
            var now = clock.instant();
            var first = asked.compute(person, (key, other) -> other == null || other.isOver(now) ? mine : other);
            if (first != mine) {
                mine.end();
                throw RefusedException.alreadyPending(left(first, now));
            }
            return mine;
        }

        private PendingLogin admitted(Optional<NationalId> person, Optional<String> asked) {
            if (!pending.begin()) {
                throw RefusedException.busy();
            }
            return new PendingLogin(this, person, asked);
        }

        private void ended(PendingLogin login) {
            pending.end();
            login.asked.ifPresent(person -> asked.remove(person, login));
        }

        private static Duration left(PendingLogin first, Instant now) {
            var left = first.deadline.map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
            return Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
        }

        /** How many there are. */
        public int count() {
            return pending.count();
        }

        /** From now on none begins: there is no room. */
        public void close() {
            pending.close();
        }

        /** Whether none begins any more. */
        public boolean isClosed() {
            return pending.isClosed();
        }

        /** Waits until there is none, that long at most. */
        public void awaitNone(Duration limit) throws InterruptedException {
            pending.awaitNone(limit);
        }

        @Override
        public String toString() {
            return "Registry[" + count() + "]";
        }
    }
}
