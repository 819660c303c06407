package io.github.pscsdk.spring;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code psc.*}, as they are written: {@link Registration} says what is wrong with them. What is not given is
 * null here, and in no other place.
 *
 * @param publicBaseUri how browsers reach the application: scheme and host, without a path
 * @param environment the Pro Santé Connect to talk to
 * @param client as what
 * @param trustStore certification authorities in place of the platform's
 */
@ConfigurationProperties("psc")
record PscProperties(
        URI publicBaseUri, EnvironmentSettings environment, ClientSettings client, StoreSettings trustStore) {
    /**
     * {@code psc.environment}.
     *
     * @param name {@code production}, {@code sandbox} or {@code custom}
     * @param issuer of a custom one
     * @param authorizationEndpoint of a custom one
     */
    record EnvironmentSettings(String name, URI issuer, URI authorizationEndpoint) {}

    /**
     * {@code psc.client}.
     *
     * @param id as ANS gave it
     * @param method {@code secret_basic}, {@code secret_post} or {@code mtls}
     * @param secret for the first two
     * @param keyStore for the last
     */
    record ClientSettings(String id, String method, SecretSettings secret, StoreSettings keyStore) {}

    /**
     * A PKCS#12 file.
     *
     * @param file where it is
     * @param password what opens it
     */
    record StoreSettings(Path file, SecretSettings password) {}

    /**
     * Where a secret is; one of these.
     *
     * @param value the secret itself
     * @param file the text of a file
     * @param variable an environment variable
     */
    record SecretSettings(String value, Path file, String variable) {
        /** Nothing. */
        @Override
        public String toString() {
            return "SecretSettings[…]";
        }
    }
}
