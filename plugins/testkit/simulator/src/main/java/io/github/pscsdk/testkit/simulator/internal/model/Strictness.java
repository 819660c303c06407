package io.github.pscsdk.testkit.simulator.internal.model;

/** How much the simulator demands of a client. */
public enum Strictness {
    /** All that the specifications and ANS demand, even where the real service takes less. */
    STRICT,
    /**
     * Clients that are known to log in at the real service do so here (pro-sante-connect, section 15.4). Taken are a
     * scope without {@code openid}, no {@code acr_values}, no {@code nonce}, the secret in header and body, a final
     * slash after the login page's address; at the API's server any audience, scope, issuer and actor token.
     */
    AS_KNOWN
}
