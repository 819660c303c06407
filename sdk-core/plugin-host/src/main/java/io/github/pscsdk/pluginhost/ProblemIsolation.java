package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;

/** How an authenticator's problems and exceptions leave this package: as they are, or as copies in classes of the host. */
enum ProblemIsolation {
    /** For the application's own authenticator: it gets its own enum constants and causes back. */
    SHARED {
        @Override
        Problem problem(Problem original) {
            return original;
        }

        @Override
        PscException failure(PscException original) {
            return original;
        }

        @Override
        Throwable cause(Throwable original) {
            return original;
        }
    },

    /** For an authenticator from an archive: only classes that are still there once it is unloaded. */
    ISOLATED {
        @Override
        Problem problem(Problem original) {
            var isOfContract = original instanceof LoginProblem || original instanceof PluginProblem;
            return isOfContract ? original : ProblemCopy.copy(original);
        }

        @Override
        PscException failure(PscException original) {
            var problem = original.problem();
            if (problem(problem) == problem && original.getCause() == null) {
                return original;
            }
            var cause = original.getCause() == null ? null : ThrowableCopy.copy(original.getCause());
            return new PscException(problem(problem), detail(original), original.facts(), cause);
        }

        @Override
        Throwable cause(Throwable original) {
            return ThrowableCopy.copy(original);
        }
    };

    abstract Problem problem(Problem original);

    abstract PscException failure(PscException original);

    abstract Throwable cause(Throwable original);

    Diagnostic finding(Diagnostic original) {
        return Diagnostic.of(problem(original.problem()), original.severity()).with(original.facts());
    }

    /** The message without the code and the name that {@link PscException} puts before it. */
    private static String detail(PscException original) {
        var prefix = original.problem().code() + " " + original.problem().name() + ": ";
        var message = original.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }
}
