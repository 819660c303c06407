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
public final class AdmittedLogin {
    private final Registry registry;
    private final Optional<NationalId> person;
    private final Optional<String> asked;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Optional<Instant> deadline = Optional.empty();
    private volatile Optional<Listener> listener = Optional.empty();

    public interface Listener {
        /** By which nobody else asks the person. */
        public String request();

        void accepted(Instant deadline);

        void ended();
    }

    private AdmittedLogin(Registry registry, Optional<NationalId> person, Optional<String> asked) {
        this.registry = registry;
        this.person = person;
        this.asked = asked;
    }

    /** By which no other node asks the person; empty where no node could. */
    public Optional<String> request() {
        return listener.map(Listener::request);
    }

    public Optional<NationalId> person() {
        return person;
    }

    public void pendsUntil(Instant end) {
        deadline = Optional.of(end);
        listener.ifPresent(hearing -> hearing.accepted(end));
    }

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
        return "AdmittedLogin[" + deadline + "]";
    }

    /**
     * The logins that are pending on this node: no more than so many, and on a device one for each person and client
     * id, so that no phone rings twice. The caller that begins one ends it. Throws a {@link RefusedException} where
     * there are too many.
     */
    public static final class Registry extends InFlightCounter {
        private final Clock clock;
        private final Map<String, AdmittedLogin> asked = new ConcurrentHashMap<>();

        public Registry(int most, Clock clock) {
            super(most);
            this.clock = clock;
        }

        public AdmittedLogin inBrowser() {
            return admitted(Optional.empty(), Optional.empty());
        }

        /** One on a device, whoever else asks the same person. */
        public AdmittedLogin besideOthers(NationalId nationalId) {
            return admitted(Optional.of(nationalId), Optional.empty());
        }

        /** One on a device; refused if that person is being asked already. */
        public AdmittedLogin onDevice(String clientId, NationalId nationalId) {
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

        private AdmittedLogin admitted(Optional<NationalId> person, Optional<String> asked) {
            if (!begin()) {
                throw RefusedException.busy();
            }
            return new AdmittedLogin(this, person, asked);
        }

        private void ended(AdmittedLogin login) {
            end();
            login.asked.ifPresent(person -> asked.remove(person, login));
        }

        private static Duration left(AdmittedLogin first, Instant now) {
            var left = first.deadline.map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
            return Admission.wholeSeconds(left);
        }

        @Override
        public String toString() {
            return "Registry[" + count() + "]";
        }
    }
}
