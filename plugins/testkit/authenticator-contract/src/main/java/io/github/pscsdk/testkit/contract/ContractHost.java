package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.PluginHost;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A host with one authenticator in it, which it calls through the engine's guard as if it came from an archive. */
final class ContractHost implements AutoCloseable {
    /** The problems that the guard tells in place of an authenticator. */
    private static final Set<Problem> OF_THE_GUARD = Set.of(
            PluginProblem.PLUGIN_FAILED,
            PluginProblem.NO_DIAGNOSIS,
            PluginProblem.NOT_RESPONDING,
            PluginProblem.QUARANTINED);

    private final ContractThreads threads;
    private final GuardedAuthenticator guarded;
    private final Duration patience;

    private ContractHost(ContractThreads threads, Authenticator authenticator, Duration patience) {
        this.threads = threads;
        this.patience = patience;
        this.guarded = GuardedAuthenticator.of(
                authenticator, ProblemIsolation.ISOLATED, threads.services(), PluginHost.Settings.LOAD_LIMIT);
    }

    /** A host that starts the authenticator with the services of its test. */
    static ContractHost of(AuthenticatorUnderTest test, Authenticator authenticator) throws Exception {
        return started(
                new ObservedAuthenticator(authenticator, test.services(authenticator.descriptor())), test.patience());
    }

    /** A host that starts the authenticator with the engine's own services. */
    static ContractHost started(Authenticator authenticator, Duration patience) throws Exception {
        var host = new ContractHost(new ContractThreads(), authenticator, patience);
        host.guarded.start(PluginHost.Settings.LOAD_LIMIT);
        return host;
    }

    /** Logs in at a host with a new authenticator of a test, and waits for the end, well or not. */
    static ContractLogin logInOnce(AuthenticatorUnderTest test, AuthenticationRequest request, TestContext context)
            throws Exception {
        try (var host = of(test, test.authenticator())) {
            var login = host.login(request, context);
            login.endBy(test.patience());
            return login;
        }
    }

    ContractLogin login(AuthenticationRequest request, TestContext context) {
        return new ContractLogin(guarded, request, context, false, patience);
    }

    ContractLogin loginAtHostThatThrows(AuthenticationRequest request, TestContext context) {
        return new ContractLogin(guarded, request, context, true, patience);
    }

    Optional<Problem> obstacle() {
        return guarded.obstacle();
    }

    List<Diagnostic> diagnose() throws InterruptedException {
        return guarded.diagnose();
    }

    /** Calls that were given up and still run. */
    int stuckThreads() {
        return guarded.stuckThreads();
    }

    /** Whether it is the guard that speaks, since the authenticator threw, hung, or said what cannot be told. */
    static boolean isOfGuard(Problem problem) {
        return OF_THE_GUARD.contains(problem);
    }

    /** Closes the authenticator, and says which of its threads do not end. */
    List<Thread> threadsLeft() throws InterruptedException {
        guarded.close();
        return threads.left();
    }

    @Override
    public void close() {
        guarded.close();
        threads.close();
    }
}
