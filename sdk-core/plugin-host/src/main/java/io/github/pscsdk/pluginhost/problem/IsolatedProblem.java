package io.github.pscsdk.pluginhost.problem;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a host is told of a plug-in's problem.
 *
 * @param problem a constant of the contract, or a copy
 * @param unusable why it is {@code PLUGIN_FAILED} instead of what the plug-in said
 */
record IsolatedProblem(Problem problem, Optional<String> unusable) {

    public static IsolatedProblem of(Problem original) {
        if (isOfContract(original)) {
            return new IsolatedProblem(original, Optional.empty());
        }
        try {
            return new IsolatedProblem(ProblemCopy.copy(original), Optional.empty());
        } catch (ProblemCopy.Unusable e) {
            return new IsolatedProblem(PluginProblem.PLUGIN_FAILED, Optional.of(e.getMessage()));
        }
    }

    /** Of a health check, which speaks of the plug-in alone: what is wrong elsewhere, the engine finds out by itself. */
    static IsolatedProblem ofFinding(Problem original) {
        // In the tests of an author all classes have one loader.
        var isOfSdk =
                isOfContract(original) && original.getClass().getPackageName().equals(Problem.class.getPackageName());
        return isOfSdk
                ? new IsolatedProblem(
                        PluginProblem.PLUGIN_FAILED, Optional.of("a finding has a code of the SDK, " + original.code()))
                : of(original);
    }

    /** The plug-in's facts within bounds, and {@code reason} if the problem is not its own any more. */
    public Map<String, String> facts(Map<String, String> original) {
        // A deserialized exception has none.
        var facts = new HashMap<>(original == null ? Map.of() : BoundedText.facts(original));
        unusable.ifPresent(reason -> facts.put("reason", reason));
        return facts;
    }

    /** The message without the code and the name that {@link PscException} puts before it. */
    String detail(PscException original) {
        if (unusable.isPresent()) {
            return "its problem cannot be used: " + unusable.get();
        }
        var prefix = problem.code() + " " + problem.name() + ": ";
        var message = original.getMessage();
        return BoundedText.line(
                message.startsWith(prefix) ? message.substring(prefix.length()) : message,
                BoundedText.MOST_VALUE_CHARACTERS);
    }

    /** Only an enum: a plug-in can make a proxy whose class is of the contract's loader. */
    private static boolean isOfContract(Problem original) {
        return original instanceof Enum<?> constant
                && constant.getDeclaringClass().getClassLoader() == Problem.class.getClassLoader();
    }
}
