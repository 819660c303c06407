package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.command.internal.json.PluginDocument.Authenticator;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.command.internal.json.PluginDocument.Folder;
import io.github.pscsdk.command.internal.json.PluginDocument.Plugin;
import io.github.pscsdk.command.internal.json.PluginDocument.Setting;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.pluginhost.internal.HostServices;
import io.github.pscsdk.pluginhost.internal.PluginHost;
import io.github.pscsdk.pluginverification.internal.VerificationHost;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of plug-ins, loaded by the host with which a client loads them; but nobody logs in, and there is no server
 * half.
 */
final class HostedFolder implements AutoCloseable {
    /** Every client has one of that id. */
    private static final Set<String> TAKEN = Set.of("browser");

    private final Path folder;
    private final Locale locale;
    private final HostServices services;
    private final EngineThreads threads;
    private final VerificationHost trial;
    private final PluginHost host;

    /** Loads it; an archive that cannot be used becomes findings. */
    HostedFolder(Path folder, Optional<Path> settings, Optional<Path> state, Locale locale, Clock clock) {
        this.folder = folder;
        this.locale = locale;
        this.threads = new EngineThreads(clock);
        this.services = new HostServices(settings, state, locale, threads, NetworkSettings.ofSystem());
        this.trial = VerificationHost.load(folder, TAKEN, services);
        this.host = trial.plugins();
    }

    Folder look() {
        // Asked first: an authenticator that does not answer stands among the states.
        var authenticators =
                host.authenticators().stream().map(this::authenticator).toList();
        var statuses = host.all();
        var ofFolder = new ArrayList<>(host.findings());
        statuses.forEach(status -> status.findings().forEach(ofFolder::remove));
        return new Folder(
                folder.toString(),
                statuses.stream().map(status -> plugin(status, authenticators)).toList(),
                Finding.all(ofFolder, locale));
    }

    /**
     * The engine's findings about their health checks; findings about devices depend on the machine, and are left out.
     */
    List<Finding> examine() throws InterruptedException {
        var found = new ArrayList<Diagnostic>();
        for (var authenticator : host.authenticators()) {
            authenticator.diagnose().stream()
                    .filter(finding -> finding.problem() instanceof PluginProblem)
                    // A host goes on without; nobody should give it out.
                    .map(finding ->
                            Diagnostic.of(finding.problem(), Severity.BLOCKING).with(finding.facts()))
                    .forEach(found::add);
        }
        return Finding.all(found, locale);
    }

    VerificationHost trial() {
        return trial;
    }

    private Plugin plugin(PluginStatus status, List<Authenticator> looked) {
        var findings = new ArrayList<>(status.findings());
        host.authenticators().stream()
                .map(GuardedAuthenticator::descriptor)
                .filter(descriptor -> status.authenticatorIds().contains(descriptor.id()))
                .map(services::settings)
                .forEach(settings -> {
                    findings.addAll(settings.faults());
                    findings.addAll(settings.remarks());
                });
        return new Plugin(
                status.file(),
                status.pluginId(),
                status.version(),
                status.state().name(),
                status.stuckThreads(),
                looked.stream()
                        .filter(one -> status.authenticatorIds().contains(one.id()))
                        .toList(),
                Finding.all(findings, locale));
    }

    private Authenticator authenticator(GuardedAuthenticator authenticator) {
        var descriptor = authenticator.descriptor();
        var obstacle = authenticator.obstacle();
        var sources = services.settings(descriptor).origins();
        return new Authenticator(
                descriptor.id(),
                descriptor.displayName(locale),
                descriptor.wayIn().name(),
                obstacle.map(Problem::code),
                descriptor.settings().stream()
                        .map(setting -> new Setting(
                                setting.name(),
                                setting.kind().name(),
                                setting.label(locale),
                                setting.bounds(),
                                setting.defaultValue(),
                                Optional.ofNullable(sources.get(setting.name()))))
                        .toList());
    }

    /** Ends all plug-ins within some seconds, whatever they do. */
    @Override
    public void close() {
        trial.close();
        threads.close();
    }
}
