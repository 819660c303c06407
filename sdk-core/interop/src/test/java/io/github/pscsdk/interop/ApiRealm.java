package io.github.pscsdk.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ApiToken;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The authorization server of another target API: a realm of its own, which knows Pro Santé Connect as the identity provider {@code psc}
 * and asks its UserInfo whose an access token is. It takes PSC's tokens by the name {@code subject_issuer=psc}, as the server of ANS's own
 * proxy does.
 */
final class ApiRealm {
    static final String NAME = "api-fictive";
    static final String CLIENT = "editeur-api";
    static final String WITHOUT_PERMISSION = "editeur-sans-droit";
    static final String SECRET = "a fictitious secret at the API";

    private static final String PSC = "/psc-for-the-api";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger questions = new AtomicInteger();
    private final URI keycloak;
    private final Relay relay;

    private ApiRealm(URI keycloak, Relay relay) {
        this.keycloak = keycloak;
        this.relay = relay;
    }

    /** How the realm reaches Pro Santé Connect: in the clear on this machine, and with the public address that tokens name. */
    static URI psc(LoopbackServer host) {
        return host.address().resolve(PSC);
    }

    /** Lets it ask, and one of its clients exchange. */
    static ApiRealm open(URI keycloak, Relay relay, LoopbackServer host, KeycloakAdmin admin)
            throws IOException, InterruptedException {
        var realm = new ApiRealm(keycloak, relay);
        host.serve(PSC + "/userinfo", realm::userInfo);
        admin.permitExchange(NAME, "psc", CLIENT);
        return realm;
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        var given = relay.send(exchange, Front.REALM + "/protocol/openid-connect/userinfo", new byte[0]);
        Relay.answer(exchange, given, given.body());
    }

    /** How often it has asked Pro Santé Connect whose a token is: once for each exchange. */
    int questions() {
        return questions.get();
    }

    ApiAudience audience(String client) {
        return ApiAudience.of(
                NAME,
                endpoint("token"),
                ApiClientRegistration.of(client, ClientAuthentication.clientSecretBasic(SECRET)));
    }

    private URI endpoint(String name) {
        return URI.create(keycloak + "/realms/" + NAME + "/protocol/openid-connect/" + name);
    }

    /** What it says of a token, as the API would ask (RFC 7662). */
    JsonNode introspect(ApiToken token) throws IOException, InterruptedException {
        var form = "client_id=" + CLIENT + "&client_secret=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)
                + "&token=" + token.reveal();
        var request = HttpRequest.newBuilder(endpoint("token/introspect"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
