package io.github.pscsdk.interop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;

/**
 * What makes Keycloak look like Pro Santé Connect from outside: the discovery document under PSC's own name, with a login page on another
 * host, which leads on to Keycloak's. The issuer, every other member and every other answer are Keycloak's own.
 */
final class Front {
    static final String REALM = "/auth/realms/" + KeycloakLaunch.REALM;
    private static final String PSC_NAME = REALM + "/.well-known/wallet-openid-configuration";
    private static final String STANDARD_NAME = REALM + "/.well-known/openid-configuration";
    private static final String LOGIN_PAGE = "/auth";

    private final ObjectMapper json = new ObjectMapper();
    private final Relay relay;
    private final URI host;
    private final URI loginHost;

    private Front(Relay relay, URI host, URI loginHost) {
        this.relay = relay;
        this.host = host;
        this.loginHost = loginHost;
    }

    static Front open(Relay relay, LoopbackServer host, LoopbackServer loginHost) {
        var front = new Front(relay, host.address(), loginHost.address());
        host.serve("/", front::handOn).serve(PSC_NAME, front::discovery);
        loginHost.serve(LOGIN_PAGE, front::leadOn);
        return front;
    }

    /** As Keycloak writes it. */
    URI issuer() {
        return host.resolve(REALM);
    }

    /** On another host than the issuer. */
    URI authorizationEndpoint() {
        return loginHost.resolve(LOGIN_PAGE);
    }

    private void handOn(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var given = relay.send(exchange, exchange.getRequestURI().toString(), body);
        Relay.answer(exchange, given, given.body());
    }

    private void discovery(HttpExchange exchange) throws IOException {
        var given = relay.send(exchange, STANDARD_NAME, new byte[0]);
        var document = (ObjectNode) json.readTree(given.body());
        document.put("authorization_endpoint", authorizationEndpoint().toString());
        Relay.answer(exchange, given, json.writeValueAsBytes(document));
    }

    private void leadOn(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        exchange.getResponseHeaders().add("Location", issuer() + "/protocol/openid-connect/auth?" + query);
        exchange.sendResponseHeaders(302, -1);
    }
}
