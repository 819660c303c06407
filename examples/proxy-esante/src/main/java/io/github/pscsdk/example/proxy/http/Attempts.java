package io.github.pscsdk.example.proxy.http;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.example.proxy.access.Caller;
import io.github.pscsdk.example.proxy.limit.AttemptLimiter;
import java.util.Optional;

/** Asks the limiter before a login is begun. */
@FunctionalInterface
interface Attempts {
    /** Counts one attempt, or throws {@link Refused}. */
    void count(Caller caller, Optional<NationalId> professional);

    static Attempts limitedBy(AttemptLimiter limiter) {
        return (caller, professional) -> limiter.refuse(caller.key(), professional)
                .ifPresent(wait -> {
                    throw Refused.tooMany(wait);
                });
    }

    /** For the conformity mode. */
    static Attempts unlimited() {
        return (caller, professional) -> {};
    }
}
