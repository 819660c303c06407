package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Pro Santé Connect reports that a session of its own has ended (OpenID Connect Back-Channel Logout 1.0, §2.5 to
 * §2.8). It needs neither a cookie nor the token of a form: what is posted is signed, and good for once.
 */
final class LogoutReports implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutReports.class);

    private final RelyingParty relyingParty;

    LogoutReports(RelyingParty relyingParty) {
        this.relyingParty = relyingParty;
    }

    @Override
    public void handle(Context context) {
        context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        try {
            RelyingParty.await(relyingParty.acceptLogoutToken(
                    FormFields.of(context, FormFields.SHORT).get("logout_token").orElse("")));
            context.status(200);
        } catch (PscException e) {
            LOG.info("a reported logout fails: {}", e.problem().code());
            fail(context, e.problem() == LoginProblem.LOGOUT_TOKEN_REJECTED ? "invalid_request" : "server_error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(context, "server_error");
        }
    }

    /** With status 400 for whatever reason, as §2.8 has it; the codes are those of RFC 6749. */
    private static void fail(Context context, String error) {
        context.status(400).contentType("application/json").result("{\"error\":\"" + error + "\"}");
    }
}
