package io.github.pscsdk.testkit.simulator.internal.model;

/**
 * The year whose tokens the simulator issues, as recorded (pro-sante-connect, sections 4.3 and 15.1). Access tokens
 * varied by year and by client, so a client must not read them.
 */
public enum TokenProfile {
    /** Access tokens of one minute, with the member {@code acr} twice, no {@code sid}, and an empty {@code nonce}. */
    OF_2021,

    /**
     * {@code sub} is a UUID without a prefix; access tokens have {@code nonce} as sent, {@code otherIds}, {@code
     * PSISubjectNameID} and {@code auth_level}, and no {@code session_state}; card logins are {@code eidas2}. That ID
     * tokens lack {@code session_state} too is a guess.
     */
    OF_2026
}
