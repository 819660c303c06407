package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of the simulator that does nothing by itself: each test says what is sent. */
final class Caller {
    static final String ID = "editeur-demo";
    static final String SECRET = "s3cret: +%é&=";
    static final URI REDIRECT = URI.create("https://editeur.example.invalid/retour?source=psc");
    static final URI POST_LOGOUT = URI.create("https://editeur.example.invalid/adieu");

    private final PscSimulator simulator;
    private final HttpClient http;

    Caller(PscSimulator simulator) {
        this(simulator, HttpClient.newHttpClient());
    }

    Caller(PscSimulator simulator, HttpClient http) {
        this.simulator = simulator;
        this.http = http;
    }

    static SimulatedClient registration() {
        return SimulatedClient.withSecret(ID, SECRET).withRedirectUri(REDIRECT).withPostLogoutUri(POST_LOGOUT);
    }

    /** Form fields in order, from names and values in turn. */
    static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String basic(String id, String secret) {
        var joined = encode(id) + ":" + encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    URI endpoint(String path) {
        return URI.create(simulator.issuer() + "/protocol/openid-connect/" + path);
    }

    /** Posts a form as the registered client, by client_secret_basic. */
    Answer post(String path, Map<String, String> fields) throws Exception {
        return post(endpoint(path), basic(ID, SECRET), encoded(fields));
    }

    Answer post(URI uri, String authorization, String form) throws Exception {
        var request = request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    /** Sends the form of a page as a browser does. */
    Answer sendForm(URI uri, Map<String, String> fields, String... headers) throws Exception {
        return send(request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    Answer get(URI uri, String... headers) throws Exception {
        var request = request(uri);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** A back-channel request in order. */
    static Map<String, String> backchannel(String nationalId) {
        return fields(
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "login_hint", nationalId,
                "binding_message", "07",
                "channel", "MOBILE");
    }

    Answer start(String nationalId) throws Exception {
        return post("ext/ciba/auth", backchannel(nationalId));
    }

    Answer poll(String authReqId) throws Exception {
        return post("token", fields("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", authReqId));
    }

    Answer refresh(String refreshToken) throws Exception {
        return post("token", fields("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Answer userInfo(String accessToken) throws Exception {
        return get(endpoint("userinfo"), "Authorization", "Bearer " + accessToken);
    }

    Answer introspect(String token) throws Exception {
        return post("token/introspect", fields("token", token));
    }
}
