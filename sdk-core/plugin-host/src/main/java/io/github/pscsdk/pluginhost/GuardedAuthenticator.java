package io.github.pscsdk.pluginhost;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Availability;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.thread.LoaderScope;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an authenticator with its class loader as the thread's context class loader, and turns whatever it throws into what the
 * contract allows. Safe for any thread.
 */
public final class GuardedAuthenticator implements Authenticator {
    private static final Logger log = LoggerFactory.getLogger(GuardedAuthenticator.class);

    private final AtomicReference<Optional<Authenticator>> target;
    private final AuthenticatorDescriptor descriptor;
    private final ProblemIsolation isolation;
    /** What is wrong with its settings: then it is not started, and not used. */
    private volatile List<Diagnostic> faults = List.of();

    private volatile List<Diagnostic> remarks = List.of();

    private GuardedAuthenticator(Authenticator target, ProblemIsolation isolation) {
        this.target = new AtomicReference<>(Optional.of(target));
        this.isolation = isolation;
        this.descriptor = Objects.requireNonNull(target.descriptor(), "descriptor");
    }

    /** Guards an authenticator that the application registers itself; its {@code descriptor()} may fail as it likes. */
    public static GuardedAuthenticator ofApplication(Authenticator target) {
        return inLoaderOf(target, ProblemIsolation.SHARED);
    }

    /** Guards an authenticator from an archive. */
    static GuardedAuthenticator ofPlugin(Authenticator target) {
        return inLoaderOf(target, ProblemIsolation.ISOLATED);
    }

    @SuppressWarnings("try")
    private static GuardedAuthenticator inLoaderOf(Authenticator target, ProblemIsolation isolation) {
        try (var scope = LoaderScope.enter(target.getClass().getClassLoader())) {
            return new GuardedAuthenticator(target, isolation);
        }
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return descriptor;
    }

    /**
     * Reads its settings, and starts it unless one of them is out of its bounds. Call this once, before anything else; whatever
     * the authenticator throws comes through.
     */
    @SuppressWarnings("try")
    public void startWith(HostServices host) {
        var settings = host.settings(descriptor);
        faults = settings.faults();
        remarks = settings.remarks();
        var authenticator = target.get();
        if (faults.isEmpty() && authenticator.isPresent()) {
            try (var scope = LoaderScope.enter(loader(authenticator.get()))) {
                authenticator.get().start(host.of(descriptor, settings));
            }
        }
    }

    /** What the authenticator says; not usable if its settings are wrong, or if it throws. */
    @Override
    @SuppressWarnings("try")
    public Availability availability() {
        var authenticator = target.get();
        if (authenticator.isEmpty()) {
            return Availability.disabled(LoginProblem.AUTHENTICATOR_NOT_FOUND);
        }
        if (!faults.isEmpty()) {
            return Availability.disabled(PluginProblem.SETTING_INVALID);
        }
        try (var scope = LoaderScope.enter(loader(authenticator.get()))) {
            return copy(authenticator.get().availability());
        } catch (Throwable thrown) {
            if (wasInterrupted(thrown)) {
                Thread.currentThread().interrupt();
            }
            return Availability.disabled(PluginProblem.PLUGIN_FAILED);
        }
    }

    private Availability copy(Availability said) {
        var problem = said.problem().map(isolation::problem);
        return switch (said.state()) {
            case AVAILABLE -> Availability.available();
            case NO_DEVICE -> Availability.noDevice(problem.orElseThrow());
            case DISABLED -> Availability.disabled(problem.orElseThrow());
        };
    }

    /** The authenticator's findings; one of {@code PLUGIN_FAILED} if it throws. */
    @Override
    @SuppressWarnings("try")
    public List<Diagnostic> diagnose() throws InterruptedException {
        var authenticator = target.get();
        if (authenticator.isEmpty()) {
            return List.of();
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        try (var scope = LoaderScope.enter(loader(authenticator.get()))) {
            var own = authenticator.get().diagnose().stream().map(isolation::finding);
            return Stream.concat(own, remarks.stream()).toList();
        } catch (Throwable thrown) {
            if (wasInterrupted(thrown)) {
                throw new InterruptedException("interrupted during a health check");
            }
            return List.of(Diagnostic.of(PluginProblem.PLUGIN_FAILED, Severity.WARNING)
                    .with("authenticator", descriptor.id())
                    .with("cause", thrown.getClass().getName()));
        }
    }

    /**
     * The authenticator's grant, not yet checked.
     *
     * @throws PscException the authenticator's own, or {@code PLUGIN_FAILED} for anything else that it throws
     */
    @Override
    @SuppressWarnings("try")
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var authenticator = target.get()
                .orElseThrow(() -> new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "it was unloaded"));
        if (!faults.isEmpty()) {
            throw new PscException(
                    PluginProblem.SETTING_INVALID,
                    "a setting of " + descriptor.id() + " has a value that it cannot have");
        }
        var loader = loader(authenticator);
        try (var scope = LoaderScope.enter(loader)) {
            return authenticator.authenticate(request, new GuardedContext(context, isolation, loader));
        } catch (Throwable thrown) {
            if (wasInterrupted(thrown)) {
                throw new InterruptedException("interrupted during a login");
            }
            throw failure(thrown);
        }
    }

    /**
     * Closes the authenticator, whatever it throws, and drops it, so that its class loader can be collected even while somebody
     * holds this object. Later calls do nothing.
     */
    @Override
    @SuppressWarnings("try")
    public void close() {
        var authenticator = target.getAndSet(Optional.empty());
        if (authenticator.isPresent()) {
            try (var scope = LoaderScope.enter(loader(authenticator.get()))) {
                authenticator.get().close();
            } catch (Throwable thrown) {
                if (wasInterrupted(thrown)) {
                    Thread.currentThread().interrupt();
                }
                log.warn(
                        "authenticator {} could not be closed: {}",
                        descriptor.id(),
                        thrown.getClass().getName());
            }
        }
    }

    private PscException failure(Throwable thrown) {
        try {
            if (thrown instanceof PscException known) {
                return isolation.failure(known);
            }
        } catch (RuntimeException | LinkageError broken) {
            // For example, a problem whose texts are missing.
            return new PscException(PluginProblem.PLUGIN_FAILED, "its problem cannot be read", isolation.cause(broken));
        }
        return new PscException(
                PluginProblem.PLUGIN_FAILED, "threw " + thrown.getClass().getName(), isolation.cause(thrown));
    }

    /** An interrupt often comes wrapped: it is no failure of the authenticator. */
    private static boolean wasInterrupted(Throwable thrown) {
        var depth = 0;
        for (var cause = thrown; cause != null && depth < 8; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static ClassLoader loader(Authenticator authenticator) {
        return authenticator.getClass().getClassLoader();
    }
}
