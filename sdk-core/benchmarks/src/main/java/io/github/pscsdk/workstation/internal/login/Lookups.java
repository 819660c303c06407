package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.benchmark.plugin.IdleArchives;
import io.github.pscsdk.benchmark.plugin.LoadedPlugins;
import io.github.pscsdk.pluginhost.HostServices;
import io.github.pscsdk.pluginhost.PluginHost;
import io.github.pscsdk.pluginhost.PluginHostSettings;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry.RegisteredAuthenticator;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.pf4j.DefaultPluginManager;

/** Finding one of three authenticators. In this package, since nobody outside it may look one up. */
@State(Scope.Benchmark)
public class Lookups {
    private final EngineThreads threads = new EngineThreads(Clock.systemUTC());
    private IdleArchives archives;
    private PluginHost host;
    private DefaultPluginManager manager;
    private AuthenticatorRegistry registry;
    private Map<String, RegisteredAuthenticator> map;

    /** Loads the plug-ins, with and without the SDK. */
    @Setup
    public void load() throws IOException {
        archives = IdleArchives.write(3);
        manager = new DefaultPluginManager(archives.folder());
        manager.loadPlugins();
        manager.startPlugins();
        var services = new HostServices(Optional.empty(), Optional.empty(), Locale.ENGLISH, Clock.systemUTC(), threads);
        host = PluginHost.load(PluginHostSettings.none().withFolder(archives.folder()), services, authenticators -> {});
        registry = new AuthenticatorRegistry(host.authenticators());
        map = registry.descriptors().stream()
                .map(AuthenticatorDescriptor::id)
                .collect(Collectors.toUnmodifiableMap(
                        id -> id, id -> registry.find(id).orElseThrow()));
    }

    /** By a map and nothing else: the limit. */
    @Benchmark
    public RegisteredAuthenticator byMap() {
        return map.get("idle-2");
    }

    /** As a login does it. */
    @Benchmark
    public Optional<RegisteredAuthenticator> byRegistry() {
        return registry.find("idle-2");
    }

    /** As the plug-in framework does it, without even choosing. */
    @Benchmark
    public List<Authenticator> byPluginFramework() {
        return LoadedPlugins.authenticators(manager);
    }

    /** Unloads them. */
    @TearDown
    public void unload() throws IOException {
        host.close();
        threads.close();
        manager.unloadPlugins();
        archives.close();
    }
}
