package io.github.pscsdk.relyingparty.internal.endpoint;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;

/**
 * Explains {@code unknown_user_id}: PSC does not know whom it should ask. It has this one error for everybody, whether the identifier is wrong, the person not
 * in the directory, or the e-CPS never activated or expired; the shape of the identifier tells what else may help.
 */
final class UnknownUserId {
    private final Environment environment;

    UnknownUserId(Environment environment) {
        this.environment = environment;
    }

    /** The same failure, by its closest name; any other one as it is. */
    PscException named(PscException failure, NationalId asked) {
        if (failure.problem() != LoginProblem.UNKNOWN_PROFESSIONAL) {
            return failure;
        }
        var problem = problem(asked.value());
        return problem == failure.problem() ? failure : new PscException(problem, failure.getMessage(), failure);
    }

    private LoginProblem problem(String asked) {
        if (environment == Environment.PRODUCTION
                && PscProfile.TEST_IDENTITY.matcher(asked).matches()) {
            return LoginProblem.TEST_IDENTITY_IN_PRODUCTION;
        }
        return PscProfile.ADELI_NUMBER.matcher(asked).matches()
                ? LoginProblem.UNKNOWN_ADELI_NUMBER
                : LoginProblem.UNKNOWN_PROFESSIONAL;
    }
}
