package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.NationalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One request to one professional, from before it is made until it is answered, expired or given up. Safe for any thread.
 */
public final class PendingBackchannelRequest {
    private final Optional<NationalId> person;
    private final Consumer<PendingBackchannelRequest> onEnd;
    private volatile Optional<Instant> deadline = Optional.empty();

    private PendingBackchannelRequest(Optional<NationalId> person, Consumer<PendingBackchannelRequest> onEnd) {
        this.person = person;
        this.onEnd = onEnd;
    }

    /** A request that does not block others to the same person. */
    public static PendingBackchannelRequest uncounted(NationalId person) {
        return new PendingBackchannelRequest(Optional.of(person), request -> {});
    }

    /** For a login in the browser, which asks no known person. */
    static PendingBackchannelRequest ofNobody() {
        return new PendingBackchannelRequest(Optional.empty(), request -> {});
    }

    /** Who is asked. */
    Optional<NationalId> person() {
        return person;
    }

    /** Pro Santé Connect has accepted the request. */
    void pendsUntil(Instant end) {
        deadline = Optional.of(end);
    }

    /** The request is over. May be repeated. */
    public void end() {
        onEnd.accept(this);
    }

    private boolean isOver(Instant now) {
        return deadline.filter(end -> !now.isBefore(end)).isPresent();
    }

    @Override
    public String toString() {
        return "PendingBackchannelRequest[" + deadline + "]";
    }

    /**
     * The professionals who are being asked at the moment: one request for each person and client id, so that a phone that
     * rings does not ring once more, and nobody confirms one request believing it to be another. No two requests to one person
     * get through, however close.
     */
    public static final class Registry {
        /** Whose phone rings for which software; two identifiers that differ in case name the same person. */
        record Person(String clientId, String nationalId) {
            static Person of(String clientId, NationalId nationalId) {
                return new Person(clientId, nationalId.value().toLowerCase(Locale.ROOT));
            }

            /** Hides the identifier. */
            @Override
            public String toString() {
                return "Person[" + clientId + "]";
            }
        }

        private final Clock clock;
        private final Map<Person, PendingBackchannelRequest> pending = new ConcurrentHashMap<>();

        public Registry(Clock clock) {
            this.clock = clock;
        }

        /**
         * Registers a request. The caller must end it.
         *
         * @throws AlreadyPendingException if that person is being asked already
         */
        public PendingBackchannelRequest begin(String clientId, NationalId nationalId) throws AlreadyPendingException {
            var person = Person.of(clientId, nationalId);
            var mine = new PendingBackchannelRequest(Optional.of(nationalId), ended -> pending.remove(person, ended));
            var now = clock.instant();
            var first = pending.compute(person, (key, other) -> other == null || other.isOver(now) ? mine : other);
            if (first != mine) {
                throw new AlreadyPendingException(left(first, now));
            }
            return mine;
        }

        private static Duration left(PendingBackchannelRequest first, Instant now) {
            var left = first.deadline.map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
            return Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
        }

        @Override
        public String toString() {
            return "Registry[" + pending.size() + "]";
        }
    }

    /** The person is being asked already. */
    public static final class AlreadyPendingException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Duration left;

        private AlreadyPendingException(Duration left) {
            super("this person is being asked already");
            this.left = left;
        }

        /** How long at most until the other request is over: whole seconds, at least one. */
        public Duration left() {
            return left;
        }
    }
}
