package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;

/** What of an authenticator's findings and failures may leave this package. */
enum Isolation {
    /** An authenticator of the application's own: it sees its own enum constants and causes again. */
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

    /** An authenticator from an archive: only classes that outlive it. */
    ISOLATED {
        @Override
        Problem problem(Problem original) {
            var isOfContract = original instanceof LoginProblem || original instanceof PluginProblem;
            return isOfContract ? original : ForeignProblem.copy(original);
        }

        @Override
        PscException failure(PscException original) {
            var problem = original.problem();
            if (problem(problem) == problem && original.getCause() == null) {
                return original;
            }
            var cause = original.getCause() == null ? null : ForeignFailure.copy(original.getCause());
            return new PscException(problem(problem), detail(original), cause);
        }

        @Override
        Throwable cause(Throwable original) {
            return ForeignFailure.copy(original);
        }
    };

    abstract Problem problem(Problem original);

    abstract PscException failure(PscException original);

    abstract Throwable cause(Throwable original);

    Diagnostic finding(Diagnostic original) {
        return new Diagnostic(problem(original.problem()), original.severity(), original.facts());
    }

    /** The message without the code and the name that {@link PscException} puts before it. */
    private static String detail(PscException original) {
        var prefix = original.problem().code() + " " + original.problem().name() + ": ";
        var message = original.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }
}
