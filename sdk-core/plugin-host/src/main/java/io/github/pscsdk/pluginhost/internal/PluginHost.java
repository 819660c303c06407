package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.Plugins;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.problem.BoundedText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plug-ins of one folder: which archive is loaded, in place of which, and who is told. Safe for any thread. */
public final class PluginHost implements Plugins, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

    /** For all plug-ins together, which end side by side. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

    private static final int LOGGED = 100;

    private final Settings settings;
    private final HostServices services;
    private final Consumer<List<GuardedAuthenticator>> onChange;
    private final ReentrantLock changes = new ReentrantLock();
    private final Optional<FolderScan> scan;
    private final AtomicBoolean isTriedAgain = new AtomicBoolean();

    private final Map<String, LoadedPlugin> running = new TreeMap<>();
    /** Taken out of use; they still take logins until the registry of the logins knows. */
    private final List<LoadedPlugin> replaced = new ArrayList<>();

    private final List<LoadedPlugin> draining = new ArrayList<>();
    private List<PluginStatus> others = List.of();
    private List<Diagnostic> ofFolder = List.of();
    private boolean closed;

    private PluginHost(Settings settings, HostServices services, Consumer<List<GuardedAuthenticator>> onChange) {
        this.settings = settings;
        this.services = services;
        this.onChange = onChange;
        this.scan = settings.folder().map(folder -> new FolderScan(folder, settings, services, this));
    }

    /**
     * Loads what is usable; the rest becomes findings. Whenever authenticators change later, {@code onChange} gets them
     * before a former one ends.
     */
    public static PluginHost load(
            Settings settings, HostServices services, Consumer<List<GuardedAuthenticator>> onChange) {
        var host = new PluginHost(settings, services, onChange);
        host.scan.ifPresent(folder -> folder.run(false));
        host.trySlowAgain();
        host.settings.watchedEvery().ifPresent(host::watchAfter);
        return host;
    }

    /** Every usable authenticator, each made once. */
    public synchronized List<GuardedAuthenticator> authenticators() {
        return running.values().stream()
                .flatMap(plugin -> plugin.authenticators().stream())
                .toList();
    }

    /** The findings on archives that were refused or are wrong, each with the name of its file. */
    public synchronized List<Diagnostic> findings() {
        var all = new ArrayList<>(ofFolder);
        others.forEach(status -> all.addAll(status.findings()));
        running.values().forEach(plugin -> all.addAll(plugin.findings()));
        return all;
    }

    @Override
    public synchronized List<PluginStatus> all() {
        return Stream.concat(loaded().map(LoadedPlugin::status), others.stream())
                .sorted(Comparator.comparing(PluginStatus::file))
                .toList();
    }

    private Stream<LoadedPlugin> loaded() {
        return Stream.of(running.values(), replaced, draining).flatMap(Collection::stream);
    }

    @Override
    public List<PluginStatus> refresh() {
        return refresh(true);
    }

    private List<PluginStatus> refresh(boolean isAsked) {
        if (scan.isPresent()) {
            changes.lock();
            try {
                scan.get().run(isAsked);
                trySlowAgain();
                onChange.accept(authenticators());
                drainReplaced();
            } finally {
                changes.unlock();
            }
        }
        return all();
    }

    @Override
    public void enable(String pluginId) throws PscException {
        change(folder -> {
            folder.disabledList().remove(pluginId);
            folder.forgetFailures();
        });
        running(pluginId).ifPresent(LoadedPlugin::liftQuarantine);
    }

    @Override
    public void disable(String pluginId) throws PscException {
        change(folder -> folder.disabledList().add(pluginId));
    }

    @Override
    public void remove(String pluginId) throws PscException {
        change(folder -> folder.delete(filesOf(pluginId)));
    }

    private interface Change {
        void on(FolderScan folder) throws IOException;
    }

    private void change(Change change) throws PscException {
        var folder = scan.orElseThrow(
                () -> new PscException(PluginProblem.FOLDER_UNREADABLE, "the client has no plug-in folder"));
        changes.lock();
        try {
            change.on(folder);
            refresh();
        } catch (IOException e) {
            throw new PscException(
                    PluginProblem.FOLDER_UNREADABLE,
                    "the plug-in folder cannot be changed: " + e.getClass().getSimpleName());
        } finally {
            changes.unlock();
        }
    }

    private void trySlowAgain() {
        if (scan.filter(FolderScan::hasSlow).isPresent() && isTriedAgain.compareAndSet(false, true)) {
            services.threads().executeAfter(Quarantine.LENGTH, () -> {
                isTriedAgain.set(false);
                refresh(false);
            });
        }
    }

    private void watchAfter(Duration pause) {
        services.threads().executeAfter(pause, () -> {
            try {
                if (scan.orElseThrow().hasSettledAnew()) {
                    refresh(false);
                }
            } finally {
                watchAfter(pause);
            }
        });
    }

    /** Ends all plug-ins, side by side, within some seconds whatever they do; call it when no login runs any more. */
    @Override
    public void close() {
        // A plug-in that is being loaded ends as soon as it is.
        var plugins = dismissAll();
        var ends = new ArrayList<CompletableFuture<Void>>();
        for (var plugin : plugins) {
            try {
                ends.add(CompletableFuture.runAsync(plugin::stop, services.threads()));
            } catch (RejectedExecutionException e) {
                plugin.stop();
            }
        }
        EngineThreads.awaitInRealTime(CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)), CLOSE_LIMIT);
        scan.ifPresent(FolderScan::close);
        log.debug("{} plug-ins unloaded", plugins.size());
    }

    // ---- which are in use, as the scan of the folder brings it about ---------------------------------------------

    synchronized Optional<LoadedPlugin> running(String pluginId) {
        return Optional.ofNullable(running.get(pluginId));
    }

    synchronized List<LoadedPlugin> running() {
        return List.copyOf(running.values());
    }

    /** The ids that no authenticator of that plug-in may have. */
    synchronized Set<String> takenIds(String pluginId) {
        var ofOthers = running.values().stream()
                .filter(plugin -> !plugin.id().equals(pluginId))
                .flatMap(plugin -> plugin.authenticatorIds().stream());
        return Stream.concat(settings.taken().stream(), ofOthers).collect(Collectors.toSet());
    }

    /** The archives in the folder that are of a plug-in, used or not. */
    private synchronized Set<String> filesOf(String pluginId) {
        var files = new HashSet<String>();
        running(pluginId).ifPresent(plugin -> files.add(plugin.archive().file()));
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
    private void drainReplaced() {
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
    private synchronized List<LoadedPlugin> dismissAll() {
        closed = true;
        var all = loaded().toList();
        running.clear();
        replaced.clear();
        draining.clear();
        return all;
    }

    void tell(PluginStatus status) {
        try {
            settings.listener().accept(status);
        } catch (RuntimeException | Error e) {
            log.warn("the listener of plug-ins threw {}", e.getClass().getName());
        }
    }

    /**
     * The decisions of a host on its plug-ins.
     *
     * @param taken authenticator ids that no plug-in may have
     * @param loadLimit how long the loading of one plug-in may take
     * @param listener told of each change of state, on the thread that brought it about
     */
    public record Settings(
            Optional<Path> folder,
            PluginIntegrity integrity,
            Set<String> taken,
            Duration loadLimit,
            Optional<Duration> watchedEvery,
            Consumer<PluginStatus> listener) {
        public static final Duration LOAD_LIMIT = Duration.ofSeconds(10);
    }
}
