package io.github.pscsdk.proxy.internal.limit;

import io.github.pscsdk.api.NationalId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request to one professional, from before it is made until it is answered, expired or given up. Safe for any thread.
 */
public final class PendingBackchannelRequest {
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

    private final Optional<NationalId> person;
    private final Consumer<PendingBackchannelRequest> onEnd;
    private volatile Optional<Instant> deadline = Optional.empty();

    PendingBackchannelRequest(Optional<NationalId> person, Consumer<PendingBackchannelRequest> onEnd) {
        this.person = person;
        this.onEnd = onEnd;
    }

    /** A request that does not block others to the same person. */
    public static PendingBackchannelRequest uncounted(NationalId person) {
        return new PendingBackchannelRequest(Optional.of(person), request -> {});
    }

    /** For a login in the browser, which asks no known person. */
    public static PendingBackchannelRequest ofNobody() {
        return new PendingBackchannelRequest(Optional.empty(), request -> {});
    }

    /** Who is asked. */
    public Optional<NationalId> person() {
        return person;
    }

    /** Pro Santé Connect has accepted the request. */
    public void pendsUntil(Instant end) {
        deadline = Optional.of(end);
    }

    /** The request is over. May be repeated. */
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
