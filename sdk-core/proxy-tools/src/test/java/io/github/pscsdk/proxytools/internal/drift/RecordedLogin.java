package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A login as an operator may have recorded it: what the token endpoint and UserInfo answered, byte by byte. */
final class RecordedLogin {
    static final String CLIENT = "editeur-demo";
    static final String SECRET = "a fictitious secret";
    static final URI REDIRECT = URI.create("http://localhost/connexion/retour");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RecordedLogin() {}

    static String tokens(PscSimulator simulator) throws IOException, InterruptedException {
        var page = URI.create(simulator.authorizationEndpoint() + "?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", CLIENT,
                        "redirect_uri", REDIRECT.toString(),
                        "scope", "openid scope_all",
                        "acr_values", "eidas1",
                        "state", "state-of-the-test",
                        "nonce", "nonce-of-the-test")));
        var location = send(HttpRequest.newBuilder(page))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return send(HttpRequest.newBuilder(URI.create(simulator.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                first("[?&]code=([^&]+)", location),
                                "redirect_uri",
                                REDIRECT.toString(),
                                "client_id",
                                CLIENT,
                                "client_secret",
                                SECRET)))))
                .body();
    }

    static String idToken(PscSimulator simulator) throws IOException, InterruptedException {
        return first("\"id_token\":\\s*\"([^\"]+)\"", tokens(simulator));
    }

    static String userInfo(PscSimulator simulator) throws IOException, InterruptedException {
        var token = first("\"access_token\":\\s*\"([^\"]+)\"", tokens(simulator));
        return send(HttpRequest.newBuilder(URI.create(simulator.issuer() + "/protocol/openid-connect/userinfo"))
                        .header("Authorization", "Bearer " + token))
                .body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError("the simulator answered something else");
        }
        return found.group(1);
    }
}
