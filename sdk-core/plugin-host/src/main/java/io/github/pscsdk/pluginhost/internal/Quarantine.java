package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.SupervisedCalls.NotRespondingException;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.pluginhost.internal.problem.ThrowableCopy;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.spi.Grant;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets an authenticator aside that failed several times in a row. Safe for any thread. */
final class Quarantine {
    static final int FAILURES = 3;

    /** For how long; then one attempt may show whether it works again. */
    static final Duration LENGTH = Duration.ofMinutes(5);

    private final Clock clock;
    private final Runnable onChange;
    private int failures;
    private Instant until = Instant.MIN;

    /** @param onChange run when it begins or is lifted */
    Quarantine(Clock clock, Runnable onChange) {
        this.clock = clock;
        this.onChange = onChange;
    }

    synchronized boolean isSetAside() {
        return clock.instant().isBefore(until);
    }

    void failed() {
        synchronized (this) {
            failures++;
            if (failures < FAILURES) {
                return;
            }
            until = clock.instant().plus(LENGTH);
        }
        onChange.run();
    }

    /** It did what it should, or somebody decided to try it again. */
    void lift() {
        boolean wasSetAside;
        synchronized (this) {
            wasSetAside = failures >= FAILURES;
            failures = 0;
            until = Instant.MIN;
        }
        if (wasSetAside) {
            onChange.run();
        }
    }
}
