package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.problem.BoundedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An archive, or one authenticator in it, is not used. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final PluginProblem problem;
    private final transient Map<String, String> facts;
    private final transient List<Diagnostic> known;
    private transient BooleanSupplier mayBeTriedAgain = () -> false;

    /** For reasons that were found out one by one, which count instead where there are any. */
    public Refusal(PluginProblem problem, String reason, Map<String, String> facts, List<Diagnostic> known) {
        super(reason);
        this.problem = problem;
        this.facts = facts;
        this.known = List.copyOf(known);
    }

    /** Says why, in English for the support desk, with more to know, such as a version. */
    public Refusal(PluginProblem problem, String reason, Map<String, String> facts) {
        this(problem, reason, facts, List.of());
    }

    public Refusal(PluginProblem problem, String reason) {
        this(problem, reason, Map.of());
    }

    /**
     * The same of what was slow, which may have been the disk's fault; it may be tried again once the former try has
     * ended.
     */
    public Refusal ofSlow(BooleanSupplier hasEnded) {
        mayBeTriedAgain = hasEnded;
        return this;
    }

    public boolean mayBeTriedAgain() {
        return mayBeTriedAgain.getAsBoolean();
    }

    public PluginProblem problem() {
        return problem;
    }

    public boolean dependsOnOthers() {
        return problem == PluginProblem.DUPLICATE
                || known.stream().anyMatch(finding -> finding.problem() == PluginProblem.DUPLICATE);
    }

    public Optional<String> pluginId() {
        return Optional.ofNullable(facts.get("plugin"));
    }

    public Optional<String> version() {
        return Optional.ofNullable(facts.get("version"));
    }

    /** The findings, each of which names the archive. */
    public List<Diagnostic> about(String file) {
        return about(file, severityOf(problem));
    }

    /** The same of that severity, where it is used all the same. */
    public List<Diagnostic> about(String file, Severity severity) {
        if (!known.isEmpty()) {
            return known;
        }
        var all = new HashMap<>(facts);
        all.put("file", file);
        all.put("reason", getMessage());
        return List.of(Diagnostic.of(problem, severity).with(BoundedText.facts(all)));
    }

    private static Severity severityOf(PluginProblem problem) {
        return switch (problem) {
            case DISABLED -> Severity.INFO;
            // The one that was there first works.
            case DUPLICATE, NO_DIAGNOSIS, SETTING_INVALID, QUARANTINED -> Severity.WARNING;
            case FOLDER_UNREADABLE,
                    NOT_A_PLUGIN,
                    INCOMPATIBLE,
                    NOT_PINNED,
                    NO_AUTHENTICATOR,
                    PLUGIN_FAILED,
                    NOT_RESPONDING -> Severity.BLOCKING;
        };
    }
}
