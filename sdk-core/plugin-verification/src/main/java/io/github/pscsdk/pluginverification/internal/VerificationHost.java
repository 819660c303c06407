package io.github.pscsdk.pluginverification.internal;

import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.HostServices;
import io.github.pscsdk.pluginhost.internal.PluginHost;
import io.github.pscsdk.pluginhost.internal.PluginHost.Settings;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The plug-ins of a folder in a host that looks at it once, with no decision but the default; and whether their classes
 * go away with them.
 */
public final class VerificationHost implements AutoCloseable {
    private final PluginHost plugins;
    private final List<WeakReference<ClassLoader>> loaders;

    private VerificationHost(PluginHost plugins) {
        this.plugins = plugins;
        this.loaders = plugins.authenticators().stream()
                .map(GuardedAuthenticator::classLoader)
                .toList();
    }

    /**
     * Loads them.
     *
     * @param taken authenticator ids that no plug-in may have
     */
    public static VerificationHost load(Path folder, Set<String> taken, HostServices services) {
        var settings = new Settings(
                Optional.of(folder), PluginIntegrity.off(), taken, Settings.LOAD_LIMIT, Optional.empty(), status -> {});
        return new VerificationHost(PluginHost.load(settings, services, authenticators -> {}));
    }

    public PluginHost plugins() {
        return plugins;
    }

    /** Whether nothing holds their classes any more; call it once they are unloaded. */
    public boolean areCollected() {
        System.gc();
        return loaders.stream().allMatch(loader -> loader.refersTo(null));
    }

    /** The class of a loader that something still holds. */
    public Optional<Class<?>> heldLoader() {
        return loaders.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .<Class<?>>map(Object::getClass)
                .findFirst();
    }

    /** Unloads them, within some seconds whatever they do. */
    @Override
    public void close() {
        plugins.close();
    }
}
