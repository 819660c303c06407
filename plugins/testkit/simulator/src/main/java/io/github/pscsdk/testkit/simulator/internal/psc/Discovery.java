package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Origin;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.model.Drift;
import io.github.pscsdk.testkit.simulator.internal.page.Site;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The discovery documents, as recorded (pro-sante-connect, section 1). They name some addresses that are not offered.
 */
final class Discovery {
    private static final String NEW_NAME = "//localhost:";

    private Discovery() {}

    static void on(Origin auth, Site site, URI issuer, URI authorizationEndpoint, Dials dials) {
        var realm = issuer.getPath();
        var usual = document(issuer, authorizationEndpoint);
        // The same addresses under another name of the same machine.
        var renamed = usual.replace("//" + issuer.getHost() + ":", NEW_NAME);
        auth.route(
                Endpoint.DISCOVERY,
                realm + "/.well-known/wallet-openid-configuration",
                request -> Reply.json(200, dials.is(Dial.DRIFT, Drift.RENAMED_HOST) ? renamed : usual),
                "GET");
        addStandard(auth, site, issuer, realm + "/protocol/openid-connect/auth");
    }

    private static String document(URI issuer, URI authorizationEndpoint) {
        try (var in = Discovery.class.getResourceAsStream("discovery.json")) {
            // Our own URIs hold nothing that JSON would have to escape.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{authorization_endpoint}", authorizationEndpoint.toString())
                    .replace("{issuer}", issuer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("discovery.json cannot be read", e);
        }
    }

    /** The standard document, which leads to an error page. */
    private static void addStandard(Origin auth, Site site, URI issuer, String wrongLoginPage) {
        var document = Reply.json(200, document(issuer, auth.base().resolve(wrongLoginPage)));
        auth.route(
                Endpoint.STANDARD_DISCOVERY,
                issuer.getPath() + "/.well-known/openid-configuration",
                request -> document,
                "GET");
        auth.route(
                Endpoint.STANDARD_AUTHORIZATION,
                wrongLoginPage,
                request -> site.show(request, page -> page.message(400, "message.trap")),
                "GET");
    }
}
