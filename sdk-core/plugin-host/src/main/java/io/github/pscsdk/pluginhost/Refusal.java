package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.util.HashMap;
import java.util.Map;

/** An archive, or one authenticator in it, is not used. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final PluginProblem problem;
    private final transient Map<String, String> facts;

    /**
     * Says why.
     *
     * @param reason English, for the support desk
     * @param facts more to know, such as a version
     */
    Refusal(PluginProblem problem, String reason, Map<String, String> facts) {
        super(reason);
        this.problem = problem;
        this.facts = facts;
    }

    Refusal(PluginProblem problem, String reason) {
        this(problem, reason, Map.of());
    }

    /** The finding, which names the archive. */
    Diagnostic about(String file) {
        var all = new HashMap<>(facts);
        all.put("file", file);
        all.put("reason", getMessage());
        return Diagnostic.of(problem, severity()).with(BoundedText.facts(all));
    }

    private Severity severity() {
        return switch (problem) {
            case DISABLED -> Severity.INFO;
            // The one that was there first works.
            case DUPLICATE, NO_DIAGNOSIS, SETTING_INVALID -> Severity.WARNING;
            case FOLDER_UNREADABLE, NOT_A_PLUGIN, INCOMPATIBLE, NOT_PINNED, NO_AUTHENTICATOR, PLUGIN_FAILED ->
                Severity.BLOCKING;
        };
    }
}
