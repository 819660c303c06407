package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;

/** When the next authenticator of a request is tried. */
final class Fallback {
    private Fallback() {}

    /**
     * Whether the problem means that an authenticator is unavailable here and now. An unreachable server half is none:
     * the next authenticator would need it just as much.
     */
    static boolean isAllowedAfter(Problem problem) {
        return problem == PluginProblem.PLUGIN_FAILED
                || problem.party() == Party.WORKSTATION && problem != LoginProblem.SERVER_HALF_UNREACHABLE;
    }
}
