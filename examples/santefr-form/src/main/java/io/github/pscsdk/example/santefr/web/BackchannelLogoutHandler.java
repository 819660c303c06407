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
final class BackchannelLogoutHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(BackchannelLogoutHandler.class);

    private final RelyingParty relyingParty;

    BackchannelLogoutHandler(RelyingParty relyingParty) {
        this.relyingParty = relyingParty;
    }

    @Override
    public void handle(Context context) {
        context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        RequestBody.read(context, FormFields.SHORT, body -> accept(context, FormFields.of(body)));
    }

    private void accept(Context context, FormFields form) {
        try {
            RelyingParty.await(() ->
                    relyingParty.acceptLogoutToken(form.get("logout_token").orElse("")));
            context.status(200);
        } catch (PscException e) {
            LOG.info("a reported logout fails: {}", e.problem().code());
            fail(context, e.problem() == LoginProblem.LOGOUT_TOKEN_REJECTED ? "invalid_request" : "server_error");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(context, "server_error");
        }
    }

    /** Every failure is a 400, as §2.8 says; the codes are those of RFC 6749. */
    private static void fail(Context context, String error) {
        context.status(400).contentType("application/json").result("{\"error\":\"" + error + "\"}");
    }
}
