package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PluginStatus.State;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.internal.archive.PluginFolder;
import io.github.pscsdk.pluginhost.internal.archive.PluginFolder.DisabledList;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies.Staged;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings what is in use into line with the folder: of each plug-in the highest version that works. The one in use goes
 * on where its successor is refused and no higher one works. For one thread at a time.
 */
final class FolderScan {
    private final Path folder;
    private final PluginHost.Settings settings;
    private final HostServices services;
    private final PluginHost host;
    /**
     * By file name: what failed once is not tried again until the file is another one; what was slow is, after some
     * minutes, or when somebody asks for it.
     */
    private final Map<String, Failed> failed = new HashMap<>();

    private Optional<PrivateCopies> copies = Optional.empty();
    private Map<String, String> settled = Map.of();
    private Map<String, String> seen = Map.of();
    private boolean asked;

    private record Failed(String attributes, Refusal why, Instant at) {
        boolean isFinal(boolean isAsked, Instant now) {
            return !why.mayBeTriedAgain() || !isAsked && now.isBefore(at.plus(Quarantine.LENGTH));
        }
    }

    FolderScan(Path folder, PluginHost.Settings settings, HostServices services, PluginHost host) {
        this.folder = folder;
        this.settings = settings;
        this.services = services;
        this.host = host;
    }

    DisabledList disabledList() {
        return DisabledList.in(folder);
    }

