package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.pluginhost.internal.problem.BoundedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plug-ins that are loaded, and what is known of the other archives. Safe for any thread; tells what changes. */
final class PluginsInUse {
    private static final Logger log = LoggerFactory.getLogger(PluginsInUse.class);

    private static final int LOGGED = 100;

    private final Consumer<PluginStatus> listener;
    private final Map<String, LoadedPlugin> running = new TreeMap<>();
    /** Taken out of use; they still take logins until the registry of the logins knows. */
    private final List<LoadedPlugin> replaced = new ArrayList<>();

    private final List<LoadedPlugin> draining = new ArrayList<>();
    private List<PluginStatus> others = List.of();
    private List<Diagnostic> ofFolder = List.of();
    private boolean closed;

    PluginsInUse(Consumer<PluginStatus> listener) {
        this.listener = listener;
    }

    void tell(PluginStatus status) {
        try {
            listener.accept(status);
        } catch (RuntimeException | Error e) {
            log.warn("the listener of plug-ins threw {}", e.getClass().getName());
        }
    }

    synchronized Optional<LoadedPlugin> running(String pluginId) {
        return Optional.ofNullable(running.get(pluginId));
    }

    synchronized List<LoadedPlugin> running() {
        return List.copyOf(running.values());
    }

    /** The ids of all authenticators but those of that plug-in. */
    synchronized Set<String> authenticatorIdsWithout(String pluginId) {
        return running.values().stream()
                .filter(plugin -> !plugin.id().equals(pluginId))
                .flatMap(plugin -> plugin.authenticatorIds().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    synchronized List<GuardedAuthenticator> authenticators() {
        return running.values().stream()
                .flatMap(plugin -> plugin.authenticators().stream())
                .toList();
    }

    synchronized List<Diagnostic> findings() {
        var all = new ArrayList<>(ofFolder);
        others.forEach(status -> all.addAll(status.findings()));
        running.values().forEach(plugin -> all.addAll(plugin.findings()));
        return all;
    }

    synchronized List<PluginStatus> statuses() {
        return Stream.concat(loaded().map(LoadedPlugin::status), others.stream())
                .sorted(Comparator.comparing(PluginStatus::file))
                .toList();
    }

    private Stream<LoadedPlugin> loaded() {
        return Stream.of(running.values(), replaced, draining).flatMap(Collection::stream);
    }

    /** Whether another plug-in than that one is in use from a file of that name. */
    synchronized boolean isOfAnother(String file, String pluginId) {
        return running.values().stream()
                .anyMatch(plugin -> plugin.file().equals(file) && !plugin.id().equals(pluginId));
    }

    /** The archives in the folder that are of a plug-in, used or not. */
    synchronized Set<String> filesOf(String pluginId) {
        var files = new HashSet<String>();
        running(pluginId).ifPresent(plugin -> files.add(plugin.file()));
        others.stream()
                .filter(status -> status.pluginId().filter(pluginId::equals).isPresent())
                .forEach(status -> files.add(status.file()));
        return files;
    }

    /** Uses a plug-in, in place of the one of the same id. A plug-in that comes after the end ends at once. */
    void use(LoadedPlugin plugin) {
        if (enter(plugin)) {
            tell(plugin.status());
        } else {
            plugin.stop();
        }
    }

    private synchronized boolean enter(LoadedPlugin plugin) {
        if (!closed) {
            dismiss(plugin.id());
            running.put(plugin.id(), plugin);
        }
        return !closed;
    }

    synchronized void dismiss(String pluginId) {
        var former = running.remove(pluginId);
        if (former != null) {
            replaced.add(former);
        }
    }

    /** Once nobody finds them any more: lets those that were replaced or dismissed end after their last login. */
    void drainReplaced() {
        List<LoadedPlugin> former;
        synchronized (this) {
            former = List.copyOf(replaced);
            replaced.clear();
            draining.addAll(former);
        }
        for (var plugin : former) {
            plugin.drain(() -> tell(plugin.status()), () -> ended(plugin));
        }
    }

    private void ended(LoadedPlugin plugin) {
        synchronized (this) {
            draining.remove(plugin);
        }
        tell(plugin.status());
    }

    /** Keeps the statuses of the archives that are not loaded, and tells the new ones. */
    void setOthers(List<PluginStatus> statuses, List<Diagnostic> folder) {
        List<PluginStatus> news;
        synchronized (this) {
            news = statuses.stream().filter(status -> !others.contains(status)).toList();
            others = List.copyOf(statuses);
            ofFolder = List.copyOf(folder);
        }
        for (var status : news) {
            // A file name may be of several lines.
            log.warn("{} is not used: {}", BoundedText.line(status.file(), LOGGED), reasons(status));
            tell(status);
        }
    }

    private static List<String> reasons(PluginStatus status) {
        return status.findings().stream()
                .map(finding -> finding.problem().code() + " " + finding.facts().getOrDefault("reason", ""))
                .toList();
    }

    /** Uses none any more, and returns all that are loaded. */
    synchronized List<LoadedPlugin> close() {
        closed = true;
        var all = loaded().toList();
        running.clear();
        replaced.clear();
        draining.clear();
        return all;
    }
}
