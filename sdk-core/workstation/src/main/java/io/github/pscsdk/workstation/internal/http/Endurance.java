package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again while the server half cannot be reached, until a login's deadline: a practice's network has gaps, and the person is
 * already holding the phone.
 */
final class Endurance {
    private static final Logger log = LoggerFactory.getLogger(Endurance.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Sleeper sleeper;
    private final Instant deadline;

    Endurance(Clock clock, Sleeper sleeper, Instant deadline) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.deadline = deadline;
    }

    /** One call that may be repeated. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws PscException, InterruptedException;
    }

    /** The call's first answer, whatever it is. */
    <T> T through(Call<T> call) throws PscException, InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return call.make();
            } catch (PscException e) {
                if (e.problem() != LoginProblem.SERVER_HALF_UNREACHABLE || !hasTimeFor(pause)) {
                    throw e;
                }
                log.info("the server half did not answer; asking again");
                sleeper.sleep(pause);
            }
        }
    }

    void pause(Duration length) throws InterruptedException {
        sleeper.sleep(length);
    }

    private boolean hasTimeFor(Duration pause) {
        return clock.instant().plus(pause).isBefore(deadline);
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
