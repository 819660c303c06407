package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.diagnostic.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The problems that an author has defined. */
final class OwnProblems {
    private OwnProblems() {}

    /** Those that the author names and those that a run has met; of an enum all constants. */
    static Set<Problem> of(AuthenticatorUnderTest test, ContractRun run) {
        var own = new LinkedHashSet<Problem>();
        Stream.concat(test.problems().stream(), run.authenticators().stream().flatMap(ObservedAuthenticator::problems))
                .filter(problem -> !isOfContract(problem))
                .forEach(problem -> own.addAll(withBrothers(problem)));
        return own;
    }

    private static boolean isOfContract(Problem problem) {
        return problem.getClass().getPackage().equals(Problem.class.getPackage());
    }

    private static Set<Problem> withBrothers(Problem problem) {
        var all = new LinkedHashSet<Problem>(Set.of(problem));
        if (problem instanceof Enum<?> constant) {
            for (var brother : constant.getDeclaringClass().getEnumConstants()) {
                all.add((Problem) brother);
            }
        }
        return all;
    }
}
