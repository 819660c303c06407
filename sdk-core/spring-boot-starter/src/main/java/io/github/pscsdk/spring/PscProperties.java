package io.github.pscsdk.spring;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code psc.*}, as they are written: {@link Registration} says what is wrong with them. What is not given is
 * null here, and in no other place. Editors show the sentences below: they are what the settings' metadata is made of.
 *
 * @param publicBaseUri How browsers reach the application: scheme and host, without a path.
 * @param environment The Pro Santé Connect to talk to.
 * @param client What the application is to Pro Santé Connect.
 * @param trustStore Certification authorities in place of the platform's; optional.
 */
@ConfigurationProperties("psc")
record PscProperties(
        URI publicBaseUri, EnvironmentProperties environment, ClientProperties client, StoreProperties trustStore) {
    /**
     * {@code psc.environment}.
     *
     * @param name Which Pro Santé Connect: production, sandbox or custom.
     * @param issuer Issuer of a custom environment, whose host is pinned.
     * @param authorizationEndpoint Login page of a custom environment, whose host is pinned.
     */
    record EnvironmentProperties(String name, URI issuer, URI authorizationEndpoint) {}

    /**
     * {@code psc.client}.
     *
     * @param id Client id, as ANS gave it for that environment.
     * @param method How the client authenticates: secret_basic, secret_post or mtls.
     * @param secret Client secret, for secret_basic and secret_post.
     * @param keyStore Client certificate, for mtls.
     */
    record ClientProperties(String id, String method, SecretProperties secret, StoreProperties keyStore) {}

    /**
     * A PKCS#12 file.
     *
     * @param file Path of the PKCS#12 file.
     * @param password What opens the PKCS#12 file.
     */
    record StoreProperties(Path file, SecretProperties password) {}

    /**
     * Where a secret is; one of these.
     *
     * @param value The secret itself.
     * @param file Path of a file that holds the secret.
     * @param variable Name of an environment variable that holds the secret.
     */
    record SecretProperties(String value, Path file, String variable) {
        /** Nothing. */
        @Override
        public String toString() {
            return "SecretProperties[…]";
        }
    }
}
