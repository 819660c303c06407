package io.github.pscsdk.proxytools.internal.conformity.probe;

import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.CALLBACK_NONCE;
import static io.github.pscsdk.proxytools.internal.conformity.obligation.Check.REDIRECT_ACCEPTED;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check.Prerequisite;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Opens the login page of the simulator as a browser does, and comes back: once as it should be, once with a wrong nonce. */
final class BrowserLoginProbe {
    private final RunningProxy proxy;
    private final Simulator simulator;

    BrowserLoginProbe(RunningProxy proxy, Simulator simulator) {
        this.proxy = proxy;
        this.simulator = simulator;
    }

    List<Finding> findings() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        try {
            var page = proxy.open(login);
            // A page asks a person. A redirect, even with an error, has taken the redirect URI (RFC 6749, 4.1.2.1).
            var accepted = page.status() == 200 || page.location().isPresent();
            return List.of(Finding.of(REDIRECT_ACCEPTED, accepted), nonce(page));
        } finally {
            proxy.cancel(login.id());
        }
    }

    private Finding nonce(HttpCalls.Reply page) throws IOException, InterruptedException {
        var back = page.location()
                .filter(uri -> new QueryParameters(uri).get("code").isPresent());
        if (back.isEmpty()) {
            return Finding.unseen(
                    CALLBACK_NONCE, page.status() == 200 ? Prerequisite.AUTOMATIC_ANSWERS : Prerequisite.ANSWER);
        }
        // Only where a right nonce is let through does a refusal say anything.
        return comeBack(back.get()).status() == 200
                ? Finding.of(CALLBACK_NONCE, isWrongNonceRefused())
                : Finding.unseen(CALLBACK_NONCE, Prerequisite.ANSWER);
    }

    private boolean isWrongNonceRefused() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        simulator.sendWrongNonces();
        try {
            var back = proxy.open(login).location();
            return comeBack(back.orElseThrow(() -> new IOException("the login page leads nowhere")))
                            .status()
                    != 200;
        } finally {
            simulator.sendRightNonces();
            proxy.cancel(login.id());
        }
    }

    /** To the proxy where it is reached from here, whatever its public address. */
    private HttpCalls.Reply comeBack(URI callback) throws IOException, InterruptedException {
        return proxy.anybody().get("/v1/callback?" + callback.getRawQuery());
    }
}
