package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.NationalId;
import java.util.Optional;

/**
 * What the answer to a login must fit.
 *
 * @param attempt names the login in the log
 * @param nonce sent with a browser login
 * @param asked the person whom a back-channel login asked
 */
record Expectation(String attempt, Optional<String> nonce, Optional<NationalId> asked) {

    static Expectation ofBrowser(String attempt, String nonce) {
        return new Expectation(attempt, Optional.of(nonce), Optional.empty());
    }

    static Expectation ofBackchannel(String attempt, NationalId asked) {
        return new Expectation(attempt, Optional.empty(), Optional.of(asked));
    }

    @Override
    public String toString() {
        return "Expectation[" + attempt + "]";
    }
}
