package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.LoginDialog;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.workstation.internal.http.LoginCalls;
import java.time.Instant;

/**
 * One authenticator's turn in a login, and the surroundings in which it is taken.
 *
 * @param surroundings what every login needs
 * @param request what the caller asked for
 * @param authenticatorId whose turn
 * @param number of the attempt, for the log
 * @param deadline of the whole login
 * @param required the means that the host insists on
 */
record Turn(
        Surroundings surroundings,
        LoginRequest request,
        String authenticatorId,
        long number,
        Instant deadline,
        RequiredMeans required) {

    /** The server half, as a login with this deadline asks it. */
    LoginCalls server() {
        return surroundings.server().logins(deadline);
    }

    Progress progress() {
        return new Progress(number, request.progress(), deadline);
    }

    LoginDialog dialog(HostSide hostSide) {
        return new AttemptDialog(number, request.dialog(), hostSide);
    }
}
