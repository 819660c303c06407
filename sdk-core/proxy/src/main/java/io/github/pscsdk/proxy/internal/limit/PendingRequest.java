package io.github.pscsdk.proxy.internal.limit;

import io.github.pscsdk.api.NationalId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request to one professional, from before it is made until it is answered, expired or given up. Safe for any thread.
 */
public final class PendingRequest {
    /** Whose phone rings for which software; two identifiers that differ in case name the same person. */
    record Person(String clientId, String nationalId) {
        static Person of(String clientId, NationalId nationalId) {
            return new Person(clientId, nationalId.value().toLowerCase(Locale.ROOT));
        }

        /** Nobody. */
        @Override
        public String toString() {
            return "Person[" + clientId + "]";
        }
    }

    private final Optional<NationalId> person;
    private final Consumer<PendingRequest> onEnd;
    private volatile Optional<Instant> deadline = Optional.empty();

    PendingRequest(Optional<NationalId> person, Consumer<PendingRequest> onEnd) {
        this.person = person;
        this.onEnd = onEnd;
    }

    /** One that keeps nobody else from asking the same person. */
    public static PendingRequest uncounted(NationalId person) {
        return new PendingRequest(Optional.of(person), ask -> {});
    }

    /** For a login that asks whoever sits in front of the browser. */
    public static PendingRequest ofNobody() {
        return new PendingRequest(Optional.empty(), ask -> {});
    }

    /** Who is asked. */
    public Optional<NationalId> person() {
        return person;
    }

    /** Pro Santé Connect has accepted the request. */
    public void pendsUntil(Instant end) {
        deadline = Optional.of(end);
    }

    /** Nobody waits for an answer any more. May be repeated. */
    public void end() {
        onEnd.accept(this);
    }

    /** Until when it pends at the latest; empty until Pro Santé Connect has accepted it. */
    Optional<Instant> deadline() {
        return deadline;
    }

    @Override
    public String toString() {
        return "Ask[" + deadline + "]";
    }
}
