package io.github.pscsdk.testkit.simulator;

/**
 * The layout of access tokens. It varied by year and by client, so a client must not read access tokens. These are
 * the recorded layouts (pro-sante-connect, section 4.3), with which a test shows that it does not. A minor version
 * may add constants: keep a default branch.
 */
public enum TokenProfile {
    /** The usual one: {@code acr}, {@code authMode}, {@code sid}, {@code SubjectNameID}, {@code nonce} as sent. */
    CURRENT,
    /** 2021: one minute, the member {@code acr} twice, no {@code sid}, an empty {@code nonce}. */
    OF_2021,
    /** 2022: one minute, {@code acr} is {@code eidas3}, an empty {@code nonce}. */
    OF_2022,
    /** 2023, of a card login: {@code acr} is {@code eidas3}, {@code otherIds}, no {@code SubjectNameID}. */
    OF_2023_CARD,
    /** 2023, of an e-CPS login: {@code acr} is {@code eidas1}, {@code otherIds} and {@code SubjectNameID}. */
    OF_2023_MOBILE,
    /** 2023, of another client: neither {@code acr} nor {@code authMode}. */
    BARE
}
