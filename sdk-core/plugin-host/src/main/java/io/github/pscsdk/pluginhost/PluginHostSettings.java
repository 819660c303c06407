package io.github.pscsdk.pluginhost;

import io.github.pscsdk.api.PluginStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a host decides of its plug-ins. Immutable; grows by with-methods.
 *
 * @param folder where the archives lie; empty for none
 * @param integrity which archives are trusted
 * @param taken authenticator ids that no plug-in may have
 * @param loadLimit how long the loading of one plug-in may take
 * @param watchedEvery how often the folder is looked at; empty for only when asked
 * @param listener told of each change of state, on the thread that brought it about
 */
public record PluginHostSettings(
        Optional<Path> folder,
        PluginIntegrity integrity,
        Set<String> taken,
        Duration loadLimit,
        Optional<Duration> watchedEvery,
        Consumer<PluginStatus> listener) {

    /** How long the loading of one plug-in may take, unless set. */
    public static final Duration LOAD_LIMIT = Duration.ofSeconds(10);

    /** No folder. */
    public static PluginHostSettings none() {
        return new PluginHostSettings(
                Optional.empty(), PluginIntegrity.off(), Set.of(), LOAD_LIMIT, Optional.empty(), status -> {});
    }

    public PluginHostSettings withFolder(Path archives) {
        return new PluginHostSettings(Optional.of(archives), integrity, taken, loadLimit, watchedEvery, listener);
    }

    public PluginHostSettings withIntegrity(PluginIntegrity trusted) {
        return new PluginHostSettings(folder, trusted, taken, loadLimit, watchedEvery, listener);
    }

    public PluginHostSettings withTaken(Set<String> authenticatorIds) {
        return new PluginHostSettings(
                folder, integrity, Set.copyOf(authenticatorIds), loadLimit, watchedEvery, listener);
    }

    public PluginHostSettings withLoadLimit(Duration limit) {
        return new PluginHostSettings(folder, integrity, taken, limit, watchedEvery, listener);
    }

    public PluginHostSettings watchedEvery(Duration pause) {
        return new PluginHostSettings(folder, integrity, taken, loadLimit, Optional.of(pause), listener);
    }

    public PluginHostSettings withListener(Consumer<PluginStatus> told) {
        return new PluginHostSettings(folder, integrity, taken, loadLimit, watchedEvery, told);
    }
}
