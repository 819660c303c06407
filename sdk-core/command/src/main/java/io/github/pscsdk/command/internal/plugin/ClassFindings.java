package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.problem.BoundedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One finding for all classes of which the same is to be said. */
final class ClassFindings {
    /** As many as are named; the rest is counted. */
    private static final int MOST_NAMED = 5;

    private static final int MOST_CHARACTERS = 100;

    private record Said(VerificationProblem problem, Severity severity) implements Comparable<Said> {
        @Override
        public int compareTo(Said other) {
            return problem == other.problem ? severity.compareTo(other.severity) : problem.compareTo(other.problem);
        }
    }

    private final Map<Said, Map<String, Optional<String>>> all = new TreeMap<>();
    private final Map<Said, Integer> javaNeeded = new TreeMap<>();

    void add(VerificationProblem problem, Severity severity, String className) {
        add(problem, severity, className, Optional.empty());
    }

    void add(VerificationProblem problem, Severity severity, String className, Optional<String> usedBy) {
        all.computeIfAbsent(new Said(problem, severity), said -> new TreeMap<>())
                .put(className, usedBy);
    }

    void addNewer(String className, int java) {
        add(VerificationProblem.NEWER_JAVA, Severity.BLOCKING, className);
        javaNeeded.merge(new Said(VerificationProblem.NEWER_JAVA, Severity.BLOCKING), java, Math::max);
    }

    /** In the order of the codes. */
    List<Diagnostic> diagnostics() {
        var diagnostics = new ArrayList<Diagnostic>();
        all.forEach((said, classes) -> {
            var finding = Diagnostic.of(said.problem, said.severity).with("classes", names(classes));
            var usedBy = classes.values().iterator().next();
            if (usedBy.isPresent()) {
                finding = finding.with("usedBy", BoundedText.line(usedBy.get(), MOST_CHARACTERS));
            }
            if (javaNeeded.containsKey(said)) {
                finding = finding.with("javaNeeded", Integer.toString(javaNeeded.get(said)));
            }
            diagnostics.add(finding);
        });
        return List.copyOf(diagnostics);
    }

    private static String names(Map<String, Optional<String>> classes) {
        var named = classes.keySet().stream()
                .limit(MOST_NAMED)
                .map(name -> BoundedText.line(name, MOST_CHARACTERS))
                .collect(Collectors.joining(", "));
        return classes.size() <= MOST_NAMED ? named : named + ", … (" + classes.size() + ")";
    }
}
