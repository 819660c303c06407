package io.github.pscsdk.pluginhost;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PluginStatus.State;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.ArchiveStaging.Staged;
import io.github.pscsdk.pluginhost.LoadedPlugin.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/**
 * Brings what is in use into line with the folder. Of each plug-in the highest version that works is used; where none of those in
 * the folder does, the one that is in use stays. For one thread at a time.
 */
final class FolderScan {
    private static final VersionManager VERSIONS = new DefaultVersionManager();

    private final Path folder;
    private final PluginHostSettings settings;
    private final HostServices services;
    private final PluginsInUse inUse;
    /** By file name: what failed once is not tried again until the file is another one. */
    private final Map<String, Failed> failed = new HashMap<>();

    private Optional<PrivateCopies> copies = Optional.empty();
    private Map<String, String> settled = Map.of();
    private Map<String, String> seen = Map.of();

    private record Failed(String attributes, Refusal why) {}

    FolderScan(Path folder, PluginHostSettings settings, HostServices services, PluginsInUse inUse) {
        this.folder = folder;
        this.settings = settings;
        this.services = services;
        this.inUse = inUse;
    }

    DisabledList disabledList() {
        return DisabledList.in(folder);
    }

    void delete(Set<String> files) throws IOException {
        for (var file : files) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    /** Has what failed once tried again at the next scan. */
    void forgetFailures() {
        failed.clear();
    }

    /** Whether the folder has changed since the last scan, and has not changed since this was last asked: nobody writes to it just now. */
    boolean hasSettledAnew() {
        var before = seen;
        seen = FolderSnapshot.of(folder);
        return !seen.equals(settled) && seen.equals(before);
    }

    /** Looks at the folder, and loads what is new. What is no longer wanted is dismissed, but not drained yet. */
    void run() {
        var here = new ArrayList<PluginStatus>();
        try {
            settled = FolderSnapshot.of(folder);
            var content = PluginFolder.read(folder);
            var staging = new ArchiveStaging(copies(), content.disabled(), settings.integrity());
            var byId = new TreeMap<String, List<Staged>>();
            for (var archive : content.archives()) {
                var staged = stage(staging, archive, here);
                if (staged.isPresent()) {
                    byId.computeIfAbsent(staged.get().id(), id -> new ArrayList<>())
                            .add(staged.get());
                }
            }
            for (var versions : byId.values()) {
                versions.sort(FolderScan::bestFirst);
                use(versions, here);
            }
            dismissAbsent(byId.keySet(), here);
            inUse.setOthers(here, content.findings());
        } catch (Refusal e) {
            inUse.setOthers(here, e.about(folder.toString()));
        } catch (IOException e) {
            inUse.setOthers(
                    here,
                    new Refusal(PluginProblem.FOLDER_UNREADABLE, "no private copies can be made here")
                            .about(folder.toString()));
        }
    }

    private static int bestFirst(Staged one, Staged other) {
        var byVersion = VERSIONS.compareVersions(
                other.manifest().version(), one.manifest().version());
        return byVersion != 0 ? byVersion : one.file().compareTo(other.file());
    }

    private PrivateCopies copies() throws IOException {
        if (copies.isEmpty()) {
            copies = Optional.of(PrivateCopies.create());
        }
        return copies.get();
    }

    private static Optional<Staged> stage(ArchiveStaging staging, Path archive, List<PluginStatus> others) {
        try {
            return Optional.of(staging.stage(archive));
        } catch (Refusal e) {
            others.add(status(archive.getFileName().toString(), e));
            return Optional.empty();
        }
    }

    private static PluginStatus status(String file, Refusal refusal) {
        var state = refusal.problem() == PluginProblem.DISABLED ? State.STOPPED : State.REFUSED;
        // What did not end while it was loaded may never end.
        var stuck = refusal.problem() == PluginProblem.NOT_RESPONDING ? 1 : 0;
        return Status.of(file, refusal.pluginId(), state, refusal.about(file), stuck);
    }

    /**
     * Uses the first one that works of several versions of one plug-in, the best one first. Once one has failed, the one that is in use stays,
     * rather than to give way to a lower one.
     */
    private void use(List<Staged> versions, List<PluginStatus> others) {
        var before = inUse.running(versions.get(0).id());
        Optional<String> used = Optional.empty();
        for (var version : versions) {
            var isInUse =
                    before.filter(plugin -> plugin.archive().isSameAs(version)).isPresent();
            try {
                if (isInUse && used.filter(file -> !file.equals(version.file())).isEmpty()) {
                    version.discard();
                } else if (used.isPresent()) {
                    version.discard();
                    throw new Refusal(
                            PluginProblem.DUPLICATE,
                            "another archive of the same plug-in is used",
                            Map.of("plugin", version.id(), "other", used.get()));
                } else {
                    use(version);
                }
                used = Optional.of(version.file());
            } catch (Refusal e) {
                others.add(status(version.file(), e));
                used = used.or(() -> before.map(LoadedPlugin::file));
            }
        }
    }

    private void use(Staged version) throws Refusal {
        var attributes = settled.getOrDefault(version.file(), "");
        var former = failed.get(version.file());
        if (former != null && former.attributes.equals(attributes)) {
            version.discard();
            throw former.why;
        }
        inUse.tell(Status.of(version.file(), Optional.of(version.id()), State.FOUND, List.of(), 0));
        var taken = inUse.authenticatorIdsWithout(version.id());
        taken.addAll(settings.taken());
        try {
            inUse.use(LoadedPlugin.load(
                    version,
                    services,
                    settings.loadLimit(),
                    taken,
                    () -> inUse.running(version.id()).map(LoadedPlugin::status).ifPresent(inUse::tell)));
        } catch (Refusal e) {
            if (!e.dependsOnOthers()) {
                failed.put(version.file(), new Failed(attributes, e));
            }
            throw e;
        }
    }

    /** A plug-in whose archive is gone or switched off is used no more; one whose archive has become unusable is. */
    private void dismissAbsent(Set<String> present, List<PluginStatus> others) {
        for (var id : inUse.runningIds()) {
            var file = inUse.running(id).map(LoadedPlugin::file).orElse("");
            var isUnusable =
                    others.stream().anyMatch(status -> status.file().equals(file) && status.state() == State.REFUSED);
            if (!present.contains(id) && !isUnusable) {
                inUse.dismiss(id);
            }
        }
    }

    /** Removes the private copies. */
    void close() {
        copies.ifPresent(PrivateCopies::delete);
    }
}
