package io.github.pscsdk.command.internal.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results about plug-ins: printed for people, or written by {@link Json}. */
public final class PluginDocument {
    private PluginDocument() {}

    /** @param findings of the folder as a whole */
    public record Folder(String folder, List<Plugin> plugins, List<Finding> findings) {
        @JsonIgnore
        public boolean isBlocked() {
            return Stream.concat(findings.stream(), plugins.stream().flatMap(plugin -> plugin.findings.stream()))
                    .anyMatch(Finding::isBlocking);
        }
    }

    /** @param state as {@code PluginStatus} names it */
    public record Plugin(
            String file,
            Optional<String> pluginId,
            Optional<String> version,
            String state,
            int stuckThreads,
            List<Authenticator> authenticators,
            List<Finding> findings) {}

    /** @param problem the code of what keeps a login from beginning */
    public record Authenticator(
            String id, String name, String wayIn, Optional<String> problem, List<Setting> settings) {}

    /** @param source where it is set on this machine; its value is never shown */
    public record Setting(
            String name,
            String kind,
            String label,
            String bounds,
            @JsonProperty("default") Optional<String> usual,
            Optional<String> source) {}

    /** @param party who must act */
    public record Finding(
            String code,
            String name,
            String severity,
            String party,
            Map<String, String> facts,
            String title,
            List<String> steps) {

        public static List<Finding> all(List<Diagnostic> findings, Locale locale) {
            return findings.stream().map(finding -> of(finding, locale)).toList();
        }

        public static Finding of(Diagnostic finding, Locale locale) {
            var problem = finding.problem();
            var remedy = problem.remedy(locale);
            return new Finding(
                    problem.code(),
                    problem.name(),
                    finding.severity().name(),
                    problem.party().name(),
                    new TreeMap<>(finding.facts()),
                    remedy.title(),
                    remedy.steps());
        }

        /** On one line, with the facts. */
        public String line(Texts texts) {
            var weight = "%-11s".formatted(texts.get("doctor.severity." + severity));
            var line = "  " + texts.get("doctor.finding", weight, code, title);
            return facts.isEmpty()
                    ? line
                    : facts.entrySet().stream()
                            .map(fact -> fact.getKey() + "=" + fact.getValue())
                            .collect(Collectors.joining(", ", line + " [", "]"));
        }

        /** Whether it makes the command end with 1. */
        @JsonIgnore
        public boolean isBlocking() {
            return severity.equals(Severity.BLOCKING.name());
        }
    }

    public record Verification(List<Archive> archives) {
        public boolean isFit() {
            return archives.stream().allMatch(archive -> archive.verdict == Verdict.FIT);
        }
    }

    /** Whether an archive may be given out. */
    public enum Verdict {
        /** Nothing blocks, and an authenticator of it can be used. */
        FIT,
        /** Something blocks, or no host could use it. */
        UNFIT,
        /** Nothing blocks that can be seen without loading it, and it could not be loaded here. */
        NOT_JUDGED
    }

    /** The result of loading an archive. */
    public record Trial(List<Authenticator> authenticators, List<Finding> findings) {}

    /** @param content empty where hosts refuse the archive before they run anything of it */
    public record Archive(
            String file,
            Verdict verdict,
            Optional<Content> content,
            List<Authenticator> authenticators,
            List<Finding> findings) {}

    /** An archive's content; {@code signers} are subjects of certificates, {@code libraries} those of Maven. */
    public record Content(
            String pluginId,
            String version,
            String sha256,
            long bytes,
            Set<String> signers,
            Set<String> libraries,
            boolean licence) {}
}
