package io.github.pscsdk.testkit.simulator.model;

/** How much the simulator demands of a client. A minor version may add constants: keep a default branch. */
public enum Strictness {
    /** What the specifications and ANS demand, even where the real service takes less. */
    STRICT,
    /**
     * What real clients are known to send is taken (pro-sante-connect, section 15.4): a scope without {@code openid}, no {@code
     * acr_values}, the secret in the header and in the body, a final slash after the login page's
     * address, and at the API's authorization server any audience, scope, issuer and actor token.
     */
    AS_KNOWN
}
