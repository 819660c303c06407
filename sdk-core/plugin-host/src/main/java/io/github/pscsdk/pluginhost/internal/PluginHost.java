package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.Plugins;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plug-ins of one folder: which archive is loaded, in place of which, and who is told. Safe for any thread. */
public final class PluginHost implements Plugins, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

    /** For all plug-ins together, which end side by side. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

    private final Settings settings;
    private final HostServices services;
    private final Consumer<List<GuardedAuthenticator>> onChange;
    private final ReentrantLock changes = new ReentrantLock();
    private final PluginsInUse inUse;
    private final Optional<FolderScan> scan;
    private final AtomicBoolean isTriedAgain = new AtomicBoolean();

    private PluginHost(Settings settings, HostServices services, Consumer<List<GuardedAuthenticator>> onChange) {
        this.settings = settings;
        this.services = services;
        this.onChange = onChange;
        this.inUse = new PluginsInUse(settings.listener());
        this.scan = settings.folder().map(folder -> new FolderScan(folder, settings, services, inUse));
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
    public List<GuardedAuthenticator> authenticators() {
        return inUse.authenticators();
    }

    /** The findings on archives that were refused or are wrong, each with the name of its file. */
    public List<Diagnostic> findings() {
        return inUse.findings();
    }

    @Override
    public List<PluginStatus> all() {
        return inUse.statuses();
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
                onChange.accept(inUse.authenticators());
                inUse.drainReplaced();
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
        inUse.running(pluginId).ifPresent(LoadedPlugin::liftQuarantine);
    }

    @Override
    public void disable(String pluginId) throws PscException {
        change(folder -> folder.disabledList().add(pluginId));
    }

    @Override
    public void remove(String pluginId) throws PscException {
        change(folder -> folder.delete(inUse.filesOf(pluginId)));
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
        services.threads().executeAfter(pause, () -> watch(pause));
    }

    private void watch(Duration pause) {
        try {
            if (scan.orElseThrow().hasSettledAnew()) {
                refresh(false);
            }
        } finally {
            watchAfter(pause);
        }
    }

    /** Ends all plug-ins, side by side, within some seconds whatever they do; call it when no login runs any more. */
    @Override
    public void close() {
        // A plug-in that is being loaded ends as soon as it is.
        var plugins = inUse.close();
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

        /** A folder that is looked at once, with no decision but the default. */
        public static Settings of(Path folder, Set<String> taken) {
            return new Settings(
                    Optional.of(folder), PluginIntegrity.off(), taken, LOAD_LIMIT, Optional.empty(), status -> {});
        }
    }
}
