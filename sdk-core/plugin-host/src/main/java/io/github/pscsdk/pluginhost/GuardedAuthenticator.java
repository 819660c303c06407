package io.github.pscsdk.pluginhost;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.thread.LoaderScope;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls an authenticator with its class loader as the thread's context class loader, and turns whatever it throws into what the
 * contract allows. Safe for any thread.
 */
public final class GuardedAuthenticator implements Authenticator {
    private final AtomicReference<Optional<Authenticator>> target;
    private final AuthenticatorDescriptor descriptor;
    private final ProblemIsolation isolation;

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

    /** The authenticator's findings; one of {@code PLUGIN_FAILED} if it throws. */
    @Override
    @SuppressWarnings("try")
    public List<Diagnostic> diagnose() throws InterruptedException {
        var authenticator = target.get();
        if (authenticator.isEmpty()) {
            return List.of();
        }
        try (var scope = LoaderScope.enter(loader(authenticator.get()))) {
            return authenticator.get().diagnose().stream()
                    .map(isolation::finding)
                    .toList();
        } catch (Throwable thrown) {
            if (wasInterrupted(thrown)) {
                throw new InterruptedException("interrupted during a health check");
            }
            return List.of(new Diagnostic(
                    PluginProblem.PLUGIN_FAILED,
                    Severity.WARNING,
                    Map.of(
                            "authenticator",
                            descriptor.id(),
                            "cause",
                            thrown.getClass().getName())));
        }
    }

    /**
     * The authenticator's grant, not yet checked.
     *
     * @throws PscException the authenticator's own, or {@code PLUGIN_FAILED} for anything else that it throws
     */
    @Override
    @SuppressWarnings("try")
    public Grant authenticate(LoginRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        var authenticator = target.get()
                .orElseThrow(() -> new PscException(LoginProblem.AUTHENTICATOR_NOT_FOUND, "it was unloaded"));
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

    /** Drops the authenticator, so that its class loader can be collected even while somebody holds this object. */
    void release() {
        target.set(Optional.empty());
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
