package io.github.pscsdk.example.lab.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.testkit.persona.Personas;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What {@code psc-lab simulate --json} printed, and a script that makes use of it. */
record PrintedLine(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static PrintedLine of(String out) throws JsonProcessingException {
        return new PrintedLine(MAPPER.readTree(out));
    }

    URI address(String name) {
        return URI.create(json.path("addresses").path(name).asText());
    }

    JsonNode client(String id) {
        for (var client : json.path("clients")) {
            if (client.path("id").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    String applicationToken() {
        return json.path("applicationToken").asText();
    }

    JsonNode discovery() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("discovery")).build();
        return MAPPER.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    int statusOfProxy() throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(address("proxy").resolve("/v1/status"))
                .header("Authorization", "Bearer " + applicationToken()));
    }

    int statusOfBackchannelLogin(String clientId) throws IOException, InterruptedException {
        var endpoint = discovery().path("backchannel_authentication_endpoint").asText();
        var form = "scope=openid%20scope_all&acr_values=eidas1&binding_message=42&channel=MOBILE&login_hint="
                + Personas.PHARMACIST.value() + "&client_id=" + clientId + "&client_secret="
                + client(clientId).path("secret").asText();
        return status(HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Where the login page sends the browser. */
    String returnOfBrowserLogin(String clientId) throws IOException, InterruptedException {
        var redirectUri = client(clientId).path("redirectUris").path(0).asText();
        var query = "?response_type=code&scope=openid%20scope_all&acr_values=eidas1&state=s&nonce=n&client_id="
                + clientId + "&redirect_uri=" + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(address("wallet") + query)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("nowhere");
    }

    /** The client exchanges the code of a login, and the browser logs out. */
    void logsABrowserInAndOut(String clientId) throws IOException, InterruptedException {
        var client = client(clientId);
        var code = returnOfBrowserLogin(clientId).replaceFirst(".*[?&]code=([^&]+).*", "$1");
        var form = "grant_type=authorization_code&code=" + code + "&redirect_uri="
                + URLEncoder.encode(client.path("redirectUris").path(0).asText(), StandardCharsets.UTF_8)
                + "&client_id=" + clientId + "&client_secret="
                + client.path("secret").asText();
        var exchange = HttpRequest.newBuilder(
                        URI.create(discovery().path("token_endpoint").asText()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var tokens = MAPPER.readTree(
                HTTP.send(exchange, HttpResponse.BodyHandlers.ofString()).body());
        text(URI.create(discovery().path("end_session_endpoint").asText() + "?id_token_hint="
                + tokens.path("id_token").asText()));
    }

    /** What a browser shows that presses the button of the connection page. */
    String pageAfterLogin() throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var home = browser.send(
                HttpRequest.newBuilder(address("connection")).build(), HttpResponse.BodyHandlers.ofString());
        var button = home.body().replaceFirst("(?s).*class=\"psc-login-button\" href=\"([^\"]+)\".*", "$1");
        return browser.send(HttpRequest.newBuilder(URI.create(button)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What stands at an address. */
    String text(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    void connect(String name) throws IOException {
        new Socket(InetAddress.getByName("127.0.0.1"), address(name).getPort()).close();
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
