package io.github.pscsdk.testkit.simulator.model;

/** How much the simulator demands of a client. A minor version may add constants: keep a default branch. */
public enum Strictness {
    /** All that the specifications and ANS demand, even where the real service takes less. */
    STRICT,
    /**
     * The clients of other people that are known to log in at the real service log in here as they are (pro-sante-connect, section 15.4): ANS's demonstration
     * with Spring, a PHP provider of league, a module of Drupal and one of Synapse. So a scope without {@code openid}, no {@code acr_values}, no {@code nonce},
     * the secret in the header and in the body, and a final slash after the login page's address are taken; and at the API's authorization server any
     * audience, scope, issuer and actor token.
     */
    AS_KNOWN
}
