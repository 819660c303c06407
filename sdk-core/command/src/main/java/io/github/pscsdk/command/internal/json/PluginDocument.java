package io.github.pscsdk.command.internal.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is told of plug-ins: printed for people, or written as JSON, in which what nobody knows is {@code null}. */
public final class PluginDocument {
    private PluginDocument() {}

    /**
     * A folder of plug-ins.
     *
     * @param findings of the folder as a whole
     */
    public record Folder(String folder, List<Plugin> plugins, List<Finding> findings) {
        /** Whether a finding blocks. */
        @JsonIgnore
        public boolean isBlocked() {
            return Stream.concat(findings.stream(), plugins.stream().flatMap(plugin -> plugin.findings.stream()))
                    .anyMatch(Finding::isBlocking);
        }
    }

    /**
     * One archive, loaded or not.
     *
     * @param state as {@code PluginStatus} names it
     */
    public record Plugin(
            String file,
            Optional<String> pluginId,
            Optional<String> version,
            String state,
            int stuckThreads,
            List<Authenticator> authenticators,
            List<Finding> findings) {}

    /**
     * One authenticator, as it says itself.
     *
     * @param availability as {@code Availability} names it
     * @param problem the code of what is in the way
     */
    public record Authenticator(
            String id,
            String name,
            String wayIn,
            String availability,
            Optional<String> problem,
            List<Setting> settings) {}

    /**
     * What can be set; never its value.
     *
     * @param source where it is set on this machine
     */
    public record Setting(
            String name,
            String kind,
            String label,
            String bounds,
            @JsonProperty("default") Optional<String> usual,
            Optional<String> source) {}

    /**
     * What was found.
     *
     * @param party who must act
     */
    public record Finding(
            String code,
            String name,
            String severity,
            String party,
            Map<String, String> facts,
            String title,
            List<String> steps) {

        /** A finding in the language of its reader. */
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

        /** Whether it makes the command end with 1. */
        @JsonIgnore
        public boolean isBlocking() {
            return severity.equals(Severity.BLOCKING.name());
        }
    }

    /** What was verified. */
    public record Verification(List<Archive> archives) {
        /** Whether every archive is fit for hosts. */
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

    /** What became of an archive that was loaded. */
    public record Trial(List<Authenticator> authenticators, List<Finding> findings) {}

    /**
     * One archive that was verified.
     *
     * @param content empty where hosts refuse it before they run anything of it
     */
    public record Archive(
            String file,
            Verdict verdict,
            Optional<Content> content,
            List<Authenticator> authenticators,
            List<Finding> findings) {}

    /**
     * What an archive says of itself.
     *
     * @param sha256 in hexadecimal
     * @param bytes of the file
     * @param signers the subjects of their certificates
     * @param libraries what Maven packed into it, the plug-in itself among them
     * @param licence whether the text of a licence is there
     */
    public record Content(
            String pluginId,
            String version,
            String sha256,
            long bytes,
            Set<String> signers,
            Set<String> libraries,
            boolean licence) {}

    /** As JSON. */
    public static String write(Folder folder) {
        return json(folder);
    }

    /** As JSON. */
    public static String write(Verification verification) {
        return json(verification);
    }

    /** As JSON. */
    public static String write(Trial trial) {
        return json(trial);
    }

    /** @throws IOException if it is none */
    public static Trial readTrial(String json) throws IOException {
        return Json.PLAIN.readValue(json, Trial.class);
    }

    private static String json(Object document) {
        try {
            return Json.PLAIN.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }
}
