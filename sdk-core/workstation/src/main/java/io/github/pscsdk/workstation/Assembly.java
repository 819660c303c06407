package io.github.pscsdk.workstation;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.pluginhost.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.PluginHost;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.doctor.Checkup;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.AsyncLogins;
import io.github.pscsdk.workstation.internal.login.Logins;
import io.github.pscsdk.workstation.internal.login.Registry;
import io.github.pscsdk.workstation.internal.login.Station;
import io.github.pscsdk.workstation.internal.login.Surroundings;
import io.github.pscsdk.workstation.internal.session.OpenSessions;
import java.util.ArrayList;
import java.util.HashSet;

/** Puts the parts of one client together, and takes them apart in the opposite order. */
final class Assembly {
    private final PscClientBuilder settings;

    Assembly(PscClientBuilder settings) {
        this.settings = settings;
    }

    PscClient client() {
        var stations = new ArrayList<Station>();
        for (var authenticator : settings.authenticators) {
            stations.add(new Station(GuardedAuthenticator.ofApplication(authenticator)));
        }
        var plugins = plugins(new Registry(stations));
        for (var authenticator : plugins.authenticators()) {
            stations.add(new Station(authenticator));
        }
        if (stations.stream()
                .noneMatch(station ->
                        BrowserAuthenticator.ID.equals(station.descriptor().id()))) {
            stations.add(new Station(new BrowserAuthenticator()));
        }
        return client(new Registry(stations), plugins);
    }

    private PluginHost plugins(Registry own) {
        if (settings.pluginDirectory.isEmpty()) {
            return PluginHost.none();
        }
        var taken = new HashSet<String>();
        for (var descriptor : own.descriptors()) {
            taken.add(descriptor.id());
        }
        return PluginHost.load(settings.pluginDirectory.get(), settings.pinnedPlugins, taken);
    }

    private PscClient client(Registry registry, PluginHost plugins) {
        var threads = new EngineThreads();
        var server = new ServerHalf(
                settings.serverHalf,
                settings.applicationToken.orElseThrow(),
                settings.clientId.orElseThrow(),
                settings.clock,
                threads);
        var sessions = new OpenSessions(server, settings.clock, threads);
        var surroundings = new Surroundings(server, settings.clock, settings.browser, threads, sessions);
        var logins = new Logins(surroundings, registry);
        var asyncLogins = new AsyncLogins(logins, settings.executor.orElse(threads));
        var checkup = new Checkup(plugins.findings(), registry, server, settings.clock, threads);
        // Logins first: each tells the server half that it ends. Neither a login nor a watch may be inside a plug-in
        // that
        // is unloaded.
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
