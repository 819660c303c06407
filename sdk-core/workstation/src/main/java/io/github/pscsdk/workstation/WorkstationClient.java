package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.guide.SantefrGuide;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.HostServices;
import io.github.pscsdk.pluginhost.internal.PluginHost;
import io.github.pscsdk.pluginhost.internal.problem.ProblemIsolation;
import io.github.pscsdk.workstation.internal.health.HealthCheck;
import io.github.pscsdk.workstation.internal.health.Machine;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import io.github.pscsdk.workstation.internal.login.Logins;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The parts of one client: builds them, hands each question to the one that answers it, and closes them in the opposite
 * order.
 */
record WorkstationClient(
        List<GuardedAuthenticator> own,
        PluginHost plugins,
        AuthenticatorRegistry registry,
        EngineThreads threads,
        ServerHalf server,
        Logins logins,
        GuideAddresses guideAddresses)
        implements PscClient {

    static WorkstationClient of(PscClientBuilder settings) {
        var threads = new EngineThreads(settings.clock);
        var services = new HostServices(
                settings.settingsDirectory, settings.stateDirectory, settings.locale, threads, settings.network);
        var own = new ArrayList<GuardedAuthenticator>();
        try {
            var limit = settings.loadLimit;
            for (var authenticator : settings.authenticators) {
                own.add(GuardedAuthenticator.of(authenticator, ProblemIsolation.SHARED, services, limit));
            }
            if (own.stream().noneMatch(one -> one.descriptor().id().equals(BrowserAuthenticator.ID))) {
                own.add(GuardedAuthenticator.of(new BrowserAuthenticator(), ProblemIsolation.SHARED, services, limit));
            }
            var registry = new AuthenticatorRegistry(own, settings.pluginFolder);
            own.forEach(authenticator -> authenticator.start(limit));
            var ids = registry.descriptors().stream()
                    .map(AuthenticatorDescriptor::id)
                    .collect(Collectors.toSet());
            var plugins = PluginHost.load(settings.ofPlugins(ids), services, registry::replace);
            registry.replace(plugins.authenticators());
            var server = new ServerHalf(settings.ofServerHalf(), threads);
            var executor = settings.executor.orElse(threads);
            var logins = new Logins(server, threads, registry, settings.browser, executor);
            return new WorkstationClient(own, plugins, registry, threads, server, logins, settings.guideAddresses);
        } catch (RuntimeException | Error e) {
            own.forEach(GuardedAuthenticator::close);
            threads.close();
            throw e;
        }
    }

    @Override
    public List<AuthenticatorDescriptor> authenticators() {
        return registry.descriptors();
    }

    @Override
    public Optional<Problem> obstacle(String authenticatorId) {
        return registry.authenticators().stream()
                .filter(authenticator -> authenticator.descriptor().id().equals(authenticatorId))
                .findFirst()
                .map(GuardedAuthenticator::obstacle)
                .orElseGet(() -> Optional.of(LoginProblem.AUTHENTICATOR_NOT_FOUND));
    }

    @Override
    public Diagnosis diagnose(Consumer<Examination> progress) throws InterruptedException {
        Objects.requireNonNull(progress, "progress");
        return new HealthCheck(Machine.here(), plugins.findings(), registry, server, threads).run(progress);
    }

    @Override
    public LoginGuide guide(Locale locale) {
        return SantefrGuide.in(Objects.requireNonNull(locale, "locale"), guideAddresses);
    }

    @Override
    public AuthenticationSession login(LoginRequest request) throws PscException, InterruptedException {
        return logins.login(Objects.requireNonNull(request, "request"));
    }

    @Override
    public CompletableFuture<AuthenticationSession> loginAsync(LoginRequest request) {
        return logins.loginAsync(Objects.requireNonNull(request, "request"));
    }

    /** May be called several times. */
    @Override
    public void close() {
        // Logins first: each tells the server half that it ends. Plug-ins only after logins and watches, whose code may
        // be running in them.
        logins.close();
        own.forEach(GuardedAuthenticator::close);
        plugins.close();
        server.close();
        threads.close();
    }
}
