package io.github.pscsdk.testkit.simulator.model;

/** How much the simulator demands of a client. A minor version may add constants: keep a default branch. */
public enum Strictness {
    /** All that the specifications and ANS demand, even where the real service takes less. */
    STRICT,
    /**
     * Requests that real clients are known to send are taken (pro-sante-connect, section 15.4): a scope without {@code openid}, no {@code
     * acr_values}, the secret in the header and in the body, a final slash after the login page's
     * address, and at the API's authorization server any audience, scope, issuer and actor token.
     */
    AS_KNOWN
}
