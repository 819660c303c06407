package io.github.pscsdk.testkit.simulator.internal.model;

/** The answer of the API's authorization server to an exchange. */
public enum TokenExchangeResponse {
    /** As recorded at a Keycloak (pro-sante-connect, section 15.3): an ID token, no {@code issued_token_type}. */
    OF_2024,
    /** As RFC 8693, section 2.2.1, has it: with {@code issued_token_type}, and an access token alone. */
    RFC_8693
}
