package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.ContractVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and loads archives one by one. For one thread. */
final class PluginLoading {
    private static final Logger log = LoggerFactory.getLogger(PluginLoading.class);

    private final IsolatingPluginManager manager;
    private final PrivateCopies copies;
    private final Set<String> disabled;
    private final PinnedArchives pins;
    private final Set<String> authenticatorIds;
    private final HostServices services;
    private final List<Diagnostic> findings;
    private final Set<String> pluginIds = new HashSet<>();

    /**
     * @param authenticatorIds those in use; the ids of loaded authenticators are added
     * @param findings what is refused is added
     */
    PluginLoading(
            IsolatingPluginManager manager,
            PrivateCopies copies,
            Set<String> disabled,
            PinnedArchives pins,
            Set<String> authenticatorIds,
            HostServices services,
            List<Diagnostic> findings) {
        this.manager = manager;
        this.copies = copies;
        this.disabled = disabled;
        this.pins = pins;
        this.authenticatorIds = authenticatorIds;
        this.services = services;
        this.findings = findings;
    }

    /** The plug-in, unless it is refused. */
    Optional<LoadedPlugin> load(Path archive) {
        var file = archive.getFileName().toString();
        try {
            if (!PluginFolder.hasEnding(archive, ".jar")) {
                throw new Refusal(PluginProblem.NOT_A_PLUGIN, "a plug-in is one jar archive");
            }
            return start(copyChecked(archive), file);
        } catch (Refusal e) {
            refuse(e, file);
        } catch (IOException e) {
            refuse(
                    new Refusal(
                            PluginProblem.NOT_A_PLUGIN,
                            "cannot be read: " + e.getClass().getSimpleName()),
                    file);
        } catch (PluginFailure e) {
            log.warn("{} failed", file, e);
            refuse(failed("failed to load or start", e, Map.of()), file);
        }
        return Optional.empty();
    }

    /** All checks that need not run code of the archive; they look at a private copy, which is what is loaded. */
    private Path copyChecked(Path archive) throws Refusal, IOException {
        var copy = copies.copy(archive);
        pins.check(copy);
        var manifest = PluginManifest.read(copy);
        var known = Map.of("plugin", manifest.id());
        if (disabled.contains(manifest.id())) {
            throw new Refusal(PluginProblem.DISABLED, "is listed in disabled.txt", known);
        }
        ContractRange.check(manifest, ContractVersion.current());
        if (pluginIds.contains(manifest.id())) {
            throw new Refusal(PluginProblem.DUPLICATE, "another archive has the same Plugin-Id", known);
        }
        return copies.rename(copy, manifest.id(), manifest.version());
    }

    private Optional<LoadedPlugin> start(Path copy, String file) throws Refusal, PluginFailure {
        var id = manager.begin(copy);
        var before = findings.size();
        var authenticators = new ArrayList<GuardedAuthenticator>();
        for (var className : index(id)) {
            authenticator(id, className, file).ifPresent(authenticators::add);
        }
        if (!authenticators.isEmpty()) {
            pluginIds.add(id);
            log.info("{} is loaded: plug-in {}, {} authenticators", file, id, authenticators.size());
            return Optional.of(new LoadedPlugin(id, List.copyOf(authenticators)));
        }
        manager.end(id);
        if (findings.size() == before) {
            throw new Refusal(PluginProblem.NO_AUTHENTICATOR, "offers no authenticator", Map.of("plugin", id));
        }
        return Optional.empty();
    }

    private Set<String> index(String id) throws PluginFailure {
        try {
            return PluginFailure.of(() -> manager.extensions(id));
        } catch (PluginFailure e) {
            manager.end(id);
            throw e;
        }
    }

    private Optional<GuardedAuthenticator> authenticator(String id, String className, String file) {
        try {
            var made = PluginFailure.inLoader(manager.getPluginClassLoader(id), () -> make(id, className));
            if (made.isPresent()
                    && !authenticatorIds.add(made.get().descriptor().id())) {
                var known = Map.of(
                        "plugin", id, "authenticator", made.get().descriptor().id());
                throw new Refusal(PluginProblem.DUPLICATE, "another authenticator has the same id", known);
            }
            if (made.isPresent()) {
                start(made.get());
            }
            return made;
        } catch (PluginFailure e) {
            log.warn("{}: {} failed", file, className, e);
            refuse(failed("an extension failed", e, Map.of("plugin", id, "class", className)), file);
        } catch (Refusal e) {
            refuse(e, file);
        }
        return Optional.empty();
    }

    private void start(GuardedAuthenticator authenticator) throws PluginFailure {
        try {
            PluginFailure.of(() -> {
                authenticator.startWith(services);
                return authenticator;
            });
        } catch (PluginFailure e) {
            authenticatorIds.remove(authenticator.descriptor().id());
            authenticator.close();
            throw e;
        }
    }

    /** Makes the one instance; empty for an extension that is not an authenticator. */
    private Optional<GuardedAuthenticator> make(String id, String className) throws ClassNotFoundException {
        var type = manager.getPluginClassLoader(id).loadClass(className);
        if (!Authenticator.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        var instance = manager.getExtensionFactory().create(type.asSubclass(Authenticator.class));
        return Optional.of(GuardedAuthenticator.ofPlugin(instance));
    }

    private void refuse(Refusal refusal, String file) {
        log.warn("{} is not used: {}", file, refusal.getMessage());
        findings.add(refusal.about(file));
    }

    private static Refusal failed(String reason, PluginFailure failure, Map<String, String> known) {
        var facts = new HashMap<>(known);
        facts.put("cause", failure.kind());
        return new Refusal(PluginProblem.PLUGIN_FAILED, reason, facts);
    }
}
