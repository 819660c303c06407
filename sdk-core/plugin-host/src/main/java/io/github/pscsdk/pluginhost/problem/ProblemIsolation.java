package io.github.pscsdk.pluginhost.problem;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.List;
import java.util.Set;

/** How an authenticator's problems and exceptions leave this package: as they are, or as copies in classes of the host. */
public enum ProblemIsolation {
    /** For the application's own authenticator: it gets its own enum constants and causes back. */
    SHARED {
        @Override
        public Problem problem(Problem original) {
            return original;
        }

        @Override
        public PscException failure(PscException original) {
            return original;
        }

        @Override
        public Throwable cause(Throwable original) {
            return original;
        }

        @Override
        public Diagnostic finding(Diagnostic original) {
            return original;
        }
    },

    /**
     * For an authenticator from an archive: only classes that are still there once it is unloaded, and nothing without bounds.
     * A problem that cannot be copied is {@code PLUGIN_FAILED}, whose fact {@code reason} says why.
     */
    ISOLATED {
        @Override
        public Problem problem(Problem original) {
            return IsolatedProblem.of(original).problem();
        }

        @Override
        public PscException failure(PscException original) {
            var told = IsolatedProblem.of(original.problem());
            var failure = new PscException(
                    told.problem(),
                    told.detail(original),
                    told.facts(original.facts()),
                    original.getCause() == null ? null : ThrowableCopy.copy(original.getCause()));
            failure.setStackTrace(ThrowableCopy.frames(original));
            return failure;
        }

        @Override
        public Throwable cause(Throwable original) {
            return ThrowableCopy.copy(original);
        }

        @Override
        public Diagnostic finding(Diagnostic original) {
            var told = IsolatedProblem.ofFinding(original.problem());
            var facts = told.facts(original.facts());
            // By these the engine tells what a finding is about: no plug-in accuses another one.
            facts.keySet().removeAll(Set.of("file", "plugin", "authenticator"));
            return Diagnostic.of(told.problem(), original.severity()).with(facts);
        }
    };

    // A host shows them all, and the examinations of the SDK itself find a dozen.
    private static final int MOST_FINDINGS = 64;

    public abstract Problem problem(Problem original);

    public abstract PscException failure(PscException original);

    public abstract Throwable cause(Throwable original);

    public abstract Diagnostic finding(Diagnostic original);

    /** The first findings of a list, which may be of a plug-in's own class: it may throw anything. */
    public List<Diagnostic> findings(List<Diagnostic> original) {
        return original.stream().limit(MOST_FINDINGS).map(this::finding).toList();
    }
}
