package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.spi.ContractVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins of one folder, from {@link #load} to {@link #close}. What it hands out is immutable and safe for any
 * thread.
 */
public final class PluginHost implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

    private final List<LoadedPlugin> plugins;
    private final List<Diagnostic> findings;
    private final Runnable unloading;
    private boolean closed;

    private PluginHost(List<LoadedPlugin> plugins, List<Diagnostic> findings, Runnable unloading) {
        this.plugins = List.copyOf(plugins);
        this.findings = List.copyOf(findings);
        this.unloading = unloading;
    }

    /** No folder, no plug-ins. */
    public static PluginHost none() {
        return new PluginHost(List.of(), List.of(), () -> {});
    }

    /**
     * Loads what is usable; the rest becomes findings.
     *
     * @param folder where the archives lie
     * @param pins the SHA-256 sums allowed, in hexadecimal; empty allows all
     * @param taken authenticator ids that are already in use
     * @param services what each authenticator is started with
     */
    public static PluginHost load(Path folder, Optional<Set<String>> pins, Set<String> taken, HostServices services) {
        var findings = new ArrayList<Diagnostic>();
        try {
            var content = PluginFolder.read(folder);
            var copies = PrivateCopies.create();
            var manager = new IsolatingPluginManager(copies.directory(), ContractVersion.current());
            var loading = new PluginLoading(
                    manager,
                    copies,
                    content.disabled(),
                    new PinnedArchives(pins),
                    new HashSet<>(taken),
                    services,
                    findings);
            var plugins = new ArrayList<LoadedPlugin>();
            for (var archive : content.archives()) {
                loading.load(archive).ifPresent(plugins::add);
            }
            return new PluginHost(plugins, findings, () -> {
                plugins.forEach(plugin -> manager.end(plugin.id()));
                copies.delete();
            });
        } catch (Refusal e) {
            findings.add(e.about(folder.toString()));
        } catch (IOException e) {
            findings.add(new Refusal(PluginProblem.FOLDER_UNREADABLE, "no private copies can be made here")
                    .about(folder.toString()));
        }
        return new PluginHost(List.of(), findings, () -> {});
    }

    /** Every usable authenticator, made once. */
    public List<GuardedAuthenticator> authenticators() {
        var all = new ArrayList<GuardedAuthenticator>();
        for (var plugin : plugins) {
            all.addAll(plugin.authenticators());
        }
        return List.copyOf(all);
    }

    /** What was refused and why, each with the name of its file. */
    public List<Diagnostic> findings() {
        return findings;
    }

    /** Closes, stops and unloads; call it when no login runs any more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        plugins.forEach(LoadedPlugin::close);
        unloading.run();
        log.debug("{} plug-ins unloaded", plugins.size());
    }
}
