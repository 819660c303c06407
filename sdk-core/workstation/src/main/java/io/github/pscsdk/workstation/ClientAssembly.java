package io.github.pscsdk.workstation;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.PluginHost;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.health.HealthCheck;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.AsyncLogins;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import io.github.pscsdk.workstation.internal.login.LoginServices;
import io.github.pscsdk.workstation.internal.login.Logins;
import io.github.pscsdk.workstation.internal.login.RegisteredAuthenticator;
import io.github.pscsdk.workstation.internal.session.OpenSessions;
import java.util.ArrayList;
import java.util.HashSet;

/** Builds the parts of one client, and closes them in the opposite order. */
final class ClientAssembly {
    private final PscClientBuilder settings;

    ClientAssembly(PscClientBuilder settings) {
        this.settings = settings;
    }

    PscClient client() {
        var authenticators = new ArrayList<RegisteredAuthenticator>();
        for (var authenticator : settings.authenticators) {
            authenticators.add(new RegisteredAuthenticator(GuardedAuthenticator.ofApplication(authenticator)));
        }
        var plugins = plugins(new AuthenticatorRegistry(authenticators));
        for (var authenticator : plugins.authenticators()) {
            authenticators.add(new RegisteredAuthenticator(authenticator));
        }
        if (authenticators.stream()
                .noneMatch(registered ->
                        BrowserAuthenticator.ID.equals(registered.descriptor().id()))) {
            authenticators.add(new RegisteredAuthenticator(new BrowserAuthenticator()));
        }
        return client(new AuthenticatorRegistry(authenticators), plugins);
    }

    private PluginHost plugins(AuthenticatorRegistry own) {
        if (settings.pluginDirectory.isEmpty()) {
            return PluginHost.none();
        }
        var taken = new HashSet<String>();
        for (var descriptor : own.descriptors()) {
            taken.add(descriptor.id());
        }
        return PluginHost.load(settings.pluginDirectory.get(), settings.pinnedPlugins, taken);
    }

    private PscClient client(AuthenticatorRegistry registry, PluginHost plugins) {
        var threads = new EngineThreads();
        var server = new ServerHalf(
                settings.serverHalf,
                settings.applicationToken.orElseThrow(),
                settings.clientId.orElseThrow(),
                settings.clock,
                threads);
        var sessions = new OpenSessions(server, settings.clock, threads);
        var services = new LoginServices(server, settings.clock, settings.browser, threads, sessions);
        var logins = new Logins(services, registry);
        var asyncLogins = new AsyncLogins(logins, settings.executor.orElse(threads));
        var checkup = new HealthCheck(plugins.findings(), registry, server, settings.clock, threads);
        // Logins first: each tells the server half that it ends. Plug-ins only after logins and watches, whose code may
        // be running in them.
        return new WorkstationClient(registry, logins, asyncLogins, checkup, () -> {
            asyncLogins.close();
            logins.close();
            sessions.close();
            plugins.close();
            server.close();
            threads.close();
        });
    }
}
