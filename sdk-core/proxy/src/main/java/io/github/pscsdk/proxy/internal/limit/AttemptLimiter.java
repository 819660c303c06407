package io.github.pscsdk.proxy.internal.limit;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts the attempts of the recent past and says when the next one is allowed. */
public final class AttemptLimiter {
    private final AttemptLimits limits;
    private final LoginLimit callers;
    private final LoginLimit professionals;
    private final LoginLimit codes;

    public AttemptLimiter(AttemptLimits limits, Clock clock) {
        this.limits = limits;
        callers = new LoginLimit(clock, limits.perCaller(), limits.window());
        professionals = new LoginLimit(clock, limits.perNationalId(), limits.window());
        codes = new LoginLimit(clock, limits.codesPerCaller(), limits.window());
    }

    /**
     * Counts one attempt, unless one limit is reached; a refused attempt counts nowhere, so that impatience does not
     * prolong the wait.
     *
     * @param caller application and address
     * @param professional whose phone would ring; empty in the browser way in
     * @return how long to wait, whole seconds; empty where the attempt may go on
     */
    public synchronized Optional<Duration> refuse(String caller, Optional<NationalId> professional) {
        // Two identifiers that differ in case name the same person.
        var person = professional.map(id -> id.value().toLowerCase(Locale.ROOT));
        List<Duration> waits = new ArrayList<>();
        callers.retryAfter(caller).ifPresent(waits::add);
        person.flatMap(professionals::retryAfter).ifPresent(waits::add);
        if (waits.isEmpty()) {
            callers.count(caller);
            person.ifPresent(professionals::count);
        }
        return waits.stream().max(Duration::compareTo);
    }

    /**
     * Counts one code given for a browser login, unless the limit is reached.
     *
     * @param caller application and address
     * @return how long to wait, whole seconds; empty where the code may be looked at
     */
    public Optional<Duration> refuseCode(String caller) {
        return codes.begin(caller);
    }

    @Override
    public String toString() {
        return "AttemptLimiter[" + limits + "]";
    }
}
