package io.github.pscsdk.proxy.internal.limit;

import io.github.pscsdk.api.NationalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The professionals who are being asked at the moment: one request for each person and client id, so that a phone that rings does not ring
 * once more, and nobody confirms one request believing it to be another. Safe for any thread; no two requests to one person
 * get through, however close.
 */
public final class PendingBackchannelRequests {
    private final Clock clock;
    private final Map<PendingBackchannelRequest.Person, PendingBackchannelRequest> pending = new ConcurrentHashMap<>();

    public PendingBackchannelRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * Registers a request. The caller must end it.
     *
     * @throws AlreadyPending if that person is being asked already
     */
    public PendingBackchannelRequest begin(String clientId, NationalId nationalId) throws AlreadyPending {
        var person = PendingBackchannelRequest.Person.of(clientId, nationalId);
        var mine = new PendingBackchannelRequest(Optional.of(nationalId), ended -> pending.remove(person, ended));
        var now = clock.instant();
        var first = pending.compute(person, (key, other) -> other == null || isOver(other, now) ? mine : other);
        if (first != mine) {
            throw new AlreadyPending(left(first, now));
        }
        return mine;
    }

    private static boolean isOver(PendingBackchannelRequest request, Instant now) {
        return request.deadline().filter(end -> !now.isBefore(end)).isPresent();
    }

    private static Duration left(PendingBackchannelRequest first, Instant now) {
        var left = first.deadline().map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
        return Duration.ofSeconds(Math.max(1, left.plusNanos(999_999_999).toSeconds()));
    }

    /** The person is being asked already. */
    public static final class AlreadyPending extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Duration left;

        AlreadyPending(Duration left) {
            super("this person is being asked already");
            this.left = left;
        }

        /** How long at most until the other request is over: whole seconds, at least one. */
        public Duration left() {
            return left;
        }
    }

    @Override
    public String toString() {
        return "PendingAsks[" + pending.size() + "]";
    }
}
