package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Which versions of the contract plug-ins take ({@code Plugin-Requires}). For one thread at a time. */
public final class ContractRange {
    private static final VersionManager VERSIONS = new DefaultVersionManager();
    // PF4J's parser calls itself for each bracket, and 60,000 of them end the stack after seconds. A range of two
    // bounds has 20.
    private static final int MOST_CHARACTERS = 100;
    // To PF4J a bare version means "or any later one".
    private static final Pattern BARE = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    // No contract will ever have this version: a range that includes it has no upper bound.
    private static final String BEYOND = "1000000.0.0";

    private final String contract;
    /** Most plug-ins state the same one, which need not be parsed for each. */
    private final Set<String> fitting = new HashSet<>();

    public ContractRange(String contract) {
        this.contract = contract;
    }

    /** Refuses a plug-in that states no range, an open one, or one without the contract. */
    public void check(PluginManifest manifest) throws Refusal {
        var known = manifest.requires();
        if (known.filter(fitting::contains).isPresent()) {
            return;
        }
        var facts = new HashMap<>(manifest.facts());
        facts.put("contract", contract);
        var requires =
                known.orElseThrow(() -> new Refusal(PluginProblem.INCOMPATIBLE, "has no Plugin-Requires", facts));
        facts.put("requires", requires);
        if (requires.length() > MOST_CHARACTERS) {
            throw unreadable(facts);
        }
        try {
            if (BARE.matcher(requires).matches() || VERSIONS.checkVersionConstraint(BEYOND, requires)) {
                throw new Refusal(PluginProblem.INCOMPATIBLE, "states no upper bound in Plugin-Requires", facts);
            }
            if (!VERSIONS.checkVersionConstraint(contract, requires)) {
                throw new Refusal(PluginProblem.INCOMPATIBLE, "was made for another version of the contract", facts);
            }
            fitting.add(requires);
        } catch (RuntimeException | StackOverflowError e) {
            throw unreadable(facts);
        }
    }

    private static Refusal unreadable(Map<String, String> facts) {
        return new Refusal(PluginProblem.INCOMPATIBLE, "has an unreadable Plugin-Requires", facts);
    }
}
