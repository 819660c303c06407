package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator.UseCount;
import io.github.pscsdk.pluginhost.internal.SupervisedCalls.NotRespondingException;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies.Staged;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.pluginhost.internal.problem.PluginFailure;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of a plug-in, from its load to its end. Safe for any thread. */
final class LoadedPlugin {
    private static final Logger log = LoggerFactory.getLogger(LoadedPlugin.class);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Staged archive;
    private final HostServices services;
    private final IsolatingPluginManager manager;
    private final UseCount useCount = new UseCount();
    private final Runnable onQuarantine;
    private final List<GuardedAuthenticator> authenticators = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final SupervisedCalls loading;
    private final SupervisedCalls stopping;
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile PluginStatus.State state = PluginStatus.State.FOUND;

    /** @param onQuarantine run when one of its authenticators is set aside, or no longer is */
    LoadedPlugin(Staged archive, HostServices services, Runnable onQuarantine) {
        this.archive = archive;
        this.services = services;
        this.onQuarantine = onQuarantine;
        this.manager =
                new IsolatingPluginManager(Objects.requireNonNull(archive.copy().getParent(), "folder of the copy"));
        this.loading = new SupervisedCalls(services.threads(), "psc-plugin-" + archive.id() + "-load");
        this.stopping = new SupervisedCalls(services.threads(), "psc-plugin-" + archive.id() + "-stop");
    }

    /** Loads and starts it within the limit, or refuses it; nothing of it is left then, but what may hang in it. */
    LoadedPlugin load(Duration limit, Set<String> taken) throws Refusal {
        try {
            return loading.<LoadedPlugin, Refusal>within(limit, isInterrupted -> begin(taken), LoadedPlugin::stop);
        } catch (NotRespondingException e) {
            throw new Refusal(
                            PluginProblem.NOT_RESPONDING,
                            "is slow: it was not loaded within " + limit,
                            Map.of("plugin", archive.id(), "call", "load"))
                    .ofSlow(() -> loading.stuck() == 0);
        }
    }

    private LoadedPlugin begin(Set<String> taken) throws Refusal {
        try {
            manager.begin(archive.copy());
            for (var className : archive.extensions()) {
                authenticator(className, taken);
            }
            if (authenticators.isEmpty()) {
                throw new Refusal(
                        PluginProblem.NO_AUTHENTICATOR,
                        "offers no authenticator",
                        Map.of("plugin", archive.id()),
                        findings);
            }
            archive.trust().distrust().ifPresent(why -> findings.addAll(why.about(archive.file(), Severity.WARNING)));
            state = PluginStatus.State.RUNNING;
            log.info(
                    "plug-in {} {} is loaded, {} authenticators",
                    archive.id(),
                    archive.manifest().version(),
                    authenticators.size());
            return this;
        } catch (Refusal e) {
            endHere();
            throw e;
        } catch (PluginFailure e) {
            endHere();
            throw failed("failed to load or start", e, Map.of("plugin", archive.id()));
        }
    }

    private void authenticator(String className, Set<String> taken) {
        try {
            var made = PluginFailure.inLoader(manager.getPluginClassLoader(archive.id()), () -> make(className));
            if (made.isPresent()) {
                start(made.get(), taken);
            }
        } catch (PluginFailure e) {
            refuse(failed("an extension failed", e, Map.of("plugin", archive.id(), "class", className)));
        } catch (Refusal e) {
            refuse(e);
        }
    }

