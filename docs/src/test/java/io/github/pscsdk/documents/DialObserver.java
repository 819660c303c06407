package io.github.pscsdk.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client that asks one simulator the same things again and again, with one dial turned at a time. */
final class DialObserver implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLIENT = "service";
    private static final String OTHER = "other";
    private static final String SECRET = "secret";
    private static final URI RETURN = URI.create("https://service.example.invalid/back");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final VirtualClock clock = VirtualClock.standing();
    private final PscSimulator simulator = PscSimulator.builder()
            .client(registered(CLIENT))
            .client(registered(OTHER))
            .clock(clock)
            .start();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient plain = HttpClient.newHttpClient();
    private HttpClient http = plain;

    /**
     * What a client sees.
     *
     * @param answers what becomes of some requests, most of them odd
     * @param members each member of each document, with its value in words
     */
    record Sight(Map<String, String> answers, Map<String, String> members) {}

    Sight usual() throws Exception {
        http = plain;
        simulator.browserPersona(Personas.PHARMACIST);
        return new Sight(answers(), members());
    }

    Sight with(Dial<?> dial, String value) throws Exception {
        simulator.turn(dial.name(), value);
        try {
            return usual();
        } finally {
            simulator.resetDials();
        }
    }

    private static SimulatedClient registered(String id) {
        return SimulatedClient.withSecret(id, SECRET).withRedirectUri(RETURN).withPostLogoutUri(RETURN);
    }

    private record Answer(int status, String location, String body) {
        JsonNode json() throws Exception {
            return JSON.readTree(body);
        }

        /** The status, and the error that the body or the redirect names. */
        String outcome() throws Exception {
            if (!location.isEmpty()) {
                var query = query(location);
                return query.containsKey("code") ? "a code" : query.getOrDefault("error", "a redirect");
            }
            var error = body.startsWith("{") ? json().path("error").asText() : "";
            return status == 200 ? "taken" : (status + " " + error).strip();
        }
    }

    private Map<String, String> answers() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("login in the browser", login(Map.of()).outcome());
        answers.put(
                "scope without `openid`", login(Map.of("scope", "scope_all")).outcome());
        answers.put("no `acr_values`", login(Map.of("acr_values", "")).outcome());
        answers.put("no `nonce`", login(Map.of("nonce", "")).outcome());
        answers.put(
                "final slash after the login page's address",
                get(simulator.authorizationEndpoint() + "/?" + encoded(browserRequest(Map.of())))
                        .outcome());
        answers.put(
                "`prompt=none` without a session",
                login(Map.of("prompt", "none")).outcome());
        answers.put("back-channel login", start("MOBILE", Map.of()).outcome());
        answers.put(
                "secret twice",
                start("MOBILE", Map.of("client_id", CLIENT, "client_secret", SECRET))
                        .outcome());
        answers.put(
                "wrong secret",
                post(CLIENT, "wrong", endpoint("token"), Map.of()).outcome());
        answers.put("poll", tokens("MOBILE").outcome());
        answers.put(
                "unknown audience of the API",
                exchange(Map.of("audience", "unknown")).outcome());
        answers.put(
                "unknown scope of the API", exchange(Map.of("scope", "unknown")).outcome());
        answers.put("actor token", exchange(Map.of("actor_token", "a.b.c")).outcome());
        answers.put(
                "logout without a hint",
                get(endpoint("logout").toString()).body().contains("<button") ? "a question" : "done at once");
        addLogout(answers);
        addSessions(answers);
        return answers;
    }

    private void addLogout(Map<String, String> answers) throws Exception {
        var tokens = tokens("MOBILE");
        if (tokens.status() != 200) {
            return;
        }
        var hint = Map.of("id_token_hint", tokens.json().path("id_token").asText());
        var back = Map.of("post_logout_redirect_uri", RETURN.toString(), "state", "s");
        var both = new LinkedHashMap<>(hint);
        both.putAll(back);
        var location = get(endpoint("logout") + "?" + encoded(both)).location();
        answers.put("`state` after a logout", location.contains("state=") ? "comes back" : "is lost");
        var access = tokens.json().path("access_token").asText();
        answers.put("UserInfo after a logout", userInfo(access).outcome());
    }

    /** Two clients in one browser. */
    private void addSessions(Map<String, String> answers) throws Exception {
        cookies.getCookieStore().removeAll();
        http = browser;
        var first = query(login(Map.of()).location());
        var second = query(login(Map.of("client_id", OTHER)).location());
        if (!first.containsKey("code") || !second.containsKey("code")) {
            return;
        }
        answers.put(
                "session of a second service in the browser",
                first.get("session_state").equals(second.get("session_state")) ? "the same" : "another one");
        simulator.browserPersona(new NationalId("899999100029"));
        answers.put(
                "another person at `prompt=login`",
                login(Map.of("prompt", "login")).outcome());
        var tokens = redeem(CLIENT, first.get("code"));
        var others = redeem(OTHER, second.get("code"));
        post(
                endpoint("logout"),
                Map.of("id_token_hint", others.json().path("id_token").asText()));
        var refresh = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.json().path("refresh_token").asText());
        answers.put(
                "refresh after a logout at the other service",
                post(endpoint("token"), refresh).outcome());
    }

    private Answer redeem(String client, String code) throws Exception {
        return post(
                client,
                endpoint("token"),
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", RETURN.toString()));
    }

    private Answer userInfo(String access) throws Exception {
        return send(request(endpoint("userinfo")).header("Authorization", "Bearer " + access));
    }

    private Map<String, String> members() throws Exception {
        Map<String, String> members = new TreeMap<>();
        for (var means : new String[] {"MOBILE", "CARD"}) {
            var answer = tokens(means);
            if (answer.status() != 200) {
                continue;
            }
            var tokens = answer.json();
            var by = means.equals("CARD") ? " (card)" : " (e-CPS)";
            add(members, "token response" + by, tokens);
            add(members, "ID token" + by, claims(tokens, "id_token"));
            add(members, "access token" + by, claims(tokens, "access_token"));
            var access = tokens.path("access_token").asText();
            add(members, "UserInfo" + by, userInfo(access).json());
            add(
                    members,
                    "introspection" + by,
                    post(endpoint("token/introspect"), Map.of("token", access)).json());
        }
        var exchanged = exchange(Map.of());
        if (exchanged.status() == 200) {
            add(members, "API's response", exchanged.json());
            add(members, "API's access token", claims(exchanged.json(), "access_token"));
        }
        add(
                members,
                "discovery",
                get(simulator.issuer() + "/.well-known/wallet-openid-configuration")
                        .json());
        return members;
    }

    private static void add(Map<String, String> members, String document, JsonNode node) {
        node.properties()
                .forEach(member -> members.put(document + ": `" + member.getKey() + "`", inWords(member.getValue())));
    }

    private static String inWords(JsonNode value) {
        if (value.isNumber() || value.isBoolean()) {
            return value.isNumber() && value.asLong() > 1_000_000 ? "a time" : value.asText();
        }
        if (value.isContainerNode()) {
            return value.size() + (value.isArray() ? " entries" : " members");
        }
        var text = value.asText();
        if (text.isEmpty()) {
            return "empty";
        }
        var withoutUuid = UUID.matcher(text).replaceAll("UUID");
        return withoutUuid.length() > 60 || withoutUuid.startsWith("http") || withoutUuid.matches("[A-Za-z0-9_-]{20,}")
                ? "a text"
                : withoutUuid;
    }

    private static JsonNode claims(JsonNode tokens, String name) throws Exception {
        return JSON.readTree(
                Base64.getUrlDecoder().decode(tokens.path(name).asText().split("\\.")[1]));
    }

    private Answer login(Map<String, String> changes) throws Exception {
        return get(simulator.authorizationEndpoint() + "?" + encoded(browserRequest(changes)));
    }

    private static Map<String, String> browserRequest(Map<String, String> changes) {
        var request = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", CLIENT,
                "redirect_uri", RETURN.toString(),
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "state", "state",
                "nonce", "nonce"));
        request.putAll(changes);
        return request;
    }

    private Answer start(String means, Map<String, String> changes) throws Exception {
        var form = new LinkedHashMap<>(Map.of(
                "scope", "openid scope_all",
                "acr_values", "eidas1",
                "login_hint", Personas.PHARMACIST.value(),
                "binding_message", "42",
                "channel", means));
        form.putAll(changes);
        return post(endpoint("ext/ciba/auth"), form);
    }

    private Answer tokens(String means) throws Exception {
        var started = start(means, Map.of());
        if (started.status() != 200) {
            return started;
        }
        clock.advance(Duration.ofSeconds(5));
        return post(
                endpoint("token"),
                Map.of(
                        "grant_type",
                        "urn:openid:params:grant-type:ciba",
                        "auth_req_id",
                        started.json().path("auth_req_id").asText()));
    }

    private Answer exchange(Map<String, String> changes) throws Exception {
        var tokens = tokens("MOBILE");
        if (tokens.status() != 200) {
            return tokens;
        }
        var form = new LinkedHashMap<>(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", tokens.json().path("access_token").asText(),
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token"));
        form.putAll(changes);
        return post(simulator.apiTokenEndpoint(), form);
    }

    private URI endpoint(String path) {
        return URI.create(simulator.issuer() + "/protocol/openid-connect/" + path);
    }

    private Answer get(String uri) throws Exception {
        return send(request(URI.create(uri)));
    }

    private Answer post(URI uri, Map<String, String> form) throws Exception {
        return post(CLIENT, uri, form);
    }

    private Answer post(String client, URI uri, Map<String, String> form) throws Exception {
        return post(client, SECRET, uri, form);
    }

    private Answer post(String client, String secret, URI uri, Map<String, String> form) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(request(uri)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(pair -> !pair.getValue().isEmpty())
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static Map<String, String> query(String uri) {
        return Pattern.compile("&")
                .splitAsStream(
                        Optional.ofNullable(URI.create(uri).getRawQuery()).orElse("none="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one));
    }
}
