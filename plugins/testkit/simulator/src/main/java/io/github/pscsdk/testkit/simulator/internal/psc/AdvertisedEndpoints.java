package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.oauth.Clients;

/**
 * What the discovery document advertises because Keycloak does, and what Pro Santé Connect is not known to offer to anybody
 * (pro-sante-connect, section 1). The answers are a guess: Keycloak's to a client without the right.
 */
final class AdvertisedEndpoints {
    private AdvertisedEndpoints() {}

    static void on(Origin auth, String realm, Clients clients) {
        var protocol = realm + "/protocol/openid-connect";
        route(auth, protocol + "/ext/par/request", notEnabled(clients, "Pushed authorization requests"), "POST");
        route(auth, protocol + "/auth/device", notEnabled(clients, "The device flow"), "POST");
        route(
                auth,
                realm + "/clients-registrations/openid-connect",
                request -> {
                    throw new OAuthErrorException(403, "insufficient_scope", "ANS registers clients");
                },
                "POST");
        route(
                auth,
                protocol + "/login-status-iframe.html",
                request -> Reply.page(200, "Session inconnue. Unknown session."),
                "GET");
    }

    private static void route(Origin auth, String path, Handler handler, String method) {
        auth.route(Endpoint.ADVERTISED, path, handler, method);
    }

    private static Handler notEnabled(Clients clients, String what) {
        return request -> {
            clients.authenticate(request);
            throw OAuthErrorException.of("unauthorized_client", what + ": not enabled for this client");
        };
    }
}
