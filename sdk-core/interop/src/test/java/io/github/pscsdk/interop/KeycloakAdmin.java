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

    /** Lets a client of a realm exchange tokens that this identity provider issued. */
    void permitExchange(String realm, String provider, String client) throws IOException, InterruptedException {
        var permissions = json.readTree(answered(
                "PUT",
                realm,
                "/identity-provider/instances/" + provider + "/management/permissions",
                "{\"enabled\": true}"));
        var permission =
                permissions.path("scopePermissions").path("token-exchange").asText();
        var authorization = "/clients/" + idOf(realm, "realm-management") + "/authz/resource-server";
        var policy = json.createObjectNode().put("name", client + " may exchange");
        policy.putArray("clients").add(idOf(realm, client));
        var made = json.readTree(
                answered("POST", realm, authorization + "/policy/client", json.writeValueAsString(policy)));
        var address = authorization + "/permission/scope/" + permission;
        var changed = (ObjectNode) json.readTree(answered("GET", realm, address, ""));
        changed.putArray("policies").add(made.get("id").asText());
        answered("PUT", realm, address, json.writeValueAsString(changed));
    }

    private String idOf(String realm, String client) throws IOException, InterruptedException {
        return json.readTree(answered("GET", realm, "/clients?clientId=" + client, ""))
                .get(0)
                .get("id")
                .asText();
    }

    private String answered(String method, String realm, String path, String body)
            throws IOException, InterruptedException {
        var answer = send(method, realm, path, body);
        successful(answer);
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, KeycloakLaunch.REALM, path, body);
    }

    private HttpResponse<String> send(String method, String realm, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                request("/admin/realms/" + realm + path)
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