    /** Makes the one instance; empty for an extension that is not an authenticator. */
    private Optional<GuardedAuthenticator> make(String className) throws ClassNotFoundException {
        var type = manager.getPluginClassLoader(archive.id()).loadClass(className);
        if (!Authenticator.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        var instance = manager.getExtensionFactory().create(type.asSubclass(Authenticator.class));
        return Optional.of(GuardedAuthenticator.ofPlugin(instance, services, useCount, onQuarantine));
    }

    private void start(GuardedAuthenticator authenticator, Set<String> taken) throws Refusal, PluginFailure {
        var id = authenticator.descriptor().id();
        if (taken.contains(id) || authenticatorIds().contains(id)) {
            throw new Refusal(
                    PluginProblem.DUPLICATE,
                    "another authenticator has the same id",
                    Map.of("plugin", archive.id(), "authenticator", id));
        }
        try {
            PluginFailure.of(() -> {
                authenticator.startHere();
                return authenticator;
            });
        } catch (PluginFailure e) {
            authenticator.close();
            throw e;
        }
        authenticators.add(authenticator);
    }

    private void refuse(Refusal refusal) {
        log.warn("a part of plug-in {} is not used: {}", archive.id(), refusal.getMessage());
        findings.addAll(refusal.about(archive.file()));
    }

    private Refusal failed(String reason, PluginFailure failure, Map<String, String> known) {
        log.warn("plug-in {} {}", archive.id(), reason, failure);
        var facts = new HashMap<>(failure.facts());
        facts.putAll(known);
        archive.manifest().requires().ifPresent(range -> facts.put("requires", range));
        return new Refusal(PluginProblem.PLUGIN_FAILED, reason, facts);
    }

    String id() {
        return archive.id();
    }

    Staged archive() {
        return archive;
    }

    List<GuardedAuthenticator> authenticators() {
        return List.copyOf(authenticators);
    }

    List<String> authenticatorIds() {
        return authenticators.stream()
                .map(authenticator -> authenticator.descriptor().id())
                .toList();
    }

    /** The findings when it was loaded, and now. */
    List<Diagnostic> findings() {
        var all = new ArrayList<>(findings);
        for (var authenticator : authenticators) {
            if (authenticator.isQuarantined()) {
                var id = authenticator.descriptor().id();
                all.add(warning(PluginProblem.QUARANTINED).with("authenticator", id));
            }
        }
        var stuck = stuckThreads();
        if (stuck > 0) {
            all.add(warning(PluginProblem.NOT_RESPONDING).with("threads", Integer.toString(stuck)));
        }
        return List.copyOf(all);
    }

    private Diagnostic warning(PluginProblem problem) {
        return Diagnostic.of(problem, Severity.WARNING).with(Map.of("file", archive.file(), "plugin", archive.id()));
    }

    private int stuckThreads() {
        return loading.stuck()
                + stopping.stuck()
                + authenticators.stream()
                        .mapToInt(GuardedAuthenticator::stuckThreads)
                        .sum();
    }

    PluginStatus status() {
        var now = state == PluginStatus.State.RUNNING
                        && authenticators.stream().anyMatch(GuardedAuthenticator::isQuarantined)
                ? PluginStatus.State.QUARANTINED
                : state;
        return new PluginStatus(
                archive.file(),
                Optional.of(archive.id()),
                Optional.of(archive.manifest().version()),
                now,
                authenticatorIds(),
                findings(),
                stuckThreads());
    }

    void liftQuarantine() {
        authenticators.forEach(GuardedAuthenticator::liftQuarantine);
    }

    /** Lets no login begin with it any more, and ends it once nobody uses it. */
    void drain(Runnable before, Runnable afterwards) {
        state = PluginStatus.State.DRAINING;
        before.run();
        useCount.retire(() -> services.threads().execute(() -> {
            stop();
            afterwards.run();
        }));
    }

    /** Ends it, whoever uses it, within some seconds. Later calls do nothing. */
    void stop() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        authenticators.forEach(GuardedAuthenticator::close);
        try {
            stopping.<Boolean, RuntimeException>withinRealTime(STOP_LIMIT, isInterrupted -> {
                manager.end();
                return true;
            });
        } catch (NotRespondingException e) {
            log.warn("plug-in {} did not stop in time", archive.id());
        }
        archive.discard();
        state = PluginStatus.State.STOPPED;
    }

    /** Ends what failed to begin, and has no authenticator. */
    private void endHere() {
        manager.end();
        archive.discard();
    }
}
