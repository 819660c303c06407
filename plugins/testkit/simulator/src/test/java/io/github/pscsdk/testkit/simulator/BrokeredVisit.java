package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A professional's browser at software that logs people in by a {@link KeycloakBroker}. */
final class BrokeredVisit {
    private static final int MOST_REDIRECTS = 20;
    private static final Pattern INPUT = Pattern.compile("<input[^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager() {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            // As browsers do on loopback, where they take http for secure.
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    };
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final KeycloakBroker keycloak;

    BrokeredVisit(KeycloakBroker keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Where a visit ended.
     *
     * @param status of the page, or 0 at the software's address
     */
    record Place(URI address, int status, String html) {
        Map<String, String> parameters() {
            assertTrue(status == 0, () -> "a page with status " + status + " at " + address.getPath() + "\n" + html);
            return BrowserLogin.parameters(address);
        }
    }

    /** Asks Keycloak for a login by Pro Santé Connect. */
    Place begin() throws Exception {
        return open(keycloak.at("/protocol/openid-connect/auth?"
                + Caller.encoded(Caller.fields(
                        "client_id", KeycloakBroker.SOFTWARE,
                        "redirect_uri", KeycloakBroker.SOFTWARE_RETURN.toString(),
                        "response_type", "code",
                        "scope", "openid",
                        "state", "the software's state",
                        "kc_idp_hint", "psc"))));
    }

    /** Logs in for the first time: Keycloak asks for the mail address, which Pro Santé Connect does not know. */
    JsonNode logInForTheFirstTime() throws Exception {
        return exchange(complete(begin()));
    }

    /** Logs in again, with no page on the way. */
    JsonNode logIn() throws Exception {
        return exchange(begin());
    }

    /** Fills in the mail address on Keycloak's page after a first login. */
    Place complete(Place page) throws Exception {
        var form = new LinkedHashMap<String, String>();
        INPUT.matcher(page.html()).results().forEach(input -> form.put(input.group(1), input.group(2)));
        assertTrue(form.containsKey("email"), page::html);
        form.put("email", UUID.randomUUID() + "@example.test");
        var action =
                Visitor.find(page.html(), "<form[^>]*\\saction=\"([^\"]+)\"").get(0);
        return follow(send(HttpRequest.newBuilder(page.address().resolve(action.replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Caller.encoded(form)))));
    }

    /** What the software gets for the code: Keycloak's tokens. */
    private JsonNode exchange(Place place) throws Exception {
        var parameters = place.parameters();
        assertTrue("the software's state".equals(parameters.get("state")), parameters::toString);
        return token(
                        "grant_type", "authorization_code",
                        "code", parameters.get("code"),
                        "redirect_uri", KeycloakBroker.SOFTWARE_RETURN.toString())
                .assertOk()
                .json();
    }

    /** Whether Keycloak's session lives, as the software sees it. */
    boolean isLoggedIn(JsonNode tokens) throws Exception {
        return token(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.get("refresh_token").asText())
                        .status()
                == 200;
    }

    /** From server to server. */
    private Answer token(String... fields) throws Exception {
        var form = Caller.fields(fields);
        form.put("client_id", KeycloakBroker.SOFTWARE);
        form.put("client_secret", KeycloakBroker.SOFTWARE_SECRET);
        var request = HttpRequest.newBuilder(keycloak.at("/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofMinutes(1))
                .POST(BodyPublishers.ofString(Caller.encoded(form)));
        return new Answer(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()));
    }

    /** The address that the software sends the browser to for a logout. */
    URI logout(JsonNode tokens) {
        return keycloak.at("/protocol/openid-connect/logout?"
                + Caller.encoded(Caller.fields(
                        "id_token_hint",
                        tokens.get("id_token").asText(),
                        "post_logout_redirect_uri",
                        KeycloakBroker.SOFTWARE_RETURN.toString(),
                        "state",
                        "bye")));
    }

    /** Forgets Keycloak, but not Pro Santé Connect: as another server in the same browser. */
    void forgetKeycloak() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getPath().startsWith(keycloak.at("").getPath()))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    Place open(URI uri) throws Exception {
        return follow(step(uri));
    }

    /** One request: a page or a redirect. */
    HttpResponse<String> step(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri));
    }

    static URI next(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private Place follow(HttpResponse<String> first) throws Exception {
        var answer = first;
        for (var redirects = 0; redirects < MOST_REDIRECTS && answer.statusCode() / 100 == 3; redirects++) {
            var next = next(answer);
            if (next.toString().startsWith(KeycloakBroker.SOFTWARE_RETURN.toString())) {
                return new Place(next, 0, "");
            }
            answer = step(next);
        }
        return new Place(answer.uri(), answer.statusCode(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(
                request.header("Accept", "text/html")
                        .header("Accept-Language", "en")
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
    }
}
