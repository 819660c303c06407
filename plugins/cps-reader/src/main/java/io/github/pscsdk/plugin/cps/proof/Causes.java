package io.github.pscsdk.plugin.cps.proof;

import java.util.Objects;
import java.util.stream.Stream;

/** What led to a failure, the failure first. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** Whether one of them says this; names of PKCS #11 and TLS alone are looked for. */
    static boolean say(Throwable failure, String word) {
        return of(failure).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(word));
    }
}
