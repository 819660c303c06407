package io.github.pscsdk.testkit.simulator;

/** By which codes a client is refused that does not authenticate. A minor version may add constants: keep a default branch. */
public enum ClientErrors {
    /** As Keycloak: {@code unauthorized_client} where a known client's secret is wrong or missing (pro-sante-connect, section 15.6). */
    KEYCLOAK,
    /** As RFC 6749, section 5.2: {@code invalid_client}, whatever is wrong. */
    RFC_6749
}
