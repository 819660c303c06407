package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.json.Members;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The member {@code psc} of the configuration file: the form as a client of Pro Santé Connect.
 *
 * @param publicBaseUri how browsers reach the form
 * @param environment {@code production}, {@code sandbox} or {@code custom}
 * @param issuer of a custom environment
 * @param authorizationEndpoint of a custom environment
 * @param clientId as ANS gave it
 * @param method {@code secret_basic} or {@code secret_post} with a secret, {@code mtls} with a key store
 * @param secret of the client
 * @param keyStore a PKCS#12 file with the client's certificate
 * @param trustStore a PKCS#12 file of certification authorities, in place of the platform's
 */
public record PscSettings(
        URI publicBaseUri,
        String environment,
        Optional<URI> issuer,
        Optional<URI> authorizationEndpoint,
        String clientId,
        String method,
        Optional<SecretSource> secret,
        Optional<KeyFile> keyStore,
        Optional<KeyFile> trustStore) {
    private static final Set<String> DOCUMENT = Set.of("publicBaseUri", "environment", "client", "trustStore");
    private static final Set<String> ENVIRONMENT = Set.of("name", "issuer", "authorizationEndpoint");
    private static final Set<String> CLIENT = Set.of("id", "method", "secret", "keyStore", "password");
    private static final Set<String> TRUST_STORE = Set.of("file", "password");

    /**
     * A PKCS#12 file.
     *
     * @param file where it is
     * @param password what opens it
     */
    public record KeyFile(String file, SecretSource password) {}

    static Optional<PscSettings> of(Members document) throws MalformedJsonException {
        if (!document.has("psc")) {
            return Optional.empty();
        }
        var psc = document.object("psc", DOCUMENT);
        var environment = psc.object("environment", ENVIRONMENT);
        var client = psc.object("client", CLIENT);
        return Optional.of(new PscSettings(
                URI.create(psc.needed("publicBaseUri")),
                environment.needed("name"),
                environment.text("issuer").map(URI::create),
                environment.text("authorizationEndpoint").map(URI::create),
                client.needed("id"),
                client.needed("method"),
                SecretSource.of(client, "secret"),
                keyFile(client, "keyStore"),
                keyFile(psc.object("trustStore", TRUST_STORE), "file")));
    }

    private static Optional<KeyFile> keyFile(Members owner, String name) throws MalformedJsonException {
        var password = SecretSource.of(owner, "password");
        return owner.text(name).flatMap(file -> password.map(secret -> new KeyFile(file, secret)));
    }

    /** The client and the environment. */
    @Override
    public String toString() {
        return "PscSettings[" + clientId + ", " + environment + "]";
    }
}
