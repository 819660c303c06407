package io.github.pscsdk.example.practiceweb.receiver;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code practice.form.*}: where declarations are handed over.
 *
 * @param address of the form's API; https, or http on a loopback address
 * @param audience what the form's authorization server calls the API
 * @param tokenEndpoint where that server exchanges tokens (RFC 8693)
 * @param clientId which client the application is there
 * @param clientSecret its secret there; another one than at Pro Santé Connect
 */
@ConfigurationProperties("practice.form")
public record FormSettings(URI address, String audience, URI tokenEndpoint, String clientId, String clientSecret) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** Refuses what is missing, and an address to which tokens would travel unprotected. */
    public FormSettings {
        require(address, "address", "where the form's API is");
        require(audience, "audience", "what its authorization server calls it");
        require(tokenEndpoint, "token-endpoint", "where its authorization server exchanges tokens");
        require(clientId, "client-id", "which client the application is at that server");
        require(clientSecret, "client-secret", "what proves it there");
        var isLocal = "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
        if (!isLocal && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("practice.form.address must be https, or http on a loopback address");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "FormSettings[" + address + "]";
    }

    private static void require(Object value, String name, String meaning) {
        if (value == null) {
            throw new IllegalArgumentException("practice.form." + name + " is missing: " + meaning);
        }
    }
}
