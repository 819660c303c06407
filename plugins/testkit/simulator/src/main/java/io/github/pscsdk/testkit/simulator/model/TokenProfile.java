package io.github.pscsdk.testkit.simulator.model;

/**
 * The year whose tokens the simulator issues. Access tokens varied by year and by client, so a client must not read them; ID tokens
 * changed in 2026. The recorded ones are in pro-sante-connect, sections 4.3 and 15.1. A minor version may add constants: keep a
 * default branch.
 */
public enum TokenProfile {
    /** One minute, the member {@code acr} twice, no {@code sid}, an empty {@code nonce}. Recorded. */
    OF_2021,
    /** One minute, {@code acr} is {@code eidas3}, an empty {@code nonce}. Recorded. */
    OF_2022,
    /**
     * With {@code otherIds}. Of a card login: {@code acr} is {@code eidas3}, no {@code SubjectNameID}; of an e-CPS login: {@code eidas1}
     * and {@code SubjectNameID}. Recorded.
     */
    OF_2023,
    /** Of another client in 2023: neither {@code acr} nor {@code authMode}. Recorded. */
    BARE,
    /** With what ID tokens have: {@code acr}, {@code authMode}, {@code sid}, {@code SubjectNameID}, {@code nonce} as sent. A guess. */
    OF_2024,
    /**
     * {@code sub} is a UUID without a prefix, in all tokens and UserInfo; access tokens have {@code nonce} as sent, {@code otherIds}, {@code
     * PSISubjectNameID} and {@code auth_level}, no {@code session_state}, and the {@code jti} of Keycloak 26, whose prefix names the grant; card
     * logins are {@code eidas2}. Likely, from one access token; that ID tokens lack {@code session_state} too is a guess from Keycloak.
     */
    OF_2026
}