    void delete(Set<String> files) throws IOException {
        for (var file : files) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    void forgetFailures() {
        failed.clear();
    }

    /**
     * Whether the folder has changed since the last scan, and has not changed since this was last asked: nobody writes
     * to it just now.
     */
    boolean hasSettledAnew() {
        var before = seen;
        seen = PluginFolder.snapshot(folder);
        return !seen.equals(settled) && seen.equals(before);
    }

    boolean hasSlow() {
        return failed.values().stream().anyMatch(former -> former.why.problem() == PluginProblem.NOT_RESPONDING);
    }

    /**
     * Looks at the folder, since somebody asks or it is time, and loads what is new. A plug-in that is no longer wanted
     * is dismissed, but not drained yet.
     */
    void run(boolean isAsked) {
        asked = isAsked;
        try {
            settled = PluginFolder.snapshot(folder);
            failed.keySet().retainAll(settled.keySet());
            var content = PluginFolder.read(folder);
            var here = bringIntoLine(content);
            // An authenticator may have been refused for the sake of another one that went after it.
            if (Stream.concat(here.stream(), host.running().stream().map(LoadedPlugin::status))
                    .anyMatch(this::lacksWhatIsFree)) {
                here = bringIntoLine(content);
            }
            host.setOthers(here, content.findings());
        } catch (Refusal e) {
            host.setOthers(List.of(), e.about(folder.toString()));
        }
    }

    /** Returns the statuses of the archives that are not used. */
    private List<PluginStatus> bringIntoLine(PluginFolder content) throws Refusal {
        var here = new ArrayList<PluginStatus>();
        var byId = new TreeMap<String, List<Staged>>();
        for (var archive : content.archives()) {
            var staged = stage(archive, content.disabled(), here);
            if (staged.isPresent()) {
                byId.computeIfAbsent(staged.get().id(), id -> new ArrayList<>()).add(staged.get());
            }
        }
        here.addAll(unseen(content.archives()));
        // First those that lie in place of another plug-in: it goes on where they are refused.
        byId.values().stream()
                .sorted(Comparator.comparing(versions -> !isInPlaceOfAnother(versions)))
                .forEach(versions -> {
                    versions.sort(FolderScan::bestFirst);
                    use(versions, here);
                });
        dismissAbsent(byId.keySet(), content.disabled(), here);
        return here;
    }

    /** Whether an authenticator was refused for its id, which none has by now. */
    private boolean lacksWhatIsFree(PluginStatus status) {
        var taken = host.takenIds("");
        return status.findings().stream()
                .filter(finding -> finding.problem() == PluginProblem.DUPLICATE)
                .flatMap(finding -> Optional.ofNullable(finding.facts().get("authenticator")).stream())
                .anyMatch(id -> !taken.contains(id));
    }

    private static int bestFirst(Staged one, Staged other) {
        var byVersion = other.manifest().compareVersion(one.manifest().version());
        return byVersion != 0 ? byVersion : one.file().compareTo(other.file());
    }

    private static boolean isHigher(Staged one, Staged other) {
        return one.manifest().compareVersion(other.manifest().version()) > 0;
    }

    private PrivateCopies copies() throws Refusal {
        if (copies.isEmpty()) {
            copies = Optional.of(PrivateCopies.create());
        }
        return copies.get();
    }

    private Optional<Staged> stage(Path archive, Set<String> disabled, List<PluginStatus> others) throws Refusal {
        var own = copies();
        try {
            return Optional.of(own.stage(archive, disabled, settings.integrity()));
        } catch (Refusal e) {
            others.add(status(archive.getFileName().toString(), e));
            return Optional.empty();
        }
    }

    /** The archives of plug-ins in use that are in the folder but were not read, since it holds too many. */
    private List<PluginStatus> unseen(List<Path> archives) {
        return host.running().stream()
                .map(plugin -> plugin.archive().file())
                .filter(file -> !archives.contains(folder.resolve(file)) && Files.exists(folder.resolve(file)))
                .map(file -> status(
                        file, new Refusal(PluginProblem.FOLDER_UNREADABLE, "is not among the first archives by name")))
                .toList();
    }

    private boolean isInPlaceOfAnother(List<Staged> versions) {
        return host.running().stream()
                .anyMatch(plugin -> versions.stream()
                        .anyMatch(version ->
                                version.file().equals(plugin.archive().file())
                                        && !version.id().equals(plugin.id())));
    }

    private static PluginStatus status(String file, Refusal refusal) {
        return status(file, refusal.pluginId(), refusal.version(), refusal);
    }

    private static PluginStatus status(
            String file, Optional<String> pluginId, Optional<String> version, Refusal refusal) {
        var state = refusal.problem() == PluginProblem.DISABLED ? State.STOPPED : State.REFUSED;
        // A load that did not end in time may never end.
        var stuck = refusal.problem() == PluginProblem.NOT_RESPONDING ? 1 : 0;
        return new PluginStatus(file, pluginId, version, state, List.of(), refusal.about(file), stuck);
    }

    /** Uses the best version that works, or the one in use where its successor is refused and no other is higher. */
    private void use(List<Staged> versions, List<PluginStatus> others) {
        var running = host.running(versions.get(0).id());
        var former = running.map(LoadedPlugin::archive);
        var isWhole =
                running.map(LoadedPlugin::status).filter(this::lacksWhatIsFree).isEmpty();
        Optional<Staged> used = Optional.empty();
        for (var version : versions) {
            if (used.isEmpty()) {
                used = former.filter(archive -> !isHigher(version, archive) && isSuccessorRefused(archive, others));
            }
            var isFormer = former.filter(archive -> archive.isSameAs(version)).isPresent();
            try {
                if (isFormer && (used.isEmpty() ? isWhole : used.equals(former))) {
                    version.discard();
                } else if (used.isPresent()) {
                    version.discard();
                    throw duplicate(
                            version,
                            used.get(),
                            used.equals(former)
                                    ? "a version that is in use stays, since the archive in its place or a newer one is refused; after a restart this one may be used"
                                    : "another archive of the same plug-in is used");
                } else {
                    checkClaim(version, versions.subList(versions.indexOf(version) + 1, versions.size()));
                    use(version);
                }
                used = Optional.of(version);
            } catch (Refusal e) {
                var manifest = version.manifest();
                others.add(status(version.file(), Optional.of(manifest.id()), Optional.of(manifest.version()), e));
            }
        }
    }

    /** Whether an archive may take the place of others that claim to be the same plug-in. */
    private static void checkClaim(Staged version, List<Staged> others) throws Refusal {
        for (var other : others) {
            if (!version.trust().mayTakePlaceOf(other.trust())) {
                version.discard();
                throw duplicate(
                        version,
                        other,
                        "claims to be a plug-in of which another archive is there that its signer has not signed; take that one away, or trust this one by its sum");
            }
        }
    }

    private static Refusal duplicate(Staged version, Staged used, String reason) {
        var facts = new HashMap<>(version.manifest().facts());
        facts.put("other", used.file());
        facts.put("used", used.manifest().version());
        return new Refusal(PluginProblem.DUPLICATE, reason, facts);
    }

    /**
     * Whether a version of a plug-in is refused that was to take the place of the one in use: it lies in place of its
     * file, or is not lower.
     */
    private static boolean isSuccessorRefused(Staged archive, List<PluginStatus> others) {
        return others.stream()
                .filter(status -> isRefused(status, archive))
                .anyMatch(status -> status.file().equals(archive.file())
                        || status.version()
                                .filter(version -> archive.manifest().compareVersion(version) > 0)
                                .isEmpty());
    }

    /** Whether what lies in place of an archive, or is of the same plug-in, is refused. */
    private static boolean isRefused(PluginStatus status, Staged archive) {
        return status.state() == State.REFUSED
                && (status.file().equals(archive.file())
                        || status.pluginId().filter(archive.id()::equals).isPresent());
    }

    private void use(Staged version) throws Refusal {
        var attributes = settled.getOrDefault(version.file(), "");
        var former = failed.get(version.file());
        var now = services.threads().clock().instant();
        if (former != null && former.attributes.equals(attributes) && former.isFinal(asked, now)) {
            version.discard();
            throw former.why;
        }
        failed.remove(version.file());
        var plugin = new LoadedPlugin(
                version,
                services,
                () -> host.running(version.id()).map(LoadedPlugin::status).ifPresent(host::tell));
        host.tell(plugin.status());
        try {
            host.use(plugin.load(settings.loadLimit(), host.takenIds(version.id())));
        } catch (Refusal e) {
            if (!e.dependsOnOthers()) {
                failed.put(version.file(), new Failed(attributes, e, now));
            }
            throw e;
        }
    }

    /**
     * A plug-in that is switched off, or of which there is no archive any more, is used no more; one whose archives are
     * refused is.
     */
    private void dismissAbsent(Set<String> present, Set<String> disabled, List<PluginStatus> others) {
        for (var plugin : host.running()) {
            var isRefused = others.stream().anyMatch(status -> isRefused(status, plugin.archive()));
            if (disabled.contains(plugin.id()) || (!present.contains(plugin.id()) && !isRefused)) {
                host.dismiss(plugin.id());
            }
        }
    }

    void close() {
        copies.ifPresent(PrivateCopies::delete);
    }
}
