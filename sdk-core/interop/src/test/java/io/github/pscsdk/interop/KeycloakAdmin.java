package io.github.pscsdk.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What an administrator of the provider does while relying parties use it: Keycloak's admin REST API. */
final class KeycloakAdmin {
    static final String NAME = "interop-admin";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    // Of signing keys: the highest signs, and those of the import have 100.
    private final AtomicInteger priority = new AtomicInteger(1000);
    private final URI address;
    private final String password;

    KeycloakAdmin(URI address, String password) {
        this.address = address;
        this.password = password;
    }

    /** Ends a session, of which Keycloak tells the clients. Says whether there was one. */
    boolean endSession(String sid) throws IOException, InterruptedException {
        var answer = send("DELETE", "/sessions/" + sid, "");
        return answer.statusCode() != 404 && successful(answer);
    }

    /** From now on everything is signed with a new key; the old one stays published. */
    void rotateSigningKey() throws IOException, InterruptedException {
        var key = json.createObjectNode()
                .put("name", "newer")
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        key.putObject("config")
                .set("priority", json.createArrayNode().add(Integer.toString(priority.incrementAndGet())));
        successful(send("POST", "/components", json.writeValueAsString(key)));
    }

    /** Sets an attribute of the realm, and says what it was before. */
    String setRealmAttribute(String name, String value) throws IOException, InterruptedException {
        var current = send("GET", "", "");
        successful(current);
        var realm = (ObjectNode) json.readTree(current.body());
        var attributes = (ObjectNode) realm.get("attributes");
        var before = attributes.get(name).asText();
        attributes.put(name, value);
        successful(send("PUT", "", json.writeValueAsString(realm)));
        return before;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                request("/admin/realms/" + KeycloakLaunch.REALM + path)
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Lives for a minute: a new one each time. */
    private String token() throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=" + NAME + "&password=" + password;
        var answer = http.send(
                request("/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        successful(answer);
        JsonNode tokens = json.readTree(answer.body());
        return tokens.get("access_token").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private static boolean successful(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("Keycloak's administration answered " + answer.statusCode());
        }
        return true;
    }
}
