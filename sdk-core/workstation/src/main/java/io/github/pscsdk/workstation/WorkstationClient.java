package io.github.pscsdk.workstation;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.guide.SantefrGuide;
import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.PluginHost;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.workstation.internal.health.HealthCheck;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.AsyncLogins;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import io.github.pscsdk.workstation.internal.login.LoginServices;
import io.github.pscsdk.workstation.internal.login.Logins;
import io.github.pscsdk.workstation.internal.session.OpenSessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The parts of one client: builds them, hands each question to the one that answers it, and closes them in the opposite order. */
final class WorkstationClient implements PscClient {
    private final PluginHost plugins;
    private final AuthenticatorRegistry registry;
    private final EngineThreads threads = new EngineThreads();
    private final ServerHalf server;
    private final OpenSessions sessions;
    private final Logins logins;
    private final AsyncLogins asyncLogins;
    private final HealthCheck healthCheck;
    private final GuideAddresses guideAddresses;

    private WorkstationClient(PscClientBuilder settings, AuthenticatorRegistry registry, PluginHost plugins) {
        this.plugins = plugins;
        this.registry = registry;
        server = new ServerHalf(
                settings.serverHalf,
                settings.applicationToken.orElseThrow(),
                settings.clientId.orElseThrow(),
                settings.singleSignOn,
                settings.clock,
                threads);
        sessions = new OpenSessions(server, settings.clock, threads);
        logins = new Logins(new LoginServices(server, settings.clock, settings.browser, threads, sessions), registry);
        asyncLogins = new AsyncLogins(logins, settings.executor.orElse(threads));
        healthCheck = new HealthCheck(plugins.findings(), registry, server, settings.clock, threads);
        guideAddresses = settings.guideAddresses;
    }

    static WorkstationClient of(PscClientBuilder settings) {
        var authenticators = new ArrayList<Authenticator>();
        for (var authenticator : settings.authenticators) {
            authenticators.add(GuardedAuthenticator.ofApplication(authenticator));
        }
        var plugins = plugins(settings, new AuthenticatorRegistry(authenticators));
        authenticators.addAll(plugins.authenticators());
        if (authenticators.stream()
                .noneMatch(registered ->
                        BrowserAuthenticator.ID.equals(registered.descriptor().id()))) {
            authenticators.add(new BrowserAuthenticator());
        }
        return new WorkstationClient(settings, new AuthenticatorRegistry(authenticators), plugins);
    }

    private static PluginHost plugins(PscClientBuilder settings, AuthenticatorRegistry own) {
        if (settings.pluginDirectory.isEmpty()) {
            return PluginHost.none();
        }
        var taken = new HashSet<String>();
        for (var descriptor : own.descriptors()) {
            taken.add(descriptor.id());
        }
        return PluginHost.load(settings.pluginDirectory.get(), settings.pinnedPlugins, taken);
    }

    @Override
    public List<AuthenticatorDescriptor> authenticators() {
        return registry.descriptors();
    }

    @Override
    public Diagnosis diagnose(Consumer<Examination> progress) throws InterruptedException {
        return healthCheck.run(Objects.requireNonNull(progress, "progress"));
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
        return asyncLogins.start(Objects.requireNonNull(request, "request"));
    }

    /** May be called several times. */
    @Override
    public void close() {
        // Logins first: each tells the server half that it ends. Plug-ins only after logins and watches, whose code may
        // be running in them.
        asyncLogins.close();
        logins.close();
        sessions.close();
        plugins.close();
        server.close();
        threads.close();
    }
}
